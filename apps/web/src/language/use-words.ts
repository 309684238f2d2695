import type { UiLanguage } from '@komawari/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/call.ts';
import type { Namespace, WordKey } from './namespaces.ts';

/** What stands in the holes of a sentence; `count` chooses the plural form. */
export type Fill = Record<string, string | number>;
export type Say<N extends Namespace = 'frame'> = (key: WordKey<N>, fill?: Fill) => string;
type Speech<N extends Namespace> = { language: UiLanguage; say: Say<N>; sayError: (error: unknown) => string };

/**
 * The words of a room in the reader's language: `const { say } = useWords('comics')`. The words of the frame are always
 * among them. Suspends while they are loading.
 */
export function useWords<N extends Namespace = 'frame'>(namespace?: N): Speech<N> {
  const { t, i18n } = useTranslation<string>(namespace ?? 'frame');
  return useMemo(() => {
    const say = sayBy(t);
    const sayError = (error: unknown) => (error instanceof ApiError && error.message !== '' ? error.message : say(error instanceof ApiError && error.code === 'offline' ? 'errorOffline' : 'errorUnknown'));
    return { language: (i18n.resolvedLanguage ?? i18n.language) as UiLanguage, say, sayError };
  }, [t, i18n.resolvedLanguage, i18n.language]);
}

/** Our own types hold keys to the words that exist; i18next's need not. */
function sayBy(translate: unknown): (key: string, fill?: Fill) => string {
  return translate as (key: string, fill?: Fill) => string;
}

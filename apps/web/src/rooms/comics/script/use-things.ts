import i18next from 'i18next';
import { useMemo } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { listThings, thingName, type Thing } from './things.ts';

/** The words of things in the reader's language. */
export function useThings(): { nameOf: (noun: string) => string; things: readonly Thing[] } {
  const { say, language } = useWords('comics-things');
  return useMemo(() => ({
    nameOf: (noun) => thingName(noun, say),
    things: listThings((i18next.getResourceBundle(language, 'comics-things') ?? {}) as Record<string, string>),
  }), [say, language]);
}

import type { UiLanguage } from '@komawari/contract';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { keep, readKept } from '../frame/kept.ts';
import { ApiError } from '../api/call.ts';
import { dictionaries, pickLanguage, type WordKey } from './dictionaries.ts';

type Fill = Record<string, string | number>;
export type Say = (key: WordKey, fill?: Fill) => string;
type Speech = { language: UiLanguage; say: Say; sayError: (error: unknown) => string; setLanguage: (language: UiLanguage) => void };

const SpeechContext = createContext<Speech | undefined>(undefined);

export function SpeechProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<UiLanguage>(() => pickLanguage([readKept('koma.language') ?? '', ...navigator.languages]));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo<Speech>(() => {
    document.documentElement.lang = language;
    const say: Say = (key, fill = {}) => dictionaries[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(fill[name] ?? ''));
    const sayError = (error: unknown) => (error instanceof ApiError && error.message !== '' ? error.message : say(error instanceof ApiError && error.code === 'offline' ? 'errorOffline' : 'errorUnknown'));
    const change = (next: UiLanguage) => {
      keep('koma.language', next);
      setLanguage(next);
    };
    return { language, say, sayError, setLanguage: change };
  }, [language]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The words of the interface in the reader's language. */
export function useWords(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('useWords outside of SpeechProvider');
  return speech;
}

import type { UiLanguage } from '@komawari/contract';
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keep, readKept } from '../frame/kept.ts';
import { pickLanguage } from './languages.ts';
import type { Namespace } from './namespaces.ts';

type WordFile = { words: Record<string, string> };

const files = { ...import.meta.glob<WordFile>('../frame/words/*.ts'), ...import.meta.glob<WordFile>('../rooms/*/words/**/*.ts') };

/** Only what is spoken is loaded: one small file a namespace and language. */
const loader: BackendModule = {
  type: 'backend',
  init() { /* nothing to prepare */ },
  read(language, namespace, done) {
    const load = files[fileOf(namespace, language)];
    if (!load) return done(new Error(`no words of ${namespace} in ${language}`), false);
    load().then(({ words }) => done(null, words), (error: Error) => done(error, false));
  },
};

let start: Promise<void> | undefined;

/** Starts the interface in the kept language or the first of the browser's that it speaks. Resolves when the frame has its words. */
export function startWords(): Promise<void> {
  return (start ??= begin());
}

/** For the loader of a route: its words come beside its script instead of after it. */
export async function loadWords(...namespaces: Namespace[]): Promise<void> {
  await startWords();
  await i18next.loadNamespaces(namespaces);
}

async function begin(): Promise<void> {
  const language = pickLanguage([readKept('koma.language') ?? '', ...navigator.languages]);
  document.documentElement.lang = language;
  await i18next.use(loader).use(initReactI18next).init({
    lng: language, fallbackLng: false, load: 'currentOnly', ns: ['frame'], defaultNS: 'frame', fallbackNS: 'frame',
    keySeparator: false, nsSeparator: false, returnNull: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    react: { useSuspense: true },
  });
}

/** The words of all open rooms are there before the page changes, so nothing flashes. */
export async function speak(language: UiLanguage): Promise<void> {
  keep('koma.language', language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

function fileOf(namespace: string, language: string): string {
  if (namespace === 'frame') return `../frame/words/${language}.ts`;
  const [room, part] = namespace.split(/-(.*)/s);
  return part === undefined ? `../rooms/${room}/words/${language}.ts` : `../rooms/${room}/words/${part}/${language}.ts`;
}

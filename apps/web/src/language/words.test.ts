import { describe, expect, test } from 'vitest';
import { pickLanguage } from './languages.ts';

type WordFile = { words: Record<string, string> };
const files = import.meta.glob<WordFile>(['../frame/words/*.ts', '../rooms/*/words/**/*.ts'], { eager: true });
const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/words/**', '!../**/*.test.ts'], { eager: true, query: '?raw', import: 'default' });
const code = Object.values(sources).join('\n');

const LANGUAGES = ['en', 'zh-CN', 'ja'] as const;
const folders = Object.keys(files).filter((path) => path.endsWith('/en.ts')).map((path) => path.replace(/en\.ts$/, ''));
const wordsOf = (folder: string, language: string): Record<string, string> => files[`${folder}${language}.ts`]?.words ?? {};
const nameOf = (folder: string) => (folder === '../frame/words/' ? 'frame' : folder.replace(/^\.\.\/rooms\//, '').replace('words/', '').replace(/\/$/, '').replaceAll('/', '-'));

const PLURAL = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string) => key.replace(PLURAL, '');
const basesOf = (words: Record<string, string>) => [...new Set(Object.keys(words).map(baseOf))].toSorted();
const holesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();

/** By its name, or as one of a family: `shot-${shot}`, or `${chip.kind}-${chip.value}` of kinds that are named. */
function isSaid(key: string): boolean {
  const family = /^[a-zA-Z]+-/.exec(key)?.[0];
  if (code.includes(`'${key}'`) || code.includes(`"${key}"`)) return true;
  return family !== undefined && (code.includes(`\`${family}\${`) || (code.includes('${chip.kind}-${chip.value}') && code.includes(`kind: '${family.slice(0, -1)}', value`)));
}

test('the frame and every room with words are seen', () => expect(folders.length).toBeGreaterThanOrEqual(3));

describe.each(folders)('%s', (folder) => {
  const english = wordsOf(folder, 'en');

  test.each(['zh-CN', 'ja'] as const)('%s says everything English says, with the same holes', (language) => {
    const words = wordsOf(folder, language);
    expect(basesOf(words)).toEqual(basesOf(english));
    for (const [key, text] of Object.entries(words)) expect(holesOf(text), `${folder}${language} ${key}`).toEqual(holesOf(english[key] ?? ''));
  });

  test.each(LANGUAGES)('%s has no empty word, and the plural forms of its language', (language) => {
    const words = wordsOf(folder, language);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), `${folder}${language} ${key}`).not.toBe('');
      const said = Object.keys(words).filter((other) => PLURAL.test(other) && baseOf(other) === baseOf(key)).map((other) => other.slice(baseOf(key).length + 1));
      if (PLURAL.test(key)) expect(said.toSorted(), `${folder}${language} ${key}`).toEqual(forms);
    }
  });

  test('every key is used, and none hides a word of the frame', () => {
    expect(basesOf(english).filter((key) => !isSaid(key))).toEqual([]);
    if (nameOf(folder) !== 'frame') expect(Object.keys(english).filter((key) => key in wordsOf('../frame/words/', 'en'))).toEqual([]);
  });

  test('its namespace is registered', () => expect(sources['./namespaces.ts']).toMatch(new RegExp(`\\s'?${nameOf(folder)}'?: typeof`)));
});

test('the first wish that is spoken wins', () => {
  expect(pickLanguage(['de-DE', 'ja-JP', 'en'])).toBe('ja');
  expect(pickLanguage(['zh-Hant-TW'])).toBe('zh-CN');
  expect(pickLanguage(['', 'fr'])).toBe('en');
});

import { describe, expect, test } from 'vitest';
import { dictionaries, pickLanguage } from './dictionaries.ts';

const keys = Object.keys(dictionaries.en).toSorted();
const holesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the words of the interface', () => {
  test.each(['zh-CN', 'ja'] as const)('%s says everything English says', (language) => {
    expect(Object.keys(dictionaries[language]).toSorted()).toEqual(keys);
    for (const [key, text] of Object.entries(dictionaries[language])) {
      expect(text.trim(), key).not.toBe('');
      expect(holesOf(text), key).toEqual(holesOf(dictionaries.en[key as keyof typeof dictionaries.en]));
    }
  });

  test('the first wish that is spoken wins', () => {
    expect(pickLanguage(['de-DE', 'ja-JP', 'en'])).toBe('ja');
    expect(pickLanguage(['zh-Hant-TW'])).toBe('zh-CN');
    expect(pickLanguage(['', 'fr'])).toBe('en');
  });
});

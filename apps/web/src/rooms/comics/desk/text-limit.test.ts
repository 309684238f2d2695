import { expect, test } from 'vitest';
import { words as en } from '../words/desk/en.ts';
import { words as ja } from '../words/desk/ja.ts';
import { words as zh } from '../words/desk/zh-CN.ts';
import { countAndLimit } from './text-limit.ts';

const fill = (sentence: string, holes: Record<string, string>) => sentence.replace(/\{(\w+)\}/g, (_, hole: string) => holes[hole] ?? '?');

test.each([['en', en], ['zh-CN', zh], ['ja', ja]] as const)('in %s a text and its limit are written the same way', (language, words) => {
  for (const sentence of [words.tooLong, words.excess, words.excessTake]) {
    expect(sentence).not.toMatch(/\d/);
    expect(fill(sentence, countAndLimit(4_000_000, language))).toContain('200,000');
  }
  expect(fill(words.tooLong, countAndLimit(4_000_000, language))).toContain('4,000,000');
});

test('numbers are written as the language does', () => expect(countAndLimit(4_000_000, 'de')).toEqual({ n: '4.000.000', most: '200.000' }));

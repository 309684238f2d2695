import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES, sentenceOf, UI_LANGUAGES, type ErrorCode } from './index.ts';
import { ANSWER_WORDS } from './studio-answer-words.ts';
import { ABILITY_NAMES, PROBLEM_WORDS } from './studio-problem-words.ts';
import { problemDetail, toldError } from './told-error.ts';

const NAMED: readonly [ErrorCode, string][] = [
  ...Object.keys(PROBLEM_WORDS).map((name): [ErrorCode, string] => ['studio.cannot', name]),
  ...ERROR_CODES.flatMap((code) => Object.keys(ANSWER_WORDS[code] ?? {}).map((name): [ErrorCode, string] => [code, name])),
];
const SCRIPTS = { en: /^[^぀-ヿ一-鿿]+$/, 'zh-CN': /^[^぀-ヿ]*[一-鿿][^぀-ヿ]*$/, ja: /[぀-ヿ]/ };

describe('what went wrong, in words', () => {
  test('every named problem has a sentence of its own in each language, without its name', () => {
    const told = UI_LANGUAGES.flatMap((language) => NAMED.map(([code, name]) => {
      const words = toldError(code, language, problemDetail({ code: name, limit: '7' }));
      expect(words, `${language} ${name}`).toMatch(SCRIPTS[language]);
      expect(words).toMatch(/[.。]$/);
      expect(words.includes('{') || /\b[a-z]+[.-][a-z-]+ \(|\b(?:picture|answer|key|words)\.[a-z]/.test(words), words).toBe(false);
      return `${language} ${code} ${words}`;
    }));
    expect(told.length).toBe(NAMED.length * 3);
    // The same words twice only where the same is said: the seed, and files that are too much, of a picture and of a text.
    expect(new Set(told).size).toBeGreaterThanOrEqual(told.length - 9);
  });

  test('a mask of another size says both sizes, one for nothing says so', () => {
    expect(toldError('studio.cannot', 'en', 'mask-size (511 × 512 ≠ 512 × 512)')).toBe('The mask must be as large as the picture: 511 × 512 ≠ 512 × 512. Make both the same.');
    expect(toldError('studio.cannot', 'zh-CN', 'mask-none')).toContain('用不到');
  });

  test('abilities have names', () => {
    expect(toldError('studio.cannot', 'en', 'ability (generate, cut-out)')).toContain('It can: draw from words, cut out.');
    expect(toldError('studio.cannot', 'ja', 'ability (generate, cut-out)')).toContain(`${ABILITY_NAMES.generate.ja}、${ABILITY_NAMES['cut-out'].ja}`);
  });

  test('what fits stands in the sentence as it is, whatever it holds', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom(...UI_LANGUAGES), (limit, language) => {
      const { en, ...others } = PROBLEM_WORDS['setting-unknown'];
      const [before = '', after = ''] = { en, ...others }[language].split('{limit}');
      expect(toldError('studio.cannot', language, problemDetail({ code: 'setting-unknown', limit }))).toBe(before + limit + after);
    }));
  });

  test('any other detail is told as before', () => {
    fc.assert(fc.property(fc.constantFrom(...ERROR_CODES), fc.constantFrom(...UI_LANGUAGES), fc.option(fc.string(), { nil: undefined }), (code, language, detail) => {
      fc.pre(detail === undefined || !NAMED.some(([, name]) => detail.startsWith(name)));
      expect(toldError(code, language, detail)).toBe(sentenceOf(code, language, detail));
    }));
    for (const detail of ['constructor', 'toString', '__proto__', 'size of it', 'Size']) expect(toldError('studio.cannot', 'en', detail)).toBe(`This model cannot do that: ${detail}`);
  });
});

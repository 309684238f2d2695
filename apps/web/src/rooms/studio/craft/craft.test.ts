import fc from 'fast-check';
import { ImageModel, Recipe } from '@komawari/contract';
import { expandPrompt } from '@komawari/contract/studio-craft';
import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT, recipeOf } from '../desk/draft.ts';
import { recalled } from '../picture/recall.ts';
import { describing, improving, wordsOfAnswer } from './ask-words.ts';
import { guessedTokens, textCost } from './text-cost.ts';
import { wordDiff, type DiffPiece } from './word-diff.ts';
import { linesOf, nameOf } from './word-list-draft.ts';

const shown = (pieces: readonly DiffPiece[]) => pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `-${text}-` : `+${text}+`)).join('');

describe('what changed, word by word', () => {
  test.each([
    ['a cat on a mat', 'a black cat on a mat', 'a +black +cat on a mat'],
    ['a cat', 'a dog', 'a -cat-+dog+'],
    ['in the snow', 'running through snow', '-in the-+running through+ snow'],
    ['', 'a dog', '+a dog+'],
    ['a dog', '', '-a dog-'],
    ['same', 'same', 'same'],
    ['一只猫在睡觉', '一只黑猫在睡觉', '一只+黑+猫在睡觉'],
  ])('%s → %s', (before, after, diff) => { expect(shown(wordDiff(before, after))).toBe(diff); });

  test('both texts can be read out of it', () => {
    const text = fc.array(fc.constantFrom('a', 'cat', ' ', ', ', '猫', '{a|b}', '\n'), { maxLength: 40 }).map((words) => words.join(''));
    fc.assert(fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after);
      expect(pieces.filter(({ kind }) => kind !== 'new').map((piece) => piece.text).join('')).toBe(before);
      expect(pieces.filter(({ kind }) => kind !== 'gone').map((piece) => piece.text).join('')).toBe(after);
    }), { numRuns: 200 });
  });

  test('very long ones are compared at both ends alone', () => {
    const [before, after] = ['x y '.repeat(3000), 'z y '.repeat(3000)];
    expect(wordDiff(`same ${before}same`, `same ${after}same`).map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same']);
  });
});

test.each([
  ['  a cat \n', 'a cat'], ['"a cat"', 'a cat'], ['“一只猫”', '一只猫'], ['"a" and "b"', '"a" and "b"'], ['```text\na cat\n```', 'a cat'], ['**Prompt:** a cat', 'a cat'], ['Improved prompt: a cat', 'a cat'], ['提示词：一只猫', '一只猫'], ['', ''],
])('of the answer %j the words are kept', (answer, words) => { expect(wordsOfAnswer(answer)).toBe(words); });

test('what is asked says the language, what must stay, and how long it may be', () => {
  expect(improving('一只猫', 300).messages).toMatchObject([{ role: 'system', text: expect.stringMatching(/language that the prompt is written in.*\{red\|blue\}.*__weather__.*300/s) }, { role: 'user', text: '一只猫' }]);
  expect(describing('input_1', { prompt: '', language: 'ja', charactersMax: 4000 }).messages).toMatchObject([{ text: expect.stringContaining('this language: ja') }, { pictureIds: ['input_1'] }]);
  expect(describing('input_1', { prompt: '一只猫', language: 'en', charactersMax: 4000 }).messages[0]?.text).toContain('一只猫');
});

test('words cost what their tokens do, and what is not known is not made up', () => {
  const price = { currency: 'USD', perMillionInputTokensMicros: 2_000_000, perMillionOutputTokensMicros: 8_000_000 };
  const tokens = { inputTokens: 1000, outputTokens: 1000 };
  expect(textCost({ bills: true, price, model: {} }, tokens, 'en')).toEqual({ kind: 'about', text: '$0.01' });
  expect(textCost({ bills: true, price, model: {} }, { inputTokens: 300, outputTokens: 250 }, 'en')).toEqual({ kind: 'about', text: '$0.003' });
  expect(textCost({ bills: true, price: null, model: {} }, tokens, 'en')).toEqual({ kind: 'unknown' });
  expect(textCost({ bills: false, price, model: {} }, tokens, 'en')).toEqual({ kind: 'free' });
  expect(guessedTokens(900, 1)).toEqual({ inputTokens: 1300, outputTokens: 250 });
});

describe('the form and words that choose', () => {
  const model = ImageModel.parse({ id: 'm', name: 'M', abilities: ['generate'], countMax: 1, promptMax: 100, mask: false, progress: 'none', sizes: { kind: 'named', ratios: ['1:1'], resolutions: ['1K'] }, settings: [] });
  const offer = { providerId: `provider_${'0'.repeat(26)}` as never, providerName: 'P', bills: false, isDefault: false, price: null, model };

  test('the server is told to choose only where something is to be chosen', () => {
    expect(recipeOf({ ...EMPTY_DRAFT, prompt: 'a {red|blue} cat' }, offer)).toMatchObject({ prompt: 'a {red|blue} cat', hasChoices: true });
    expect(recipeOf({ ...EMPTY_DRAFT, prompt: 'a cat', styleWords: '{ink|wash}' }, offer)).toMatchObject({ prompt: 'a cat, {ink|wash}', hasChoices: true });
    expect(recipeOf({ ...EMPTY_DRAFT, prompt: 'a {cat}' }, offer).hasChoices).toBeUndefined();
  });

  test('words that were sent as they stand come back so that they are sent the same', () => {
    const back = (part: object) => recalled('prompt', { recipe: Recipe.parse(part), seed: 1, model: null }).prompt ?? '';
    expect(expandPrompt(back({ prompt: 'a {red|blue} cat' }), new Map(), 1)).toBe('a {red|blue} cat');
    expect(back({ prompt: 'a {red|blue} cat', hasChoices: true })).toBe('a {red|blue} cat');
    expect(back({ prompt: 'plain, (words:1.2) {x}' })).toBe('plain, (words:1.2) {x}');
  });
});

test('a list as it is typed', () => {
  expect(linesOf(' a \r\n\n b\n')).toEqual(['a', 'b']);
  expect(['Hair Colour', '__sky__', '发色', 'a__b', '-', '', 'a_', 'x'.repeat(41)].map(nameOf)).toEqual(['hair-colour', 'sky', '发色', '', '', '', '', '']);
});

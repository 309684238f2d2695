import { DAY_TIMES, EFFECTS, EXPRESSIONS, FACINGS, LINE_KINDS, MOODS, PLACES, POSES, SEASONS, SHOTS, WEATHERS } from '@komawari/comic';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../../../../packages/comic/src/draw/prop/catalogue.ts';
import { words as termsEn } from '../words/terms/en.ts';
import { words as termsJa } from '../words/terms/ja.ts';
import { words as termsZh } from '../words/terms/zh-CN.ts';
import { words as en } from '../words/things/en.ts';
import { words as ja } from '../words/things/ja.ts';
import { words as zh } from '../words/things/zh-CN.ts';
import { fittingThings, listThings, nounOf, thingName } from './things.ts';

const sayFrom = (words: Record<string, string>) => (key: string) => words[key] ?? key;

describe.each([['en', en, termsEn], ['zh-CN', zh, termsZh], ['ja', ja, termsJa]] as const)('%s', (language, words, terms) => {
  test('has a word of its own for everything the artist can draw, and for nothing else', () => {
    expect(Object.keys(words).toSorted()).toEqual([...CATALOGUE.keys()].map((noun) => `thing-${noun}`).toSorted());
    expect(new Set(Object.values(words)).size).toBe(CATALOGUE.size);
    if (language !== 'en') expect(Object.values(words).filter((word) => /[a-z]/i.test(word))).toEqual([]);
  });

  test('has a word for every value of a panel or a scene', () => {
    const kinds = { shot: SHOTS, expression: EXPRESSIONS, pose: POSES, effect: EFFECTS, facing: FACINGS, place: PLACES, time: DAY_TIMES, weather: WEATHERS, season: SEASONS, mood: MOODS, kind: LINE_KINDS };
    const missing = Object.entries(kinds).flatMap(([kind, values]) => values.map((value) => `${kind}-${value}`)).filter((key) => !Object.hasOwn(terms, key));
    expect(missing).toEqual([]);
  });

  test('what is typed in it is drawn', () => {
    const things = listThings(words);
    for (const { noun, word } of things) expect(nounOf(` ${word} `, things)).toBe(noun);
  });
});

test('a thing is called by its word; one that nobody knows keeps its name', () => {
  expect(thingName('bag', sayFrom(zh))).toBe('提包');
  expect(thingName('school-bag', sayFrom(ja))).toBe('通学かばん');
  expect(thingName('纸飞机', sayFrom(zh))).toBe('纸飞机');
  expect(thingName('key: of B', sayFrom(en))).toBe('key: of B');
  expect(thingName('walking-frame', sayFrom(en))).toBe('walking frame');
});

test('typing offers what begins so before what holds it, and keeps what is unknown', () => {
  const things = listThings(en);
  expect(fittingThings('umb', things).map(({ noun }) => noun)).toEqual(['umbrella', 'raised-umbrella', 'closed-umbrella']);
  expect(fittingThings(' ', things)).toEqual([]);
  expect(nounOf('School Bag', things)).toBe('school-bag');
  expect(nounOf(' paper plane ', things)).toBe('paper plane');
});

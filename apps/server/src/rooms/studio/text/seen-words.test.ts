import { TAG_MAX, type UiLanguage } from '@komawari/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSeen, seeing } from './seen-words.ts';
import type { SeenPicture } from './text-ask.ts';

const PICTURE: SeenPicture = { bytes: new Uint8Array(1), mediaType: 'image/png', width: 1, height: 1 };

test('each question goes with the picture, in the language of the page, and leaves nothing to chance', () => {
  const words = (kind: Parameters<typeof seeing>[0], language: UiLanguage) => seeing(kind, language, PICTURE).messages[0]?.text;
  expect([words('description', 'zh-CN'), words('tags', 'ja')]).toEqual([expect.stringContaining('Simplified Chinese'), expect.stringContaining('Japanese')]);
  // Writing is not translated: the same question in every language, and one kept answer.
  expect(words('text', 'en')).toBe(words('text', 'ja'));
  expect(seeing('tags', 'en', PICTURE)).toMatchObject({ temperature: 0, schema: { name: 'tags' }, messages: [{ role: 'system' }, { role: 'user', pictures: [PICTURE] }] });
  expect(seeing('description', 'en', PICTURE).schema).toBeUndefined();
});

test.each([
  ['{"tags":["cat","rain"]}', ['cat', 'rain']],
  ['```json\n{"tags": ["猫", "雨"]}\n```', ['猫', '雨']],
  ['["cat", "Cat", "#rain", "  ", "rain"]', ['cat', 'rain']],
  ['Here you are: {"tags":["cat"]} Enjoy!', ['cat']],
  ['cat, rain, old town', ['cat', 'rain', 'old town']],
  ['- 猫\n- 雨、夜', ['猫', '雨', '夜']],
  ['1. cat\n2) rain', ['cat', 'rain']],
  [`{"tags":["${'x'.repeat(TAG_MAX + 1)}","ok"]}`, ['ok']],
  ['I cannot see the picture.', undefined],
  ['Sorry, I am not able to help with that, since it shows a person.', undefined],
  ['{"tags":["cat","ra', undefined],
  ['{"words":["cat"]}', ['cat']],
  ['{"tags":[1,2]}', undefined],
  ['{"words":"cat"}', undefined],
  ['{"tags":[]}', undefined],
  ['', undefined],
])('of %j the tags are %j', (answer, tags) => { expect(readSeen('tags', answer)?.tags).toEqual(tags); });

test.each([
  ['{"lines":["OPEN","24 h"]}', 'OPEN\n24 h'],
  ['{"lines":[]}', ''],
  ['OPEN\n24 h', 'OPEN\n24 h'],
  ['{"lines":["OP', undefined],
  ['{"text":"OPEN"}', undefined],
  ['', undefined],
])('of %j the writing is %j', (answer, text) => { expect(readSeen('text', answer)?.text).toBe(text); });

test('whatever is answered, tags are such as can be kept, none twice', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.array(fc.string({ unit: 'grapheme' })).map((tags) => JSON.stringify({ tags }))), (answer) => {
    const tags = readSeen('tags', answer)?.tags ?? [];
    expect(new Set(tags.map((tag) => tag.toLowerCase())).size).toBe(tags.length);
    for (const tag of tags) expect([tag.length > 0, tag.length <= TAG_MAX, tag.trim() === tag, /[\n\r]/.test(tag)]).toEqual([true, true, true, false]);
  }), { numRuns: 300 });
});

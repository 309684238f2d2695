import { BOOK_ARTS, BOOK_CHARACTERS, BOOK_COMPOSITIONS, BOOK_DIRECTIONS, BOOK_FORMATS, BOOK_LANGUAGES, BOOK_LINES, BOOK_MOODS, BOOK_PALETTES, BOOK_STYLES } from '@komawari/contract';
import { expect, test } from 'vitest';
import { AXIS_WORDS, axisValue, chooseAxis, DIRECTION_WORDS, FORMAT_WORDS, isHint, LANGUAGE_WORDS, STYLE_WORDS } from './choices.ts';

test('everything the server takes can be chosen, and nothing else', () => {
  const values = (axis: keyof typeof AXIS_WORDS) => AXIS_WORDS[axis].values;
  const pairs: readonly (readonly [object, readonly string[]])[] = [
    [FORMAT_WORDS, BOOK_FORMATS], [DIRECTION_WORDS, [...BOOK_DIRECTIONS, 'auto']], [LANGUAGE_WORDS, [...BOOK_LANGUAGES, 'auto']], [STYLE_WORDS, BOOK_STYLES],
    [values('palette'), BOOK_PALETTES], [values('art'), BOOK_ARTS], [values('mood'), BOOK_MOODS], [values('character'), BOOK_CHARACTERS], [values('line'), BOOK_LINES], [values('composition'), BOOK_COMPOSITIONS],
  ];
  for (const [shown, taken] of pairs) expect(Object.keys(shown).toSorted()).toEqual([...taken].toSorted());
});

test('an axis is as the style says until another is chosen; choosing what the style says is no choice', () => {
  expect(axisValue('mood', 'horror', {})).toBe('dark');
  const changed = chooseAxis({}, 'horror', 'mood', 'sad');
  expect(axisValue('mood', 'horror', changed)).toBe('sad');
  expect(chooseAxis(changed, 'horror', 'mood', 'dark')).toEqual({});
  expect(chooseAxis({}, 'horror', 'mood', 'none')).toEqual({ mood: 'none' });
});

test('hints are told apart', () => {
  expect([isHint('art', 'oil'), isHint('art', 'manga'), isHint('palette', 'neon')]).toEqual([true, false, false]);
});

import { BOOK_ARTS, BOOK_CHARACTERS, BOOK_COMPOSITIONS, BOOK_LINES, BOOK_MOODS, BOOK_PALETTES, BOOK_STYLES } from '@komawari/contract';
import { ARTS, CHARACTER_STYLES, COMPOSITIONS, LINE_STYLES, PALETTES, PRESETS, STYLE_MOODS } from '@komawari/comic';
import { expect, test } from 'vitest';
import { parseMake } from './parse-make.ts';

test('the contract offers what the engine draws', () => {
  expect([BOOK_ARTS, BOOK_MOODS, BOOK_CHARACTERS, BOOK_LINES, BOOK_COMPOSITIONS, BOOK_PALETTES, BOOK_STYLES]).toEqual([ARTS, STYLE_MOODS, CHARACTER_STYLES, LINE_STYLES, COMPOSITIONS, PALETTES, PRESETS]);
});

test('the command line takes a preset and axes beside it', () => {
  expect(parseMake(['s.txt', '--style', 'noir', '--line', 'bold', '--mood', 'sad', '--art', 'comic', '--character', 'chibi', '--composition', 'wide'])).toMatchObject({ options: { style: 'noir', line: 'bold', mood: 'sad', art: 'comic', character: 'chibi', composition: 'wide' } });
  expect(() => parseMake(['s.txt', '--line', 'wobbly'])).toThrow(/--line.*sketchy/);
});

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fonts } from '../fonts/load-fonts.ts';
import { fontsFor } from '../fonts/font-chains.ts';
import { styleOf } from '../kind-style.ts';
import { blockChoices } from '../shape/bubble-shape.ts';
import { testFonts } from '../test-fonts.ts';
import { cleanText, plainText } from './clean-text.ts';
import { hyphenPoints } from './hyphenate.ts';
import { horizontalAtoms } from './horizontal-atoms.ts';
import { mayBreakBetween } from './kinsoku.ts';
import { cleanRuby } from './ruby.ts';
import { setBlock, type BlockStyle } from './set-block.ts';
import { roughLength, splitLine } from './split-line.ts';
import { verticalAtoms } from './vertical-atoms.ts';

let fonts: Fonts;
beforeAll(async () => {
  fonts = await testFonts();
});

const style = (isVertical: boolean, isRound: boolean): BlockStyle => ({ isVertical, leading: 1.3, thickness: 0.95, middle: 0.38, isRound });
const vertical = (text: string) => verticalAtoms(text, 'ja', fonts, fontsFor('ja', 'speech'));
const lines = (text: string, count: number): string[] | undefined => setBlock(vertical(text), count, style(true, false))?.lines.map((l) => l.text);

describe('kinsoku', () => {
  test.each([...'、。，．！？」』）】ーっゃょァッャ々…：；'])('%s never begins a line', (c) => expect(mayBreakBetween('雨', c)).toBe(false));
  test.each([...'「『（【《“'])('%s never ends a line', (c) => expect(mayBreakBetween(c, '雨')).toBe(false));
  test('rows of dashes and dots stay whole', () => {
    expect(mayBreakBetween('…', '…')).toBe(false);
    expect(mayBreakBetween('—', '—')).toBe(false);
    expect(mayBreakBetween('雨', '傘')).toBe(true);
  });

  test('holds in every setting of any text', () => {
    const pieces = fc.array(fc.constantFrom('「', '」', '、', '。', '雨', '傘が', 'っ', 'ー', '!?', 'ない', '12', '（', '）', '……', 'TV'), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 2, max: 5 }), (words, count) => {
        const set = lines(`あ${words.join('')}`, count) ?? [];
        for (const [i, line] of set.entries()) {
          if (i > 0) expect(line).not.toMatch(/^[」、。っー）…!?]/);
          if (i < set.length - 1) expect(line).not.toMatch(/[「（]$/);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('vertical setting', () => {
  test('punctuation, brackets and long vowels take their vertical forms', () => {
    for (const c of '。、「」（）…ー〜っ') {
      const [atom] = vertical(c);
      const upright = fonts.shape(atom!.glyphs[0]!.fontId, c).glyphs[0]!.glyphId;
      expect(atom!.glyphs[0]!.glyphId !== upright || atom!.glyphs[0]!.turn === 90).toBe(true);
    }
  });

  test('a full stop stands in the upper right of its cell', () => {
    for (const id of ['shippori-antique', 'reggae-one', 'klee-one', 'yusei-magic', 'dela-gothic-one', 'noto-sans-sc', 'noto-sans-sc-bold'] as const) {
      const glyph = verticalAtoms('。', 'ja', fonts, [id])[0]!.glyphs[0]!;
      const ink = fonts.ink(id, glyph.glyphId);
      expect(glyph.x + (ink.left + ink.right) / 2).toBeGreaterThan(0.05);
      expect(glyph.y - (ink.top + ink.bottom) / 2).toBeLessThan(0.5);
    }
  });

  test('two and three digits, and pairs of marks, share one cell', () => {
    expect(vertical('12時').map((a) => a.text)).toEqual(['12', '時']);
    expect(vertical('第100話').map((a) => a.text)).toEqual(['第', '100', '話']);
    expect(vertical('え!?').map((a) => a.text)).toEqual(['え', '!?']);
    expect(vertical('え！！').at(-1)!.advance).toBe(1);
    expect(vertical('12')[0]!.glyphs).toHaveLength(2);
    expect(vertical('12')[0]!.glyphs.every((g) => g.turn === 0)).toBe(true);
  });

  test('longer numbers and words are turned; acronyms stand upright', () => {
    expect(vertical('2024年')[0]!.glyphs.every((g) => g.turn === 90)).toBe(true);
    expect(vertical('iPhoneも')[0]!.text).toBe('iPhone');
    expect(vertical('TV')).toHaveLength(2);
    expect(vertical('TV').every((a) => a.glyphs[0]!.turn === 0)).toBe(true);
  });

  test('neighbouring punctuation is squeezed', () => {
    const sum = (text: string): number => vertical(text).reduce((s, a) => s + a.advance, 0);
    expect(sum('た。」と')).toBeLessThan(3.7);
    expect(sum('た」「と')).toBeLessThan(3.7);
    expect(sum('たかいと')).toBeCloseTo(4);
  });
});

describe('horizontal setting', () => {
  const choices = (text: string, language: 'en' | 'zh') => {
    const look = styleOf({ language, kind: 'speech', isVertical: false, isOffPanel: false, hasRuby: false });
    return blockChoices(horizontalAtoms(text, language, fonts, fontsFor(language, 'speech')), look)[0]!;
  };

  test('lines bulge in the middle and none stands far out', () => {
    const { block } = choices('Nobody told me that the bridge was gone, so I walked straight into the river.', 'en');
    const widths = block.lines.map((l) => l.rect.width);
    expect(block.lines.length).toBeGreaterThan(2);
    expect(Math.max(...widths.slice(1, -1))).toBeGreaterThan(widths[0]!);
    for (const width of widths) expect(width).toBeGreaterThan(Math.max(...widths) * 0.4);
  });

  test('every line lies inside its ellipse', () => {
    const { block, inner } = choices('等一下，前面的桥已经被水淹了，我们要是现在游过去，天黑之前恐怕到不了。', 'zh');
    for (const { rect } of block.lines) for (const x of [rect.x, rect.x + rect.width]) for (const y of [rect.y, rect.y + rect.height]) expect(Math.abs(x / inner.a) ** inner.p + Math.abs(y / inner.b) ** inner.p).toBeLessThan(1);
  });

  test('Chinese words are not torn where it can be avoided', () => {
    const { block } = choices('我们明天早上去图书馆借书，然后一起回学校。', 'zh');
    const ends = block.lines.map((l) => l.text).join('|');
    for (const word of ['我们', '明天', '早上', '图书馆', '然后', '一起', '学校']) expect(ends).toContain(word);
  });

  test('a word is hyphenated only when it must', () => {
    expect(hyphenPoints('umbrella')).toEqual([]);
    expect(hyphenPoints('incomprehensibilities').length).toBeGreaterThan(1);
    expect(choices('Extraordinarily kind of you, my friend.', 'en').block.lines.map((l) => l.text).join('')).toBe('Extraordinarily kind of you, my friend.');
  });
});

describe('splitting', () => {
  test('parts joined are the text, each near its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constantFrom('en' as const, 'zh' as const, 'ja' as const), fc.integer({ min: 8, max: 60 }), (raw, language, limit) => {
        const text = cleanText(raw);
        expect(splitLine(text, limit, language).join('')).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  test('sentences stay whole', () => {
    expect(splitLine('The lamp is not a lamp. It is an eye! When the wind turns it opens.', 17, 'en')).toEqual(['The lamp is not a lamp. ', 'It is an eye! ', 'When the wind turns it opens.']);
    const parts = splitLine('昔々、山に狐がいた。満月の夜、狐は村へ降りて歌を歌った。村人は泣いた。', 16, 'ja');
    expect(parts[0]).toBe('昔々、山に狐がいた。');
    for (const part of parts) expect(roughLength(part)).toBeLessThan(20);
  });
});

test('no word or two of a sentence is left alone', () => {
  const parts = splitLine('He ran and ran along the very long and dusty and empty road, alone.', 33, 'en');
  expect(parts.length).toBe(1);
  expect(splitLine('He ran and ran along the very long and dusty and empty road, alone.', 25, 'en').at(-1)!.split(' ').length).toBeGreaterThan(3);
  expect(splitLine('He ran along the very long and dusty road. Alone.', 22, 'en').at(-1)).toBe('Alone.');
});

test('cleaning removes what cannot be seen and nothing else', () => {
  expect(cleanText(' a\u0000b\r\n\r\n c\u00a0 d\u200e ')).toBe('ab\nc d');
  expect(plainText('a\nb')).toBe('a b');
  expect(cleanText('x\ud83d')).toBe('x\ufffd');
});

test('ruby follows its base through cleaning', () => {
  expect(cleanRuby('  龍神様\u0000に', [{ start: 2, end: 4, text: 'りゅうじん' }])).toEqual([{ start: 0, end: 2, text: 'りゅうじん' }]);
  expect(cleanRuby('龍', [{ start: 0, end: 5, text: 'x' }, { start: 0, end: 1, text: '' }])).toEqual([]);
});

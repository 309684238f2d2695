import * as hb from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { FONT_IDS } from '../types.ts';
import { LANGUAGES, LINE_KINDS } from '../../model/kinds.ts';
import { packageFonts, testFonts } from '../test-fonts.ts';
import { SYMBOL_BASE, symbolFor, symbolGlyph } from './drawn-symbols.ts';
import { fontIdsFor, fontsFor } from './font-chains.ts';
import { FONT_FILES } from './font-files.ts';
import { outlineFromCommands, outlineFromPath, writeOutline, type GlyphOutline } from './glyph-outline.ts';
import { chainForText, splitByFont } from '../text/pick-font.ts';
import { loadFonts, shapeRun } from './load-fonts.ts';

test('every font can be loaded, has a file and an author', async () => {
  const fonts = await testFonts();
  expect(fonts.ids).toHaveLength(FONT_IDS.length);
  for (const id of FONT_IDS) {
    expect([0x41, 0x1f600].some((sign) => fonts.has(id, sign))).toBe(true);
    expect(FONT_FILES[id].author).not.toBe('');
  }
});

describe('chains', () => {
  test('a Chinese font comes last on a Japanese page and is loaded only for what no Japanese font has', () => {
    for (const kind of LINE_KINDS) {
      const chain = fontsFor('ja', kind);
      expect(chain.filter((id) => /zcool|noto-sans-sc/.test(id))).toEqual(['noto-sans-sc-bold']);
      expect(chain.at(-1)).toBe('noto-sans-sc-bold');
    }
    expect(fontIdsFor('ja', ['雨が々降る漢字'])).not.toContain('noto-sans-sc-bold');
    expect(fontIdsFor('ja', ['你们说'])).toContain('noto-sans-sc-bold');
  });

  test('all fonts of all chains are loaded for texts of all scripts', () => {
    for (const language of LANGUAGES) for (const kind of LINE_KINDS) for (const id of fontsFor(language, kind)) expect(fontIdsFor(language, ['漢们 かな 한국 😀'])).toContain(id);
  });

  test('large fonts are loaded only for texts that need them', () => {
    expect(fontIdsFor('en', ['Hello'])).toEqual(['comic-neue-bold', 'bangers', 'patrick-hand', 'comic-relief']);
    expect(fontIdsFor('en', ['Hello 你'])).toContain('noto-sans-sc-bold');
    expect(fontIdsFor('en', ['Hello 한국'])).toEqual(['comic-neue-bold', 'bangers', 'patrick-hand', 'comic-relief', 'jua']);
    expect(fontIdsFor('zh', ['你好']).some((id) => /jua|emoji|shippori/.test(id))).toBe(false);
  });
});

describe('texts of several scripts', () => {
  const SCRIPTS = ['你们说话', '個說話龍', 'こんにちはラーメン', '々〆畑込働峠', '안녕하세요 김치 ㅋㅋ', 'Привет, мир', 'Євген і ґава', 'Γειά σου κόσμε', 'éèêñçöüßøåÅÆ', 'Łódź Şişli Őrült Žižek', 'Tiếng Việt', 'nǐ hǎo', '€£¥₽₹', '½±×÷→←∞≠≤≥√', '№℃™©®※★♪♥①㈱', '😀😂🍕🐉🇨🇳👍🏽👨‍👩‍👧1️⃣'];

  test.each(LANGUAGES)('no character of them is missing on a page in %s', async (language) => {
    const fonts = await testFonts(fontIdsFor(language, SCRIPTS));
    for (const kind of LINE_KINDS) {
      const chain = fontsFor(language, kind).filter((id) => fonts.ids.includes(id));
      for (const text of SCRIPTS) {
        const missing = splitByFont(fonts, chainForText(fonts, chain, text), text.replaceAll(' ', '')).filter((piece) => !piece.fontId && symbolFor(piece.text) === 'box');
        expect(missing, `${kind} ${text}`).toEqual([]);
      }
    }
  });

  test('one hand writes all kanji of a text, with the forms of its language', async () => {
    const fonts = await testFonts();
    const first = (language: (typeof LANGUAGES)[number], kind: (typeof LINE_KINDS)[number], text: string): unknown => splitByFont(fonts, chainForText(fonts, fontsFor(language, kind), text), text).map(({ fontId }) => fontId);
    expect(first('zh', 'shout', '快跑')).toEqual(['zcool-kuaile']);
    expect(first('zh', 'shout', '說話快跑')).toEqual(['noto-sans-sc-bold']);
    expect(first('zh', 'speech', 'ラーメン')).toEqual(['noto-sans-sc-bold']);
    expect(first('ja', 'speech', '雨')).toEqual(['shippori-antique']);
    expect(first('ja', 'speech', '你们')).toEqual(['noto-sans-sc-bold']);
    expect(first('en', 'speech', '直す')).toEqual(['shippori-antique']);
    expect(first('en', 'speech', '直')).toEqual(['noto-sans-sc-bold']);
    expect(first('ja', 'narration', 'Привет')).toEqual(['comic-relief']);
  });
});

test('shaping kerns and gives one glyph per letter', async () => {
  const fonts = await testFonts(['comic-neue-bold']);
  const run = shapeRun(fonts, 'comic-neue-bold', 'AVA');
  expect(run.glyphs).toHaveLength(3);
  expect(run.advance).toBeGreaterThan(1);
  expect(() => fonts.shape('bangers', 'x')).toThrow(/not loaded/);
});

test('a font that is none is refused by name', async () => {
  await expect(loadFonts(async () => new ArrayBuffer(64), ['bangers'])).rejects.toThrow(/bangers/);
  await expect(loadFonts(async () => { throw new Error('gone'); }, ['klee-one'])).rejects.toThrow(/klee-one could not be read/);
});

test('drawn signs stand above every font glyph', () => {
  expect(symbolGlyph(symbolFor('❤'))).toBeGreaterThanOrEqual(SYMBOL_BASE);
  expect(symbolFor('😀')).toBe('laugh');
  expect(symbolFor('💢')).toBe('anger');
  expect(symbolFor('ش')).toBe('box');
});

test('outlines are written in whole relative numbers', () => {
  const outline = outlineFromPath('M0 0L100 0Q100 100 0 100Z');
  expect(writeOutline(outline, { a: 0.1, b: 0, c: 0, d: -0.1, e: 5, f: 5 })).toBe('M5 5l10 0q0-10-10-10z');
});

test('outlines read from the tables are those of HarfBuzz', async () => {
  const fonts = await testFonts();
  const blobs = await Promise.all(FONT_IDS.map(async (id) => ({ id, bytes: await packageFonts(id) })));
  for (const { id, bytes } of blobs) {
    const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
    for (const character of 'Aag&8é走れ雨…「。ー永龍') {
      const glyphId = font.nominalGlyph(character.codePointAt(0)!) ?? 0;
      const expected = outlineFromCommands(font.glyphToJson(glyphId));
      expect(areaOf(fonts.outline(id, glyphId)), `${id} ${character}`).toBeCloseTo(areaOf(expected), 6);
    }
  }
});

/** Signed area of an outline in em², curves included: equal outlines have equal areas wherever their contours begin. */
function areaOf({ ops, values }: GlyphOutline): number {
  let [area, k, x, y, sx, sy] = [0, 0, 0, 0, 0, 0];
  const to = (nx: number, ny: number): void => {
    area += x * ny - nx * y;
    [x, y] = [nx, ny];
  };
  for (const op of ops) {
    if (op === 'Z') to(sx, sy);
    else if (op === 'Q') {
      const [px, py, cx, cy, ex, ey] = [x, y, values[k]!, values[k + 1]!, values[k + 2]!, values[k + 3]!];
      for (let i = 1; i <= 8; i++) {
        const [t, s] = [i / 8, 1 - i / 8];
        to(s * s * px + 2 * s * t * cx + t * t * ex, s * s * py + 2 * s * t * cy + t * t * ey);
      }
      k += 4;
    } else {
      if (op === 'M') [x, y, sx, sy] = [values[k]!, values[k + 1]!, values[k]!, values[k + 1]!];
      else to(values[k]!, values[k + 1]!);
      k += 2;
    }
  }
  return area / 2e6;
}

import { describe, expect, test } from 'vitest';
import { FONT_IDS } from '../types.ts';
import { LANGUAGES, LINE_KINDS } from '../../model/kinds.ts';
import { testFonts } from '../test-fonts.ts';
import { SYMBOL_BASE, symbolFor, symbolGlyph } from './drawn-symbols.ts';
import { fontIdsFor, fontsFor } from './font-chains.ts';
import { FONT_FILES } from './font-files.ts';
import { outlineFromPath, writeOutline } from './glyph-outline.ts';
import { loadFonts, shapeRun } from './load-fonts.ts';

test('every font can be loaded, has a file and an author', async () => {
  const fonts = await testFonts();
  expect(fonts.ids).toHaveLength(FONT_IDS.length);
  for (const id of FONT_IDS) {
    expect(fonts.has(id, 0x41)).toBe(true);
    expect(FONT_FILES[id].author).not.toBe('');
  }
});

describe('chains', () => {
  test('Japanese never falls back to a Chinese font', () => {
    for (const kind of LINE_KINDS) expect(fontsFor('ja', kind).filter((id) => /zcool|noto-sans-sc/.test(id))).toEqual([]);
    expect(fontIdsFor('ja').some((id) => /zcool|noto/.test(id))).toBe(false);
  });

  test('all fonts of all chains are loaded', () => {
    for (const language of LANGUAGES) for (const kind of LINE_KINDS) for (const id of fontsFor(language, kind)) expect(fontIdsFor(language, ['漢'])).toContain(id);
  });

  test('English books load the Chinese font only when they need it', () => {
    expect(fontIdsFor('en', ['Hello'])).not.toContain('noto-sans-sc-bold');
    expect(fontIdsFor('en', ['Hello 你'])).toContain('noto-sans-sc-bold');
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

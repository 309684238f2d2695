import type { FontId } from '../types.ts';
import type { Fonts, Ink } from '../fonts/load-fonts.ts';
import type { Atom, AtomGlyph } from './atom.ts';
import { CLOSING, OPENING } from './kinsoku.ts';
import { drawnUnlessFirst, fontFor, signGlyph } from './pick-font.ts';
import { isDrawnFirst } from '../fonts/drawn-symbols.ts';
import { wordAtom } from './horizontal-atoms.ts';

/** Distance from the top of the em box to the baseline, em: HarfBuzz's own vertical metrics are compiled out. */
const EM_ASCENT = 0.88;
/** Height of the em box's centre above the baseline, em. */
export const EM_CENTRE = EM_ASCENT - 0.5;

const TURNS = new Set('ー〜～…‥―—–─-=＝~|｜（）()［］[]｛｝{}〈〉《》「」『』【】〔〕〖〗“”→←：:；');
const SMALL_KANA = new Set('ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ');
const CORNER = new Set('、。，．');

const atomOf = (text: string, advance: number, glyphs: AtomGlyph[]): Atom => ({
  text, advance, space: 0, glyphs, breakCost: 0, isForcedBreak: false, blankBefore: 0, blankAfter: 0,
});

/** One character standing upright (or turned, if it has no vertical form and wants one) in a cell of one em. */
export function uprightCell(character: string, fonts: Fonts, chain: readonly FontId[]): Atom {
  const wide = fullWidthOf(character);
  const fontId = fontFor(fonts, chain, wide) ?? fontFor(fonts, chain, character);
  if (!fontId || (isDrawnFirst(character) && !drawnUnlessFirst(fonts, chain, character))) return atomOf(character, 1, [{ ...signGlyph(chain, character), x: -0.5, y: EM_ASCENT }]);
  if (fontId === 'noto-emoji') return emojiCell(character, fonts, chain);
  const shown = fontFor(fonts, [fontId], wide) ? wide : character;
  const form = fonts.verticalGlyph(fontId, shown.codePointAt(0)!);
  const unit = fonts.unit(fontId, form.glyphId);
  const glyph: AtomGlyph = { fontId, glyphId: form.glyphId, x: -form.advance / 2, y: EM_ASCENT, unit, turn: 0 };
  const ink = fonts.ink(fontId, form.glyphId);
  if (!form.hasForm) {
    if (TURNS.has(shown)) return turnedCell(character, glyph, form.advance, ink);
    if (CORNER.has(shown)) moveInkTo(glyph, ink, { x: 0.28, y: 0.22 });
    else if (SMALL_KANA.has(shown)) Object.assign(glyph, { x: glyph.x + 0.1, y: glyph.y - 0.1 });
    else if (/^[A-Za-z0-9!?！？&]$/.test(shown)) glyph.x = -(ink.left + ink.right) / 2;
  }
  return withBlanks(atomOf(character, 1, [glyph]), character, { top: glyph.y - ink.top, bottom: glyph.y - ink.bottom });
}

/** A picture, also one of several code points, in the middle of its cell. */
function emojiCell(character: string, fonts: Fonts, chain: readonly FontId[]): Atom {
  const word = wordAtom(character, fonts, chain);
  const size = 0.86;
  return atomOf(character, 1.1, word.glyphs.map((g) => ({ ...g, x: (g.x - word.advance / 2) * size, y: g.y * size + EM_ASCENT - 0.02, unit: g.unit * size })));
}

/** Two or three digits or exclamation marks side by side in one cell (tate-chu-yoko). */
export function combinedCell(text: string, fonts: Fonts, chain: readonly FontId[]): Atom {
  const narrow = text.replace(/！/g, '!').replace(/？/g, '?');
  const word = wordAtom(narrow, fonts, chain);
  // Three digits may stand out a little into the space between the columns.
  const size = Math.min(1, (narrow.length > 2 ? 1.24 : 1) / word.advance);
  const [left, baseline] = [(-word.advance * size) / 2, 0.5 + 0.37 * size];
  return atomOf(text, 1, word.glyphs.map((g) => ({ ...g, x: left + g.x * size, y: baseline + g.y * size, unit: g.unit * size })));
}

/** A run of Latin letters, turned clockwise to read down the column. */
export function turnedRun(text: string, fonts: Fonts, chain: readonly FontId[]): Atom {
  const word = wordAtom(text, fonts, chain);
  // Turned by 90 degrees, right becomes down and up becomes right; the x-height's middle lies on the axis.
  const glyphs = word.glyphs.map((g) => ({ ...g, x: -0.3 - g.y, y: g.x + 0.06, turn: 90 }));
  return atomOf(text, word.advance + 0.12, glyphs);
}

function turnedCell(text: string, glyph: AtomGlyph, advance: number, ink: Ink): Atom {
  const atom = atomOf(text, Math.max(0.5, advance), [{ ...glyph, x: -EM_CENTRE, y: 0, turn: 90 }]);
  if (/[…‥ー〜～―—]/.test(text)) atom.glyphs[0]!.x = -(ink.top + ink.bottom) / 2;
  return withBlanks(atom, text, { top: ink.left, bottom: ink.right });
}

function withBlanks(atom: Atom, character: string, ink: { top: number; bottom: number }): Atom {
  if (OPENING.has(character)) atom.blankBefore = Math.max(0, Math.min(0.5, ink.top - 0.06));
  if (CLOSING.has(character)) atom.blankAfter = Math.max(0, Math.min(0.5, atom.advance - ink.bottom - 0.06));
  return atom;
}

/** Moves a glyph so that the middle of its ink lies at a point of the cell (axis, from the top). */
function moveInkTo(glyph: AtomGlyph, ink: Ink, at: { x: number; y: number }): void {
  glyph.x = at.x - (ink.left + ink.right) / 2;
  glyph.y = at.y + (ink.top + ink.bottom) / 2;
}

/** Single signs of half width stand in a column as their full-width sisters. */
function fullWidthOf(character: string): string {
  return /^[!?]$/.test(character) ? String.fromCodePoint(character.codePointAt(0)! + 0xfee0) : character;
}

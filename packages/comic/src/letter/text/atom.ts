import type { FontId } from '../types.ts';

/** A glyph inside an atom; em, from the atom's origin: x right, y down. */
export type AtomGlyph = { fontId: FontId; glyphId: number; x: number; y: number; /** em per unit of the outline */ unit: number; turn: number; /** Stroke that makes it bolder, em. */ bold?: number; /** See `PlacedGlyph.slant`. */ slant?: number };

/**
 * The smallest thing a line is made of: a word, a full-width character, a cell of two digits.
 * Horizontal: origin at the left end on the baseline. Vertical: origin at the top of the column's axis.
 */
export type Atom = {
  /** The source characters, with the white space that follows. */
  text: string;
  /** Length along the line, em, without the space that follows. */
  advance: number;
  /** Space after it when the line goes on, em. */
  space: number;
  glyphs: AtomGlyph[];
  /** Cost of ending the line here; see phrase-breaks. */
  breakCost: number;
  isForcedBreak: boolean;
  /** Blank that vanishes at the start or end of a line, em. */
  blankBefore: number;
  blankAfter: number;
  /** Which of the lines that one bubble holds it belongs to; the first when absent. */
  saying?: number;
  /** Drawn only when the line ends here inside a word. */
  hyphen?: { glyphs: AtomGlyph[]; advance: number };
};

/**
 * Closing and opening punctuation side by side: full-width marks keep half a character of
 * blank between them at most, not a whole one.
 */
export function squeezePunctuation(atoms: Atom[]): Atom[] {
  for (let i = 1; i < atoms.length; i++) {
    const [a, b] = [atoms[i - 1]!, atoms[i]!];
    if (a.isForcedBreak || a.space > 0 || a.blankAfter + b.blankBefore === 0) continue;
    const isPair = a.blankAfter > 0 && b.blankBefore > 0;
    const isRow = (a.blankAfter > 0 && b.blankAfter > 0) || (a.blankBefore > 0 && b.blankBefore > 0);
    if (!isPair && !isRow) continue;
    // Only the blank of the first is cut when two closing marks meet, of the second when two open.
    if (a.blankAfter > 0) {
      a.advance -= a.blankAfter;
      a.blankAfter = 0;
    } else {
      b.advance -= b.blankBefore;
      b.glyphs = b.glyphs.map((g) => ({ ...g, x: g.x - b.blankBefore }));
      b.blankBefore = 0;
    }
  }
  return atoms;
}

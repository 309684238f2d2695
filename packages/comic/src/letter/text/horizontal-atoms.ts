import type { Language } from '../../model/kinds.ts';
import type { FontId } from '../types.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import { squeezePunctuation, type Atom, type AtomGlyph } from './atom.ts';
import { splitGraphemes } from './clean-text.ts';
import { CLOSING, OPENING, isFullWidth, mayBreakBetween } from './kinsoku.ts';
import { hyphenPoints } from './hyphenate.ts';
import { NEVER, cjkBreakCost, wordBoundaries, wordBreakCost } from './phrase-breaks.ts';
import { signGlyph, splitByFont } from './pick-font.ts';

const SPACE = 0.27;
/** In black and white they would be faces of their own behind the hand. */
const SKIN_TONES = /(?<=.)[\u{1f3fb}-\u{1f3ff}]/gu;
/** Fonts that stand out beside the others at the same size. */
const SIZE: Partial<Record<FontId, number>> = { 'comic-relief': 0.88 };

/** Cuts a clean text into atoms for horizontal lines. */
export function horizontalAtoms(text: string, language: Language, fonts: Fonts, chain: readonly FontId[]): Atom[] {
  const isCjkText = language !== 'en';
  const ends = isCjkText ? wordBoundaries(text, language) : new Set<number>();
  const tokens = tokenise(text, isCjkText).flatMap(splitLongWord);
  const atoms = tokens.map((token) => (token.isFull ? fullAtom(token.text, fonts, chain) : wordAtom(token.text, fonts, chain)));
  tokens.forEach((token, i) => {
    const atom = atoms[i]!;
    atom.text = token.text + token.after;
    atom.isForcedBreak = token.after.includes('\n');
    atom.space = token.after === '' ? 0 : token.after.includes('\u3000') ? 0.55 : SPACE;
    const next = tokens[i + 1];
    if (next && !atom.isForcedBreak) atom.breakCost = costBetween(token, next, ends, language);
    if (token.isSplit) {
      const hyphen = wordAtom('-', fonts, chain);
      atom.hyphen = { glyphs: hyphen.glyphs, advance: hyphen.advance };
    }
  });
  return squeezePunctuation(atoms);
}

type Token = { text: string; after: string; isFull: boolean; end: number; /** A hyphen is drawn when a line ends after it. */ isSplit?: boolean };

const HYPHEN_COST = 90;

function splitLongWord(token: Token): Token[] {
  const points = token.isFull ? [] : hyphenPoints(token.text);
  if (points.length === 0) return [token];
  const cuts = [0, ...points, token.text.length];
  return cuts.slice(1).map((to, i) => {
    const isLast = to === token.text.length;
    return { ...token, text: token.text.slice(cuts[i]!, to), after: isLast ? token.after : '', end: token.end - token.text.length + to, isSplit: !isLast };
  });
}

function costBetween(a: Token, b: Token, ends: Set<number>, language: Language): number {
  if (a.isFull || b.isFull) {
    const before = a.isFull ? a.text : a.text.slice(-1);
    const after = b.isFull ? b.text : b.text[0]!;
    if (a.after !== '') return mayBreakBetween(before, after) ? Math.min(0, cjkBreakCost(before, after, true, language)) : NEVER;
    return cjkBreakCost(before, after, ends.has(a.end), language);
  }
  if (a.isSplit) return HYPHEN_COST;
  if (a.after === '') return mayBreakBetween('x', b.text[0]!) ? 8 : NEVER;
  return wordBreakCost(a.text);
}

/** Words, full-width characters one by one, and the white space after each. */
function tokenise(text: string, isCjkText: boolean): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  let word: Token | undefined;
  for (const grapheme of splitGraphemes(text)) {
    offset += grapheme.length;
    const last = tokens.at(-1);
    if (grapheme === ' ' || grapheme === '\n' || grapheme === '\u3000') {
      if (last) last.after += grapheme;
      word = undefined;
    } else if (isFullWidth(grapheme, isCjkText)) {
      tokens.push({ text: grapheme, after: '', isFull: true, end: offset });
      word = undefined;
    } else if (word && word.text.length < 60) {
      word.text += grapheme;
      word.end = offset;
      if (/[-–—/]$/.test(word.text) && word.text.length > 2) word = undefined;
    } else {
      tokens.push((word = { text: grapheme, after: '', isFull: false, end: offset }));
    }
  }
  return tokens;
}

function emptyAtom(): Atom {
  return { text: '', advance: 0, space: 0, glyphs: [], breakCost: 0, isForcedBreak: false, blankBefore: 0, blankAfter: 0 };
}

export function wordAtom(word: string, fonts: Fonts, chain: readonly FontId[]): Atom {
  const atom = emptyAtom();
  for (const piece of splitByFont(fonts, chain, word)) {
    if (!piece.fontId) {
      atom.glyphs.push({ ...signGlyph(chain, piece.text), x: atom.advance });
      atom.advance += 1;
      continue;
    }
    const run = fonts.shape(piece.fontId, piece.fontId === 'noto-emoji' ? piece.text.replace(SKIN_TONES, '') : piece.text);
    const size = SIZE[piece.fontId] ?? 1;
    for (const g of run.glyphs) atom.glyphs.push({ fontId: piece.fontId, glyphId: g.glyphId, x: atom.advance + g.x * size, y: -g.y * size, unit: fonts.unit(piece.fontId, g.glyphId) * size, turn: 0 });
    atom.advance += run.advance * size;
  }
  return atom;
}

/** A full-width character; the blank half of punctuation is found from its ink, for every font is different. */
function fullAtom(character: string, fonts: Fonts, chain: readonly FontId[]): Atom {
  const atom = wordAtom(character, fonts, chain);
  const ink = atom.glyphs.length === 1 ? inkOf(fonts, atom.glyphs[0]!) : undefined;
  if (ink && OPENING.has(character)) atom.blankBefore = Math.max(0, Math.min(0.5, ink.left - 0.06));
  if (ink && CLOSING.has(character)) atom.blankAfter = Math.max(0, Math.min(0.5, atom.advance - ink.right - 0.06));
  return atom;
}

function inkOf(fonts: Fonts, glyph: AtomGlyph): { left: number; right: number } {
  return fonts.ink(glyph.fontId, glyph.glyphId);
}

import type { Language } from '../../model/kinds.ts';
import type { FontId } from '../types.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import type { Atom } from './atom.ts';
import { splitGraphemes } from './clean-text.ts';
import { isFullWidth, mayBreakBetween } from './kinsoku.ts';
import { NEVER, cjkBreakCost, wordBoundaries } from './phrase-breaks.ts';
import { isEmoji } from './pick-font.ts';
import { combinedCell, turnedRun, uprightCell } from './vertical-cells.ts';

/** Cuts a clean text into atoms for vertical columns, top to bottom. */
export function verticalAtoms(text: string, language: Language, fonts: Fonts, chain: readonly FontId[]): Atom[] {
  const ends = wordBoundaries(text, language);
  const tokens = tokenise(text);
  const atoms = tokens.map((token) => cellFor(token, fonts, chain));
  tokens.forEach((token, i) => {
    const atom = atoms[i]!;
    atom.text = token.text + token.after;
    atom.isForcedBreak = token.after.includes('\n');
    atom.space = token.after === '' ? 0 : token.after.includes('\u3000') ? 0.55 : 0.3;
    const next = tokens[i + 1];
    if (!next || atom.isForcedBreak) return;
    const [before, after] = [token.text.slice(-1), next.text[0]!];
    if (token.isTight && next.isTight && token.after === '') atom.breakCost = NEVER;
    else if (token.after !== '') atom.breakCost = mayBreakBetween(before, after) ? Math.min(0, cjkBreakCost(before, after, true, language)) : NEVER;
    else atom.breakCost = cjkBreakCost(lastOf(token.text), next.text, ends.has(token.end), language);
  });
  return squeezeColumn(atoms);
}

/** `isTight`: one letter of an acronym set upright, not to be torn from the next. */
type Token = { text: string; after: string; kind: 'cell' | 'combined' | 'turned'; isTight: boolean; end: number };

const lastOf = (text: string): string => Array.from(text).at(-1) ?? '';

function cellFor(token: Token, fonts: Fonts, chain: readonly FontId[]): Atom {
  if (token.kind === 'combined') return combinedCell(token.text, fonts, chain);
  return token.kind === 'turned' ? turnedRun(token.text, fonts, chain) : uprightCell(token.text, fonts, chain);
}

const COMBINED = /^(?:[!?！？]{2,3}(?![!?！？])|\d{2,3}(?![\d.,:/A-Za-z]))/;
const ACRONYM = /^[A-Z]{2,4}(?![A-Za-z0-9'’.&-])/;
const LATIN = /^[^\s\p{Extended_Pictographic}\p{Regional_Indicator}\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]+/u;

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let isAfterLatin = false;
  const push = (piece: string, kind: Token['kind'], isTight = false): void => {
    at += piece.length;
    tokens.push({ text: piece, after: '', kind, isTight, end: at });
    isAfterLatin = kind === 'turned';
  };
  while (at < text.length) {
    const rest = text.slice(at, at + 80);
    const space = /^[ \n\u3000]+/.exec(rest)?.[0];
    const combined = isAfterLatin ? undefined : COMBINED.exec(rest)?.[0];
    const acronym = isAfterLatin ? undefined : ACRONYM.exec(rest)?.[0];
    if (space) {
      const last = tokens.at(-1);
      if (last) last.after += space;
      at += space.length;
      isAfterLatin = false;
    } else if (combined) push(combined, 'combined');
    else if (acronym) for (const letter of acronym) push(letter, 'cell', true);
    else pushOther(rest, push);
  }
  return tokens;
}

function pushOther(rest: string, push: (piece: string, kind: Token['kind']) => void): void {
  const first = splitGraphemes(rest.slice(0, 16))[0]!;
  if (isFullWidth(first, true) || isEmoji(first)) return push(first, 'cell');
  let latin = '';
  for (const grapheme of splitGraphemes(LATIN.exec(rest)?.[0] ?? first)) {
    if (latin !== '' && (isFullWidth(grapheme, true) || /^[!?]/.test(grapheme))) break;
    latin += grapheme;
    if (/^[!?]/.test(grapheme) || latin.length >= 24) break;
  }
  push(latin, latin.length === 1 && /[A-Za-z0-9!?&]/.test(latin) ? 'cell' : 'turned');
}

/** As squeezePunctuation, along the column. */
function squeezeColumn(atoms: Atom[]): Atom[] {
  for (let i = 1; i < atoms.length; i++) {
    const [a, b] = [atoms[i - 1]!, atoms[i]!];
    if (a.isForcedBreak || a.space > 0) continue;
    const isRow = (a.blankAfter > 0 && b.blankAfter > 0) || (a.blankBefore > 0 && b.blankBefore > 0);
    if (!isRow && !(a.blankAfter > 0 && b.blankBefore > 0)) continue;
    if (a.blankAfter > 0) {
      a.advance -= a.blankAfter;
      a.blankAfter = 0;
    } else {
      b.advance -= b.blankBefore;
      b.glyphs = b.glyphs.map((g) => ({ ...g, y: g.y - b.blankBefore }));
      b.blankBefore = 0;
    }
  }
  return atoms;
}

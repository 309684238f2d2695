import type { FontId } from '../types.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import { SYMBOL_UPEM, symbolFor, symbolGlyph } from '../fonts/drawn-symbols.ts';
import type { AtomGlyph } from './atom.ts';
import { splitGraphemes } from './clean-text.ts';

/** The first font of the chain that has every character of a piece; undefined when none has. */
export function fontFor(fonts: Fonts, chain: readonly FontId[], piece: string): FontId | undefined {
  return chain.find((id) => !UNFIT[id]?.test(piece) && coversAll(fonts, id, piece)) ?? chain.find((id) => coversAll(fonts, id, piece));
}

/** Signs that a font has, but badly: no vertical forms, or dots for full stops. The next font of the chain gives them. */
const UNFIT: Partial<Record<FontId, RegExp>> = {
  'zcool-xiaowei': /[\u3001-\u303f\uff00-\uff65…—“”‘’]/,
  'dela-gothic-one': /[（）「」『』…‥〜～―]/,
};

export type Piece = { text: string; fontId: FontId | undefined };

/** Cuts a word where its font changes; one piece in the usual case. Characters no font has stand alone. */
export function splitByFont(fonts: Fonts, chain: readonly FontId[], word: string): Piece[] {
  const whole = fontFor(fonts, chain, word);
  if (whole) return [{ text: word, fontId: whole }];
  const pieces: Piece[] = [];
  for (const grapheme of splitGraphemes(word)) {
    const fontId = fontFor(fonts, chain, grapheme);
    const last = pieces.at(-1);
    if (last && fontId && last.fontId === fontId) last.text += grapheme;
    else pieces.push({ text: grapheme, fontId });
  }
  return pieces;
}

/** A drawn sign in place of a glyph; `box` marks what nothing can draw. Origin: left end, baseline. */
export function signGlyph(chain: readonly FontId[], grapheme: string): AtomGlyph {
  return { fontId: chain[0]!, glyphId: symbolGlyph(symbolFor(grapheme)), x: 0, y: 0, unit: 1 / SYMBOL_UPEM, turn: 0 };
}

const INVISIBLE = /[\u200c\u200d\ufe00-\ufe0f]/g;

function coversAll(fonts: Fonts, id: FontId, text: string): boolean {
  for (const character of text.replace(INVISIBLE, '')) if (!fonts.has(id, character.codePointAt(0)!)) return false;
  return true;
}

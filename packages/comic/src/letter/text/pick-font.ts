import type { FontId } from '../types.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import { isDrawnFirst, SYMBOL_UPEM, symbolFor, symbolGlyph } from '../fonts/drawn-symbols.ts';
import type { AtomGlyph } from './atom.ts';
import { splitGraphemes } from './clean-text.ts';

/** The first font of the chain that has every character of a piece; undefined when none has. */
export function fontFor(fonts: Fonts, chain: readonly FontId[], piece: string): FontId | undefined {
  return chain.find((id) => !UNFIT[id]?.test(piece) && coversAll(fonts, id, piece)) ?? chain.find((id) => id !== 'noto-emoji' && coversAll(fonts, id, piece));
}

const FOREIGN = /[\u0370-\u052f]/;

/**
 * What a font has, but badly: signs without vertical forms, dots for full stops, Greek and Cyrillic letters as wide as
 * kanji, digits among the emoji. The next font of the chain gives them.
 */
const UNFIT: Partial<Record<FontId, RegExp>> = {
  'zcool-xiaowei': /[\u3001-\u303f\uff00-\uff65…—“”‘’]/,
  'dela-gothic-one': /[（）「」『』…‥〜～―\u0370-\u052f]/,
  'klee-one': FOREIGN, 'reggae-one': FOREIGN, 'noto-sans-sc': FOREIGN, 'noto-sans-sc-bold': FOREIGN,
  'noto-emoji': /^[\d#*\s]+$/,
};

/**
 * The chain for one text. A font that lacks some of the text's kanji or kana gives way to one that has them all:
 * letters of two hands in one word look like a misprint. Kana among them call for the Japanese forms of kanji.
 */
export function chainForText(fonts: Fonts, chain: readonly FontId[], text: string): readonly FontId[] {
  const letters = [...new Set(text.match(/[\p{Script=Han}\u3041-\u30ff]/gu) ?? [])];
  if (letters.length === 0) return chain;
  const counts = new Map(chain.map((id) => [id, letters.filter((letter) => fonts.has(id, letter.codePointAt(0)!)).length]));
  const isWhole = (id: FontId): boolean => counts.get(id) === letters.length;
  if (counts.get(chain[0]!) === 0) {
    // A page in Latin letters: its own font stays first, and the foreign words have one font.
    const isJapanese = letters.some((letter) => /[\u3041-\u30ff]/.test(letter));
    const wish = chain.filter((id) => isWhole(id) && (id === 'shippori-antique') === isJapanese);
    return [...chain.filter((id) => counts.get(id) === 0), ...wish, ...chain.filter((id) => counts.get(id) !== 0 && !wish.includes(id))];
  }
  if (isWhole(chain[0]!) || !chain.some(isWhole)) return chain;
  return [...chain.filter((id) => isWhole(id) || counts.get(id) === 0), ...chain.filter((id) => !isWhole(id) && counts.get(id) !== 0)];
}

export type Piece = { text: string; fontId: FontId | undefined };

/** Cuts a word where its font changes; one piece in the usual case. Characters no font has stand alone. */
export function splitByFont(fonts: Fonts, chain: readonly FontId[], word: string): Piece[] {
  const whole = hasSign(word) ? undefined : fontFor(fonts, chain, word);
  if (whole) return [{ text: word, fontId: whole }];
  const pieces: Piece[] = [];
  for (const grapheme of splitGraphemes(word)) {
    const fontId = isDrawnFirst(grapheme) ? drawnUnlessFirst(fonts, chain, grapheme) : fontFor(fonts, chain, grapheme);
    const last = pieces.at(-1);
    if (last && fontId && last.fontId === fontId) last.text += grapheme;
    else pieces.push({ text: grapheme, fontId });
  }
  return pieces;
}

/** A user-perceived character of the emoji kind: a picture, a flag, a key. */
export function isEmoji(grapheme: string): boolean {
  return /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})|\u20e3/u.test(grapheme);
}

const hasSign = (word: string): boolean => /\p{Extended_Pictographic}/u.test(word);

/** Hearts and stars are drawn here unless a font of letters has them. */
export function drawnUnlessFirst(fonts: Fonts, chain: readonly FontId[], grapheme: string): FontId | undefined {
  const fontId = fontFor(fonts, chain, grapheme);
  return fontId === 'noto-emoji' ? undefined : fontId;
}

/** A drawn sign in place of a glyph; `box` marks what nothing can draw. Origin: left end, baseline. */
export function signGlyph(chain: readonly FontId[], grapheme: string): AtomGlyph {
  return { fontId: chain[0]!, glyphId: symbolGlyph(symbolFor(grapheme)), x: 0, y: 0, unit: 1 / SYMBOL_UPEM, turn: 0 };
}

const INVISIBLE = /[\u200c\u200d\ufe00-\ufe0f\u{e0020}-\u{e007f}]/gu;

function coversAll(fonts: Fonts, id: FontId, text: string): boolean {
  for (const character of text.replace(INVISIBLE, '')) if (!fonts.has(id, character.codePointAt(0)!)) return false;
  return true;
}

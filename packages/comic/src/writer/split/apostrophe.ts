/** Tells quotes from apostrophes, feet, inches and other lookalikes. */

const ELIDED = /^['’](?:tis|twas|twere|twill|em|cause|bout|til|till|neath|round|cept|nough|ere|im|is|ll|ve|d|s|n|er|ospital|ouse|ome|ave|alf|ead|eart|old|ope|orse|ow|\d0s)\b/i;
const LETTER = /[\p{L}\p{N}]/u;

/** `'` or `‘` before a word that is not cut at its front (`'tis`, `'em`). */
export function isOpeningSingle(text: string, at: number, start: number): boolean {
  const before = at > start ? (text[at - 1] ?? ' ') : ' ';
  const after = text[at + 1] ?? ' ';
  if (LETTER.test(before) || /\s/.test(after)) return false;
  if (text[at] === "'" && ELIDED.test(text.slice(at, at + 12))) return false;
  return /[\s([—–\-“"「]/.test(before);
}

/** `'` or `’` that ends a quote: after punctuation, or after a letter when no letter follows and it is no plural's. */
export function isClosingSingle(text: string, at: number, end: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = at + 1 < end ? (text[at + 1] ?? ' ') : ' ';
  if (LETTER.test(after) || /\s/.test(before)) return false;
  if (/[.,!?…—;:)”"]/.test(before)) return true;
  if (!/[\s.,;:!?)—–”"]/.test(after)) return false;
  // `the boys' room`, `goin' home`: an apostrophe as long as a real end of the quote still follows.
  return !/(?:s|in|th|o|an|wi)$/i.test(text.slice(Math.max(0, at - 2), at)) || !hasLaterEnd(text, at, end);
}

function hasLaterEnd(text: string, at: number, end: number): boolean {
  for (let i = at + 1; i < Math.min(end, at + 600); i++) {
    const mark = text[i];
    if (mark === '‘') return false;
    if ((mark === '’' || mark === "'") && /[.,!?…—]/.test(text[i - 1] ?? '')) return true;
  }
  return false;
}

/** A straight double quote opens at the start, after space or an opening mark; `6'2"` and closers do not. */
export function isOpeningStraight(text: string, at: number, start: number): boolean {
  if (at === start) return true;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (/\s/.test(after) || after === '') return false;
  if (/[\s([—–\-:,：，。！？；、…‘'「『*]/.test(before)) return true;
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(before);
}

/** A closing single behind punctuation follows in the paragraph, at most 600 characters on. */
export function hasSureEnd(text: string, at: number): boolean {
  for (let i = at + 2; i < Math.min(text.length, at + 600) && text[i] !== '\n'; i++) {
    const mark = text[i];
    if ((mark === '’' || mark === "'") && /[.,!?…—]/.test(text[i - 1] ?? '') && /[\s—)]/.test(text[i + 1] ?? ' ')) return true;
  }
  return false;
}

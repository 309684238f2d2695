/** Words of an English text with what stands before them. */

export type Token = {
  text: string;
  lower: string;
  start: number;
  /** Without a possessive `'s`. */
  end: number;
  isCapital: boolean;
  isPossessive: boolean;
  /** First word of a sentence, a quote or a paragraph. */
  opensSentence: boolean;
  /** A comma, dash, colon or the like stands before. */
  followsMark: boolean;
  /** Only a space (or the point of a title) lies between this word and the one before. */
  isJoined: boolean;
};

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** All words of the text in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const possessive = /['’]s$/i.exec(raw);
    const word = possessive ? raw.slice(0, -2) : raw;
    const gap = text.slice(previousEnd, start);
    const previous = tokens.at(-1);
    const isTitlePoint = gap === '. ' && previous !== undefined && previous.text.length <= 4 && /^(?:Mr|Mrs|Ms|Dr|St|Prof|Capt|Col|Gen|Lt|Sgt|Rev|Mme|[A-Z])$/.test(previous.text);
    const isPlural = text[start + raw.length] === '’' && raw.endsWith('s') && /\s/.test(text[start + raw.length + 1] ?? '');
    tokens.push({
      text: word, lower: word.toLowerCase(), start, end: start + word.length,
      isCapital: /^\p{Lu}/u.test(word),
      isPossessive: possessive !== null || isPlural,
      opensSentence: tokens.length === 0 || (!isTitlePoint && /[.!?…:\n“"«‘*]/.test(gap)) || /(?:^|[\s—(])'$/.test(gap),
      followsMark: !isTitlePoint && /[^\s]/.test(gap),
      isJoined: gap === ' ' || isTitlePoint,
    });
    previousEnd = start + raw.length;
  }
  return tokens;
}

/** Index of the first token at or after `at`. */
export function tokenFrom(tokens: readonly Token[], at: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

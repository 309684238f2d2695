const VOWEL = /[aeiouyà-ü]/i;

/**
 * Where a long Latin word may be divided as a last resort: before a consonant that a vowel
 * follows, three letters in from both ends. Words that are no words (addresses, "aaaaaa") are
 * cut every nine characters.
 */
export function hyphenPoints(word: string): number[] {
  if (word.length < 11) return [];
  const points: number[] = [];
  const lastLetter = word.search(/[^\p{L}'’]*$/u);
  for (let i = 3; i <= lastLetter - 3; i++) {
    const [before, here, after] = [word[i - 1]!, word[i]!, word[i + 1]!];
    if (!/^\p{L}{3}$/u.test(before + here + after)) continue;
    if (i - (points.at(-1) ?? 0) >= 3 && !VOWEL.test(here) && VOWEL.test(after)) points.push(i);
  }
  if (points.length >= word.length / 12) return points;
  return Array.from({ length: Math.ceil(word.length / 9) - 1 }, (_, i) => wholeCharacter(word, (i + 1) * 9));
}

function wholeCharacter(word: string, at: number): number {
  return /[\udc00-\udfff]/.test(word[at] ?? '') ? at + 1 : at;
}

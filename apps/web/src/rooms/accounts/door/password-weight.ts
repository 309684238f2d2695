export type PasswordWeight = 'none' | 'short' | 'weak' | 'fair' | 'strong';

const FAIR_BITS = 36;
const STRONG_BITS = 60;

/**
 * A rough hint while typing, not a judgement: the server alone refuses. Counts bits by length and kinds of letters; a letter
 * that repeats or follows the one before counts little, and what the site knows of the person counts as one letter.
 */
export function weighPassword(password: string, known: readonly string[]): PasswordWeight {
  if (password === '') return 'none';
  if (password.length < 10) return 'short';
  const lower = password.toLowerCase();
  const bare = known.flatMap((text) => text.toLowerCase().split(/[@.\s]+/)).filter((part) => part.length > 2).reduce((rest, part) => rest.replaceAll(part, '\u0001'), lower);
  const letters = [...bare];
  const steps = letters.slice(1).filter((letter, index) => !follows(letters[index] ?? '', letter)).length;
  const bits = Math.min(steps + 1, 3 * new Set(letters).size) * bitsOf(password);
  return bits < FAIR_BITS ? 'weak' : bits < STRONG_BITS ? 'fair' : 'strong';
}

function follows(before: string, letter: string): boolean {
  return Math.abs((letter.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) <= 1;
}

/** Words are worth less than random letters: half of what the alphabet would give. */
function bitsOf(password: string): number {
  const size = [[/[a-z]/, 26], [/[A-Z]/, 26], [/\d/, 10], [/[\x20-\x2f:-@[-`{-~]/, 33], [/[^\x20-\x7e]/, 3000]] as const;
  return Math.log2(size.reduce((sum, [kind, count]) => sum + (kind.test(password) ? count : 0), 0)) * 0.65;
}

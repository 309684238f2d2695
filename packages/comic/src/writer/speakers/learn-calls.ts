/**
 * Whom a word of address means (`Grandpa!`, おじいちゃん) that no narration uses: the partner of those who surely say it.
 */
import type { PersonId } from './scene-types.ts';

export type Line = {
  personId?: PersonId;
  /** A tag tells the speaker. */
  isSure: boolean;
  /** Words of address in it. */
  calls: readonly string[];
  /** The line follows another one so closely that it may answer it. */
  mayAnswer: boolean;
};

/** How much of what is counted for a word must be for one person, and how much there must be. */
const SHARE = 0.6;
const LEAST = 2;

export function learnCalls(lines: readonly Line[]): Map<string, PersonId> {
  const counts = new Map<string, Map<PersonId, number>>();
  const speakers = new Map<string, Set<PersonId>>();
  lines.forEach((line, i) => {
    if (!line.isSure || line.personId === undefined) return;
    for (const word of line.calls) {
      speakers.set(word, (speakers.get(word) ?? new Set()).add(line.personId));
      for (const [step, weight] of [[1, 2], [-1, 1], [2, 0.5], [-2, 0.5]] as const) {
        const other = lines[i + step];
        const isNear = lines.slice(Math.min(i, i + step) + 1, Math.max(i, i + step) + 1).every(({ mayAnswer }) => mayAnswer);
        if (!isNear || other?.personId === undefined || other.personId === line.personId) continue;
        const count = counts.get(word) ?? new Map<PersonId, number>();
        counts.set(word, count.set(other.personId, (count.get(other.personId) ?? 0) + weight * (other.isSure ? 1.5 : 1)));
      }
    }
  });
  const found = new Map<string, PersonId>();
  for (const [word, count] of counts) {
    const open = [...count].filter(([id]) => !speakers.get(word)?.has(id)).sort((a, b) => b[1] - a[1]);
    const all = open.reduce((sum, [, weight]) => sum + weight, 0);
    const [best] = open;
    if (best && best[1] >= LEAST && best[1] >= SHARE * all) found.set(word, best[0]);
  }
  return found;
}

import type { Command } from './commands.ts';

/**
 * The commands that fit what was typed, best first: every word must be found, at the start of a word better than inside
 * one, in the name better than among the other words. Order of equals is kept. Nothing typed: all of them.
 */
export function findCommands(commands: readonly Command[], typed: string): Command[] {
  const words = fold(typed).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [...commands];
  return commands
    .map((command) => ({ command, score: scoreOf(command, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

function scoreOf({ word, also = '' }: Command, words: readonly string[]): number {
  const [name, others] = [fold(word), fold(also)];
  let sum = 0;
  for (const typed of words) {
    const score = fit(name, typed) * 2 || fit(others, typed);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

function fit(text: string, typed: string): number {
  const at = text.indexOf(typed);
  if (at === -1) return 0;
  if (at === 0) return 3;
  return text.includes(` ${typed}`) ? 2 : 1;
}

/** Case, width and accents make no difference. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

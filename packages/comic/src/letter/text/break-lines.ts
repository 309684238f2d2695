import type { Atom } from './atom.ts';
import { INSIDE_WORD, NEVER } from './phrase-breaks.ts';

export type BreakOptions = {
  /** Share of the full length that each line should have, 0..1; its length is the number of lines. */
  profile: readonly number[];
  /** The last line may stay short (columns, boxes). */
  isLastFree: boolean;
};

/** A line that ends with its sentence may be short. */
const SENTENCE_END = -14;
/** Weight of a break's cost (phrase-breaks) against raggedness. */
const BREAK_WEIGHT = 0.35;

/**
 * Optimal line breaks after Knuth and Plass: the sum of squared deviations from the profile plus
 * the costs of the breaks is least. Returns the end of each line (index after its last atom), or
 * undefined when the atoms cannot be broken into that many lines.
 */
export function breakLines(atoms: readonly Atom[], options: BreakOptions): { ends: number[]; cost: number } | undefined {
  const n = options.profile.length;
  const stops = [0];
  const worst = goodStops(atoms) >= 2 * n + 1 ? INSIDE_WORD : NEVER;
  for (let i = 0; i < atoms.length - 1; i++) if (atoms[i]!.isForcedBreak || atoms[i]!.breakCost < worst) stops.push(i + 1);
  stops.push(atoms.length);
  if (n > stops.length - 1) return undefined;
  const starts = prefixSums(atoms);
  const total = starts[atoms.length]!;
  const full = total / options.profile.reduce((a, b) => a + b, 0);
  const forced = forcedBefore(atoms);

  let previous = new Float64Array(stops.length).fill(Infinity);
  previous[0] = 0;
  const from = Array.from({ length: n }, () => new Int32Array(stops.length).fill(-1));
  for (let line = 0; line < n; line++) {
    const wanted = full * options.profile[line]!;
    const isLast = line === n - 1;
    const next = new Float64Array(stops.length).fill(Infinity);
    for (let a = line; a < stops.length - 1; a++) {
      if (previous[a] === Infinity) continue;
      for (let b = isLast ? stops.length - 1 : a + 1; b < stops.length; b++) {
        if (forced[stops[b]! - 1]! > forced[stops[a]!]!) break;
        const width = lineWidth(atoms, starts, stops[a]!, stops[b]!);
        const ratio = (width - wanted) / full;
        if (ratio > 1 && b > a + 1) break;
        const end = atoms[stops[b]! - 1]!;
        const breakCost = isLast || end.isForcedBreak ? 0 : end.breakCost * BREAK_WEIGHT;
        const cost = previous[a]! + deviation(ratio, end.isForcedBreak || end.breakCost <= SENTENCE_END || (isLast && options.isLastFree), options.isLastFree || n < 3) + breakCost + (isLast && n > 1 && width < full * 0.28 ? 12 : 0);
        if (cost < next[b]!) {
          next[b] = cost;
          from[line]![b] = a;
        }
      }
    }
    previous = next;
  }
  const cost = previous[stops.length - 1]!;
  if (cost === Infinity) return undefined;
  const ends: number[] = [];
  for (let line = n - 1, b = stops.length - 1; line >= 0; line--) {
    ends.unshift(stops[b]!);
    b = from[line]![b]!;
  }
  return { ends, cost: cost / Math.sqrt(n) };
}

function goodStops(atoms: readonly Atom[]): number {
  let count = 0;
  for (const atom of atoms) if (atom.isForcedBreak || atom.breakCost < INSIDE_WORD) count++;
  return count;
}

function deviation(ratio: number, isFree: boolean, isFlat: boolean): number {
  const weight = ratio > 0 ? 190 : isFree ? 25 : 100;
  return weight * ratio * ratio * (isFlat ? 0.28 : 1);
}

function prefixSums(atoms: readonly Atom[]): number[] {
  const sums = [0];
  for (const atom of atoms) sums.push(sums.at(-1)! + atom.advance + atom.space);
  return sums;
}

/** How many forced breaks lie before each atom: a line never runs over one. */
function forcedBefore(atoms: readonly Atom[]): number[] {
  const counts = [0];
  for (const atom of atoms) counts.push(counts.at(-1)! + (atom.isForcedBreak ? 1 : 0));
  return counts;
}

/** Length of atoms[from, to) as a line: without the blanks at its ends, with a hyphen if it ends in one. */
function lineWidth(atoms: readonly Atom[], starts: readonly number[], from: number, to: number): number {
  const last = atoms[to - 1]!;
  return starts[to]! - starts[from]! - last.space - last.blankAfter - atoms[from]!.blankBefore + (last.hyphen?.advance ?? 0);
}

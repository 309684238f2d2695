/** Numbers as they are written: `4, 8, 12`, `1..8`, `1..8 by 2`. Pure. */

export type ReadNumbers = { values: number[]; /** What could not be read, as it was written. */ faults: string[] };

/** More than this is cut off, and refused as too many. */
const VALUES_MAX = 200;
const NUMBER = String.raw`\d{1,16}(?:\.\d{1,6})?`;
const RANGE = new RegExp(String.raw`^(${NUMBER})\s*(?:\.{2,3}|…|–|—|-|~|～)\s*(${NUMBER})(?:\s*(?:by|step|\/|:|每|步长|步長|刻み)\s*(${NUMBER}))?$`, 'iu');
const ONE = new RegExp(`^${NUMBER}$`);

/** In the order they were written; what is written twice comes once. */
export function readNumbers(text: string): ReadNumbers {
  const values = new Set<number>();
  const faults: string[] = [];
  // Digits of a full-width keyboard are digits.
  for (const part of text.normalize('NFKC').split(/[,、;\n]/).map((one) => one.trim()).filter(Boolean)) {
    const found = ONE.test(part) ? [Number(part)] : numbersOf(RANGE.exec(part));
    if (found) for (const value of found) { if (values.size < VALUES_MAX) values.add(value); }
    else faults.push(part);
  }
  return { values: [...values], faults };
}

/** From one end to the other, the ends included where the step meets them; undefined for a step of nothing. */
function numbersOf(range: RegExpExecArray | null): number[] | undefined {
  if (!range) return undefined;
  const [from, to, step] = [Number(range[1]), Number(range[2]), Number(range[3] ?? 1)];
  if (step === 0) return undefined;
  const count = Math.min(Math.floor(Math.abs(to - from) / step + 1e-9) + 1, VALUES_MAX);
  return Array.from({ length: count }, (_, at) => rounded(from + (to < from ? -at : at) * step));
}

/** 0.1 + 0.2 is 0.3 here. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Three values to begin with, spread over a range and on its steps. */
export function firstNumbers({ min, max, step }: { min: number; max: number; step: number }): string {
  const at = (share: number) => rounded(Math.min(max, min + Math.round(((max - min) * share) / step) * step));
  return [...new Set([at(0.2), at(0.5), at(0.8)])].join(', ');
}

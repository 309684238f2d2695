import type { Random } from '../model/random.ts';
import { columns, panel, rows, type Plan } from './plan.ts';

/** What may stand across the page in one row, by its number of panels. */
const BLOCKS: readonly (readonly Plan[])[] = [
  [],
  [panel],
  [columns([1, panel], [1, panel])],
  [
    columns([1, panel], [1, panel], [1, panel]),
    columns([1, panel], [1, rows([1, panel], [1, panel])]),
    columns([1, rows([1, panel], [1, panel])], [1, panel]),
  ],
  [
    columns([1, panel], [1, rows([1, panel], [1, panel], [1, panel])]),
    columns([1, panel], [1, rows([1, panel], [1, columns([1, panel], [1, panel])])]),
    columns([1, rows([1, columns([1, panel], [1, panel])], [1, panel])], [1, panel]),
  ],
];

const MAX_WHOLE = 6;
const SAMPLE = 56;
const memo = new Map<number, Plan[]>();

/**
 * The generative mode: pages of rows, rows of columns, columns with a stack beside a tall panel. Up to
 * six panels all of them are tried, beyond that a random sample.
 */
export function growPlans(count: number, random: Random): Plan[] {
  if (count > MAX_WHOLE) return Array.from({ length: SAMPLE }, () => page(sampleRows(count, random)));
  const known = memo.get(count) ?? allRows(count).map(page);
  memo.set(count, known);
  return known;
}

function allRows(count: number): Plan[][] {
  if (count === 0) return [[]];
  return BLOCKS.flatMap((blocks, size) => {
    if (size === 0 || size > count) return [];
    const rest = allRows(count - size);
    return blocks.flatMap((block) => rest.map((more) => [block, ...more]));
  });
}

function sampleRows(count: number, random: Random): Plan[] {
  const chosen: Plan[] = [];
  for (let left = count; left > 0; ) {
    const size = Math.min(left, random.pick([1, 2, 2, 2, 3, 3, 4]));
    chosen.push(random.pick(BLOCKS[size] ?? [panel]));
    left -= size;
  }
  return chosen;
}

function page(parts: Plan[]): Plan {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return rows(...parts.map((part): [number, Plan] => [1, part]));
}

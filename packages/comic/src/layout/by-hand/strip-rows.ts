/**
 * Cut trees of webtoon strips. There the weight of a row is its height in thousands of u and the slant behind
 * it is what the gap below has more than usual, u. Rows may stand in rows, since one branch holds twelve at most.
 */
import type { Cut, LaidPage } from '../types.ts';

/** A row of the strip, its branch in the tree and its place there; without a height it has the usual one. */
export type StripRow = { node: Cut; path: number[]; index: number; height?: number; /** Added to the gap below, u. */ gap: number };

export const STRIP_WEIGHT = 1000;
const CHILDREN_MOST = 12;

/** Rows from top to bottom. A tree without rows is one row. */
export function stripRows(cut: Cut): StripRow[] {
  if (cut.type !== 'rows') return [{ node: cut, path: [], index: -1, gap: 0 }];
  const walk = (branch: Exclude<Cut, { type: 'panel' }>, path: number[]): StripRow[] =>
    branch.children.flatMap((node, index) => {
      const gap = branch.slants[index] ?? 0;
      if (node.type !== 'rows') return [{ node, path, index, height: (branch.weights?.[index] ?? 1) * STRIP_WEIGHT, gap }];
      const rows = walk(node, [...path, index]);
      return rows.map((row, i) => (i === rows.length - 1 ? { ...row, gap: row.gap + gap } : row));
    });
  return walk(cut, []);
}

/** The tree of a strip laid by itself, with the heights of its bands. */
export function stripCut(page: LaidPage): Cut {
  const heights = new Map(page.panels.map(({ id, box }) => [id, box.height]));
  const rows = page.cut.type === 'rows' ? page.cut.children : [page.cut];
  const heightOf = (row: Cut): number => (row.type === 'panel' ? (heights.get(row.id) ?? STRIP_WEIGHT) : Math.max(...row.children.map(heightOf)));
  const branch = (some: readonly Cut[]): Cut => ({ type: 'rows', children: [...some], weights: some.map((row) => heightOf(row) / STRIP_WEIGHT), slants: some.map(() => 0) });
  if (rows.length <= CHILDREN_MOST) return branch(rows);
  const size = Math.max(CHILDREN_MOST, Math.ceil(rows.length / CHILDREN_MOST));
  const parts = Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => branch(rows.slice(i * size, (i + 1) * size)));
  return { type: 'rows', children: parts, weights: parts.map(() => 1), slants: parts.map(() => 0) };
}

import type { HandCut, PageByHand } from '../../model/hand-made.ts';
import type { LaidPage } from '../types.ts';
import { asHand, keepLeaves, leavesOf, replaceAt } from './cut-tree.ts';
import { legalCut } from './legal-cut.ts';
import type { PageGround } from './page-ground.ts';

const ROWS_MOST = 12;

/**
 * Moves a panel across the break between two neighbouring pages: from the first page to the second together
 * with the panels after it, or from the second to the first together with those before it, so that the script
 * order stands. They come in as rows over the whole page. Both pages are by hand then; one that loses all its
 * panels is absent. Undefined when neither page has the panel or there is no room for it.
 */
export function movePanelToPage(prev: LaidPage | PageByHand, next: LaidPage | PageByHand, panelId: string, ground: PageGround): { prev?: PageByHand; next?: PageByHand } | undefined {
  const [first, second] = [asHand(prev), asHand(next)];
  const [before, after] = [leavesOf(first.cut), leavesOf(second.cut)];
  const [out, back] = [before.indexOf(panelId), after.indexOf(panelId)];
  if (out >= 0) {
    const full = take(second, before.slice(out), 'first', ground);
    return full && { ...named('prev', leave(first, before.slice(out))), next: full };
  }
  if (back < 0) return undefined;
  const full = take(first, after.slice(0, back + 1), 'last', ground);
  return full && { prev: full, ...named('next', leave(second, after.slice(0, back + 1))) };
}

function named(name: 'prev' | 'next', page: PageByHand | undefined): { prev?: PageByHand; next?: PageByHand } {
  return page ? { [name]: page } : {};
}

function leave(page: PageByHand, ids: readonly string[]): PageByHand | undefined {
  const cut = keepLeaves(page.cut, (id) => !ids.includes(id));
  return cut && { ...page, cut, bleeds: Object.fromEntries(Object.entries(page.bleeds).filter(([id]) => !ids.includes(id))) };
}

/** New rows of the mean height of those that are there; beside the page's edge panel when there is no room for rows. */
function take(page: PageByHand, ids: readonly string[], where: 'first' | 'last', ground: PageGround): PageByHand | undefined {
  const fresh = ids.map((id): HandCut => ({ type: 'panel', id }));
  const isStrip = ground.format.id === 'webtoon';
  const own = page.cut.type === 'rows' ? page.cut : { type: 'rows' as const, children: [page.cut], weights: [isStrip ? 1 : 2], slants: [0] };
  if (own.children.length + fresh.length <= ROWS_MOST) {
    const mean = own.weights.reduce((sum, weight) => sum + weight, 0) / own.weights.length;
    const weights = fresh.map(() => (isStrip ? 0.6 : mean));
    const flat = fresh.map(() => 0);
    const join = <T>(some: readonly T[], there: readonly T[]): T[] => (where === 'first' ? [...some, ...there] : [...there, ...some]);
    const rows: HandCut = { type: 'rows', children: join(fresh, own.children), weights: join(weights, own.weights), slants: join(flat, own.slants) };
    const cut = isStrip ? rows : legalCut(rows, page, ground);
    if (cut) return { ...page, cut };
  }
  const edge = where === 'first' ? leavesOf(page.cut)[0] : leavesOf(page.cut).at(-1);
  const path = edgePath(page.cut, where);
  if (edge === undefined || isStrip) return undefined;
  for (const type of ['columns', 'rows'] as const) {
    const children = where === 'first' ? [...fresh, { type: 'panel' as const, id: edge }] : [{ type: 'panel' as const, id: edge }, ...fresh];
    const cut = legalCut(replaceAt(page.cut, path, () => ({ type, children, weights: children.map(() => 1), slants: children.map(() => 0) })), page, ground);
    if (cut) return { ...page, cut };
  }
  return undefined;
}

function edgePath(cut: HandCut, where: 'first' | 'last'): number[] {
  if (cut.type === 'panel') return [];
  const index = where === 'first' ? 0 : cut.children.length - 1;
  const child = cut.children[index];
  return child ? [index, ...edgePath(child, where)] : [];
}

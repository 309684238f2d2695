/** Finds out which panels of the script each page by hand holds today, after panels came, went and moved. */
import type { HandCut, PageByHand } from '../../model/hand-made.ts';
import { liveArea } from '../page-frame.ts';
import { singleBand } from '../strip-band.ts';
import type { LayoutInput, PanelToLay } from '../types.ts';
import { keepLeaves, leavesOf, pathTo, refill, replaceAt, wholeCut } from './cut-tree.ts';
import { legalCut } from './legal-cut.ts';
import { panelsOn, type PageGround } from './page-ground.ts';
import { stripRows, STRIP_WEIGHT } from './strip-rows.ts';

/** A page by hand with its place in the script: its leaves are exactly these panels, in order, and can be laid. */
export type HandRun = { from: number; to: number; page: PageByHand };

/** New panels between two panels of a page join it; more than this are a scene of their own. */
const MOST_JOINING = 3;
const MOST_PANELS = { page: 12, strip: 144 };

type Ground = Pick<LayoutInput, 'panels' | 'format' | 'direction' | 'titleHeight'>;

/**
 * Honours pages by hand in the order given; a panel that two of them name belongs to the first. Panels
 * that are gone leave their cell to its neighbours. Cells are filled in script order, so a page whose panels
 * changed places keeps its shape. Up to three new panels between two of its own share the cell of the one
 * before. Where the rest is not in one piece, the largest piece keeps the page if it is at least half of it;
 * otherwise, and where a page has no room for its panels, its panels are laid by themselves. Never throws.
 */
export function handRuns(pages: readonly PageByHand[], input: Ground): HandRun[] {
  const places = new Map(input.panels.map((panel, i) => [panel.id, i]));
  const owners = new Map<string, PageByHand>();
  for (const page of pages) for (const id of leavesOf(page.cut)) if (places.has(id) && !owners.has(id)) owners.set(id, page);
  const seen = new Set<PageByHand>();
  return pages.flatMap((page) => {
    if (seen.has(page)) return [];
    seen.add(page);
    const own = new Set([...new Set(leavesOf(page.cut))].filter((id) => owners.get(id) === page));
    const run = own.size > 0 ? runOf(page, own, places, (i) => owners.has(input.panels[i]?.id ?? ''), input) : undefined;
    return run ? [run] : [];
  });
}

function runOf(page: PageByHand, own: ReadonlySet<string>, places: ReadonlyMap<string, number>, isTaken: (place: number) => boolean, input: Ground): HandRun | undefined {
  const all = [...own].map((id) => places.get(id) ?? 0).sort((a, b) => a - b);
  const { panels } = input;
  for (const mostJoining of [MOST_JOINING, 0]) {
    const piece = largestPiece(all, mostJoining, isTaken);
    if (piece.length * 2 < all.length) continue;
    const from = piece[0] ?? 0;
    const to = (piece.at(-1) ?? 0) + 1;
    if (to - from > (input.format.id === 'webtoon' ? MOST_PANELS.strip : MOST_PANELS.page)) continue;
    const kept = onceEach(page.cut, new Set(piece.map((place) => panels[place]?.id ?? '')));
    if (!kept) continue;
    const before = leavesOf(kept);
    const ids = piece.map((place) => panels[place]?.id ?? '');
    const bleeds = Object.fromEntries(before.flatMap((id, i) => (page.bleeds[id] ? [[ids[i] ?? id, page.bleeds[id]]] : [])));
    const filled = { ...page, cut: refill(wholeCut(kept), ids), bleeds };
    const ground = { format: input.format, direction: input.direction, live: liveArea({ ...input, number: from === 0 ? 1 : 2 }) };
    const cut = joinAll(filled, panels.slice(from, to), ground);
    if (cut) return { from, to, page: { ...filled, cut } };
  }
  return undefined;
}

/** Places in one piece but for gaps of a few new panels; of equal pieces the first. */
function largestPiece(places: readonly number[], mostJoining: number, isTaken: (place: number) => boolean): number[] {
  const pieces: number[][] = [];
  let joining = 0;
  for (const place of places) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1) ?? -1;
    const gap = place - last - 1;
    const isFree = Array.from({ length: Math.min(gap, mostJoining) }, (_, i) => last + 1 + i).every((i) => !isTaken(i));
    if (piece && gap + joining <= mostJoining && isFree) {
      piece.push(place);
      joining += gap;
    } else {
      pieces.push([place]);
      joining = 0;
    }
  }
  return pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), []);
}

/** Drops leaves that are not wanted and all but the first of a panel that is named twice. */
function onceEach(cut: HandCut, wanted: Set<string>): HandCut | undefined {
  return keepLeaves(cut, (id) => wanted.delete(id));
}

/** Gives every panel that the tree lacks a cell beside its predecessor; undefined when there is no room. */
function joinAll(page: PageByHand, panels: readonly PanelToLay[], ground: PageGround): HandCut | undefined {
  if (ground.format.id === 'webtoon') return joinStrip(page.cut, panels, ground);
  const ids = panels.map((panel) => panel.id);
  let cut = legalCut(page.cut, page, ground);
  const has = new Set(leavesOf(page.cut));
  // Which side it stands on is not known yet: that may bend a bleeding page a little, there and not here.
  if (has.size === ids.length) return cut && page.cut;
  for (const [i, id] of ids.entries()) {
    if (!cut) return undefined;
    if (has.has(id)) continue;
    cut = joinOne(cut, ids[i - 1] ?? '', id, page, ground);
  }
  return cut;
}

function joinOne(cut: HandCut, before: string, id: string, page: PageByHand, ground: PageGround): HandCut | undefined {
  const box = panelsOn(cut, page, ground).find((panel) => panel.id === before)?.box;
  const ways = box && box.height > box.width ? (['rows', 'columns'] as const) : (['columns', 'rows'] as const);
  for (const way of ways) {
    const joined = legalCut(besides(cut, before, id, way), page, ground);
    if (joined) return joined;
  }
  return undefined;
}

/** A new panel of a strip comes below the band of the one before it, as tall as usual; within a band it breaks it up. */
function joinStrip(cut: HandCut, panels: readonly PanelToLay[], { format }: PageGround): HandCut {
  const has = new Set(leavesOf(cut));
  return panels.reduce((tree, panel, i) => {
    if (has.has(panel.id)) return tree;
    const before = panels[i - 1]?.id ?? '';
    const row = stripRows(tree).find(({ node }) => leavesOf(node).includes(before));
    if (!row) return tree;
    if (leavesOf(row.node).at(-1) !== before) return besides(tree, before, panel.id, 'rows');
    const weights = [row.height ?? STRIP_WEIGHT, singleBand(panel, undefined, format, 0).height].map((height) => height / STRIP_WEIGHT);
    return replaceAt(tree, row.index < 0 ? [] : [...row.path, row.index], (node) => ({ type: 'rows', children: [node, { type: 'panel', id: panel.id }], weights, slants: [0, 0] }));
  }, cut);
}

function besides(cut: HandCut, before: string, id: string, way: 'rows' | 'columns'): HandCut {
  return replaceAt(cut, pathTo(cut, before) ?? [], (node) => ({ type: way, children: [node, { type: 'panel', id }], weights: [1, 1], slants: [0, 0] }));
}

/** Cells split, merged, swapped and bled. Pure; the pages that come out pass the model's checks. */
import type { PageByHand } from '../../model/hand-made.ts';
import type { Bleed } from '../polygons-of.ts';
import type { LaidPage } from '../types.ts';
import { asHand, keepLeaves, leavesOf, nodeAt, pathTo, refill, replaceAt } from './cut-tree.ts';
import { areaAt, cellAreas } from './cell-areas.ts';
import { legalCut } from './legal-cut.ts';
import type { PageGround } from './page-ground.ts';

const DEPTH_MOST = 8;
const CHILDREN_MOST = 12;

/**
 * Halves a panel's cell: `rows` puts the new panel below, `columns` after it in reading direction. Neighbours
 * give way when the halves would be too small. Undefined when the page has no room, or no such panel.
 * The caller puts the new panel behind the old one in the script.
 */
export function splitPanelCell(page: LaidPage | PageByHand, panelId: string, way: 'rows' | 'columns', newPanelId: string, ground: PageGround): PageByHand | undefined {
  const hand = asHand(page);
  const path = pathTo(hand.cut, panelId);
  if (!path || pathTo(hand.cut, newPanelId)) return undefined;
  const parent = nodeAt(hand.cut, path.slice(0, -1));
  const isStrip = ground.format.id === 'webtoon';
  const fresh = { type: 'panel' as const, id: newPanelId };
  const isFlat = path.length > 0 && parent?.type === way && !isStripsRoot(hand, path, ground);
  if (isFlat ? parent.children.length >= CHILDREN_MOST : path.length >= DEPTH_MOST) return undefined;
  const cut = isFlat
    ? replaceAt(hand.cut, path.slice(0, -1), (node) => {
        if (node.type === 'panel') return node;
        const at = path.at(-1) ?? 0;
        const weights = halved(hand, path, way, ground) ?? node.weights.toSpliced(at, 1, (node.weights[at] ?? 1) / (isStrip ? 1 : 2), (node.weights[at] ?? 1) / (isStrip ? 1 : 2));
        return { ...node, children: node.children.toSpliced(at + 1, 0, fresh), weights, slants: node.slants.toSpliced(at, 0, 0) };
      })
    : replaceAt(hand.cut, path, (node) => ({ type: way, children: [node, fresh], weights: [1, 1], slants: [0, 0] }));
  const own = hand.bleeds[panelId];
  const bleeds = own ? { ...hand.bleeds, [newPanelId]: own } : hand.bleeds;
  const legal = isStrip ? cut : legalCut(cut, { ...hand, bleeds }, ground);
  return legal && { ...hand, cut: legal, bleeds };
}

/** Gives the cell of `otherPanelId` to its neighbours, to `panelId` where the two stand side by side; the other panel leaves the page. */
export function mergeCells(page: LaidPage | PageByHand, panelId: string, otherPanelId: string): PageByHand {
  const hand = asHand(page);
  const path = pathTo(hand.cut, otherPanelId);
  const kept = pathTo(hand.cut, panelId);
  if (!path || !kept || panelId === otherPanelId) return hand;
  const at = path.at(-1) ?? 0;
  const place = kept[path.length - 1] ?? 0;
  const areSiblings = kept.length >= path.length && path.slice(0, -1).every((index, i) => kept[i] === index);
  const grown = areSiblings && Math.abs(place - at) === 1
    ? replaceAt(hand.cut, path.slice(0, -1), (node) => (node.type === 'panel' ? node : { ...node, weights: node.weights.map((weight, i) => (i === place ? weight + (node.weights[at] ?? 0) : weight)) }))
    : hand.cut;
  // The gutter between the two goes, the one behind them stays.
  const straight = areSiblings && place < at
    ? replaceAt(grown, path.slice(0, -1), (node) => (node.type === 'panel' ? node : { ...node, slants: node.slants.map((slant, i) => (i === place ? (node.slants[at] ?? 0) : slant)) }))
    : grown;
  const cut = keepLeaves(straight, (id) => id !== otherPanelId) ?? hand.cut;
  return { ...hand, cut, bleeds: without(hand.bleeds, otherPanelId) };
}

/**
 * Two panels change cells. Reading order is the script's, so `swap` names the panels that must change places
 * in the script too; while they have not, the page looks as before.
 */
export function swapCells(page: LaidPage | PageByHand, a: string, b: string): { page: PageByHand; swap: [string, string] } {
  const hand = asHand(page);
  const ids = leavesOf(hand.cut);
  if (!ids.includes(a) || !ids.includes(b)) return { page: hand, swap: [a, b] };
  const other = (id: string): string => (id === a ? b : id === b ? a : id);
  const bleeds = Object.fromEntries(Object.entries(hand.bleeds).map(([id, bleed]) => [other(id), bleed]));
  return { page: { ...hand, cut: refill(hand.cut, ids.map(other)), bleeds }, swap: [a, b] };
}

/** Sides of a panel that run to the bleed edge; those inside the page are kept but have no effect until they lie at its edge. */
export function setBleed(page: LaidPage | PageByHand, panelId: string, sides: Bleed): PageByHand {
  const hand = asHand(page);
  const isNone = !Object.values(sides).some(Boolean);
  return { ...hand, bleeds: isNone ? without(hand.bleeds, panelId) : { ...hand.bleeds, [panelId]: { ...sides } } };
}

/** Weights of the parent once the cell has given half of itself to a new one: no other cell changes. */
function halved(hand: PageByHand, path: readonly number[], way: 'rows' | 'columns', ground: PageGround): number[] | undefined {
  if (ground.format.id === 'webtoon') return undefined;
  const parent = nodeAt(hand.cut, path.slice(0, -1));
  const cells = cellAreas(hand.cut, hand.template, ground);
  if (!parent || parent.type === 'panel') return undefined;
  const lengths = parent.children.map((_, i) => areaAt(cells, [...path.slice(0, -1), i])?.[way === 'rows' ? 'height' : 'width'] ?? 0);
  const at = path.at(-1) ?? 0;
  const half = Math.max(1, ((lengths[at] ?? 0) - (way === 'rows' ? ground.format.gutter.row : ground.format.gutter.column)) / 2);
  return lengths.toSpliced(at, 1, half, half).map((length) => Math.max(2, Math.round(length * 100) / 100) / 100);
}

/** The columns of a 4-koma page are its two strips: a third column is no strip, so a panel that is a strip is cut within. */
function isStripsRoot(hand: PageByHand, path: readonly number[], ground: PageGround): boolean {
  return ground.format.id === '4-koma' && hand.template === '4-koma' && path.length === 1 && hand.cut.type === 'columns';
}

function without(bleeds: PageByHand['bleeds'], id: string): PageByHand['bleeds'] {
  return Object.fromEntries(Object.entries(bleeds).filter(([own]) => own !== id));
}

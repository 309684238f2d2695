/** Gutters dragged and slanted. A drag beyond what is legal stops where it is still legal. */
import type { HandCut, PageByHand } from '../../model/hand-made.ts';
import { MIN_SIDE } from '../demand.ts';
import type { LaidPage } from '../types.ts';
import { asHand, nodeAt, replaceAt, type Branch, type CutPath } from './cut-tree.ts';
import { areaAt, cellAreas } from './cell-areas.ts';
import { furthest, isLegal, legalCut, withSlant } from './legal-cut.ts';
import { BAND_MOST } from './hand-bands.ts';
import type { PageGround } from './page-ground.ts';
import { STRIP_WEIGHT } from './strip-rows.ts';

export type Travel = { min: number; max: number };

const SLANT_MOST = 400;
/** Weights are lengths in hundreds of u, to a hundredth of a u. */
const SCALE = 100;

/**
 * Moves the gutter after child `index` of the branch at `path` by `deltaU` along the reading direction: the
 * child before it grows, the one after it shrinks. In a webtoon strip a band grows and what follows moves
 * down. A path or index without a gutter changes nothing.
 */
export function moveGutter(page: LaidPage | PageByHand, path: CutPath, index: number, deltaU: number, ground: PageGround): PageByHand {
  const hand = asHand(page);
  const isStrip = ground.format.id === 'webtoon';
  const cut = isStrip ? hand.cut : (legalCut(hand.cut, hand, ground) ?? hand.cut);
  const node = nodeAt(cut, path);
  if (!node || node.type === 'panel' || !Number.isFinite(deltaU)) return hand;
  if (isStrip && node.type === 'rows') return { ...hand, cut: replaceAt(cut, path, () => taller(node, index, deltaU)) };
  if (index < 0 || index >= node.children.length - 1) return hand;
  const moved = mover(hand, cut, path, index, ground);
  const share = furthest((part) => moved(deltaU * part) !== undefined);
  return { ...hand, cut: moved(deltaU * share) ?? cut };
}

/**
 * Leans the gutter after child `index` of the branch at `path`: `slantU` over its length, positive towards the
 * end of the reading direction. In a webtoon strip it is what the gap below the band has more than usual, u.
 */
export function slantGutter(page: LaidPage | PageByHand, path: CutPath, index: number, slantU: number, ground: PageGround): PageByHand {
  const hand = asHand(page);
  const isStrip = ground.format.id === 'webtoon';
  const cut = isStrip ? hand.cut : (legalCut(hand.cut, hand, ground) ?? hand.cut);
  const node = nodeAt(cut, path);
  if (!node || node.type === 'panel' || !Number.isFinite(slantU) || index < 0 || index >= node.children.length - 1) return hand;
  const from = node.slants[index] ?? 0;
  const to = Math.min(SLANT_MOST, Math.max(-SLANT_MOST, slantU));
  const leaning = (share: number): HandCut => withSlant(cut, path, index, Math.round(from + (to - from) * share));
  if (isStrip) return { ...hand, cut: node.type === 'rows' ? leaning(1) : cut };
  return { ...hand, cut: leaning(furthest((share) => isLegal(leaning(share), hand, ground))) };
}

/** How far a gutter of a legal page can move either way, u; for the marks of a drag. */
export function travelOf(hand: PageByHand, path: CutPath, index: number, ground: PageGround): Travel {
  const lengths = lengthsAt(hand.cut, hand.template, path, ground);
  const moved = mover(hand, hand.cut, path, index, ground);
  const reach = (wish: number): number => (wish === 0 ? 0 : wish * furthest((part) => moved(wish * part) !== undefined));
  return { min: reach(-Math.max(0, (lengths[index] ?? 0) - MIN_SIDE)), max: reach(Math.max(0, (lengths[index + 1] ?? 0) - MIN_SIDE)) };
}

/** The tree with the gutter moved, or undefined where that is not legal. */
function mover(hand: PageByHand, cut: HandCut, path: CutPath, index: number, ground: PageGround): (delta: number) => HandCut | undefined {
  const lengths = lengthsAt(cut, hand.template, path, ground);
  const isStrip = ground.format.id === 'webtoon';
  return (delta) => {
    const wanted = lengths.map((length, i) => length + (i === index ? delta : i === index + 1 ? -delta : 0));
    if (wanted.length === 0 || wanted.some((length) => length < MIN_SIDE * 0.5)) return undefined;
    const moved = replaceAt(cut, path, (node) => (node.type === 'panel' ? node : { ...node, weights: wanted.map((length) => Math.round(length * SCALE) / (SCALE * SCALE)) }));
    if (delta === 0) return cut;
    return isStrip ? (wanted.every((length) => length >= MIN_SIDE) ? moved : undefined) : isLegal(moved, hand, ground) ? moved : undefined;
  };
}

/** Lengths of a branch's children along its cut, u; none for the columns of 4-koma strips. */
function lengthsAt(cut: HandCut, template: string, path: CutPath, ground: PageGround): number[] {
  const node = nodeAt(cut, path);
  if (!node || node.type === 'panel') return [];
  if (ground.format.id === 'webtoon') return widthsOf(node, ground);
  const cells = cellAreas(cut, template, ground);
  if (!areaAt(cells, path)) return [];
  return node.children.map((_, i) => {
    const area = areaAt(cells, [...path, i]);
    return (node.type === 'rows' ? area?.height : area?.width) ?? 0;
  });
}

/** Panels side by side in a strip. */
function widthsOf(node: Branch, { format }: PageGround): number[] {
  const free = format.width - 2 * format.safe - format.gutter.column * (node.children.length - 1);
  const total = node.weights.reduce((sum, weight) => sum + weight, 0);
  return node.weights.map((weight) => (free * weight) / total);
}

function taller(node: Branch, index: number, deltaU: number): Branch {
  return { ...node, weights: node.weights.map((weight, i) => (i === index ? Math.min(BAND_MOST, Math.max(MIN_SIDE, weight * STRIP_WEIGHT + deltaU)) / STRIP_WEIGHT : weight)) };
}

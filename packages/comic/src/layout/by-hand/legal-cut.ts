/** Brings any cut tree to one whose panels can be read: no side shorter than an inch, four corners each. */
import type { Box, PageFormat, Polygon } from '../../model/geometry.ts';
import type { HandCut, PageByHand } from '../../model/hand-made.ts';
import { MIN_SIDE } from '../demand.ts';
import type { Cut } from '../types.ts';
import { cellAreas } from './cell-areas.ts';
import { nodeAt, replaceAt, wholeCut, type Branch, type CutPath } from './cut-tree.ts';
import { panelsOn, regionsOf, type PageGround } from './page-ground.ts';

export type Frame = Pick<PageByHand, 'template' | 'bleeds'>;

/** A little above the shortest side, so that no last bit falls below it. */
const LEAST = MIN_SIDE + 0.5;
/** Slant of a gutter over its length; 1 is 45 degrees. */
const STEEPEST = 0.7;
const STEPS = 12;

/** Every panel has four corners and no short side, and no gutter leans so far that rows look like columns. */
export function isLegal(cut: Cut, frame: Frame, ground: PageGround): boolean {
  return !leansTooFar(cut, frame, ground) && panelsOn(cut, frame, ground).every(({ polygon }) => polygon.length === 4 && shortestEdge(polygon) >= MIN_SIDE);
}

function leansTooFar(cut: Cut, frame: Frame, ground: PageGround): boolean {
  const most = (node: Cut): number => (node.type === 'panel' ? 0 : Math.max(...node.slants.map(Math.abs), ...node.children.map(most)));
  if (most(cut) <= STEEPEST * MIN_SIDE) return false;
  return cellAreas(cut, frame.template, ground).some(({ node, area }) => {
    if (node.type === 'panel') return false;
    const across = node.type === 'rows' ? area.width : area.height;
    return node.slants.some((slant) => Math.abs(slant) > STEEPEST * across);
  });
}

/**
 * The tree itself when it is legal. Otherwise too small cells grow at the cost of their neighbours, and
 * gutters lean, one after the other, as far as they can. Undefined when the page has no room for the panels.
 */
export function legalCut(wild: Cut, frame: Frame, ground: PageGround): HandCut | undefined {
  const cut = wholeCut(wild);
  if (isLegal(cut, frame, ground)) return cut;
  let found: HandCut = upright(cut);
  for (const region of regionsOf(found, frame.template, ground)) {
    const fitted = roomy(region.cut as HandCut, region.live, ground.format);
    if (!fitted) return undefined;
    found = replaceAt(found, region.path, () => fitted);
  }
  for (const { path, index, slant } of slantsOf(cut)) {
    const base = found;
    const strength = furthest((share) => isLegal(withSlant(base, path, index, slant * share), frame, ground));
    if (strength > 0) found = withSlant(base, path, index, slant * strength);
  }
  return isLegal(found, frame, ground) ? found : undefined;
}

/** The largest share of 0..1 that is allowed, when all smaller ones are; 0 counts as allowed. */
export function furthest(isAllowed: (share: number) => boolean): number {
  if (isAllowed(1)) return 1;
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (isAllowed(middle)) low = middle;
    else high = middle;
  }
  return low;
}

export function withSlant(cut: HandCut, path: CutPath, index: number, slant: number): HandCut {
  return replaceAt(cut, path, (node) => (node.type === 'panel' ? node : { ...node, slants: node.slants.map((own, i) => (i === index ? slant : own)) }));
}

/** Least extent of a part of the tree, u. */
export function leastWidth(cut: Cut, format: PageFormat): number {
  return leastExtent(cut, 'columns', format);
}

export function leastHeight(cut: Cut, format: PageFormat): number {
  return leastExtent(cut, 'rows', format);
}

/** Lengths of a branch's children in an upright area, u; gutters stand straight. */
export function lengthsOf(node: Branch, area: Box, format: PageFormat): number[] {
  const free = freeLength(node, area, format);
  const total = node.weights.reduce((sum, weight) => sum + weight, 0);
  return node.weights.map((weight) => (free * weight) / total);
}

export function branchAt(cut: HandCut, path: CutPath): Branch | undefined {
  const node = nodeAt(cut, path);
  return node && node.type !== 'panel' ? node : undefined;
}

function leastExtent(cut: Cut, along: 'rows' | 'columns', format: PageFormat): number {
  if (cut.type === 'panel') return LEAST;
  const parts = cut.children.map((child) => leastExtent(child, along, format));
  if (cut.type !== along) return Math.max(...parts);
  return parts.reduce((sum, part) => sum + part, (parts.length - 1) * (along === 'rows' ? format.gutter.row : format.gutter.column));
}

function freeLength(node: Branch, area: Box, format: PageFormat): number {
  const [length, gutter] = node.type === 'rows' ? [area.height, format.gutter.row] : [area.width, format.gutter.column];
  return length - (node.children.length - 1) * gutter;
}

/** Weights that leave room for the least extent of every child; undefined when there is none. */
function roomy(cut: HandCut, area: Box, format: PageFormat): HandCut | undefined {
  if (leastWidth(cut, format) > area.width || leastHeight(cut, format) > area.height) return undefined;
  if (cut.type === 'panel') return cut;
  const least = cut.children.map((child) => leastExtent(child, cut.type, format));
  const lengths = shareOut(lengthsOf(cut, area, format), least, freeLength(cut, area, format));
  const children: HandCut[] = [];
  for (const [i, child] of cut.children.entries()) {
    const fitted = roomy(child, cut.type === 'rows' ? { ...area, height: lengths[i] ?? 0 } : { ...area, width: lengths[i] ?? 0 }, format);
    if (!fitted) return undefined;
    children.push(fitted);
  }
  return { ...cut, children, weights: lengths.map((length) => length / 100) };
}

/** Lengths near the wished ones that sum to `free` and are nowhere below the least (which fit). */
function shareOut(wished: readonly number[], least: readonly number[], free: number): number[] {
  const isHeld = wished.map(() => false);
  for (;;) {
    const held = least.reduce((sum, length, i) => sum + (isHeld[i] ? length : 0), 0);
    const rest = wished.reduce((sum, length, i) => sum + (isHeld[i] ? 0 : length), 0);
    const lengths = wished.map((length, i) => (isHeld[i] ? (least[i] ?? 0) : (length * (free - held)) / rest));
    const short = lengths.map((length, i) => !isHeld[i] && length < (least[i] ?? 0));
    if (!short.includes(true)) return lengths;
    short.forEach((isShort, i) => (isHeld[i] ||= isShort));
    if (!isHeld.includes(false)) return [...least];
  }
}

function upright(cut: HandCut): HandCut {
  return cut.type === 'panel' ? cut : { ...cut, children: cut.children.map(upright), slants: cut.slants.map(() => 0) };
}

function slantsOf(cut: HandCut, path: number[] = []): { path: number[]; index: number; slant: number }[] {
  if (cut.type === 'panel') return [];
  const own = cut.slants.map((slant, index) => ({ path, index, slant })).filter(({ slant }) => slant !== 0);
  return [...own, ...cut.children.flatMap((child, i) => slantsOf(child, [...path, i]))];
}

function shortestEdge(polygon: Polygon): number {
  return Math.min(...polygon.map((p, i) => {
    const q = polygon[(i + 1) % polygon.length] ?? p;
    return Math.hypot(q.x - p.x, q.y - p.y);
  }));
}

/** Small changes of cut trees: pure, and a tree that comes out is always whole. */
import type { HandCut, PageByHand } from '../../model/hand-made.ts';
import { hashText } from '../../model/random.ts';
import type { Cut, LaidPage } from '../types.ts';
import { stripCut } from './strip-rows.ts';

export type Branch = Exclude<HandCut, { type: 'panel' }>;
/** Indices of children from the root down to a node. */
export type CutPath = readonly number[];

const WEIGHT = { least: 0.02, most: 50 };
const SLANT_MOST = 400;

export function leavesOf(cut: Cut): string[] {
  return cut.type === 'panel' ? [cut.id] : cut.children.flatMap(leavesOf);
}

/** The page as one cut by hand; a page laid by itself gets an id from its panels. */
export function asHand(page: LaidPage | PageByHand): PageByHand {
  if (!('panels' in page)) return page;
  const id = page.handId ?? `page-${hashText(leavesOf(page.cut).join('\n')).toString(36)}`;
  const isStrip = page.side === 'strip';
  const cut = isStrip && page.handId === undefined ? stripCut(page) : page.cut;
  const bleeds = page.panels.filter((panel) => !isStrip && Object.values(panel.bleed).some(Boolean)).map((panel) => [panel.id, panel.bleed]);
  return { id, template: page.template.slice(0, 60), cut: wholeCut(cut), bleeds: Object.fromEntries(bleeds) };
}

/** The tree with a sane weight and slant for every child, whatever stood there. */
export function wholeCut(cut: Cut): HandCut {
  if (cut.type === 'panel') return { type: 'panel', id: cut.id };
  const last = cut.children.length - 1;
  return {
    type: cut.type,
    children: cut.children.map((child) => wholeCut(child)),
    weights: cut.children.map((_, i) => clamp(cut.weights?.[i] ?? 1, WEIGHT.least, WEIGHT.most, 1)),
    slants: cut.children.map((_, i) => (i === last ? 0 : clamp(cut.slants[i] ?? 0, -SLANT_MOST, SLANT_MOST, 0))),
  };
}

/** The tree without the leaves that are not kept; what has one child left becomes that child. */
export function keepLeaves(cut: HandCut, isKept: (id: string) => boolean): HandCut | undefined {
  if (cut.type === 'panel') return isKept(cut.id) ? cut : undefined;
  const kept = cut.children.flatMap((child, i) => {
    const rest = keepLeaves(child, isKept);
    return rest ? [{ child: rest, weight: cut.weights[i] ?? 1, slant: cut.slants[i] ?? 0 }] : [];
  });
  const [only] = kept;
  if (!only) return undefined;
  if (kept.length === cut.children.length && kept.every(({ child }, i) => child === cut.children[i])) return cut;
  if (kept.length === 1) return only.child;
  return { type: cut.type, children: kept.map(({ child }) => child), weights: kept.map(({ weight }) => weight), slants: kept.map(({ slant }, i) => (i === kept.length - 1 ? 0 : slant)) };
}

/** The same cells with other panels in them, in reading order. */
export function refill(cut: HandCut, ids: readonly string[]): HandCut {
  let next = 0;
  const walk = (node: HandCut): HandCut => (node.type === 'panel' ? { type: 'panel', id: ids[next++] ?? node.id } : { ...node, children: node.children.map(walk) });
  return walk(cut);
}

export function nodeAt(cut: HandCut, path: CutPath): HandCut | undefined {
  return path.reduce<HandCut | undefined>((node, i) => (node && node.type !== 'panel' ? node.children[i] : undefined), cut);
}

/** Path of a panel's leaf, or undefined when the tree does not name it. */
export function pathTo(cut: HandCut, id: string): number[] | undefined {
  if (cut.type === 'panel') return cut.id === id ? [] : undefined;
  for (const [i, child] of cut.children.entries()) {
    const rest = pathTo(child, id);
    if (rest) return [i, ...rest];
  }
  return undefined;
}

export function replaceAt(cut: HandCut, path: CutPath, change: (node: HandCut) => HandCut): HandCut {
  const [first, ...rest] = path;
  if (first === undefined) return change(cut);
  if (cut.type === 'panel') return cut;
  return { ...cut, children: cut.children.map((child, i) => (i === first ? replaceAt(child, rest, change) : child)) };
}

function clamp(value: number, least: number, most: number, otherwise: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise;
}

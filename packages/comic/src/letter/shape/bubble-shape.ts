import type { Form, KindStyle } from '../kind-style.ts';
import type { Atom } from '../text/atom.ts';
import { setBlock, type Block } from '../text/set-block.ts';
import { setGreedy } from '../text/set-greedy.ts';
import { supports, type Superellipse } from './superellipse.ts';

/** A bubble without its place: text set in a form that fits it; u. */
export type BubbleShape = {
  block: Block;
  form: Form;
  size: number;
  /** The outline that the text needs. */
  inner: Superellipse;
  /** The outline with spikes or puffs: what must not touch others. */
  outer: Superellipse;
  support: Float64Array;
  /** Badness of the setting and of the proportions; 0 is perfect. */
  cost: number;
};

export type BlockChoice = { block: Block; inner: Superellipse; cost: number };

/** Stroke of a bubble, u. */
export const INK = 3;

/**
 * All sensible ways to set atoms: one for each number of lines near the ideal, in em.
 * They serve every type size.
 */
export function blockChoices(atoms: readonly Atom[], style: KindStyle): BlockChoice[] {
  if (atoms.length === 0) return [emptyChoice(style)];
  const choices: BlockChoice[] = [];
  const length = atoms.reduce((sum, atom) => sum + atom.advance + atom.space, 0);
  const { leading } = style.block;
  const ratio = style.block.isVertical ? 1 / style.aspect : style.aspect;
  const ideal = Math.sqrt(length / (0.85 * leading * ratio));
  const forced = 1 + atoms.filter((atom) => atom.isForcedBreak).length;
  const from = Math.max(forced, 1, Math.floor(ideal * 0.6));
  const to = Math.max(from, Math.ceil(ideal * 1.6));
  for (let count = from; count <= Math.min(to, from + 6); count++) {
    const block = setBlock(atoms, count, style.block);
    if (!block) break;
    const inner = fitAround(block, style);
    const off = Math.log(inner.a / inner.b / (style.block.isRound ? style.aspect * (1 + 2.4 / (length + 2)) : style.aspect));
    choices.push({ block, inner, cost: block.cost * 1.1 + 13 * off * off });
  }
  if (choices.length === 0) {
    const block = setGreedy(atoms, Math.max(4, (length / forced) * 1.2), style.block);
    choices.push({ block, inner: fitAround(block, style), cost: 40 });
  }
  return choices.sort((a, b) => a.cost + areaOf(a) * 0.35 - b.cost - areaOf(b) * 0.35).slice(0, 5);
}

/** Lines tried beyond the first that fit a measure: among them is the one that fills it best. */
const MORE_LINES = 2;
/** A set line may be longer than the measure by as much as its length was rounded, em. */
const SLACK = 0.02;

/** Text broken at a measure set by hand, em: balanced lines, as wide (columns: as high) as it allows. */
export function choiceAtMeasure(atoms: readonly Atom[], style: KindStyle, measure: number): BlockChoice {
  if (atoms.length === 0) return emptyChoice(style);
  const length = atoms.reduce((sum, atom) => sum + atom.advance + atom.space, 0);
  const forced = 1 + atoms.filter((atom) => atom.isForcedBreak).length;
  const extent = (block: Block): number => (style.block.isVertical ? block.height : block.width);
  const from = Math.max(1, forced, Math.floor((length / measure) * 0.8));
  let best: Block | undefined;
  let most = Infinity;
  for (let count = from; count <= Math.min(most, atoms.length); count++) {
    const block = setBlock(atoms, count, style.block);
    if (!block) break;
    if (extent(block) > measure + SLACK) continue;
    if (!best) most = Math.min(count + MORE_LINES, 400);
    if (!best || extent(block) > extent(best)) best = block;
  }
  best ??= setGreedy(atoms, measure, style.block);
  return { block: best, inner: fitAround(best, style), cost: best.cost };
}

function emptyChoice(style: KindStyle): BlockChoice {
  return { block: { lines: [], isVertical: style.block.isVertical, width: 0, height: 0, cost: 0 }, inner: { a: 0.5, b: 0.5, p: style.power }, cost: 0 };
}

const areaOf = (choice: BlockChoice): number => Math.sqrt(choice.inner.a * choice.inner.b);

/** The shape at a type size of `size` u. */
export function shapeAt(choice: BlockChoice, style: KindStyle, size: number): BubbleShape {
  const grow = style.grow * size;
  const inner = { a: choice.inner.a * size, b: choice.inner.b * size, p: choice.inner.p };
  const outer = { a: inner.a + grow, b: inner.b + grow, p: inner.p };
  return { block: choice.block, form: style.form, size, inner, outer, support: supports({ ...outer, a: outer.a + INK, b: outer.b + INK }), cost: choice.cost };
}

const STRETCH = [0.62, 0.72, 0.82, 0.93, 1.05, 1.18, 1.33, 1.5, 1.7, 1.9, 2.15, 2.45];

/** The smallest superellipse (of a few proportions) that keeps every line of the block clear of its outline. */
function fitAround(block: Block, style: KindStyle): Superellipse {
  const pad = style.pad;
  if (style.form === 'box') return { a: block.width / 2 + pad, b: block.height / 2 + pad, p: Infinity };
  const p = style.power;
  const corners = block.lines.flatMap(({ rect }) => [
    [Math.max(Math.abs(rect.x), Math.abs(rect.x + rect.width)) + pad, Math.abs(rect.y) + pad * 0.55],
    [Math.max(Math.abs(rect.x), Math.abs(rect.x + rect.width)) + pad, Math.abs(rect.y + rect.height) + pad * 0.55],
    [Math.max(Math.abs(rect.x), Math.abs(rect.x + rect.width)) + pad * 0.55, Math.max(Math.abs(rect.y), Math.abs(rect.y + rect.height)) + pad],
  ]);
  const base = Math.max(0.3, Math.min(4, (block.width + 2 * pad) / (block.height + 2 * pad)));
  let best: Superellipse | undefined;
  let least = Infinity;
  for (const stretch of STRETCH) {
    const r = base * stretch;
    let a = 0;
    for (const [x, y] of corners) a = Math.max(a, (x! ** p + (y! * r) ** p) ** (1 / p));
    const found = { a: Math.max(a, pad + 0.4), b: Math.max(a / r, pad + 0.4), p };
    // As much air beside the block as above it; a little area is gladly paid for that.
    const uneven = Math.log((found.a - block.width / 2) / Math.max(0.05, found.b - block.height / 2));
    const cost = found.a * found.b * (1 + 0.6 * uneven * uneven);
    if (cost < least) [best, least] = [found, cost];
  }
  return best!;
}

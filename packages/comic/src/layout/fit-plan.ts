import type { Box, PageFormat } from '../model/geometry.ts';
import { MIN_SIDE, RANK_SHARE, SPLASH, SPLASH_SHARE, TEXT_ROOM } from './demand.ts';
import { countPanels, type Plan } from './plan.ts';
import type { PanelToLay } from './types.ts';

/** A plan with its panels' upright rectangles, before slants and bleeds. */
export type Fit = { plan: Plan; boxes: Box[] };

export type FitTask = {
  plan: Plan;
  panels: readonly PanelToLay[];
  /** Share of the page that each panel should have; only ratios count. */
  shares: readonly number[];
  live: Box;
  format: PageFormat;
};

/** Rounding of weights and the turn of slants need a little room above every limit. */
const SLACK = 1.05;
const ROUNDS = 6;

/**
 * Weighs the cuts of a plan so that areas follow the shares, then gives more to every panel that is below
 * a limit (text, shortest side, rank, splash) until all hold. Undefined when they do not after some rounds.
 */
export function fitPlan({ plan, panels, shares, live, format }: FitTask): Fit | undefined {
  let wanted = [...shares];
  for (let round = 0; round < ROUNDS; round++) {
    const boxes: Box[] = [];
    const weighted = weigh(plan, wanted, live, format, boxes);
    const lacks = lacksOf(boxes, panels, live);
    if (lacks.every((lack) => lack <= 1)) return { plan: weighted, boxes };
    wanted = wanted.map((share, i) => share * Math.min(2.5, Math.max(1, (lacks[i] ?? 1) * 1.04)));
  }
  return undefined;
}

/** Area that a panel must have on a page of this live area, whatever stands beside it, u². */
export function leastArea(panel: PanelToLay, live: Box): number {
  const splash = panel.importance === SPLASH ? SPLASH_SHARE * live.width * live.height : 0;
  return Math.max(MIN_SIDE * MIN_SIDE, splash, panel.textArea * TEXT_ROOM * SLACK);
}

/** How many times more room each panel needs; 1 or less is enough. */
function lacksOf(boxes: readonly Box[], panels: readonly PanelToLay[], live: Box): number[] {
  const areas = boxes.map((box) => box.width * box.height);
  const largest = [0, 0, 0, 0, 0, 0, 0];
  panels.forEach((panel, i) => {
    for (let rank = panel.importance + 1; rank <= SPLASH; rank++) largest[rank] = Math.max(largest[rank] ?? 0, areas[i] ?? 0);
  });
  return panels.map((panel, i) => {
    const box = boxes[i];
    if (!box) return Infinity;
    const needed = Math.max(leastArea(panel, live), RANK_SHARE * SLACK * SLACK * (largest[panel.importance] ?? 0));
    return Math.max(needed / (areas[i] ?? 1), (MIN_SIDE * SLACK) / Math.min(box.width, box.height));
  });
}

/** `boxes` is filled in reading order, so its length tells which leaf comes next. */
function weigh(plan: Plan, wanted: readonly number[], area: Box, format: PageFormat, boxes: Box[]): Plan {
  if (plan.type === 'panel') {
    boxes.push(area);
    return plan;
  }
  const isRows = plan.type === 'rows';
  const gutter = isRows ? format.gutter.row : format.gutter.column;
  const free = (isRows ? area.height : area.width) - gutter * (plan.parts.length - 1);
  const weights = weightsOf(plan.parts, wanted, boxes.length);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let at = isRows ? area.y : area.x;
  const parts = plan.parts.map((part, i) => {
    const size = (free * (weights[i] ?? 0)) / whole;
    const own = isRows ? { ...area, y: at, height: size } : { ...area, x: at, width: size };
    at += size + gutter;
    return weigh(part, wanted, own, format, boxes);
  });
  return { ...plan, parts, weights };
}

/** Rounded, so that the last bit of a sum never moves a page between machines. */
function weightsOf(parts: readonly Plan[], wanted: readonly number[], firstLeaf: number): number[] {
  let leaf = firstLeaf;
  const sums = parts.map((part) => {
    const count = countPanels(part);
    let sum = 0;
    for (let i = 0; i < count; i++) sum += wanted[leaf + i] ?? 0;
    leaf += count;
    return sum;
  });
  const total = sums.reduce((sum, share) => sum + share, 0);
  return sums.map((share) => Math.max(0.001, Math.round((1000 * share) / total) / 1000));
}

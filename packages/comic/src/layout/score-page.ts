import type { Box } from '../model/geometry.ts';
import { TEXT_ROOM } from './demand.ts';
import type { Fit } from './fit-plan.ts';
import { countPanels, type Plan } from './plan.ts';
import type { PanelToLay } from './types.ts';

/** Widths over heights between which a picture is easy to compose. */
const COMFORT = { narrowest: 0.62, widest: 2.4 };
const FLAT_BAND = 3;
/** The shorter side is at least this many times the side of the text seen as a square: a bubble fits without touching the frame. */
const BUBBLE_ROOM = 1.45;
/** Column gutters of neighbouring rows stand further apart than this, u. */
const NEAR_CROSS = 45;

/** How far a page is from a handsome one; 0 is perfect, above 1 is poor. `ideal` holds the wanted shares. */
export function scorePage(fit: Fit, panels: readonly PanelToLay[], ideal: readonly number[]): number {
  const areas = fit.boxes.map((box) => box.width * box.height);
  const all = areas.reduce((sum, area) => sum + area, 0);
  const wanted = ideal.reduce((sum, share) => sum + share, 0);
  let score = 0;
  panels.forEach((panel, i) => {
    const box = fit.boxes[i] as Box;
    const weight = (0.7 + 0.1 * panel.importance) / panels.length;
    score += weight * 0.9 * apart((areas[i] ?? 0) / all, (ideal[i] ?? 1) / wanted);
    score += weight * aspectCost(panel, box.width / box.height);
    score += weight * 0.5 * Math.max(0, 1.35 - (areas[i] ?? 0) / (panel.textArea * TEXT_ROOM + 1));
    score += weight * 1.5 * Math.max(0, BUBBLE_ROOM - Math.min(box.width, box.height) / Math.sqrt(panel.textArea + 1));
  });
  return score + dullness(fit.plan, areas, panels) + crossCost(fit) + sceneCost(fit.plan, panels);
}

/** A calm page may be even: nobody acts and nothing stands out. */
export function isCalm(panels: readonly PanelToLay[]): boolean {
  return panels.every((panel) => !panel.isAction && panel.importance <= 3);
}

/** Panels in each row of the page; one row when the page is cut into columns first. */
export function rowCounts(plan: Plan): number[] {
  return plan.type === 'rows' ? plan.parts.map(countPanels) : [countPanels(plan)];
}

function apart(a: number, b: number): number {
  return Math.min(3, Math.max(a / b, b / a) - 1);
}

function aspectCost(panel: PanelToLay, aspect: number): number {
  const wish = panel.aspect === undefined ? 0 : 0.4 * apart(aspect, panel.aspect);
  const narrow = Math.max(0, COMFORT.narrowest / aspect - 1);
  const flat = Math.max(0, aspect / (panel.importance >= 4 ? COMFORT.widest : FLAT_BAND) - 1);
  return wish + 0.9 * narrow + 0.8 * flat;
}

/** Equal cells and rows of equal count read like a table. */
function dullness(plan: Plan, areas: readonly number[], panels: readonly PanelToLay[]): number {
  if (areas.length < 3) return 0;
  const isEven = Math.max(...areas) < 1.18 * Math.min(...areas);
  const counts = rowCounts(plan);
  const isTable = counts.length > 1 && counts.every((count) => count === counts[0]);
  const isLadder = isTable && counts[0] === 1;
  const calm = isCalm(panels) ? 0.35 : 1;
  return calm * ((isEven ? 0.5 : 0) + (isTable && areas.length >= 4 ? 0.12 : 0) + (isLadder ? 0.3 : 0));
}

/** Column gutters of two rows that nearly meet make a cross, where the eye may go down instead of on. */
function crossCost({ plan, boxes }: Fit): number {
  if (plan.type !== 'rows') return 0;
  let cost = 0;
  let leaf = 0;
  let before: { ends: number[]; height: number } = { ends: [], height: 0 };
  for (const part of plan.parts) {
    const count = countPanels(part);
    const row = boxes.slice(leaf, leaf + count);
    const right = Math.max(...row.map((box) => box.x + box.width));
    const top = Math.min(...row.map((box) => box.y));
    const ends = row.map((box) => box.x + box.width).filter((end) => end < right - 1);
    const height = Math.max(...row.map((box) => box.y + box.height)) - top;
    if (ends.some((end) => before.ends.some((other) => Math.abs(end - other) < NEAR_CROSS))) cost += 0.12;
    if (count === 1 && before.ends.length === 0 && before.height > 0 && Math.abs(height / before.height - 1) < 0.2) cost += 0.1;
    before = { ends, height };
    leaf += count;
  }
  return cost;
}

/** A scene opens at the start of a row, best across its whole width. */
function sceneCost(plan: Plan, panels: readonly PanelToLay[]): number {
  if (plan.type !== 'rows') return 0;
  let cost = 0;
  let first = 0;
  for (const part of plan.parts) {
    const count = countPanels(part);
    for (let i = first; i < first + count; i++) {
      if (!panels[i]?.opensScene) continue;
      if (i > first) cost += 0.2;
      else if (count > 1) cost += 0.08;
    }
    first += count;
  }
  return cost;
}

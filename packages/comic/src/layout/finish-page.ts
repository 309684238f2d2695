import { type Box, type PageFormat, type Polygon } from '../model/geometry.ts';
import type { Direction } from '../model/kinds.ts';
import { seededRandom, type Random } from '../model/random.ts';
import type { Composition } from './compose-page.ts';
import { MIN_SIDE, RANK_SHARE, SPLASH, TEXT_ROOM } from './demand.ts';
import { countPanels, type Plan } from './plan.ts';
import { areaOf, flipBleed, NO_BLEED, polygonsOf, type Bleed } from './polygons-of.ts';
import type { Cut, LaidPanel, PanelToLay } from './types.ts';

export type FinishTask = {
  composition: Composition;
  panels: readonly PanelToLay[];
  live: Box;
  format: PageFormat;
  direction: Direction;
  /** False where a title stands above the panels. */
  mayBleedTop: boolean;
  seed: number | string;
};

export type FinishedPage = { cut: Cut; panels: LaidPanel[] };

/** Gutters of action lean by these shares of their length. */
const LEAN = { rows: [0.045, 0.085], columns: [0.1, 0.2] } as const;

/**
 * Slants and bleeds on top of a fitted plan. When the leaning polygons break a limit they lean half
 * as much, then not at all; bleeds of ordinary panels go first. Upright pages hold by construction.
 */
export function finishPage(task: FinishTask): FinishedPage {
  const random = seededRandom(`${task.seed}:finish`);
  const leaning = lean(task.composition.plan, task.panels, random);
  const bleeds = bleedsOf(task, random);
  const splashOnly = new Map([...bleeds].filter(([id]) => task.panels.find((one) => one.id === id)?.importance === SPLASH));
  for (const strength of [1, 0.5, 0]) {
    const page = draw(task, leaning, strength, bleeds);
    if (holds(page.panels, task.panels)) return page;
  }
  return draw(task, leaning, 0, task.panels.length === 1 ? bleeds : splashOnly);
}

function draw({ panels, live, format, direction }: FinishTask, plan: Plan, strength: number, bleeds: ReadonlyMap<string, Bleed>): FinishedPage {
  let leaf = 0;
  const toCut = (node: Plan, width: number, height: number): Cut => {
    if (node.type === 'panel') return { type: 'panel', id: panels[leaf++]?.id ?? '' };
    const total = node.weights.reduce((sum, weight) => sum + weight, 0);
    const isRows = node.type === 'rows';
    return {
      type: node.type,
      weights: node.weights,
      slants: node.slants.map((slant) => Math.round(slant * strength * (isRows ? width : height))),
      children: node.parts.map((part, i) => {
        const share = (node.weights[i] ?? 0) / total;
        return isRows ? toCut(part, width, height * share) : toCut(part, width * share, height);
      }),
    };
  };
  const cut = toCut(plan, live.width, live.height);
  return { cut, panels: polygonsOf({ cut, live, format, direction, bleeds }) };
}

/** Keeps a template's slants, or invents some, at gutters that an action panel touches; others stand upright. */
function lean(plan: Plan, panels: readonly PanelToLay[], random: Random, firstLeaf = 0): Plan {
  if (plan.type === 'panel') return plan;
  const [from, to] = LEAN[plan.type];
  let leaf = firstLeaf;
  const acts: boolean[] = [];
  const parts = plan.parts.map((part) => {
    const count = countPanels(part);
    acts.push(panels.slice(leaf, leaf + count).some((one) => one.isAction));
    const leaned = lean(part, panels, random, leaf);
    leaf += count;
    return leaned;
  });
  const slants = plan.parts.map((_, i) => {
    const amount = random.between(from, to) * (random.chance(0.5) ? 1 : -1);
    const isUsed = random.chance(plan.type === 'rows' ? 0.6 : 0.8);
    if (i === plan.parts.length - 1 || !(acts[i] || acts[i + 1])) return 0;
    return plan.slants[i] || (isUsed ? amount : 0);
  });
  return { ...plan, parts, slants };
}

/** Splashes bleed wherever they touch the page's edge; strong panels when the template says so, or by chance. */
function bleedsOf(task: FinishTask, random: Random): Map<string, Bleed> {
  const { composition, panels, live, mayBleedTop } = task;
  const leaves = leavesOf(composition.plan);
  const bleeds = new Map<string, Bleed>();
  panels.forEach((one, i) => {
    const box = composition.boxes[i];
    if (!box) return;
    const byChance = random.chance(0.55);
    const isStrong = one.importance >= 5 || (one.importance === 4 && (leaves[i] ?? false));
    const isCrammed = panels.length === 1 && one.textArea * TEXT_ROOM > live.width * live.height;
    const wants = one.importance === SPLASH || isCrammed || (isStrong && (byChance || (leaves[i] ?? false)));
    if (!wants) return;
    const touched = touchedSides(box, live);
    const reading = { ...touched, top: touched.top && mayBleedTop };
    bleeds.set(one.id, task.direction === 'rtl' ? flipBleed(reading) : reading);
  });
  return bleeds;
}

function leavesOf(plan: Plan): boolean[] {
  return plan.type === 'panel' ? [plan.isBleeding] : plan.parts.flatMap(leavesOf);
}

/** Boxes run in reading direction from the live area's left edge, also where the page is mirrored later. */
function touchedSides(box: Box, live: Box): Bleed {
  return {
    ...NO_BLEED,
    left: box.x < live.x + 1,
    right: box.x + box.width > live.x + live.width - 1,
    top: box.y < live.y + 1,
    bottom: box.y + box.height > live.y + live.height - 1,
  };
}

function holds(laid: readonly LaidPanel[], panels: readonly PanelToLay[]): boolean {
  const areas = laid.map((one) => areaOf(one.polygon));
  return panels.every((panel, i) => {
    const polygon = laid[i]?.polygon ?? [];
    const area = areas[i] ?? 0;
    if (polygon.length !== 4 || shortestEdge(polygon) < MIN_SIDE) return false;
    if (area < panel.textArea * TEXT_ROOM) return false;
    return panels.every((other, j) => other.importance >= panel.importance || area >= RANK_SHARE * 1.02 * (areas[j] ?? 0));
  });
}

function shortestEdge(polygon: Polygon): number {
  return Math.min(...polygon.map((p, i) => {
    const q = polygon[(i + 1) % polygon.length] ?? p;
    return Math.hypot(q.x - p.x, q.y - p.y);
  }));
}

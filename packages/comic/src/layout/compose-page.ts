import type { Box, PageFormat } from '../model/geometry.ts';
import { seededRandom } from '../model/random.ts';
import { roomWanted } from './demand.ts';
import { fitPlan, leastArea, type Fit } from './fit-plan.ts';
import { growPlans } from './grow-plans.ts';
import { countPanels, panel, shapeOf, sharesOf } from './plan.ts';
import { isCalm, scorePage } from './score-page.ts';
import { TEMPLATES, type PageTemplate } from './templates.ts';
import type { PanelToLay } from './types.ts';

export type Composition = Fit & { name: string; shape: string; score: number };

export type ComposeTask = {
  panels: readonly PanelToLay[];
  live: Box;
  format: PageFormat;
  /** Area of one ordinary panel of this book, u². */
  cell: number;
  /** Names the run of panels, so that the same run composes alike wherever it is tried. */
  seed: number | string;
};

/** How much a template's own proportions count against the panels' wishes. */
const TEMPLATE_VOICE = 0.35;
/** Below this a template fits well and nothing has to be grown. */
const GOOD_ENOUGH = 0.14;
/** A page drawn by hand beats a grown one that measures alike. */
const TEMPLATE_FAVOUR = 0.08;
const KEPT = 6;

const TEMPLATES_BY_COUNT = Map.groupBy(TEMPLATES, (template) => countPanels(template.plan));

/** The best compositions of one page, best first; none when the panels do not go together on a page. */
export function composePage(task: ComposeTask): Composition[] {
  const { panels, live } = task;
  if (panels.length === 1) return [onePanel(live)];
  const least = panels.reduce((sum, one) => sum + leastArea(one, live), 0);
  if (least > live.width * live.height * 0.97) return [];

  const ideal = panels.map((one) => roomWanted(one, task.cell));
  const templates = TEMPLATES_BY_COUNT.get(panels.length) ?? [];
  const found = templates.flatMap((template) => tryTemplate(template, ideal, task));
  const best = Math.min(Infinity, ...found.map((one) => one.score));
  if (best > GOOD_ENOUGH) found.push(...growAll(ideal, task, new Set(found.map((one) => one.shape))));
  return found.sort((a, b) => a.score - b.score).slice(0, KEPT);
}

function onePanel(live: Box): Composition {
  return { name: 'splash', shape: 'p', plan: panel, boxes: [live], score: 0 };
}

function tryTemplate(template: PageTemplate, ideal: readonly number[], task: ComposeTask): Composition[] {
  const own = sharesOf(template.plan);
  const total = ideal.reduce((sum, share) => sum + share, 0);
  const shares = ideal.map((share, i) => ((own[i] ?? 0) * TEMPLATE_VOICE) + (share / total) * (1 - TEMPLATE_VOICE));
  const fit = fitPlan({ ...task, plan: template.plan, shares });
  if (!fit) return [];
  const noise = seededRandom(`${task.seed}:${template.name}`).between(0, 0.05);
  const score = scorePage(fit, task.panels, ideal) + moodCost(template, task.panels) + noise - TEMPLATE_FAVOUR;
  return [{ ...fit, name: template.name, shape: shapeOf(template.plan), score }];
}

/** Slanted pages want action, even ones want calm. */
function moodCost(template: PageTemplate, panels: readonly PanelToLay[]): number {
  const acting = panels.filter((one) => one.isAction).length / panels.length;
  if (template.suits === 'action') return 0.3 - 0.5 * acting;
  if (template.suits === 'calm') return isCalm(panels) ? 0 : 0.25;
  return 0;
}

function growAll(ideal: readonly number[], task: ComposeTask, known: ReadonlySet<string>): Composition[] {
  const random = seededRandom(`${task.seed}:grow`);
  return growPlans(task.panels.length, random).flatMap((plan) => {
    const shape = shapeOf(plan);
    if (known.has(shape)) return [];
    // Uneven shares keep the column gutters of neighbouring rows from meeting in a cross.
    const fit = fitPlan({ ...task, plan, shares: ideal.map((share) => share * random.between(0.88, 1.14)) });
    if (!fit) return [];
    const score = scorePage(fit, task.panels, ideal) + random.between(0, 0.05);
    return [{ ...fit, name: `grown:${shape}`, shape, score }];
  });
}

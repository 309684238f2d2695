/** Templates for a page by hand: the built-in ones, plain rows for any number of panels, and one's own. */
import type { HandCut, PageByHand } from '../../model/hand-made.ts';
import type { Box } from '../../model/geometry.ts';
import { columns, countPanels, panel, rows, shapeOf, type Part, type Plan } from '../plan.ts';
import type { Bleed } from '../polygons-of.ts';
import { TEMPLATES } from '../templates.ts';
import type { LaidPage } from '../types.ts';
import { asHand, leavesOf, refill } from './cut-tree.ts';
import { legalCut } from './legal-cut.ts';
import { edgesOf, liveOf, panelsOn, type PageGround } from './page-ground.ts';

export type TemplateChoice = {
  name: string;
  /** SVG path of the panels, in a box of `width` x `height`: the page with its margins. */
  path: string;
  width: number;
  height: number;
};

const PREVIEW_WIDTH = 48;
const MOST_PANELS = 12;
const ROW_CHOICES = 10;
const WHOLE: Bleed = { left: true, right: true, top: true, bottom: true };

/** The templates for this number of panels on such a page; none for a webtoon strip or for more than 12 panels. */
export function templatesFor(count: number, ground: PageGround): TemplateChoice[] {
  if (ground.format.id === 'webtoon' || count < 1 || count > MOST_PANELS || !Number.isInteger(count)) return [];
  const ids = Array.from({ length: count }, (_, i) => `p${i + 1}`);
  const blank: PageByHand = { id: 'preview', template: 'by-hand', cut: rowsCut(ids), bleeds: {} };
  return namesFor(count, ground).flatMap((name) => {
    const page = applyTemplate(blank, name, ground);
    return page ? [{ name, ...previewOf(page, ground) }] : [];
  });
}

/**
 * The page's panels in the cells of a template, a built-in name or one's own page from `templateOf`. Undefined
 * when it is made for another number of panels, has no room on this page, or is unknown.
 */
export function applyTemplate(page: LaidPage | PageByHand, template: string | PageByHand, ground: PageGround): PageByHand | undefined {
  const hand = asHand(page);
  const ids = leavesOf(hand.cut);
  const fresh = typeof template === 'string' ? fromName(template, ids, ground) : fromOwn(template, ids);
  if (!fresh || ground.format.id === 'webtoon') return undefined;
  const cut = legalCut(fresh.cut, fresh, ground);
  return cut && { ...fresh, id: hand.id, cut };
}

/** The cut of a page as a template of one's own: plain data of the same form as a page by hand, its panels named 1, 2, 3. */
export function templateOf(page: LaidPage | PageByHand, name = 'own'): PageByHand {
  const hand = asHand(page);
  const ids = leavesOf(hand.cut);
  const bleeds = ids.flatMap((id, i) => (hand.bleeds[id] ? [[String(i + 1), hand.bleeds[id]]] : []));
  return { id: 'template', template: name.slice(0, 60), cut: refill(hand.cut, ids.map((_, i) => String(i + 1))), bleeds: Object.fromEntries(bleeds) };
}

/** A small drawing of a page by hand, for lists of templates. */
export function previewOf(page: PageByHand, ground: PageGround): Omit<TemplateChoice, 'name'> {
  const scale = PREVIEW_WIDTH / ground.format.width;
  const round = (value: number): number => Math.round(value * scale * 10) / 10;
  const path = panelsOn(page.cut, page, ground).map(({ polygon }) => `M${polygon.map((p) => `${round(p.x)} ${round(p.y)}`).join('L')}Z`).join('');
  return { path, width: PREVIEW_WIDTH, height: round(ground.format.height) };
}

function namesFor(count: number, ground: PageGround): string[] {
  const own = TEMPLATES.filter((template) => countPanels(template.plan) === count);
  const shapes = new Set(own.filter(({ plan }) => count > 1 && leavesBleed(plan).length === 0).map(({ plan }) => shapeOf(plan)));
  const more = rowChoices(count).filter((counts) => !shapes.has(shapeOf(rowsPlan(counts)))).slice(0, ROW_CHOICES);
  return [...(ground.format.id === '4-koma' && count <= 8 ? ['4-koma'] : []), ...own.map(({ name }) => name), ...more.map((counts) => `rows-${counts.join('-')}`)];
}

function fromName(name: string, ids: readonly string[], ground: PageGround): PageByHand | undefined {
  const page = (cut: HandCut, bleeds: PageByHand['bleeds'] = {}): PageByHand => ({ id: 'page', template: name, cut, bleeds });
  if (name === '4-koma') return ids.length > 8 ? undefined : page(ids.length <= 4 ? rowsCut(ids) : { type: 'columns', children: [rowsCut(ids.slice(0, 4)), rowsCut(ids.slice(4))], weights: [1, 1], slants: [0, 0] });
  const counts = /^rows(-[1-4])+$/.test(name) ? name.split('-').slice(1).map(Number) : undefined;
  const plan = counts ? rowsPlan(counts) : TEMPLATES.find((template) => template.name === name)?.plan;
  if (!plan || countPanels(plan) !== ids.length) return undefined;
  const cut = cutOf(plan, ids, liveOf(ground));
  const edges = edgesOf(cut, ground.direction);
  // Sides inside the page are left out, so that a later change of cells bleeds nothing by surprise.
  return page(cut, Object.fromEntries(leavesBleed(plan).map((leaf) => [ids[leaf] ?? '', edges.get(ids[leaf] ?? '') ?? WHOLE])));
}

function fromOwn(own: PageByHand, ids: readonly string[]): PageByHand | undefined {
  const cells = leavesOf(own.cut);
  if (cells.length !== ids.length) return undefined;
  const bleeds = cells.flatMap((cell, i) => (own.bleeds[cell] ? [[ids[i] ?? '', own.bleeds[cell]]] : []));
  return { ...own, cut: refill(own.cut, ids), bleeds: Object.fromEntries(bleeds) };
}

/** Slants of a plan are shares of the gutter's length, those of a cut are u. */
function cutOf(plan: Plan, ids: readonly string[], live: Box): HandCut {
  let leaf = 0;
  const walk = (node: Plan, width: number, height: number): HandCut => {
    if (node.type === 'panel') return { type: 'panel', id: ids[leaf++] ?? '' };
    const isRows = node.type === 'rows';
    const total = node.weights.reduce((sum, weight) => sum + weight, 0);
    const children = node.parts.map((part, i) => {
      const share = (node.weights[i] ?? 1) / total;
      return isRows ? walk(part, width, height * share) : walk(part, width * share, height);
    });
    return { type: node.type, children, weights: [...node.weights], slants: node.slants.map((slant) => Math.round(slant * (isRows ? width : height))) };
  };
  return walk(plan, live.width, live.height);
}

function leavesBleed(plan: Plan): number[] {
  const flat = (node: Plan): boolean[] => (node.type === 'panel' ? [node.isBleeding] : node.parts.flatMap(flat));
  return flat(plan).flatMap((isBleeding, i) => (isBleeding ? [i] : []));
}

/** Ways to spread panels over rows of one to four, the evenest first. */
function rowChoices(count: number): number[][] {
  const widest = count > 8 ? 4 : 3;
  const spread = (left: number): number[][] => (left === 0 ? [[]] : Array.from({ length: Math.min(widest, left) }, (_, i) => i + 1).flatMap((first) => spread(left - first).map((rest) => [first, ...rest])));
  const range = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);
  return spread(count).filter((counts) => counts.length <= 6).sort((a, b) => range(a) - range(b) || a.length - b.length);
}

function rowsPlan(counts: readonly number[]): Plan {
  const line = (count: number): Plan => (count === 1 ? panel : columns(...Array.from({ length: count }, (): Part => [1, panel])));
  const [only] = counts;
  return counts.length === 1 && only !== undefined ? line(only) : rows(...counts.map((count): Part => [1, line(count)]));
}

function rowsCut(ids: readonly string[]): HandCut {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) return { type: 'panel', id: only };
  return { type: 'rows', children: ids.map((id) => ({ type: 'panel' as const, id })), weights: ids.map(() => 1), slants: ids.map(() => 0) };
}

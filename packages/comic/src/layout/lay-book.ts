import { handRuns, type HandRun } from './by-hand/hand-runs.ts';
import { layHandPage } from './by-hand/lay-hand-page.ts';
import { composePage, type Composition } from './compose-page.ts';
import { roomWanted, SPLASH, TEXT_ROOM } from './demand.ts';
import { finishPage } from './finish-page.ts';
import { liveArea, sideOf } from './page-frame.ts';
import { paginate, type PageRun } from './paginate.ts';
import { frozen, recent, type Recent } from './recent.ts';
import { rowCounts } from './score-page.ts';
import type { LaidPage, LayoutInput, PanelToLay } from './types.ts';

/** Panels on an average page. */
const DENSITY: Record<string, number> = { 'manga-b5': 5, a4: 5.5, 'us-comic': 5, square: 4 };
const MOST = 9;

/** What was found out about a book's panels, whichever pages are cut by hand. */
type Study = { composed: Map<string, Composition[]>; plans: Recent<PagesByRun> };
/** Pages by themselves with their runs; those by hand are absent. Frozen. */
type PagesByRun = readonly { run: PageRun; page?: LaidPage }[];

const studies = recent<Study>(2);

/**
 * Books of separate pages: panels in script order to pages of cut trees. Demands must be sane. The last books
 * are remembered, so that cutting a page by hand anew costs no more than that page.
 */
export function layBook(input: LayoutInput): LaidPage[] {
  const { byHand = [], ...story } = input;
  if (story.panels.length === 0) return [];
  const hands = handRuns(byHand, story);
  const study = studies.of(JSON.stringify(story), () => ({ composed: new Map(), plans: recent<PagesByRun>(6) }));
  const pages = study.plans.of(JSON.stringify(hands.map(({ from, to }) => [from, to])), () => frozen(planRuns(story, hands, study.composed)));
  const byStart = new Map(hands.map((hand) => [hand.from, hand]));
  return pages.flatMap(({ run, page }) => {
    const hand = byStart.get(run.from);
    return page ?? (hand ? layHandPage(hand, run.number, story) : []);
  });
}

function planRuns(input: LayoutInput, hands: readonly HandRun[], composed: Map<string, Composition[]>): PagesByRun {
  const { panels, format, seed } = input;
  const density = Math.min(8, Math.max(1, input.density ?? DENSITY[format.id] ?? 5));
  const live = liveArea({ ...input, number: 2 });
  const cell = (live.width * live.height) / density;
  const rooms = evenedRooms(panels.map((panel) => roomWanted(panel, cell)));

  const compose = (from: number, to: number): number => {
    const place = `${from}-${to}`;
    const found = composed.get(place) ?? composePage({ panels: panels.slice(from, to), live: liveArea({ ...input, number: from === 0 ? 1 : 2 }), format, cell, seed: `${seed}:${place}` });
    composed.set(place, found);
    return found[0]?.score ?? Infinity;
  };
  const runs = paginate({
    count: panels.length,
    most: Math.min(MOST, Math.ceil(density * 1.6)),
    flow: (run) => fullnessCost(run, rooms, panels, density, input) + turnCost(run, panels),
    guess: (from, to) => hopefulScore(panels.slice(from, to), cell * density),
    compose,
    fixed: hands,
  });
  return finishAll(runs, composed, input, new Set(hands.map((hand) => hand.from)));
}

/** A book that is strong throughout keeps nearly the usual number of panels a page: importance is relative. */
function evenedRooms(rooms: number[]): number[] {
  const mean = rooms.reduce((sum, room) => sum + room, 0) / rooms.length;
  const scale = Math.min(1.35, Math.max(0.8, mean));
  return rooms.map((room) => room / scale);
}

/**
 * Chooses among the compositions of every page for variety, then draws them. A page by hand is composed
 * like the others and only drawn another way, so that cutting it anew changes no other page.
 */
function finishAll(runs: PageRun[], composed: ReadonlyMap<string, Composition[]>, input: LayoutInput, byHand: ReadonlySet<number>): PagesByRun {
  const { format, direction, seed } = input;
  const before: Composition[] = [];
  return runs.map((run) => {
    const { from, to, number } = run;
    const panels = input.panels.slice(from, to);
    const choices = composed.get(`${from}-${to}`) ?? [];
    const composition = choices.length > 0 ? pickVaried(choices, before) : undefined;
    if (composition) before.unshift(composition);
    if (byHand.has(from) || !composition) return { run };
    const live = liveArea({ ...input, number });
    // Boxes were fitted on a page whose live area may lie a little further left or right.
    const shift = live.x - (composition.boxes.length ? Math.min(...composition.boxes.map((box) => box.x)) : live.x);
    const placed = { ...composition, boxes: composition.boxes.map((box) => ({ ...box, x: box.x + shift })) };
    const mayBleedTop = number > 1 || !(input.titleHeight && input.titleHeight > 0);
    const page = finishPage({ composition: placed, panels, live, format, direction, mayBleedTop, seed: `${seed}:${number}` });
    return { run, page: { number, side: sideOf(number, direction), width: format.width, height: format.height, template: composition.name, ...page } };
  });
}

function pickVaried(choices: readonly Composition[], before: readonly Composition[]): Composition {
  const cost = (one: Composition): number =>
    one.score + before.slice(0, 4).reduce((sum, past, age) => sum + likeness(one, past) / (age + 1), 0);
  return choices.reduce((best, one) => (cost(one) < cost(best) ? one : best));
}

function likeness(one: Composition, past: Composition): number {
  if (one.shape === 'p') return 0;
  if (one.shape === past.shape) return 0.6;
  return rowCounts(one.plan).join() === rowCounts(past.plan).join() ? 0.2 : 0;
}

/** Pages hold about as much as usual; a last page may be looser but never a small panel alone. */
function fullnessCost({ from, to, number }: PageRun, rooms: readonly number[], panels: readonly PanelToLay[], density: number, input: LayoutInput): number {
  const count = to - from;
  // A splash fills its page alone, best where the reader turns to it.
  if (count === 1 && panels[from]?.importance === SPLASH) return number % 2 === 0 ? -0.2 : 0.05;
  const capacity = from === 0 ? density * titleShare(input) : density;
  const filled = rooms.slice(from, to).reduce((sum, room) => sum + room, 0);
  const isLast = to === panels.length;
  const over = filled / capacity - 1;
  const crowd = count / capacity - 1;
  const ease = isLast && over < 0 ? 0.5 : 1;
  const isAlone = count === 1 && (panels[from]?.importance ?? 0) < 5 && over < -0.1;
  return ease * (2.2 * over * over + 0.8 * crowd * crowd * (crowd > 0 ? 1.5 : 0.6)) + (isAlone ? 1.2 + (isLast ? 1.5 : 0) : 0);
}

function titleShare(input: LayoutInput): number {
  return liveArea({ ...input, number: 1 }).height / liveArea({ ...input, number: 2 }).height;
}

/** Scenes open pages; strong pictures wait behind the turn, and what stands before it makes curious. */
function turnCost({ from, to, number }: PageRun, panels: readonly PanelToLay[]): number {
  const first = panels[from];
  const last = panels[to - 1];
  const next = panels[to];
  const isBehindTurn = number % 2 === 0;
  let cost = first?.opensScene ? -0.35 : 0;
  // An opening just below the top or at the foot of a page could have been at a page's top.
  if (to - from > 2 && panels[from + 1]?.opensScene) cost += 0.2;
  if (to - from > 1 && last?.opensScene) cost += 0.3;
  if (isBehindTurn && from > 0) cost -= first && first.importance >= 5 ? 0.1 * (first.importance - 1) : first?.opensScene ? 0.1 : 0;
  if (!isBehindTurn && next) cost -= next.importance >= 5 || next.opensScene ? 0.05 : last && last.importance >= 4 ? 0.1 : 0;
  return cost;
}

/** Guess of a composition's score; Infinity where it is certain that the run cannot share a page. */
function hopefulScore(panels: readonly PanelToLay[], pageArea: number): number {
  if (panels.length === 1) return 0;
  const text = panels.reduce((sum, panel) => sum + panel.textArea * TEXT_ROOM, 0);
  const splashes = panels.filter((panel) => panel.importance === SPLASH).length;
  if (text > 0.97 * pageArea || splashes > 2 || (splashes === 2 && panels.length > 2)) return Infinity;
  return 0.15;
}

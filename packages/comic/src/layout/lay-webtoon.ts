import { handBands } from './by-hand/hand-bands.ts';
import { handRuns, type HandRun } from './by-hand/hand-runs.ts';
import { boxOf, type Polygon } from '../model/geometry.ts';
import { seededRandom } from '../model/random.ts';
import { MIN_SIDE, RANK_SHARE } from './demand.ts';
import { paginate, type PageRun } from './paginate.ts';
import { NO_BLEED } from './polygons-of.ts';
import { recent } from './recent.ts';
import { bandsOf, type Band } from './strip-band.ts';
import type { Cut, LaidPage, LaidPanel, LayoutInput } from './types.ts';

/** Longest strip of one page, and the length that pages aim for, u. */
const LONGEST = 12_000;
const AIM = 8_000;
const MOST_BANDS = 40;

const breaks = recent<readonly PageRun[]>(6);
/**
 * One long strip in pages of at most 12 000 u. Time is told by distance: beats stand close, a new
 * scene far. Small panels are inset left and right in turn, strong ones run over the full width.
 */
export function layWebtoon(input: LayoutInput): LaidPage[] {
  const random = seededRandom(input.seed).fork('webtoon');
  const hands = handRuns(input.byHand ?? [], input);
  const longest = Math.min(LONGEST, input.format.height);
  const { bands, fixed } = withHands(bandsOf(input, random, new Set(hands.flatMap(({ from, to }) => [from, to]))), hands, input);
  const byHand = new Map(fixed.map((run) => [run.from, run]));
  const memo = new Map<number, number>();
  const cost = (from: number, to: number): number => {
    const key = from * (bands.length + 1) + to;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const run = bands.slice(from, to);
    // Ranking only makes panels taller, so a strip that is too long before it needs no ranking.
    const isHopeless = to - from > 1 && lengthOf(run, from, input) > longest;
    const fresh = isHopeless ? Infinity : breakCost(bands, from, to, lengthOf(ranked(run), from, input), longest);
    memo.set(key, fresh);
    return fresh;
  };
  const flow = ({ from, to }: { from: number; to: number }): number => (byHand.get(from)?.to === to ? 0 : cost(from, to));
  // Heights set by hand do not move breaks, so a drag need not seek them again.
  const { byHand: _, ...story } = input;
  const key = JSON.stringify([story, fixed.map(({ from, to, hand }) => [from, to, hand.from, hand.to])]);
  const runs = breaks.of(key, () => paginate({ count: bands.length, most: MOST_BANDS, flow, guess: () => 0, compose: () => 0, fixed }));
  return runs.map(({ from, to, number }) => {
    const hand = byHand.get(from)?.hand.page;
    if (!hand) return drawStrip(ranked(bands.slice(from, to)), from, number, longest, input);
    const page = drawStrip(shortened(bands.slice(from, to), from, longest, input), from, number, longest, input);
    return { ...page, template: hand.template, cut: hand.cut, handId: hand.id };
  });
}

/** A page by hand, counted in bands. */
type FixedRun = { from: number; to: number; hand: HandRun };

/** The bands with those of pages by hand in their places. */
function withHands(usual: readonly Band[], hands: readonly HandRun[], input: LayoutInput): { bands: Band[]; fixed: FixedRun[] } {
  const bands: Band[] = [];
  const fixed: FixedRun[] = [];
  let next = 0;
  let place = 0;
  for (const hand of [...hands.toSorted((a, b) => a.from - b.from), undefined]) {
    while (next < usual.length && place < (hand?.from ?? Infinity)) {
      const band = usual[next++] as Band;
      place += band.panels.length;
      bands.push(band);
    }
    if (!hand) break;
    const own: Band[] = [];
    while (next < usual.length && place < hand.to) {
      own.push(usual[next] as Band);
      place += usual[next++]?.panels.length ?? 0;
    }
    const from = bands.length;
    bands.push(...handBands(hand, own, bands.at(-1), input));
    fixed.push({ from, to: bands.length, hand });
  }
  // Breaks are forced in the order in which the pages are given.
  return { bands, fixed: hands.flatMap((hand) => fixed.filter((run) => run.hand === hand)) };
}

/** Least height of a band by hand, u. */
const BAND_LEAST = MIN_SIDE + 1;

/** A strip by hand that is too long gives up height everywhere. */
function shortened(bands: readonly Band[], from: number, longest: number, input: LayoutInput): Band[] {
  const over = lengthOf(bands, from, input) - longest;
  if (over <= 0) return [...bands];
  const spare = bands.reduce((sum, band) => sum + band.height - BAND_LEAST, 0);
  const kept = Math.max(0, 1 - over / spare);
  return bands.map((band) => ({ ...band, height: Math.floor(BAND_LEAST + (band.height - BAND_LEAST) * kept) }));
}

function breakCost(bands: readonly Band[], from: number, to: number, length: number, longest: number): number {
  if (length > longest && to - from > 1) return Infinity;
  const isLast = to === bands.length;
  const off = length / Math.min(AIM, longest) - 1;
  const opensNext = bands[to]?.panels[0]?.opensScene ?? false;
  return off * off * (isLast && off < 0 ? 0.5 : 1) + (isLast || opensNext ? 0 : 0.3);
}

/** Makes strong panels tall enough beside talkative weaker ones of the same page. */
function ranked(bands: readonly Band[]): Band[] {
  const done = [...bands];
  const byRank = done.map((_, i) => i).sort((a, b) => rankOf(done[a]) - rankOf(done[b]));
  const largest = [0, 0, 0, 0, 0, 0, 0];
  for (const i of byRank) {
    const band = done[i] as Band;
    let height = band.height;
    band.panels.forEach((panel, k) => {
      const weaker = Math.max(...largest.slice(0, panel.importance));
      height = Math.max(height, Math.ceil((weaker * RANK_SHARE * 1.02) / (band.widths[k] ?? 1)));
    });
    if (height > band.height) done[i] = { ...band, height };
    band.panels.forEach((panel, k) => {
      largest[panel.importance] = Math.max(largest[panel.importance] ?? 0, height * (band.widths[k] ?? 0));
    });
  }
  return done;
}

function rankOf(band: Band | undefined): number {
  return Math.max(...(band?.panels.map((panel) => panel.importance) ?? [0]));
}

function topOf(from: number, input: LayoutInput): number {
  return input.format.margin.top + (from === 0 ? Math.max(0, Math.min(input.titleHeight ?? 0, 2_000)) : 0);
}

function lengthOf(bands: readonly Band[], from: number, input: LayoutInput): number {
  const spaces = bands.slice(1).reduce((sum, band) => sum + band.space, 0);
  return topOf(from, input) + bands.reduce((sum, band) => sum + band.height, spaces) + input.format.margin.bottom;
}

function drawStrip(bands: readonly Band[], from: number, number: number, longest: number, input: LayoutInput): LaidPage {
  const { format, direction } = input;
  const panels: LaidPanel[] = [];
  const cuts: Cut[] = [];
  let y = topOf(from, input);
  bands.forEach((band, i) => {
    if (i > 0) y += band.space;
    const height = bands.length === 1 ? Math.min(band.height, longest - y - format.margin.bottom) : band.height;
    let x = band.x;
    band.panels.forEach((panel, k) => {
      const width = band.widths[k] ?? 0;
      const isFull = width >= format.width;
      const left = direction === 'rtl' ? format.width - x - width : x;
      const polygon: Polygon = [{ x: left, y }, { x: left + width, y }, { x: left + width, y: y + height }, { x: left, y: y + height }];
      panels.push({ id: panel.id, polygon, bleed: { ...NO_BLEED, left: isFull, right: isFull }, box: boxOf(polygon) });
      x += width + format.gutter.column;
    });
    const leaves = band.panels.map((panel): Cut => ({ type: 'panel', id: panel.id }));
    cuts.push(leaves.length === 1 ? (leaves[0] as Cut) : { type: 'columns', children: leaves, slants: leaves.map(() => 0) });
    y += height;
  });
  const cut: Cut = cuts.length === 1 ? (cuts[0] as Cut) : { type: 'rows', children: cuts, slants: cuts.map(() => 0), weights: bands.map((band) => band.height) };
  return { number, side: 'strip', width: format.width, height: Math.ceil(y + format.margin.bottom), template: 'strip', cut, panels };
}

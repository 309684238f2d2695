import { boxOf, type Polygon } from '../model/geometry.ts';
import { seededRandom, type Random } from '../model/random.ts';
import { MIN_SIDE, RANK_SHARE, TEXT_ROOM } from './demand.ts';
import { paginate } from './paginate.ts';
import { NO_BLEED } from './polygons-of.ts';
import type { Cut, LaidPage, LaidPanel, LayoutInput, PanelToLay } from './types.ts';

/** Longest strip of one page, and the length that pages aim for, u. */
const LONGEST = 12_000;
const AIM = 8_000;
const MOST_BANDS = 40;
/** Width over height by importance, when the panel has no wish of its own. */
const ASPECT = [1.5, 1.7, 1.5, 1.25, 1.1, 0.92, 0.68];
/** Share of the strip's width by importance; from 5 on a panel takes it all. */
const WIDTH = [0.7, 0.66, 0.74, 0.86, 0.92, 1, 1];
/** Greatest height by importance, u, unless the text needs more. */
const TALLEST = [600, 460, 600, 800, 950, 1_200, 1_500];

/** Panels side by side: one, or two small beats. */
type Band = { panels: PanelToLay[]; widths: number[]; x: number; height: number; space: number };

/**
 * One long strip in pages of at most 12 000 u. Time is told by distance: beats stand close, a new
 * scene far. Small panels are inset left and right in turn, strong ones run over the full width.
 */
export function layWebtoon(input: LayoutInput): LaidPage[] {
  const random = seededRandom(input.seed).fork('webtoon');
  const bands = bandsOf(input, random);
  const longest = Math.min(LONGEST, input.format.height);
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
  const runs = paginate({ count: bands.length, most: MOST_BANDS, flow: (run) => cost(run.from, run.to), guess: () => 0, compose: () => 0 });
  return runs.map(({ from, to, number }) => drawStrip(ranked(bands.slice(from, to)), from, number, longest, input));
}

function breakCost(bands: readonly Band[], from: number, to: number, length: number, longest: number): number {
  if (length > longest && to - from > 1) return Infinity;
  const isLast = to === bands.length;
  const off = length / Math.min(AIM, longest) - 1;
  const opensNext = bands[to]?.panels[0]?.opensScene ?? false;
  return off * off * (isLast && off < 0 ? 0.5 : 1) + (isLast || opensNext ? 0 : 0.3);
}

function bandsOf({ panels, format }: LayoutInput, random: Random): Band[] {
  const bands: Band[] = [];
  let lean = random.chance(0.5) ? 1 : -1;
  for (let i = 0; i < panels.length; i++) {
    const panel = panels[i] as PanelToLay;
    const next = panels[i + 1];
    const isClose = bands.length > 0 && bands.at(-1)?.panels.length === 1;
    if (next && isClose && isBeat(panel) && isBeat(next) && !panel.opensScene && random.chance(0.45)) {
      bands.push(pairBand(panel, next, format.width, format.safe, format.gutter.column));
      i++;
      continue;
    }
    lean = -lean;
    bands.push(singleBand(panel, bands.at(-1), { width: format.width, safe: format.safe, row: format.gutter.row, lean }));
  }
  return bands;
}

function isBeat(panel: PanelToLay): boolean {
  return panel.importance <= 2 && panel.textArea < 45_000 && (panel.aspect ?? 1) < 1.6;
}

function pairBand(a: PanelToLay, b: PanelToLay, strip: number, safe: number, gutter: number): Band {
  const width = (strip - 2 * safe - gutter) / 2;
  const text = Math.max(a.textArea, b.textArea);
  return { panels: [a, b], widths: [width, width], x: safe, height: roomFor(text, width, 400), space: 70 };
}

function singleBand(panel: PanelToLay, before: Band | undefined, strip: { width: number; safe: number; row: number; lean: number }): Band {
  const inside = strip.width - 2 * strip.safe;
  const isFull = panel.importance >= 5;
  const wished = isFull ? strip.width : Math.min(inside, strip.width * (WIDTH[panel.importance] ?? 0.86));
  // A talkative small panel gets wider before it gets tall.
  const width = isFull || roomFor(panel.textArea, wished, 0) < wished * 0.8 ? wished : inside;
  const usual = ASPECT[panel.importance] ?? 1.2;
  // A wide wish flattens a strong panel only so far.
  const aspect = Math.min(panel.aspect ?? usual, panel.importance >= 4 ? usual * 1.3 : 3);
  const height = roomFor(panel.textArea, width, Math.min(TALLEST[panel.importance] ?? 800, Math.max(220, width / aspect)));
  const slack = inside - width;
  const x = isFull ? 0 : strip.safe + (panel.importance <= 3 ? (slack * (1 + strip.lean)) / 2 : slack / 2);
  return { panels: [panel], widths: [width], x, height, space: spaceBefore(panel, before, strip.row) };
}

/** Distance above a panel: 0.6 to 3.6 row gutters. */
function spaceBefore(panel: PanelToLay, before: Band | undefined, row: number): number {
  if (panel.opensScene) return row * (panel.importance >= 5 ? 3.6 : 3);
  const past = before?.panels[0]?.importance ?? 3;
  if (panel.importance >= 5 || past >= 5) return row * 1.6;
  return row * (panel.importance <= 2 && past <= 2 ? 0.7 : 1);
}

function roomFor(textArea: number, width: number, height: number): number {
  return Math.ceil(Math.max(MIN_SIDE, height, (textArea * TEXT_ROOM * 1.02) / width));
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

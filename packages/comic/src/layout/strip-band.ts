/** Bands of a webtoon strip: what stands side by side, how wide, how tall, how far from what is above. */
import type { PageFormat } from '../model/geometry.ts';
import type { Random } from '../model/random.ts';
import { MIN_SIDE, TEXT_ROOM } from './demand.ts';
import type { LayoutInput, PanelToLay } from './types.ts';

/** Panels side by side: one, or two small beats. */
export type Band = { panels: PanelToLay[]; widths: number[]; x: number; height: number; space: number };

/** Width over height by importance, when the panel has no wish of its own. */
const ASPECT = [1.5, 1.7, 1.5, 1.25, 1.1, 0.92, 0.68];
/** Share of the strip's width by importance; from 5 on a panel takes it all. */
const WIDTH = [0.7, 0.66, 0.74, 0.86, 0.92, 1, 1];
/** Greatest height by importance, u, unless the text needs more. */
const TALLEST = [600, 460, 600, 800, 950, 1_200, 1_500];

/** The bands of a whole story; no band runs over one of the `breaks`, the panels at which pages by hand begin and end. */
export function bandsOf({ panels, format }: LayoutInput, random: Random, breaks: ReadonlySet<number>): Band[] {
  const bands: Band[] = [];
  let lean = random.chance(0.5) ? 1 : -1;
  for (let i = 0; i < panels.length; i++) {
    const panel = panels[i] as PanelToLay;
    const next = panels[i + 1];
    const isClose = bands.length > 0 && bands.at(-1)?.panels.length === 1;
    if (next && isClose && isBeat(panel) && isBeat(next) && !panel.opensScene && random.chance(0.45) && !breaks.has(i + 1)) {
      bands.push(pairBand(panel, next, format.width, format.safe, format.gutter.column));
      i++;
      continue;
    }
    lean = -lean;
    bands.push(singleBand(panel, bands.at(-1), format, lean));
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

/** `lean`: a small panel stands at the left (-1), at the right (1) or in the middle (0) of the strip. */
export function singleBand(panel: PanelToLay, before: Band | undefined, format: PageFormat, lean: number): Band {
  const inside = format.width - 2 * format.safe;
  const isFull = panel.importance >= 5;
  const wished = isFull ? format.width : Math.min(inside, format.width * (WIDTH[panel.importance] ?? 0.86));
  // A talkative small panel gets wider before it gets tall.
  const width = isFull || roomFor(panel.textArea, wished, 0) < wished * 0.8 ? wished : inside;
  const usual = ASPECT[panel.importance] ?? 1.2;
  // A wide wish flattens a strong panel only so far.
  const aspect = Math.min(panel.aspect ?? usual, panel.importance >= 4 ? usual * 1.3 : 3);
  const height = roomFor(panel.textArea, width, Math.min(TALLEST[panel.importance] ?? 800, Math.max(220, width / aspect)));
  const slack = inside - width;
  const x = isFull ? 0 : format.safe + (panel.importance <= 3 ? (slack * (1 + lean)) / 2 : slack / 2);
  return { panels: [panel], widths: [width], x, height, space: spaceBefore(panel, before, format.gutter.row) };
}

/** Distance above a panel: 0.6 to 3.6 row gutters. */
export function spaceBefore(panel: PanelToLay, before: Band | undefined, row: number): number {
  if (panel.opensScene) return row * (panel.importance >= 5 ? 3.6 : 3);
  const past = before?.panels[0]?.importance ?? 3;
  if (panel.importance >= 5 || past >= 5) return row * 1.6;
  return row * (panel.importance <= 2 && past <= 2 ? 0.7 : 1);
}

function roomFor(textArea: number, width: number, height: number): number {
  return Math.ceil(Math.max(MIN_SIDE, height, (textArea * TEXT_ROOM * 1.02) / width));
}


/** What is set by hand of a line's lettering, made safe: a file may hold any number. */
import type { Line } from '../model/book.ts';
import type { BubbleByHand } from '../model/hand-made.ts';
import type { Box, Point } from '../model/geometry.ts';
import type { Language } from '../model/kinds.ts';
import { cleanSplits } from './text/offsets.ts';
import { textOfLine } from './text/clean-text.ts';
import { FONT_IDS, type FontId } from './types.ts';

/** `BubbleByHand` within its bounds; `splits` are offsets of the clean text. */
export type Hand = Omit<BubbleByHand, 'font'> & { font?: FontId };

export const MEASURE = { least: 30, most: 2000 } as const;
export const SCALE = { least: 0.5, most: 2.5 } as const;
export const TURN = { least: -45, most: 45 } as const;
export const SPOT = { least: -1, most: 2 } as const;

/** Undefined when nothing of the line is set by hand in this language. Values that are no numbers count as absent. */
export function handOf(line: Line, language: Language): Hand | undefined {
  const raw = line.letter?.[language];
  if (!raw) return undefined;
  const hand: Hand = {};
  const at = spotOf(raw.at);
  if (at) hand.at = at;
  if (Array.isArray(raw.parts)) hand.parts = raw.parts.flatMap((part) => partOf(part) ?? []);
  const measure = within(raw.measure, MEASURE);
  if (measure !== undefined) hand.measure = measure;
  const scale = within(raw.scale, SCALE);
  if (scale !== undefined) hand.scale = scale;
  const turn = within(raw.turn, TURN);
  if (turn !== undefined) hand.turn = turn;
  const tail = raw.tail === 'none' ? raw.tail : spotOf(raw.tail);
  if (tail) hand.tail = tail;
  if (isFontId(raw.font)) hand.font = raw.font;
  if (raw.isVertical !== undefined && language !== 'en') hand.isVertical = raw.isVertical;
  if (raw.joins !== undefined) hand.joins = raw.joins;
  if (Array.isArray(raw.splits)) hand.splits = cleanSplits(textOfLine(line, language), raw.splits);
  return Object.keys(hand).length > 0 ? hand : undefined;
}

export function isFontId(id: unknown): id is FontId {
  return (FONT_IDS as readonly unknown[]).includes(id);
}

type Bounds = { least: number; most: number };

export function within(value: number | undefined, { least, most }: Bounds): number | undefined {
  return value === undefined || !Number.isFinite(value) ? undefined : Math.max(least, Math.min(most, value));
}

function partOf(part: Part): Part | undefined {
  const [spot, measure] = [spotOf(part), within(part?.measure, MEASURE)];
  return spot && measure !== undefined ? { ...spot, measure } : spot;
}

type Part = NonNullable<BubbleByHand['parts']>[number];

function spotOf(spot: Point | string | undefined): Point | undefined {
  if (typeof spot !== 'object' || spot === null) return undefined;
  const [x, y] = [within(spot.x, SPOT), within(spot.y, SPOT)];
  return x === undefined || y === undefined ? undefined : { x, y };
}

/** A spot of a panel's box on the page, u. */
export function spotOnPage(spot: Point, box: Box): Point {
  return { x: box.x + spot.x * box.width, y: box.y + spot.y * box.height };
}

/** The other way; to a hundred-thousandth, a fiftieth of a u at the most. */
export function spotInBox(point: Point, box: Box): Point {
  const share = (value: number, from: number, length: number): number => within(Math.round(((value - from) / Math.max(1, length)) * 1e5) / 1e5, SPOT) ?? 0.5;
  return { x: share(point.x, box.x, box.width), y: share(point.y, box.y, box.height) };
}

/** The middle of a box of half sizes `a`, `b` moved inside bounds; in their middle where it is larger. */
export function keptWithin(at: Point, a: number, b: number, bounds: Box): Point {
  const keep = (value: number, half: number, from: number, length: number): number => (2 * half >= length ? from + length / 2 : Math.max(from + half, Math.min(from + length - half, value)));
  return { x: keep(at.x, a, bounds.x, bounds.width), y: keep(at.y, b, bounds.y, bounds.height) };
}

/** The page inside its safe line. */
export function safeBox(page: { width: number; height: number; safe: number }): Box {
  return { x: page.safe, y: page.safe, width: Math.max(1, page.width - 2 * page.safe), height: Math.max(1, page.height - 2 * page.safe) };
}

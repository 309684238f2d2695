/** What the page editor does to bubbles, as pure functions from one hand-made value to the next. Lengths in page u. */
import type { Line } from '../model/book.ts';
import type { BubbleByHand } from '../model/hand-made.ts';
import { boxOf, type Box, type Point } from '../model/geometry.ts';
import type { Language } from '../model/kinds.ts';
import { MEASURE, SCALE, SPOT, TURN, spotInBox, within } from './hand.ts';
import { styleOf } from './kind-style.ts';
import { emphasis } from './place/units.ts';
import { flattenPath, isInPolygon } from './shape/flatten-path.ts';
import { cleanText, textOfLine } from './text/clean-text.ts';
import { rawOffset } from './text/offsets.ts';
import type { Bubble } from './types.ts';

type Frame = { box: Box };

/**
 * The hand-made value that sets a line just as `bubbles` (all bubbles of the line on the page, and those inside them)
 * show it, so that a drag starts from what is seen. What is set by hand already stays; an automatic tail stays
 * automatic and follows the speaker.
 */
export function bubbleToHand(bubbles: Bubble | readonly Bubble[], panel: Frame, line: Line, language: Language): BubbleByHand {
  const all = Array.isArray(bubbles) ? (bubbles as readonly Bubble[]) : [bubbles as Bubble];
  const own = all.filter((bubble) => !bubble.isInside && bubble.lineId === line.id).sort((a, b) => a.part - b.part);
  const first = own[0];
  const before = line.letter?.[language];
  if (!first) return { ...before };
  const raw = textOfLine(line, language);
  const hand: BubbleByHand = { ...before, at: spotInBox(centreOf(first, all), panel.box), scale: scaleOf(first, language) };
  if (first.kind === 'sfx') return hand;
  Object.assign(hand, measureOf(own.length > 1 ? [first] : all));
  if (first.isVertical !== undefined && before?.isVertical !== undefined) hand.isVertical = first.isVertical;
  if (own.length === 1) return { ...hand, splits: [] };
  let clean = 0;
  const splits = own.slice(0, -1).map((bubble) => rawOffset(raw, (clean += bubble.runs.reduce((sum, run) => sum + run.text.length, 0))));
  return { ...hand, splits: splits.slice(0, 5), parts: own.slice(1, 6).map((bubble) => ({ ...spotInBox(centreOf(bubble, []), panel.box), ...measureOf([bubble]) })) };
}

/** The middle of the set text, which is the middle of its bubble. */
function centreOf(bubble: Bubble, all: readonly Bubble[]): Point {
  const runs = [bubble, ...all.filter((other) => other.isInside)].flatMap((each) => each.runs);
  const box = bubble.kind === 'sfx' || runs.length === 0 ? bubble.box : around(runs.map((run) => run.box));
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The longest set line; in a line of two sayings their runs stand end to end. */
function measureOf(bubbles: readonly Bubble[]): { measure?: number } {
  const lines = new Map<string, Box[]>();
  let host = 0;
  for (const bubble of bubbles) {
    if (!bubble.isInside) host++;
    for (const { box } of bubble.runs) {
      const key = `${host} ${Math.round(bubble.isVertical ? box.x : box.y)}`;
      lines.set(key, [...(lines.get(key) ?? []), box]);
    }
  }
  const isVertical = bubbles[0]?.isVertical ?? false;
  const longest = Math.max(0, ...[...lines.values()].map((boxes) => (isVertical ? around(boxes).height : around(boxes).width)));
  const measure = longest > 0 ? within(Math.ceil(longest * 100) / 100, MEASURE) : undefined;
  return measure === undefined ? {} : { measure };
}

function scaleOf(bubble: Bubble, language: Language): number {
  const text = cleanText(bubble.runs.map((run) => run.text).join(''));
  const { size } = styleOf({ language, kind: bubble.kind, isVertical: bubble.isVertical, isOffPanel: false, hasRuby: false });
  const scale = bubble.sizeU / (size * emphasis(bubble.kind, text));
  return within(Math.round(scale * 1e5) / 1e5, SCALE) ?? 1;
}

/** Moves a bubble with its linked ones, or only one of those (`part`, from 1). A hand-aimed tail keeps its tip. */
export function moveBubble(hand: BubbleByHand, by: Point, panel: Frame, part?: number): BubbleByHand {
  const moved = <T extends Point>(spot: T): T => ({ ...spot, x: clampSpot(spot.x + by.x / Math.max(1, panel.box.width)), y: clampSpot(spot.y + by.y / Math.max(1, panel.box.height)) });
  if (part !== undefined && part > 0) return { ...hand, ...(hand.parts ? { parts: hand.parts.map((spot, i) => (i === part - 1 ? moved(spot) : spot)) } : {}) };
  return { ...hand, at: moved(hand.at ?? { x: 0.5, y: 0.5 }), ...(hand.parts ? { parts: hand.parts.map(moved) } : {}) };
}

const clampSpot = (value: number): number => within(value, SPOT) ?? 0.5;

/** A new measure (width of lines, height of columns, u; of one linked bubble with `part`, from 1), a new size of type, or both; within what can be read. */
export function resizeBubble(hand: BubbleByHand, to: { measure?: number; scale?: number }, part?: number): BubbleByHand {
  const [measure, scale] = [within(to.measure, MEASURE), within(to.scale, SCALE)];
  if (part !== undefined && part > 0 && measure !== undefined) return { ...resizeBubble(hand, scale === undefined ? {} : { scale }), ...(hand.parts ? { parts: hand.parts.map((each, i) => (i === part - 1 ? { ...each, measure } : each)) } : {}) };
  return { ...hand, ...(measure === undefined ? {} : { measure }), ...(scale === undefined ? {} : { scale }) };
}

/** Where the tail ends on the page, u; `none` for no tail; `auto` lets it find the speaker again. */
export function aimTail(hand: BubbleByHand, to: Point | 'none' | 'auto', panel: Frame): BubbleByHand {
  const { tail: _before, ...rest } = hand;
  if (to === 'auto') return rest;
  return { ...rest, tail: to === 'none' ? to : spotInBox(to, panel.box) };
}

/** Moves the tip of a tail from where it is seen. */
export function moveTail(hand: BubbleByHand, bubble: Bubble, by: Point, panel: Frame): BubbleByHand {
  const from = bubble.tailTip ?? { x: bubble.box.x + bubble.box.width / 2, y: bubble.box.y + bubble.box.height };
  return aimTail(hand, { x: from.x + by.x, y: from.y + by.y }, panel);
}

/** Leans a sound, degrees clockwise; `usualTurn` tells how it leans by itself. */
export function turnSound(hand: BubbleByHand, degrees: number): BubbleByHand {
  return { ...hand, turn: within(Math.round(degrees * 10) / 10, TURN) ?? 0 };
}

/** The line with a hand-made value in a language, or without one: then all is automatic again. */
export function letterByHand(line: Line, language: Language, hand: BubbleByHand | undefined): Line {
  const { letter, ...rest } = line;
  const { [language]: _before, ...others } = letter ?? {};
  const next = hand === undefined || Object.keys(hand).length === 0 ? others : { ...others, [language]: hand };
  return Object.keys(next).length === 0 ? rest : { ...rest, letter: next };
}

/** The line without places and lengths set by hand: what still holds of its lettering where its panel has another shape. */
export function withoutPlaces(line: Line): Line {
  if (!line.letter) return line;
  const letter = Object.fromEntries(Object.entries(line.letter).map(([language, { at: _at, parts: _parts, measure: _measure, tail, ...kept }]) => [language, tail === 'none' ? { ...kept, tail } : kept]));
  return { ...line, letter };
}

export type HitBubble = { bubble: Bubble; /** `tail` within a finger of the tail's tip. */ on: 'body' | 'tail' };

/** The uppermost bubble at a point of the page; `reach` is how far off a tail's tip may be taken, u. */
export function bubbleAt(bubbles: readonly Bubble[], at: Point, reach = 16): HitBubble | undefined {
  const tip = bubbles.findLast(({ tailTip }) => tailTip && Math.hypot(tailTip.x - at.x, tailTip.y - at.y) <= reach);
  if (tip) return { bubble: tip, on: 'tail' };
  const body = bubbles.findLast((bubble) => isIn(bubble.box, at) && (bubble.outline === '' || flattenPath(bubble.outline, 4).some((part) => isInPolygon(part, at.x, at.y))));
  return body && { bubble: body, on: 'body' };
}

const isIn = (box: Box, p: Point): boolean => p.x >= box.x && p.x <= box.x + box.width && p.y >= box.y && p.y <= box.y + box.height;

function around(boxes: readonly Box[]): Box {
  return boxOf(boxes.flatMap((b) => [{ x: b.x, y: b.y }, { x: b.x + b.width, y: b.y + b.height }]));
}

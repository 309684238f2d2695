/** What hands change on a page: panels cut anew, bubbles moved, pictures cropped. Kept when the rest is computed again. */
import { z } from 'zod';
import * as K from './kinds.ts';

/** Ids stand in addresses, file names and SVG, so they hold letters, digits, `-` and `_` only. */
export const Id = z.string().regex(/^[\w-]{1,64}$/);
const share = z.number().min(0.02).max(50);

/** How deep a cut tree may be: a page of nine panels needs four. */
const DEPTH_MAX = 8;

export type HandCut =
  | { type: 'panel'; id: string }
  | {
      type: 'rows' | 'columns';
      children: HandCut[];
      /** Shares of the children in the length of the cut. */
      weights: number[];
      /** Slant of the gutter after each child, u over its length (the last one is 0); see `Cut`. */
      slants: number[];
    };

function cutSchema(depth: number): z.ZodType<HandCut> {
  const leaf = z.object({ type: z.literal('panel'), id: Id });
  if (depth === 0) return leaf;
  const branch = z.object({
    type: z.enum(['rows', 'columns']), children: z.array(cutSchema(depth - 1)).min(1).max(12), weights: z.array(share).max(12), slants: z.array(z.number().min(-400).max(400)).max(12),
  }).refine((cut) => cut.weights.length === cut.children.length && cut.slants.length === cut.children.length);
  return z.union([leaf, branch]);
}

export const Sides = z.object({ left: z.boolean(), right: z.boolean(), top: z.boolean(), bottom: z.boolean() });

/**
 * A page cut by hand. It holds the panels its tree names, in reading order, as long as they stand next to one
 * another in the script; the pages around it are laid out as ever.
 */
export const PageByHand = z.object({
  id: Id,
  /** Name of the template it was made from, or `by-hand`. */
  template: z.string().max(60).default('by-hand'),
  cut: cutSchema(DEPTH_MAX),
  /** By panel id: the sides that run to the bleed edge. Only a side at the edge of the page can. */
  bleeds: z.record(Id, Sides).default({}),
});
export type PageByHand = z.infer<typeof PageByHand>;

/** Place in the box of a bubble's panel: 0,0 its top left, 1,1 its bottom right; a little outside is allowed. */
const Spot = z.object({ x: z.number().min(-1).max(2), y: z.number().min(-1).max(2) });

/** A bubble set by hand, per language; what is absent is found automatically. */
export const BubbleByHand = z.object({
  /** Its centre in the panel's box. */
  at: Spot.optional(),
  /** Width that horizontal text breaks at, or height of vertical text, u; the outline fits round it. */
  measure: z.number().min(30).max(2000).optional(),
  /** Where the tail ends, or none at all. */
  tail: z.union([Spot, z.literal('none')]).optional(),
  /** Times the usual size. */
  scale: z.number().min(0.5).max(2.5).optional(),
  font: z.string().max(40).optional(),
  isVertical: z.boolean().optional(),
  /** Degrees, clockwise: sound effects lean. */
  turn: z.number().min(-45).max(45).optional(),
  /** UTF-16 offsets where a long line goes on in a linked bubble. */
  splits: z.array(z.number().int().min(1)).max(5).optional(),
  /** Centres of the linked bubbles after the first, in the panel's box, each with its own measure. */
  parts: z.array(Spot.extend({ measure: z.number().min(30).max(2000).optional() })).max(5).optional(),
  /** Joined by a neck to the bubble before it in the panel. */
  joins: z.boolean().optional(),
});
export type BubbleByHand = z.infer<typeof BubbleByHand>;

/** A stressed run of a line's text: bold, leaning (Latin only) or with dots beside it (zh, ja). UTF-16 offsets. */
export const Stress = z.object({ start: z.number().int().min(0), end: z.number().int().min(1), how: z.enum(['bold', 'italic', 'dots']) });
export type Stress = z.infer<typeof Stress>;

/** The part of a picture that its panel shows: `x`, `y` is the middle of the view, 0..1 of the picture; zoom 1 just covers the panel. */
export const Crop = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1), zoom: z.number().min(1).max(8) });
export type Crop = z.infer<typeof Crop>;

/** How the camera of a take stands beside the one that the shot alone would give. */
export const View = z.object({
  /** Nearer above 1, farther below. */
  zoom: z.number().min(0.5).max(2), /** From the ground at -1 to over the heads at 1. */ rise: z.number().min(-1).max(1),
  /** Where the people stand: at the left edge -1, at the right one 1. */
  aside: z.number().min(-1).max(1), /** Staging in depth: above 0 the leftmost stands before the others, below 0 the rightmost. */ deep: z.number().min(-1).max(1),
  /** The other side of the place is behind them. */
  isTurned: z.boolean(), /** Only this one is in the picture. */ only: Id,
  /** An insert in a hand, or without one. */
  inHand: z.boolean(),
}).partial();
export type View = z.infer<typeof View>;

/** What one take changes of its panel: said in words by the reader of a request, or chosen. */
export const Directions = z.object({
  shot: z.enum(K.SHOTS).optional(), tilt: z.number().min(-20).max(20).optional(), time: z.enum(K.DAY_TIMES).optional(), weather: z.enum(K.WEATHERS).optional(), mood: z.enum(K.MOODS).optional(),
  effects: z.array(z.enum(K.EFFECTS)).max(6).optional(), isMirrored: z.boolean().optional(), crowd: z.number().int().min(0).max(40).optional(),
  /** By character id. */
  people: z.record(Id, z.object({ expression: z.enum(K.EXPRESSIONS), pose: z.enum(K.POSES), facing: z.enum(K.FACINGS), gesture: z.enum(K.POSES) }).partial()).optional(),
  view: View.optional(),
  seed: z.number().int().min(0).optional(),
});
export type Directions = z.infer<typeof Directions>;

/** The book in one more language: its own title and way of setting text. */
export const Edition = z.object({ title: z.string().max(400).optional(), isVertical: z.boolean().optional() });

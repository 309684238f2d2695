/** Lines that a dragged bubble holds on to. Pure; page units. */
import type { Box, Point } from '@komawari/comic/by-hand';

export type Guides = { x: number[]; y: number[] };
export type Held = { by: Point; x?: number; y?: number };

/** The middles of the page and of the bubble's panel, and the safe line. */
export function guidesFor(page: { width: number; height: number; safe: number }, panel: Box): Guides {
  return { x: [page.width / 2, panel.x + panel.width / 2], y: [page.height / 2, panel.y + panel.height / 2] };
}

/** The move, bent so that the box's middle or edge lies on a line within `reach`. */
export function holdToGuides(box: Box, by: Point, guides: Guides, safe: { near: Point; far: Point }, reach: number): Held {
  const x = nearest([box.x + box.width / 2 + by.x], guides.x, reach) ?? edge(box.x + by.x, box.x + box.width + by.x, safe.near.x, safe.far.x, reach);
  const y = nearest([box.y + box.height / 2 + by.y], guides.y, reach) ?? edge(box.y + by.y, box.y + box.height + by.y, safe.near.y, safe.far.y, reach);
  return { by: { x: by.x + (x?.shift ?? 0), y: by.y + (y?.shift ?? 0) }, ...(x ? { x: x.at } : {}), ...(y ? { y: y.at } : {}) };
}

type Hold = { at: number; shift: number };

function nearest(middles: readonly number[], lines: readonly number[], reach: number): Hold | undefined {
  const all = middles.flatMap((middle) => lines.map((at) => ({ at, shift: at - middle }))).filter(({ shift }) => Math.abs(shift) <= reach);
  return all.sort((a, b) => Math.abs(a.shift) - Math.abs(b.shift))[0];
}

function edge(low: number, high: number, near: number, far: number, reach: number): Hold | undefined {
  if (Math.abs(low - near) <= reach) return { at: near, shift: near - low };
  return Math.abs(high - far) <= reach ? { at: far, shift: far - high } : undefined;
}

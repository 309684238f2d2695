/** How far the picture on the desk grows: by dragging, by a ratio, by numbers. In pixels of the picture. Pure. */
import { CANVAS_SIDE_MAX, canvasOf, isCanvasTooLarge, type Growth } from '@komawari/contract/studio-canvas';

export type Size = { width: number; height: number };
export type Side = 'left' | 'top' | 'right' | 'bottom';
/** Of the picture with that id; for another one it means nothing. */
export type HeldGrowth = Growth & { sourceId: string };

export const SIDES: readonly Side[] = ['left', 'top', 'right', 'bottom'];
export const CANVAS_RATIOS = ['1:1', '4:3', '3:4', '3:2', '2:3', '16:9', '9:16', '21:9'] as const;
/** A hand is held to this grid: models like it, and nobody draws 127 pixels. */
export const STEP_PX = 8;
const AROUND_SHARE = 0.25;

export const NO_GROWTH: Growth = { left: 0, top: 0, right: 0, bottom: 0 };

/** Of the picture that is worked on; undefined where it has none yet. */
export function growthOf({ source, grows }: { source: { id: string } | null; grows?: HeldGrowth | null | undefined }): Growth | undefined {
  if (!grows || grows.sourceId !== source?.id) return undefined;
  const { sourceId: _, ...growth } = grows;
  return growth;
}

/** The smallest canvas of that ratio that holds the picture, the picture in its middle; as large as one may be. */
export function growTo(source: Size, ratio: string, before: Growth): Growth {
  const [w = 1, h = 1] = ratio.split(':').map(Number);
  const [across, down] = [Math.max(0, Math.round((source.height * w) / h) - source.width), Math.max(0, Math.round((source.width * h) / w) - source.height)];
  const [left, top] = [Math.floor(across / 2), Math.floor(down / 2)];
  return fitted(source, { ...before, left, right: across - left, top, bottom: down - top });
}

/** The same share of the picture on every side. */
export function growAround(source: Size, before: Growth): Growth {
  const [x, y] = [onGrid(source.width * AROUND_SHARE), onGrid(source.height * AROUND_SHARE)];
  return fitted(source, { ...before, left: x, right: x, top: y, bottom: y });
}

/** One side at that length, as far as there is canvas. */
export function withSide(source: Size, growth: Growth, side: Side, px: number): Growth {
  const wanted = Math.max(0, Math.min(CANVAS_SIDE_MAX, Math.round(px)));
  if (!isCanvasTooLarge(canvasOf(source, { ...growth, [side]: wanted }))) return { ...growth, [side]: wanted };
  let [fits, over] = [0, wanted];
  if (isCanvasTooLarge(canvasOf(source, { ...growth, [side]: 0 }))) return { ...growth, [side]: 0 };
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (isCanvasTooLarge(canvasOf(source, { ...growth, [side]: middle }))) over = middle;
    else fits = middle;
  }
  return { ...growth, [side]: fits };
}

/** Edges that are dragged by so much to the right and down. */
export function dragged(source: Size, start: Growth, sides: readonly Side[], { x, y }: { x: number; y: number }): Growth {
  const outward = { left: -x, right: x, top: -y, bottom: y };
  return sides.reduce((growth, side) => withSide(source, growth, side, onGrid(start[side] + outward[side])), start);
}

/** The picture moved on its canvas, which stays. */
export function moved(start: Growth, { x, y }: { x: number; y: number }): Growth {
  const [across, down] = [start.left + start.right, start.top + start.bottom];
  const [left, top] = [Math.min(across, Math.max(0, onGrid(start.left + x))), Math.min(down, Math.max(0, onGrid(start.top + y)))];
  return { ...start, left, right: across - left, top, bottom: down - top };
}

/** Which ratio the canvas has; undefined for one of its own. */
export function ratioOf(source: Size, growth: Growth): (typeof CANVAS_RATIOS)[number] | undefined {
  return CANVAS_RATIOS.find((ratio) => {
    const { left, top, right, bottom } = growTo(source, ratio, growth);
    return left + right === growth.left + growth.right && top + bottom === growth.top + growth.bottom;
  });
}

export function grownBy({ left, top, right, bottom }: Growth): number {
  return left + top + right + bottom;
}

/** Reads what an older version or another hand may have written. */
export function parseGrowth(raw: unknown): HeldGrowth | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { sourceId, isRedrawn, ...sides } = raw as Record<string, unknown>;
  if (typeof sourceId !== 'string' || !SIDES.every((side) => Number.isInteger(sides[side]) && Number(sides[side]) >= 0 && Number(sides[side]) <= CANVAS_SIDE_MAX)) return null;
  const [left, top, right, bottom] = [Number(sides['left']), Number(sides['top']), Number(sides['right']), Number(sides['bottom'])];
  return { sourceId, left, top, right, bottom, ...(isRedrawn === true ? { isRedrawn } : {}) };
}

/** Side after side is cut back to what a canvas may have. */
function fitted(source: Size, growth: Growth): Growth {
  return SIDES.reduce((fit, side) => withSide(source, fit, side, growth[side]), { ...growth, ...NO_GROWTH });
}

function onGrid(px: number): number {
  return Math.round(px / STEP_PX) * STEP_PX;
}

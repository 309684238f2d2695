/** A mask as what the hand did, in pixels of its picture: small enough to be kept, and drawn again at any size. Pure. */
export type Size = { width: number; height: number };
export type Spot = { x: number; y: number };
/** Points are x, y, x, y …, whole pixels within the picture. */
export type Stroke = { kind: 'brush' | 'erase'; radius: number; points: readonly number[] } | { kind: 'lasso'; points: readonly number[] };
export type Deed = Stroke | { kind: 'invert' } | { kind: 'clear' };
export type MaskWork = { deeds: readonly Deed[]; undone: readonly Deed[] };

export const NO_WORK: MaskWork = { deeds: [], undone: [] };

/** Numbers of all points that are kept in a draft: some hundred kilobytes. */
const KEPT_MAX = 30_000;
const LASSO_STEP_PX = 2;

export function beginStroke(tool: Stroke['kind'], radius: number, at: Spot, size: Size): Stroke {
  const points = within(at, size);
  return tool === 'lasso' ? { kind: 'lasso', points } : { kind: tool, radius: Math.max(1, Math.round(radius)), points };
}

/** The stroke to here; the same one where that is too near to be seen. */
export function extendStroke(stroke: Stroke, to: Spot, size: Size): Stroke {
  const [x, y] = within(to, size);
  const [beforeX = 0, beforeY = 0] = stroke.points.slice(-2);
  const step = stroke.kind === 'lasso' ? LASSO_STEP_PX : Math.max(1, stroke.radius / 8);
  return Math.hypot(x - beforeX, y - beforeY) < step ? stroke : { ...stroke, points: [...stroke.points, x, y] };
}

export function addDeed({ deeds }: MaskWork, deed: Deed): MaskWork {
  return { deeds: [...deeds, deed], undone: [] };
}

export function undoDeed(work: MaskWork): MaskWork {
  const last = work.deeds.at(-1);
  return last ? { deeds: work.deeds.slice(0, -1), undone: [...work.undone, last] } : work;
}

export function redoDeed(work: MaskWork): MaskWork {
  const next = work.undone.at(-1);
  return next ? { deeds: [...work.deeds, next], undone: work.undone.slice(0, -1) } : work;
}

/** What still shows, and no more points than can be kept: of too many, those that lie nearest to others go. */
export function keptDeeds(deeds: readonly Deed[]): Deed[] {
  let kept = deeds.slice(deeds.findLastIndex(({ kind }) => kind === 'clear') + 1);
  for (let step = 4; step <= 1024 && countOf(kept) > KEPT_MAX; step *= 2) kept = kept.map((deed) => ('points' in deed ? { ...deed, points: thinned(deed.points, step) } : deed));
  return kept;
}

/** Reads what an older version or another hand may have written. */
export function parseDeeds(raw: unknown, size: Size): Deed[] {
  return Array.isArray(raw) ? raw.flatMap((deed: unknown) => parseDeed(deed, size) ?? []) : [];
}

function parseDeed(raw: unknown, size: Size): Deed | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { kind, radius, points } = raw as Record<string, unknown>;
  if (kind === 'invert' || kind === 'clear') return { kind };
  if (!Array.isArray(points) || points.length < 2 || points.length % 2 === 1 || !points.every((value) => typeof value === 'number' && value >= 0 && value <= Math.max(size.width, size.height))) return undefined;
  if (kind === 'lasso') return { kind, points };
  return (kind === 'brush' || kind === 'erase') && typeof radius === 'number' && radius >= 1 ? { kind, radius, points } : undefined;
}

function countOf(deeds: readonly Deed[]): number {
  return deeds.reduce((sum, deed) => sum + ('points' in deed ? deed.points.length : 0), 0);
}

function thinned(points: readonly number[], step: number): number[] {
  const kept: number[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x = 0, y = 0] = points.slice(at, at + 2);
    const [beforeX = Infinity, beforeY = Infinity] = kept.slice(-2);
    if (at + 2 >= points.length || Math.hypot(x - beforeX, y - beforeY) >= step) kept.push(x, y);
  }
  return kept;
}

function within({ x, y }: Spot, { width, height }: Size): [number, number] {
  return [Math.min(width, Math.max(0, Math.round(x))), Math.min(height, Math.max(0, Math.round(y)))];
}

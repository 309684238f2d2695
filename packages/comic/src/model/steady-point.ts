import type { Point } from './geometry.ts';

/** 1/1024 u: far below what is seen, far above where two machines differ. */
const GRID = 1024;

/**
 * Sines and arcs differ in their last bit between versions of an engine. Where such a bit decides something (which of
 * two points is first, whether three lie on a line) points are put on a grid before: then both decide alike.
 */
export function steadyPoint<P extends Point>(p: P): P {
  return { ...p, x: Math.round(p.x * GRID) / GRID, y: Math.round(p.y * GRID) / GRID };
}

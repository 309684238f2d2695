import type { PixelSize, SizeRule } from '@komawari/contract';

type Free = Extract<SizeRule, { kind: 'free' }>;

/**
 * The legal size nearest to a ratio and an area; `exactly`, where it is legal already, stays. Every legal width is looked at with the one or
 * two heights that come next to its ratio, so that what is legal at all is found: some thousand at most. Throws RangeError for a rule that allows nothing.
 */
export function nearestFree(rule: Free, { ratio, area, exactly }: { ratio: number; area: number; exactly?: PixelSize }): PixelSize {
  if (exactly && isFree(exactly, rule)) return exactly;
  const shape = Math.min(Math.max(ratio, 1 / rule.aspectMax), rule.aspectMax);
  const room = Math.min(Math.max(area, rule.areaMin), rule.areaMax);
  const step = rule.multipleOf;
  let best: PixelSize | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let width = Math.ceil(rule.sideMin / step) * step; width <= rule.sideMax; width += step) {
    for (const height of heightsFor(width, shape, rule)) {
      const size = { width, height };
      const far = isFree(size, rule) ? farness(size, shape, room) : Number.POSITIVE_INFINITY;
      if (far < least) [best, least] = [size, far];
    }
  }
  if (!best) throw new RangeError('a size rule that allows no size');
  return best;
}

function isFree({ width, height }: PixelSize, rule: Free): boolean {
  const area = width * height;
  return width % rule.multipleOf === 0 && height % rule.multipleOf === 0 && Math.min(width, height) >= rule.sideMin && Math.max(width, height) <= rule.sideMax
    && area >= rule.areaMin && area <= rule.areaMax && Math.max(width / height, height / width) <= rule.aspectMax;
}

/** The multiples around the exact height, and around those that the bounds of area, side and aspect leave. */
function heightsFor(width: number, shape: number, rule: Free): number[] {
  const step = rule.multipleOf;
  const low = Math.ceil(Math.max(rule.sideMin, rule.areaMin / width, width / rule.aspectMax) / step) * step;
  const high = Math.floor(Math.min(rule.sideMax, rule.areaMax / width, width * rule.aspectMax) / step) * step;
  if (low > high) return [];
  const exact = width / shape / step;
  return [Math.floor(exact) * step, Math.ceil(exact) * step].map((height) => Math.min(Math.max(height, low), high));
}

/** How far in shape and in area, in logarithms. The shape counts more: a picture may be somewhat smaller, not stretched. */
function farness({ width, height }: PixelSize, shape: number, area: number): number {
  return 4 * Math.abs(Math.log(width / height / shape)) + Math.abs(Math.log((width * height) / area));
}

/** The size to ask a model for, so that a panel's frame is filled with little cut away. */
import type { AskedSize, PixelSize, Resolution, SizeRule } from '@komawari/contract';

/** About a megapixel: sharp at 300 dpi over half a page, and what models draw best. */
const AREA = 1_048_576;
const RESOLUTION_ORDER: readonly Resolution[] = ['1K', '1.5K', '2K', '3K', '4K', '512'];

export function chooseSize(rule: SizeRule, frame: PixelSize): AskedSize {
  const wanted = Math.max(frame.width, 1) / Math.max(frame.height, 1);
  if (rule.kind === 'named') {
    const ratio = nearest(rule.ratios, ratioOf, wanted);
    const resolution = RESOLUTION_ORDER.find((one) => rule.resolutions.includes(one));
    return { kind: 'ratio', ratio, ...(resolution === undefined ? {} : { resolution }) };
  }
  if (rule.kind === 'fixed') {
    // Of those of one shape the one nearest to a megapixel.
    const size = rule.sizes.toSorted((a, b) => Math.abs(Math.log((a.width * a.height) / AREA)) - Math.abs(Math.log((b.width * b.height) / AREA)));
    return { kind: 'pixels', ...nearest(size, ({ width, height }) => width / height, wanted) };
  }
  return { kind: 'pixels', ...freeSize(rule, wanted) };
}

/** The first of the nearest. */
function nearest<T>(all: readonly T[], ratio: (one: T) => number, wanted: number): T {
  const far = (one: T) => Math.abs(Math.log(ratio(one) / wanted));
  return all.reduce((best, one) => (far(one) < far(best) - 1e-9 ? one : best));
}

function ratioOf(ratio: string): number {
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  return width / height;
}

/** Pixels within the bounds, on the model's raster. */
function freeSize(rule: Extract<SizeRule, { kind: 'free' }>, wanted: number): PixelSize {
  const { multipleOf: step, sideMin, sideMax, areaMin, areaMax, aspectMax } = rule;
  const [low, high] = [Math.ceil(sideMin / step), Math.floor(sideMax / step)];
  const area = Math.min(Math.max(AREA, areaMin), areaMax);
  const held = Math.min(Math.max(wanted, 1 / aspectMax), aspectMax);
  const first = Math.round(Math.sqrt(area * held) / step);
  // Nearest columns first; rows follow from them, and are moved into the bounds.
  const columns = Array.from({ length: high - low + 1 }, (_, at) => low + at).toSorted((a, b) => Math.abs(a - first) - Math.abs(b - first));
  for (const column of columns) {
    const width = column * step;
    const lowest = Math.ceil(Math.max(sideMin, areaMin / width, width / aspectMax) / step - 1e-9);
    const highest = Math.floor(Math.min(sideMax, areaMax / width, width * aspectMax) / step + 1e-9);
    if (lowest <= highest) return { width, height: Math.min(Math.max(Math.round(width / held / step), lowest), highest) * step };
  }
  return { width: low * step, height: low * step };
}

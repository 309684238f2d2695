/** From what was asked to what a model draws in, and back. Pure. */
import type { PixelSize, Resolution, SizeRule } from '@komawari/contract';
import type { AskedSize } from '../../../ports/image-provider.ts';
import { nearestFree } from './free-size.ts';

/** The side of a square of that resolution, in pixels; any other ratio has the same area. */
export const SIDE_OF: Readonly<Record<Resolution, number>> = { '512': 512, '1K': 1024, '1.5K': 1536, '2K': 2048, '3K': 3072, '4K': 4096 };

/** Why a size is not one of a model's. `size.unknown`: a ratio or resolution by a name that the model does not have, or not at all. */
export type SizeFault = 'size.unknown' | 'size.not-listed' | 'size.not-a-multiple' | 'size.too-small' | 'size.too-large' | 'size.too-narrow';

/** Width over height of `16:9`. */
export function ratioOf(ratio: string): number {
  const [width = Number.NaN, height = Number.NaN] = ratio.split(':').map(Number);
  return width / height;
}

/** The pixels that a ratio and a resolution name, before any rule: the area of the resolution, the exact ratio, rounded. 1K unless told. */
export function nominalPixels({ ratio, resolution = '1K' }: { ratio: string; resolution?: Resolution }): PixelSize {
  const wide = Math.sqrt(ratioOf(ratio));
  const side = SIDE_OF[resolution];
  return { width: Math.max(1, Math.round(side * wide)), height: Math.max(1, Math.round(side / wide)) };
}

/**
 * The legal pixels that are nearest to what was asked: of `fixed` sizes by ratio first and area second, of `free` ones by ratio at the area
 * that was asked or the nearest that is allowed. Of `named` ones the nominal pixels: the model chooses its own.
 */
export function pixelsFor(asked: AskedSize, rule: SizeRule): PixelSize {
  const target = 'ratio' in asked ? nominalPixels(asked) : asked;
  if (rule.kind === 'named') return target;
  const ratio = 'ratio' in asked ? ratioOf(asked.ratio) : asked.width / asked.height;
  if (rule.kind === 'free') return nearestFree(rule, { ratio, area: target.width * target.height, exactly: 'ratio' in asked ? undefined : asked });
  return nearestOf(rule.sizes, ratio, target.width * target.height);
}

/** The ratio and resolution of a `named` rule that are nearest to what was asked; `resolution` is left out where the rule has none. */
export function namesFor(asked: AskedSize, rule: Extract<SizeRule, { kind: 'named' }>): { ratio: string; resolution?: Resolution } {
  const wanted = 'ratio' in asked ? ratioOf(asked.ratio) : asked.width / asked.height;
  const area = 'ratio' in asked ? SIDE_OF[asked.resolution ?? rule.resolutions[0] ?? '1K'] ** 2 : asked.width * asked.height;
  const ratio = nearest(rule.ratios, (name) => Math.abs(Math.log(ratioOf(name) / wanted)));
  const resolution = nearest(rule.resolutions, (name) => Math.abs(Math.log(SIDE_OF[name] ** 2 / area)));
  return { ratio: ratio ?? '1:1', resolution };
}

/** Why the model does not draw in this size; undefined where it does. */
export function sizeFault(asked: AskedSize, rule: SizeRule): SizeFault | undefined {
  if ('ratio' in asked) return namesFault(asked, rule);
  if (rule.kind === 'named') return 'size.unknown';
  if (rule.kind === 'fixed') return rule.sizes.some(({ width, height }) => width === asked.width && height === asked.height) ? undefined : 'size.not-listed';
  const { width, height } = asked;
  if (width % rule.multipleOf !== 0 || height % rule.multipleOf !== 0) return 'size.not-a-multiple';
  if (Math.min(width, height) < rule.sideMin || width * height < rule.areaMin) return 'size.too-small';
  if (Math.max(width, height) > rule.sideMax || width * height > rule.areaMax) return 'size.too-large';
  return Math.max(width / height, height / width) > rule.aspectMax ? 'size.too-narrow' : undefined;
}

/** A ratio is legal in pixels where legal pixels of about this shape exist: a `fixed` one within 2 %. */
function namesFault({ ratio, resolution }: { ratio: string; resolution?: Resolution }, rule: SizeRule): SizeFault | undefined {
  if (rule.kind === 'named') return rule.ratios.includes(ratio) && (resolution === undefined || rule.resolutions.includes(resolution)) ? undefined : 'size.unknown';
  const wanted = ratioOf(ratio);
  if (!Number.isFinite(wanted) || wanted <= 0) return 'size.unknown';
  if (rule.kind === 'fixed') return rule.sizes.some(({ width, height }) => Math.abs(Math.log(width / height / wanted)) < 0.02) ? undefined : 'size.not-listed';
  if (resolution !== undefined && !rule.resolutions.includes(resolution)) return 'size.unknown';
  return Math.max(wanted, 1 / wanted) > rule.aspectMax ? 'size.too-narrow' : undefined;
}

function nearestOf(sizes: readonly PixelSize[], ratio: number, area: number): PixelSize {
  const far = ({ width, height }: PixelSize): number => 100 * Math.round(100 * Math.abs(Math.log(width / height / ratio))) + Math.abs(Math.log((width * height) / area));
  return nearest(sizes, far) ?? { width: 1, height: 1 };
}

function nearest<Item>(items: readonly Item[], far: (item: Item) => number): Item | undefined {
  let best: Item | undefined;
  for (const item of items) if (best === undefined || far(item) < far(best)) best = item;
  return best;
}

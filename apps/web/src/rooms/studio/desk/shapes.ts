/** Sizes as a form shows them: which a model draws in, and which of them is nearest to what was wished for. Pure. */
import type { AskedSize, ImageModel } from '@komawari/contract';

type SizeRule = ImageModel['sizes'];
type Resolution = NonNullable<Extract<AskedSize, { kind: 'ratio' }>['resolution']>;

const RATIOS = ['1:1', '4:3', '3:4', '3:2', '2:3', '16:9', '9:16', '21:9', '9:21'] as const;
/** Long or square side of a resolution, px. */
const SIDE_PX: Record<Resolution, number> = { 512: 512, '1K': 1024, '1.5K': 1536, '2K': 2048, '3K': 3072, '4K': 4096 };

export type Shape = { name: string; /** Width over height. */ aspect: number; size: AskedSize };

/** The shapes that a model draws in. A model with sizes of its own has each of them. */
export function shapesOf(rule: SizeRule): Shape[] {
  if (rule.kind === 'fixed') return rule.sizes.map(({ width, height }) => ({ name: `${width} × ${height}`, aspect: width / height, size: { kind: 'pixels', width, height } }));
  const ratios = rule.kind === 'named' ? rule.ratios : RATIOS.filter((ratio) => Math.max(aspectOf(ratio), 1 / aspectOf(ratio)) <= rule.aspectMax + 1e-9);
  return ratios.map((ratio) => ({ name: ratio, aspect: aspectOf(ratio), size: { kind: 'ratio', ratio } }));
}

export function resolutionsOf(rule: SizeRule): Resolution[] {
  return rule.kind === 'fixed' ? [] : rule.resolutions;
}

/** What the model draws of a wish: the wish itself where it can, else its nearest shape and resolution. Pixels by hand stay as they are. */
export function fittingSize(wish: AskedSize, rule: SizeRule): AskedSize {
  const shapes = shapesOf(rule);
  if (rule.kind === 'free' && wish.kind === 'pixels') return wish;
  const aspect = aspectOfSize(wish);
  const [nearest] = shapes.toSorted((one, other) => distance(one.aspect, aspect) - distance(other.aspect, aspect));
  if (!nearest) return wish;
  if (rule.kind === 'fixed') return nearest.size;
  const exact = wish.kind === 'ratio' ? shapes.find(({ name }) => name === wish.ratio) : undefined;
  const resolution = fittingResolution(wish.kind === 'ratio' ? wish.resolution : undefined, rule.resolutions);
  return { kind: 'ratio', ratio: (exact ?? nearest).name, ...(resolution === undefined ? {} : { resolution }) };
}

/** The pixels to begin with, where somebody goes from a ratio to pixels: about the resolution, on the grid of the model. */
export function pixelsOf(size: AskedSize, rule: SizeRule): { width: number; height: number } {
  if (size.kind === 'pixels') return { width: size.width, height: size.height };
  const aspect = aspectOf(size.ratio);
  const side = SIDE_PX[size.resolution ?? '1K'];
  const step = rule.kind === 'free' ? rule.multipleOf : 1;
  const [min, max] = rule.kind === 'free' ? [rule.sideMin, rule.sideMax] : [1, 65_536];
  const onGrid = (px: number) => Math.min(Math.floor(max / step) * step, Math.max(Math.ceil(min / step) * step, Math.round(px / step) * step));
  return { width: onGrid(side * Math.sqrt(aspect)), height: onGrid(side / Math.sqrt(aspect)) };
}

/** Width over height of what was asked for. */
export function aspectOfSize(size: AskedSize): number {
  return size.kind === 'pixels' ? size.width / size.height : aspectOf(size.ratio);
}

export function nameOfSize(size: AskedSize): string {
  return size.kind === 'pixels' ? `${size.width} × ${size.height}` : [size.ratio, ...(size.resolution === undefined ? [] : [size.resolution])].join(' · ');
}

function aspectOf(ratio: string): number {
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  return width / height;
}

function fittingResolution(wish: Resolution | undefined, offered: readonly Resolution[]): Resolution | undefined {
  if (wish !== undefined && offered.includes(wish)) return wish;
  const side = SIDE_PX[wish ?? '1K'];
  return offered.toSorted((one, other) => Math.abs(SIDE_PX[one] - side) - Math.abs(SIDE_PX[other] - side))[0];
}

function distance(one: number, other: number): number {
  return Math.abs(Math.log(one / other));
}

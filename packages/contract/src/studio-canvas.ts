/** A picture on a larger canvas: in what size a model draws it, and where the picture stands there. Pure. */
import type { Recipe } from './studio.ts';
import type { ImageModel, PixelSize, Resolution, SizeRule } from './studio-models.ts';

export type Growth = NonNullable<Recipe['grows']>;
export type Box = PixelSize & { left: number; top: number };

/** What a canvas may have at most: a longer side or more pixels than any model is given. */
export const CANVAS_SIDE_MAX = 6000;
export const CANVAS_PIXELS_MAX = 24_000_000;

/** Said to a model that knows no mask, before the words of the user; counted against its longest prompt. */
export const EXTEND_WORDS = 'This picture was put on a larger canvas; the blurred rim around it is empty room. Draw the scene on through all of that room to the edges, without a seam, in the same style and light. Leave the picture in the middle as it is, at its place.';

export function canvasOf({ width, height }: PixelSize, { left, top, right, bottom }: Growth): PixelSize {
  return { width: width + left + right, height: height + top + bottom };
}

export function isCanvasTooLarge({ width, height }: PixelSize): boolean {
  return Math.max(width, height) > CANVAS_SIDE_MAX || width * height > CANVAS_PIXELS_MAX;
}

/** How a model draws beyond the edges: as such, as a part that is drawn anew, or by words alone. Undefined where it cannot. */
export function wayToExtend({ abilities, mask }: Pick<ImageModel, 'abilities' | 'mask'>): 'outpaint' | 'inpaint' | 'edit' | undefined {
  if (abilities.includes('outpaint')) return 'outpaint';
  if (abilities.includes('inpaint') && mask) return 'inpaint';
  return abilities.includes('edit') ? 'edit' : undefined;
}

/** What a model is given: `box` is the canvas on it, in the middle; what lies around is drawn too, and cut away. `scale`: its pixels for one of the canvas. */
export type Sheet = PixelSize & { asked: PixelSize | { ratio: string; resolution?: Resolution }; box: Box; scale: number };

/** The size of the model that holds the canvas best: as many of its pixels as there are, and little around it. */
export function sheetOf(canvas: PixelSize, rule: SizeRule): Sheet {
  if (rule.kind === 'named') return namedSheet(canvas, rule);
  if (rule.kind === 'free') return freeSheet(canvas, rule);
  const scaleOf = (size: PixelSize) => Math.min(size.width / canvas.width, size.height / canvas.height);
  const large = rule.sizes.filter((size) => scaleOf(size) >= 1).toSorted((a, b) => areaOf(a) - areaOf(b) || scaleOf(b) - scaleOf(a))[0];
  const best = large ?? rule.sizes.toSorted((a, b) => scaleOf(b) - scaleOf(a) || areaOf(a) - areaOf(b))[0] ?? canvas;
  return sheetWith(canvas, best, scaleOf(best), { width: best.width, height: best.height });
}

/** Where the picture itself stands on the sheet. */
export function placeOnSheet({ box, scale }: Pick<Sheet, 'box' | 'scale'>, source: PixelSize, grows: Growth): Box {
  const at = (start: number, length: number, px: number) => Math.min(start + length, start + Math.round(px * scale));
  const [left, top] = [Math.min(at(box.left, box.width, grows.left), box.left + box.width - 1), Math.min(at(box.top, box.height, grows.top), box.top + box.height - 1)];
  return { left, top, width: Math.max(1, at(box.left, box.width, grows.left + source.width) - left), height: Math.max(1, at(box.top, box.height, grows.top + source.height) - top) };
}

/** How far into the picture the new part reaches, so that there is no seam; nothing at a side that does not grow. In pixels of the picture. */
export function overlapOf({ width, height }: PixelSize, grows: Growth): Record<'left' | 'top' | 'right' | 'bottom', number> {
  const short = Math.min(width, height);
  const depth = Math.min(Math.floor(short / 3), Math.max(4, Math.min(96, Math.round(short / 16))));
  const at = (px: number) => (px > 0 ? depth : 0);
  return { left: at(grows.left), top: at(grows.top), right: at(grows.right), bottom: at(grows.bottom) };
}

function namedSheet(canvas: PixelSize, { ratios, resolutions }: Extract<SizeRule, { kind: 'named' }>): Sheet {
  const aspect = canvas.width / canvas.height;
  const [ratio = '1:1'] = ratios.toSorted((a, b) => distance(aspectOf(a), aspect) - distance(aspectOf(b), aspect));
  const shape = around(canvas, aspectOf(ratio));
  const side = Math.sqrt(areaOf(shape));
  const sorted = resolutions.toSorted((a, b) => sideOf(a) - sideOf(b));
  const resolution = sorted.find((one) => sideOf(one) >= side) ?? sorted.at(-1);
  const scale = Math.min(1, sideOf(resolution ?? '1K') / side);
  const size = { width: Math.max(1, Math.ceil(shape.width * scale)), height: Math.max(1, Math.ceil(shape.height * scale)) };
  return sheetWith(canvas, size, scale, { ratio, ...(resolution ? { resolution } : {}) });
}

function freeSheet(canvas: PixelSize, rule: Extract<SizeRule, { kind: 'free' }>): Sheet {
  const { multipleOf, sideMin, sideMax, areaMin, areaMax, aspectMax } = rule;
  const aspect = canvas.width / canvas.height;
  const shape = around(canvas, Math.min(aspectMax, Math.max(1 / aspectMax, aspect)));
  const least = Math.max(1, sideMin / Math.min(shape.width, shape.height), Math.sqrt(areaMin / areaOf(shape)));
  const most = Math.min(least, sideMax / Math.max(shape.width, shape.height), Math.sqrt(areaMax / areaOf(shape)));
  const onGrid = (px: number) => {
    const steps = Math.floor((px * most) / multipleOf);
    return [-1, 0, 1, 2].map((more) => Math.min(Math.floor(sideMax / multipleOf), Math.max(Math.ceil(sideMin / multipleOf), steps + more)) * multipleOf);
  };
  const all = onGrid(shape.width).flatMap((width) => onGrid(shape.height).map((height) => ({ width, height })));
  const fits = (size: PixelSize) => areaOf(size) >= areaMin && areaOf(size) <= areaMax && Math.max(size.width, size.height) / Math.min(size.width, size.height) <= aspectMax + 1e-9;
  const scaleOf = (size: PixelSize) => Math.min(most, size.width / canvas.width, size.height / canvas.height);
  const [best = { width: multipleOf, height: multipleOf }] = all.toSorted((a, b) => Number(fits(b)) - Number(fits(a)) || scaleOf(b) - scaleOf(a) || areaOf(a) - areaOf(b));
  return sheetWith(canvas, best, scaleOf(best), { width: best.width, height: best.height });
}

function sheetWith(canvas: PixelSize, { width, height }: PixelSize, scale: number, asked: Sheet['asked']): Sheet {
  const side = (px: number, max: number) => Math.max(1, Math.min(max, Math.round(px * scale)));
  const [wide, high] = [side(canvas.width, width), side(canvas.height, height)];
  return { width, height, asked, scale, box: { left: Math.floor((width - wide) / 2), top: Math.floor((height - high) / 2), width: wide, height: high } };
}

/** The smallest shape of that ratio that holds it. */
function around({ width, height }: PixelSize, aspect: number): PixelSize {
  return width / height > aspect ? { width, height: width / aspect } : { width: height * aspect, height };
}

function areaOf({ width, height }: PixelSize): number {
  return width * height;
}

function aspectOf(ratio: string): number {
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  return width / height;
}

function sideOf(resolution: Resolution): number {
  return resolution.endsWith('K') ? Number.parseFloat(resolution) * 1024 : Number(resolution);
}

function distance(one: number, other: number): number {
  return Math.abs(Math.log(one / other));
}

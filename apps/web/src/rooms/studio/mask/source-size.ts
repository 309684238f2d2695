import type { AskedSize, ImageModel } from '@komawari/contract';
import { fittingSize } from '../desk/shapes.ts';
import type { Size } from './mask-deeds.ts';

/** The size in which a picture stays as it is where only a part is drawn anew: its own pixels as near as the model comes to them. Undefined where they are not known. Pure. */
export function sourceSize(source: Size, rule: ImageModel['sizes']): AskedSize | undefined {
  const { width, height } = source;
  if (width <= 1 || height <= 1) return undefined;
  if (rule.kind !== 'free') return fittingSize({ kind: 'pixels', width, height }, rule);
  const { multipleOf, sideMin, sideMax, areaMin, areaMax } = rule;
  const least = Math.max(1, sideMin / Math.min(width, height), Math.sqrt(areaMin / (width * height)));
  const scale = Math.min(least, sideMax / Math.max(width, height), Math.sqrt(areaMax / (width * height)));
  const onGrid = (round: (value: number) => number) => {
    const side = (px: number) => Math.min(Math.floor(sideMax / multipleOf), Math.max(Math.ceil(sideMin / multipleOf), round((px * scale) / multipleOf))) * multipleOf;
    return { kind: 'pixels' as const, width: side(width), height: side(height) };
  };
  const all = [onGrid(Math.round), onGrid(Math.floor), onGrid(Math.ceil)];
  return all.find((size) => size.width * size.height >= areaMin && size.width * size.height <= areaMax) ?? all[0];
}

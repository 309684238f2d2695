/** Frames cut from a raster, between pixels: a slow camera must not jump from pixel to pixel. */
import type { Box } from '../../model/geometry.ts';
import type { Raster } from '../types.ts';

/** `box` in pixels of the raster; bilinear, edges repeat. */
export function sampleFrame({ width, height, channels, data }: Raster, box: Box, out: { width: number; height: number }): Uint8Array {
  const frame = new Uint8Array(out.width * out.height * channels);
  const columns = samples(box.x, box.width / out.width, out.width, width);
  const rows = samples(box.y, box.height / out.height, out.height, height);
  for (let y = 0, i = 0; y < out.height; y++) {
    const [top, bottom, v] = [rows.first[y]! * width, rows.second[y]! * width, rows.part[y]!];
    for (let x = 0; x < out.width; x++) {
      const [left, right, u] = [columns.first[x]!, columns.second[x]!, columns.part[x]!];
      for (let c = 0; c < channels; c++, i++) {
        const above = data[(top + left) * channels + c]! * (256 - u) + data[(top + right) * channels + c]! * u;
        const below = data[(bottom + left) * channels + c]! * (256 - u) + data[(bottom + right) * channels + c]! * u;
        frame[i] = (above * (256 - v) + below * v + 32_768) >> 16;
      }
    }
  }
  return frame;
}

/** Both neighbours of each sample, and how far it lies between them, in 1/256. */
function samples(start: number, step: number, count: number, size: number): { first: Int32Array; second: Int32Array; part: Int32Array } {
  const [first, second, part] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (let i = 0; i < count; i++) {
    const at = Math.min(size - 1, Math.max(0, start + (i + 0.5) * step - 0.5));
    first[i] = Math.floor(at);
    second[i] = Math.min(size - 1, first[i]! + 1);
    part[i] = Math.round((at - first[i]!) * 256);
  }
  return { first, second, part };
}

/** Where the camera stands at a part 0..1 of its way: it starts and ends softly. */
export function between(from: Box, to: Box, part: number): Box {
  const t = part * part * (3 - 2 * part);
  const mix = (a: number, b: number): number => a + (b - a) * t;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), width: mix(from.width, to.width), height: mix(from.height, to.height) };
}

export function blend(a: Uint8Array, b: Uint8Array, part: number): Uint8Array {
  const t = Math.round(part * 256);
  return a.map((value, i) => (value * (256 - t) + b[i]! * t) >> 8);
}

/** Two pictures of one page by two rasterisers: what differs beyond the softening of edges. */
import type { Page } from 'playwright-core';

/** Grey values, row by row. */
export type Grey = { width: number; height: number; values: Uint8Array };
export type Difference = {
  /** Of all pixels. */
  share: number;
  /** Pixels of the largest connected patch, and where it is. */
  largest: number; at: { x: number; y: number };
};

/** Of softened pictures. Tones are dots of a pixel or two, whose grey is the rasteriser's choice. */
const TOLERANCE = 60;

/** Decoded by the browser, so that nothing else is needed. */
export async function readGrey(page: Page, png: Buffer): Promise<Grey> {
  const { width, height, text } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let signs = '';
    for (let i = 0; i < data.length; i += 4) signs += String.fromCharCode(Math.round(data[i]! * 0.299 + data[i + 1]! * 0.587 + data[i + 2]! * 0.114));
    return { width: bitmap.width, height: bitmap.height, text: btoa(signs) };
  }, png.toString('base64'));
  return { width, height, values: new Uint8Array(Buffer.from(text, 'base64')) };
}

/**
 * Both pictures are softened by a pixel, as a PDF's own resampling does. A pixel differs when its grey lies outside of
 * what the other picture has within one pixel around it, by more than the tolerance, in either direction: an edge that
 * is half a pixel off does not count, a line that stands three pixels off does.
 */
export function compareGrey(one: Grey, other: Grey): Difference {
  const [a, b] = [soften(one), soften(other)];
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width} x ${a.height} is not ${b.width} x ${b.height}`);
  const marks = new Uint8Array(a.values.length);
  markOutside(a, b, marks);
  markOutside(b, a, marks);
  const { largest, at } = largestPatch(marks, a.width, a.height);
  return { share: marks.reduce((sum, mark) => sum + mark, 0) / marks.length, largest, at };
}

/** The mean of a pixel and its eight neighbours. */
function soften({ width, height, values }: Grey): Grey {
  const soft = new Uint8Array(values.length);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) {
    let sum = 0;
    for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) sum += values[Math.min(height - 1, Math.max(0, y + dy)) * width + Math.min(width - 1, Math.max(0, x + dx))]!;
    soft[y * width + x] = Math.round(sum / 9);
  }
  return { width, height, values: soft };
}

function markOutside({ width, height, values }: Grey, other: Grey, marks: Uint8Array): void {
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) {
    let [low, high] = [255, 0];
    for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) {
      const value = other.values[Math.min(height - 1, Math.max(0, y + dy)) * width + Math.min(width - 1, Math.max(0, x + dx))]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    const value = values[y * width + x]!;
    if (value < low - TOLERANCE || value > high + TOLERANCE) marks[y * width + x] = 1;
  }
}

/** Patches hang together by edges and corners. */
function largestPatch(marks: Uint8Array, width: number, height: number): { largest: number; at: { x: number; y: number } } {
  const seen = new Uint8Array(marks.length);
  let found = { largest: 0, at: { x: 0, y: 0 } };
  for (let start = 0; start < marks.length; start += 1) {
    if (marks[start] === 0 || seen[start] === 1) continue;
    const queue = [start];
    seen[start] = 1;
    let [x0, y0, size] = [width, height, 0];
    for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
      const [x, y] = [place % width, Math.floor(place / width)];
      [x0, y0, size] = [Math.min(x0, x), Math.min(y0, y), size + 1];
      for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) {
        const [nx, ny] = [x + dx, y + dy];
        const next = ny * width + nx;
        if (nx < 0 || ny < 0 || nx >= width || ny >= height || marks[next] === 0 || seen[next] === 1) continue;
        seen[next] = 1;
        queue.push(next);
      }
    }
    if (size > found.largest) found = { largest: size, at: { x: x0, y: y0 } };
  }
  return found;
}

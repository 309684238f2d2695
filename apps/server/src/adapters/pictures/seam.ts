/** Where a picture ends and what was drawn around it begins. Pure. */
export type Depths = Record<'left' | 'top' | 'right' | 'bottom', number>;

/**
 * How much of the picture counts at each of its pixels, 0 to 255, row by row: all of it from `depths` on, less towards an edge that has
 * one, in a soft curve. At an edge without depth it counts to the end.
 */
export function weightsOf({ width, height }: { width: number; height: number }, depths: Depths): Uint8Array {
  const across = rampOf(width, depths.left, depths.right);
  const down = rampOf(height, depths.top, depths.bottom);
  const weights = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    const row = down[y] ?? 255;
    for (let x = 0; x < width; x += 1, at += 1) weights[at] = Math.min(row, across[x] ?? 255);
  }
  return weights;
}

/** The mask of what is drawn anew: white on the whole sheet, but for the picture from half of its seam on, with grey between. */
export function maskOf(sheet: { width: number; height: number }, box: { left: number; top: number; width: number; height: number }, depths: Depths): Uint8Array {
  const mask = new Uint8Array(sheet.width * sheet.height).fill(255);
  const weights = weightsOf(box, depths);
  for (let y = 0, from = 0; y < box.height; y += 1) {
    const to = (box.top + y) * sheet.width + box.left;
    for (let x = 0; x < box.width; x += 1, from += 1) mask[to + x] = Math.min(255, 2 * (255 - (weights[from] ?? 0)));
  }
  return mask;
}

/** The picture laid over what is there, in place. `channels` of both; the one that follows three is how much is seen. Rows are copied where all of them counts. */
export function layOver(under: Uint8Array, over: Uint8Array, { width, channels, box, depths }: { width: number; channels: number; box: { left: number; top: number; width: number; height: number }; depths: Depths }): void {
  const across = rampOf(box.width, depths.left, depths.right);
  const down = rampOf(box.height, depths.top, depths.bottom);
  for (let y = 0; y < box.height; y += 1) {
    const [row, from, to] = [down[y] ?? 255, y * box.width * channels, ((box.top + y) * width + box.left) * channels];
    const mix = (start: number, end: number) => {
      for (let x = start; x < end; x += 1) {
        const weight = Math.min(row, across[x] ?? 255);
        for (let at = x * channels; at < (x + 1) * channels; at += 1) under[to + at] = Math.round(((over[from + at] ?? 0) * weight + (under[to + at] ?? 0) * (255 - weight)) / 255);
      }
    };
    const [start, end] = row === 255 ? [Math.min(depths.left, box.width), Math.max(Math.min(depths.left, box.width), box.width - depths.right)] : [box.width, box.width];
    mix(0, start);
    under.set(over.subarray(from + start * channels, from + end * channels), to + start * channels);
    mix(end, box.width);
  }
}

function rampOf(length: number, before: number, after: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => Math.min(weightAt(at, before), weightAt(length - 1 - at, after)));
}

/** `3t² - 2t³` of the way from the edge to the end of the seam. */
function weightAt(px: number, depth: number): number {
  if (px >= depth) return 255;
  const way = (px + 0.5) / depth;
  return Math.min(254, Math.round(255 * way * way * (3 - 2 * way)));
}

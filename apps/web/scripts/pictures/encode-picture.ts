import sharp from 'sharp';

export type Pixels = { pixels: Uint8Array; width: number; height: number };

/**
 * WebP of RGBA pixels without transparency. Ink pictures are kept without loss in a few greys: sharper than with loss,
 * and smaller. Colour is kept with loss.
 */
export async function encodePicture({ pixels, width, height }: Pixels, greys: number): Promise<Uint8Array> {
  const ink = greysOf(pixels, greys);
  if (ink) return sharp(ink, { raw: { width, height, channels: 1 } }).webp({ lossless: true, effort: 4 }).toBuffer();
  return sharp(pixels, { raw: { width, height, channels: 4 } }).flatten().webp({ quality: 60, effort: 4 }).toBuffer();
}

/** One byte a pixel, or nothing when some pixel has a colour. */
function greysOf(pixels: Uint8Array, greys: number): Uint8Array | undefined {
  const ink = new Uint8Array(pixels.length / 4);
  const step = 255 / (greys - 1);
  for (let i = 0; i < ink.length; i++) {
    const [red, green, blue] = [pixels[i * 4]!, pixels[i * 4 + 1]!, pixels[i * 4 + 2]!];
    if (Math.abs(red - green) > 2 || Math.abs(green - blue) > 2) return undefined;
    ink[i] = Math.round(Math.round(green / step) * step);
  }
  return ink;
}

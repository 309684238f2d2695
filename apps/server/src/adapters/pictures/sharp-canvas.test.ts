import { canvasOf, overlapOf, placeOnSheet, sheetOf, type ImageModel } from '@komawari/contract';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sharpPictureTools } from './sharp-picture-tools.ts';

const FREE = { kind: 'free', multipleOf: 16, sideMin: 64, sideMax: 256, areaMin: 4096, areaMax: 65_536, aspectMax: 3, resolutions: ['1K'] } satisfies ImageModel['sizes'];

/** Noise: whatever is scaled or coded anew differs somewhere. */
async function noise(width: number, height: number, channels: 3 | 4): Promise<{ png: Buffer; pixels: Buffer }> {
  const pixels = Buffer.from(Uint8Array.from({ length: width * height * channels }, (_, at) => ((at + 3) * 2_654_435_761) >>> 11));
  return { pixels, png: await sharp(pixels, { raw: { width, height, channels } }).png().toBuffer() };
}

const plain = (width: number, height: number, background: string) => sharp({ create: { width, height, channels: 3, background } }).png().toBuffer();

describe('a picture on a larger canvas', () => {
  const grows = { left: 30, top: 0, right: 11, bottom: 7 };
  const source = { width: 90, height: 61 };
  const canvas = canvasOf(source, grows);
  const sheet = sheetOf(canvas, FREE);
  const box = placeOnSheet(sheet, source, grows);

  test('stands in its box, its colours go on around it, and the mask is white there alone', async () => {
    const left = await sharp(await plain(90, 61, '#204060')).composite([{ input: await plain(45, 61, '#c08020'), left: 45, top: 0 }]).png().toBuffer();
    const set = await sharpPictureTools.setOnSheet(left, { sheet, box, depths: overlapOf(source, grows), mediaTypes: ['image/png'], bytesMax: 1e7 });
    const { data, info } = await sharp(set.bytes).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)];
    expect([set.mediaType, info.width, info.height]).toEqual(['image/png', sheet.width, sheet.height]);
    expect(at(box.left + 5, 20)).toEqual([32, 64, 96]);
    const far = (one: number[], other: number[]) => Math.max(...one.map((value, channel) => Math.abs(value - (other[channel] ?? 0))));
    expect([far(at(1, 20), [32, 64, 96]), far(at(sheet.width - 1, 20), [192, 128, 32])].every((distance) => distance < 6)).toBe(true);
    const mask = await sharp(set.mask).raw().toBuffer({ resolveWithObject: true });
    const maskAt = (x: number, y: number) => mask.data[(y * mask.info.width + x) * mask.info.channels];
    expect([mask.info.width, mask.info.height, maskAt(1, 20), maskAt(box.left + 20, 20), maskAt(sheet.width - 1, sheet.height - 1)]).toEqual([sheet.width, sheet.height, 255, 0, 255]);
    expect((await sharp(set.mask).metadata()).space).toBe('b-w');
  });

  test('goes as JPEG where PNG is not taken, or too large', async () => {
    const { png } = await noise(90, 61, 3);
    const as = async (mediaTypes: string[], bytesMax: number) => (await sharpPictureTools.setOnSheet(png, { sheet, box, depths: overlapOf(source, grows), mediaTypes, bytesMax })).mediaType;
    expect([await as(['image/png', 'image/jpeg'], 1e7), await as(['image/jpeg'], 1e7), await as(['image/png', 'image/jpeg'], 2000)]).toEqual(['image/png', 'image/jpeg', 'image/jpeg']);
  });

  test.each([[3, sheet.width, sheet.height], [4, sheet.width, sheet.height], [3, 333, 217]] as const)('is laid back over what was drawn, pixel by pixel, but for the seam: %d channels, an answer of %d × %d', async (channels, width, height) => {
    const { png, pixels } = await noise(source.width, source.height, channels);
    const depths = overlapOf(source, grows);
    const made = await sharpPictureTools.layBack(await plain(width, height, '#ff00ff'), png, { sheet, box: sheet.box, canvas, at: { left: grows.left, top: grows.top }, depths });
    expect(made).toMatchObject({ ...canvas, mediaType: 'image/png' });
    const { data, info } = await sharp(made.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([canvas.width, canvas.height, channels]);
    let kept = 0;
    for (let y = 0; y < canvas.height; y += 1) {
      for (let x = 0; x < canvas.width; x += 1) {
        const [px, py, at] = [x - grows.left, y - grows.top, (y * canvas.width + x) * channels];
        if (px < 0 || px >= source.width || py >= source.height) expect([...data.subarray(at, at + 3)]).toEqual([255, 0, 255]);
        else if (px >= depths.left && source.width - 1 - px >= depths.right && source.height - 1 - py >= depths.bottom) {
          kept += 1;
          expect(data.subarray(at, at + channels).equals(pixels.subarray((py * source.width + px) * channels, (py * source.width + px + 1) * channels))).toBe(true);
        }
      }
    }
    expect(kept / (source.width * source.height)).toBeGreaterThan(0.8);
  });

  test('is what the model drew, cut to its canvas, where nothing is laid back', async () => {
    const made = await sharpPictureTools.layBack(await plain(sheet.width, sheet.height, '#ff00ff'), undefined, { sheet, box: sheet.box, canvas, at: { left: 30, top: 0 }, depths: overlapOf(source, grows) });
    expect(made).toMatchObject({ width: sheet.box.width, height: sheet.box.height });
  });
});

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sharpPictureTools } from '../../adapters/pictures/sharp-picture-tools.ts';
import { childPortraitMaker } from '../../adapters/portrait/child/child-portrait-maker.ts';
import { pictureFormatOf } from './picture-format.ts';

const flat = () => sharp({ create: { width: 320, height: 200, channels: 3, background: '#c33' } });
/** Noise, so that half of its bytes are half of its pixels. */
const noisy = () => sharp({ create: { width: 320, height: 200, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } });
const FORMATS = ['png', 'jpeg', 'gif', 'webp', 'avif'] as const;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="red"/></svg>';

describe.each(FORMATS)('%s', (format) => {
  test('is known by its whole signature, and read', async () => {
    const bytes = new Uint8Array(await flat().toFormat(format).toBuffer());
    expect(pictureFormatOf(bytes)).toBe(format);
    expect(await sharpPictureTools.readPicture(bytes, { longSidePx: 2600 })).toMatchObject({ width: 320, height: 200 });
  });

  test('cut off anywhere ends in its sentence, as a take and as a portrait', async () => {
    const whole = new Uint8Array(await noisy().toFormat(format).toBuffer());
    for (const share of [0.02, 0.5, 0.9]) {
      const torn = whole.slice(0, Math.max(40, Math.floor(whole.length * share)));
      await expect(sharpPictureTools.readPicture(torn, { longSidePx: 2600 }), `${share}`).rejects.toMatchObject({ code: 'pictures.not-a-picture' });
    }
    await expect(childPortraitMaker().make(whole.slice(0, whole.length >> 1))).rejects.toMatchObject({ why: 'unreadable' });
  }, 30_000);

  test('with another file behind it comes out as its picture alone', async () => {
    const bytes = new Uint8Array(await flat().toFormat(format).toBuffer());
    const both = Buffer.concat([bytes, Buffer.from('PK\x03\x04<script>alert(1)</script>')]);
    const read = await sharpPictureTools.readPicture(both, { longSidePx: 2600 });
    expect(Buffer.from(read.bytes).includes('<script>')).toBe(false);
  });
});

test.each<[string, string | Uint8Array]>([
  ['three letters of PNG', ' PNG<svg xmlns="http://www.w3.org/2000/svg"/>'], ['a PNG without its header', '\x89PNG\r\n\x1a\n<svg/>'], ['a drawing', SVG], ['a drawing in XML', `<?xml version="1.0"?>${SVG}`],
  ['a PDF', '%PDF-1.7\n'], ['a zip', 'PK\x03\x04'], ['a GIF of no version', 'GIF8__'], ['a video', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'], ['a HEIC photograph', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['a brand behind its box', '\0\0\0\x10ftypisom\0\0\0\0avif'], ['RIFF with sound', 'RIFF\0\0\0\0WAVEfmt '], ['half a mark of JPEG', '\xff\xd8'], ['nothing', ''],
])('%s is no picture, whatever it is called', async (_, text) => {
  const bytes = typeof text === 'string' ? new Uint8Array(Buffer.from(text, 'latin1')) : text;
  expect(pictureFormatOf(bytes)).toBeUndefined();
  await expect(sharpPictureTools.readPicture(bytes, { longSidePx: 2600 })).rejects.toMatchObject({ code: 'pictures.not-a-picture' });
  await expect(childPortraitMaker().make(bytes)).rejects.toMatchObject({ why: 'unreadable' });
});

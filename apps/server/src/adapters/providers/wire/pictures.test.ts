import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import type { Picture } from '../../../ports/image-provider.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import { base64Of, blobOf, dataUrlOf, downloadPicture, extensionOf, pictureOf, pictureOfBase64, sizeOfPicture } from './pictures.ts';
import { pixelSizeOf } from './pixel-size.ts';
import type { Wire } from './wire-types.ts';

const drawn = (width: number, height: number): Sharp => sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 20, alpha: 0.5 } } });
const ENCODED = ['png', 'jpeg', 'progressive', 'exif', 'webp', 'lossless', 'plain webp'] as const;

async function encoded(kind: (typeof ENCODED)[number], width: number, height: number): Promise<Uint8Array> {
  const picture = drawn(width, height);
  if (kind === 'png') return picture.png().toBuffer();
  if (kind === 'jpeg') return picture.jpeg().toBuffer();
  if (kind === 'progressive') return picture.jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
  if (kind === 'exif') return picture.withMetadata({ orientation: 6, density: 300 }).jpeg().toBuffer();
  if (kind === 'webp') return picture.webp().toBuffer();
  return kind === 'lossless' ? picture.webp({ lossless: true }).toBuffer() : picture.removeAlpha().webp().toBuffer();
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return 'a picture';
  } catch (error) {
    expect(error).toBeInstanceOf(ProviderError);
    expect((error as ProviderError).fault).toBe('empty');
    return (error as ProviderError).facts.code;
  }
}

/** A PNG that claims its size, with nothing behind it. */
function claimed(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(64);
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

test.each(ENCODED)('%s: what it is and how large, from its header alone', async (kind) => {
  for (const [width, height] of [[1, 1], [640, 33], [17, 1024]] as const) {
    const bytes = await encoded(kind, width, height);
    const picture = pictureOf(bytes);
    expect(picture.mediaType).toBe(kind === 'png' ? 'image/png' : kind.includes('webp') || kind === 'lossless' ? 'image/webp' : 'image/jpeg');
    expect(sizeOfPicture(picture)).toEqual({ width, height });
    expect(Buffer.from(await blobOf(picture).arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect(['png', 'jpg', 'webp']).toContain(extensionOf(picture));
    for (const text of [base64Of(picture), dataUrlOf(picture), `\n${dataUrlOf(picture)}`, Buffer.from(bytes).toString('base64url'), base64Of(picture).replace(/.{76}/g, '$&\r\n'), `data:application/octet-stream;base64,${base64Of(picture)}`]) {
      expect(Buffer.from(pictureOfBase64(text).bytes).equals(Buffer.from(bytes))).toBe(true);
    }
  }
});

test('what is no picture, or none of ours, is not taken for one', async () => {
  const png = await encoded('png', 8, 8);
  for (const bytes of [Buffer.from('<!doctype html>'), Buffer.from('{"error":"x"}'), png.subarray(0, 20), png.subarray(1), Buffer.from('\xff\xd8\xff\xe0', 'latin1'), await drawn(8, 8).gif().toBuffer(), claimed(0, 5)]) expect(codeOf(() => pictureOf(bytes))).toBe('picture.not-a-picture');
  expect(codeOf(() => pictureOf(new Uint8Array()))).toBe('picture.missing');
  for (const text of ['', ' ', undefined, null, 'data:image/png;base64,']) expect(codeOf(() => pictureOfBase64(text))).toBe('picture.missing');
  expect(codeOf(() => pictureOfBase64('not base64 at all!'))).toBe('picture.not-a-picture');
});

test('the limit is 20 megapixels, or two and a half times what was asked for', () => {
  expect(codeOf(() => pictureOf(claimed(5000, 4000)))).toBe('a picture');
  expect(codeOf(() => pictureOf(claimed(5001, 4000)))).toBe('picture.too-many-pixels');
  expect(codeOf(() => pictureOf(claimed(8000, 5000), { asked: { width: 1024, height: 1024 } }))).toBe('picture.too-many-pixels');
  expect(codeOf(() => pictureOf(claimed(8000, 5000), { asked: { width: 4000, height: 4000 } }))).toBe('a picture');
  expect(codeOf(() => pictureOf(claimed(8001, 5000), { asked: { width: 4000, height: 4000 } }))).toBe('picture.too-many-pixels');
  expect(codeOf(() => pictureOf(claimed(4_294_967_295, 4_294_967_295)))).toBe('picture.too-many-pixels');
  expect(codeOf(() => pictureOf(new Uint8Array(50 * 2 ** 20 + 1)))).toBe('picture.too-large');
});

test('no header, however broken, breaks the reader', async () => {
  const whole = await Promise.all(ENCODED.map((kind) => encoded(kind, 30, 20)));
  fc.assert(fc.property(fc.constantFrom(...whole), fc.nat(200), fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 6 }), (bytes, length, changes) => {
    const broken = Uint8Array.from(bytes.subarray(0, length));
    for (const [at, value] of changes) if (at < broken.byteLength) broken[at] = value;
    for (const type of ['image/png', 'image/jpeg', 'image/webp'] as const) expect(() => pixelSizeOf(broken, type)).not.toThrow();
    codeOf(() => pictureOf(broken));
  }), { numRuns: 500 });
});

test('a result is fetched, or read as it stands when it is a data URL', async () => {
  const bytes = await encoded('png', 9, 7);
  const wire = { download: async () => bytes } as unknown as Wire;
  const ask = { call: { signal: new AbortController().signal } };
  const picture: Picture = { bytes, mediaType: 'image/png' };
  expect(await downloadPicture(wire, 'https://files.test/a.png', ask)).toEqual(picture);
  expect(sizeOfPicture(await downloadPicture(wire, dataUrlOf(picture), ask))).toEqual({ width: 9, height: 7 });
});

import sharp from 'sharp';
import { bombPicture, fakePicture, NO_PICTURE, type PictureType } from './fake-pictures.ts';
import type { Fault } from './fault.ts';

/** A picture that was sent, with the size it really has. */
export type SentPicture = { bytes: Buffer; width: number; height: number };

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** `undefined` for what is no base64 or no picture. A data URL's head is cut off when `takesDataUrls`. */
export async function readBase64Picture(text: string, takesDataUrls: boolean): Promise<SentPicture | undefined> {
  const raw = takesDataUrls ? text.replace(/^data:image\/[a-z+.-]+;base64,/, '') : text;
  if (raw.length % 4 !== 0 || !BASE64.test(raw)) return undefined;
  return readPicture(Buffer.from(raw, 'base64'));
}

/** `undefined` for what is no picture. */
export async function readPicture(bytes: Buffer): Promise<SentPicture | undefined> {
  const facts = await sharp(bytes).metadata().catch(() => undefined);
  return facts && { bytes, width: facts.width, height: facts.height };
}

export type Painted = {
  width: number; height: number; index: number; type?: PictureType;
  /** Only where the mask says so is anything painted; the rest stays as in `base`, stretched to the size. */
  inpaint?: { base: Buffer; mask: Buffer; paints: 'white' | 'black' } | undefined;
};

export async function paintPicture({ width, height, index, type = 'png', inpaint }: Painted): Promise<Buffer> {
  if (!inpaint) return fakePicture(width, height, index, type);
  const grey = sharp(inpaint.mask).flatten({ background: '#000000' }).resize(width, height, { fit: 'fill' }).toColourspace('b-w').threshold(128);
  const hole = await (inpaint.paints === 'black' ? grey.negate() : grey).raw().toBuffer();
  const paint = await sharp(await fakePicture(width, height, index)).joinChannel(hole, { raw: { width, height, channels: 1 } }).png().toBuffer();
  const base = await sharp(inpaint.base).removeAlpha().resize(width, height, { fit: 'fill' }).png().toBuffer();
  return sharp(base).composite([{ input: paint }]).removeAlpha().toFormat(type).toBuffer();
}

/** All pictures of one size side by side, as near to a square as they go. */
export async function gridOf(pictures: readonly Buffer[], width: number, height: number): Promise<Buffer> {
  const columns = Math.ceil(Math.sqrt(pictures.length));
  const rows = Math.ceil(pictures.length / columns);
  const places = pictures.map((input, at) => ({ input, left: (at % columns) * width, top: Math.floor(at / columns) * height }));
  return sharp({ create: { width: columns * width, height: rows * height, channels: 3, background: '#000000' } }).composite(places).png().toBuffer();
}

export async function resizedPicture(picture: Buffer, width: number, height: number): Promise<Buffer> {
  return sharp(picture).resize(width, height, { fit: 'fill' }).png().toBuffer();
}

/** What is sent instead of these pictures under this fault. */
export async function spoilt(pictures: readonly Buffer[], fault: Fault | undefined): Promise<readonly Buffer[]> {
  if (fault?.kind === 'empty') return [];
  if (fault?.kind === 'wrong-type') return pictures.map(() => NO_PICTURE);
  if (fault?.kind !== 'bomb') return pictures;
  const bomb = await bombPicture();
  return pictures.map(() => bomb);
}

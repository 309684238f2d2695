import sharp from 'sharp';
import { bombPicture, fakePicture, NO_PICTURE, type PictureType } from './fake-pictures.ts';
import type { ImageSettings } from './openai-image-settings.ts';

export type EditedPicture = { first: Buffer; mask?: Buffer };
export type WrongPicture = 'wrong-type' | 'bomb' | undefined;

/**
 * A picture of the size that was asked for. With a mask, the first reference stays where the mask is opaque and is painted over
 * where it is transparent, so that a test sees a mask that was sent the wrong way round.
 */
export async function paintOpenai({ width, height, format, background }: ImageSettings, index: number, edited?: EditedPicture, wrong?: WrongPicture): Promise<string> {
  if (wrong === 'wrong-type') return NO_PICTURE.toString('base64');
  if (wrong === 'bomb') return (await bombPicture()).toString('base64');
  const size = { width, height };
  const bytes = edited?.mask ? await paintOver(size, index, edited.first, edited.mask, format)
    : background === 'transparent' ? await paintIsland(size, index, format)
    : await fakePicture(width, height, index, format);
  return bytes.toString('base64');
}

type Size = { width: number; height: number };

/** Colour in the middle, nothing around it. */
async function paintIsland({ width, height }: Size, index: number, format: PictureType): Promise<Buffer> {
  const island = await fakePicture(width / 2, height / 2, index);
  return sharp({ create: { width, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).composite([{ input: island, gravity: 'centre' }]).toFormat(format).toBuffer();
}

async function paintOver({ width, height }: Size, index: number, first: Buffer, mask: Buffer, format: PictureType): Promise<Buffer> {
  const scaled = await sharp(mask).resize(width, height, { fit: 'fill', kernel: 'nearest' }).ensureAlpha().png().toBuffer();
  const kept = await sharp(scaled).extractChannel('alpha').raw().toBuffer();
  const editable = Buffer.from(kept.map((alpha) => 255 - alpha));
  const paint = await sharp(await fakePicture(width, height, index)).joinChannel(editable, { raw: { width, height, channels: 1 } }).png().toBuffer();
  return sharp(first).resize(width, height, { fit: 'fill' }).composite([{ input: paint }]).toFormat(format).toBuffer();
}

import sharp from 'sharp';
import type { Picture } from '../../../ports/image-provider.ts';

/** A mask as the service reads it: what is white in ours, to be drawn anew, is transparent; what is black is opaque. A PNG of the same size. */
export async function clearedMask({ bytes }: Picture): Promise<Picture> {
  const { data, info: { width, height } } = await sharp(bytes).removeAlpha().greyscale().extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  const alpha = Buffer.from(data.map((grey) => 255 - grey));
  const black = sharp({ create: { width, height, channels: 3, background: '#000000' } });
  return { bytes: await black.joinChannel(alpha, { raw: { width, height, channels: 1 } }).png({ compressionLevel: 9 }).toBuffer(), mediaType: 'image/png' };
}

import sharp from 'sharp';

const COLOURS = ['#c8402a', '#2a5fc8', '#3a8f4d', '#c89a2a', '#7a3ac8', '#2aa7c8', '#c82a86', '#555555'];

export type PictureType = 'png' | 'jpeg' | 'webp';

/** A plain picture; each `index` has its own colour, so that they can be told apart. */
export async function fakePicture(width: number, height: number, index = 0, type: PictureType = 'png'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: COLOURS[index % COLOURS.length] ?? '#000000' } }).toFormat(type).toBuffer();
}

/** 40 megapixels in a few kilobytes. */
export async function bombPicture(): Promise<Buffer> {
  return sharp({ create: { width: 8000, height: 5000, channels: 3, background: '#ffffff' } }).png({ compressionLevel: 9 }).toBuffer();
}

/** What is no picture, whatever it is called. */
export const NO_PICTURE = Buffer.from('GIF89a? no: these are words, not a picture.');

import type { PixelSize } from '@komawari/contract';
import { pictureFormatOf } from '../../../kernel/objects/picture-format.ts';
import type { Picture, PictureType } from '../../../ports/image-provider.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import { pixelSizeOf } from './pixel-size.ts';
import type { Ask, Wire } from './wire-types.ts';

const BYTES_MAX = 50 * 2 ** 20;
const PIXELS_MAX = 20_000_000;
/** Some models draw larger than they were asked. */
const SLACK = 2.5;
const TYPES: Readonly<Record<string, PictureType>> = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' };

export type PictureBounds = { /** The pixels that were asked for, where that is known. */ asked?: PixelSize };

/**
 * Bytes from a provider as a picture, whatever it calls them. Throws ProviderError `empty`: `picture.missing`, `picture.not-a-picture`,
 * `picture.too-large` above 50 MB, `picture.too-many-pixels` above 20 MP and 2.5 times what was asked for.
 */
export function pictureOf(bytes: Uint8Array, { asked }: PictureBounds = {}): Picture {
  if (bytes.byteLength === 0) throw new ProviderError('empty', { code: 'picture.missing' });
  if (bytes.byteLength > BYTES_MAX) throw new ProviderError('empty', { code: 'picture.too-large' });
  const mediaType = TYPES[pictureFormatOf(bytes) ?? ''];
  const size = mediaType && pixelSizeOf(bytes, mediaType);
  if (!size) throw new ProviderError('empty', { code: 'picture.not-a-picture' });
  const pixelsMax = Math.max(PIXELS_MAX, asked ? SLACK * asked.width * asked.height : 0);
  if (size.width * size.height > pixelsMax) throw new ProviderError('empty', { code: 'picture.too-many-pixels' });
  return { bytes, mediaType };
}

/** The same of base64: bare, in the alphabet for addresses, with line breaks, or as a data URL. */
export function pictureOfBase64(text: string | undefined | null, bounds?: PictureBounds): Picture {
  const bare = (text ?? '').replace(/^\s*data:[^,]{0,200},/, '');
  if (bare.trim() === '') throw new ProviderError('empty', { code: 'picture.missing' });
  if (bare.length > BYTES_MAX * 1.5) throw new ProviderError('empty', { code: 'picture.too-large' });
  return pictureOf(new Uint8Array(Buffer.from(bare, 'base64')), bounds);
}

/** Fetches the picture at a result's address at once; a data URL is read as it stands. Throws ProviderError. */
export async function downloadPicture(wire: Wire, url: string, ask: Pick<Ask, 'call' | 'limits'> & PictureBounds): Promise<Picture> {
  if (/^\s*data:/i.test(url)) return pictureOfBase64(url, ask);
  return pictureOf(await wire.download(url, ask), ask);
}

/** Its size in pixels, of a picture that was looked at. */
export function sizeOfPicture({ bytes, mediaType }: Picture): PixelSize {
  const size = pixelSizeOf(bytes, mediaType);
  if (!size) throw new ProviderError('invalid', { code: 'picture.not-a-picture' });
  return size;
}

export function base64Of({ bytes }: Picture): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

export function dataUrlOf(picture: Picture): string {
  return `data:${picture.mediaType};base64,${base64Of(picture)}`;
}

/** For a multipart form. */
export function blobOf({ bytes, mediaType }: Picture): Blob {
  return new Blob([new Uint8Array(bytes)], { type: mediaType });
}

/** `png`, `jpg` or `webp`. */
export function extensionOf({ mediaType }: Picture): string {
  return mediaType === 'image/jpeg' ? 'jpg' : mediaType.slice('image/'.length);
}

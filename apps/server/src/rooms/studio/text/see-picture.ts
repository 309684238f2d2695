import { AppError } from '../../../kernel/errors.ts';
import { pictureFormatOf } from '../../../kernel/objects/picture-format.ts';
import type { PictureType } from '../../../ports/image-provider.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import type { SeenPicture } from './text-ask.ts';

export type SeeingTools = { pictures: PictureTools };

const TYPES: Readonly<Record<string, PictureType>> = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' };

/** A picture for a model that sees; its kind is looked at, its pixels are not decoded. Throws `pictures.not-a-picture` and `pictures.too-many-pixels`. */
export async function seePicture({ pictures }: SeeingTools, bytes: Uint8Array): Promise<SeenPicture> {
  const mediaType = TYPES[pictureFormatOf(bytes) ?? ''];
  if (!mediaType) throw new AppError('pictures.not-a-picture');
  // A plain view: what is a Buffer writes itself as JSON in its own way.
  return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), mediaType, ...(await pictures.measurePicture(bytes)) };
}

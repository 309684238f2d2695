import { AppError } from '../../kernel/errors.ts';
import { pictureFormatOf, type PictureFormat } from '../../kernel/objects/picture-format.ts';
import type { PictureTools } from '../../ports/picture-tools.ts';

const PIXELS_MAX = 100_000_000;

/** What libvips calls them: AVIF is a HEIF to it. */
const FOUND: Readonly<Record<PictureFormat, string>> = { png: 'png', jpeg: 'jpeg', gif: 'gif', webp: 'webp', avif: 'heif' };

/** libvips, loaded at its first use: only the worker decodes what came from outside. */
export const sharpPictureTools: PictureTools = {
  async readPicture(bytes, { longSidePx }) {
    const format = pictureFormatOf(bytes);
    if (!format) throw new AppError('pictures.not-a-picture');
    const { default: sharp } = await import('sharp');
    const open = (limitInputPixels: number | false) => sharp(bytes, { limitInputPixels, failOn: 'truncated', pages: 1, sequentialRead: true });
    const head = await open(false).metadata().catch((cause: unknown) => {
      throw new AppError('pictures.not-a-picture', { cause });
    });
    // Another decoder than the signature speaks of never sees the pixels.
    if (head.format !== FOUND[format] || !head.width || !head.height) throw new AppError('pictures.not-a-picture');
    if (head.width * head.height > PIXELS_MAX) throw new AppError('pictures.too-many-pixels');
    try {
      const upright = open(PIXELS_MAX).autoOrient().resize({ width: longSidePx, height: longSidePx, fit: 'inside', withoutEnlargement: true });
      const isClear = head.hasAlpha === true && !(await open(PIXELS_MAX).stats()).isOpaque;
      const coded = isClear ? upright.png({ compressionLevel: 8 }) : upright.flatten({ background: '#fff' }).jpeg({ quality: 88, mozjpeg: true });
      const { data, info } = await coded.toBuffer({ resolveWithObject: true });
      return { bytes: new Uint8Array(data), mediaType: isClear ? 'image/png' : 'image/jpeg', width: info.width, height: info.height };
    } catch (cause) {
      throw new AppError('pictures.not-a-picture', { cause });
    }
  },
  async measurePicture(bytes) {
    const { default: sharp } = await import('sharp');
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch((cause: unknown) => {
      throw new AppError('pictures.not-a-picture', { cause });
    });
    if (!width || !height) throw new AppError('pictures.not-a-picture');
    return { width, height };
  },
};

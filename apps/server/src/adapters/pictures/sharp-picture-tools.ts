import { mayEnlarge } from '@komawari/contract';
import { AppError } from '../../kernel/errors.ts';
import { pictureFormatOf, type PictureFormat } from '../../kernel/objects/picture-format.ts';
import type { PictureTools } from '../../ports/picture-tools.ts';
import { layBack, setOnSheet } from './sharp-canvas.ts';

const PIXELS_MAX = 100_000_000;

/** What libvips calls them: AVIF is a HEIF to it. */
const FOUND: Readonly<Record<PictureFormat, string>> = { png: 'png', jpeg: 'jpeg', gif: 'gif', webp: 'webp', avif: 'heif' };

/** libvips, loaded at its first use: only the worker decodes what came from outside. */
export const sharpPictureTools: PictureTools = {
  async readPicture(bytes, { longSidePx, keepsPng = false }) {
    const { open, head, format } = await openPicture(bytes);
    try {
      const upright = open().autoOrient().resize({ width: longSidePx, height: longSidePx, fit: 'inside', withoutEnlargement: true });
      const isClear = head.hasAlpha === true && !(await open().stats()).isOpaque;
      const isPng = isClear || (keepsPng && format === 'png');
      const coded = isPng ? upright.png({ compressionLevel: 8 }) : upright.flatten({ background: '#fff' }).jpeg({ quality: 88, mozjpeg: true });
      const { data, info } = await coded.toBuffer({ resolveWithObject: true });
      return { bytes: new Uint8Array(data), mediaType: isPng ? 'image/png' : 'image/jpeg', width: info.width, height: info.height };
    } catch (cause) {
      throw new AppError('pictures.not-a-picture', { cause });
    }
  },
  async measurePicture(bytes) {
    const { head } = await openPicture(bytes);
    const isTurned = (head.orientation ?? 1) >= 5;
    return isTurned ? { width: head.height, height: head.width } : { width: head.width, height: head.height };
  },
  async makeThumbnail(bytes, { longSidePx }) {
    const { open } = await openPicture(bytes);
    const small = open().autoOrient().resize({ width: longSidePx, height: longSidePx, fit: 'inside', withoutEnlargement: true });
    return new Uint8Array(await small.webp({ quality: 80 }).toBuffer().catch((cause: unknown) => {
      throw new AppError('pictures.not-a-picture', { cause });
    }));
  },
  async enlarge(bytes, { factor }) {
    const { open, head, format } = await openPicture(bytes);
    if (!mayEnlarge(head, factor)) throw new AppError('pictures.too-many-pixels');
    // Turned first: what follows is about the picture as it stands.
    const isTurned = (head.orientation ?? 1) >= 5;
    const [width, height] = isTurned ? [head.height, head.width] : [head.width, head.height];
    const large = open().autoOrient().resize({ width: width * factor, height: height * factor, fit: 'fill', kernel: 'lanczos3' });
    const isPng = format === 'png' || head.hasAlpha === true;
    const coded = isPng ? large.png({ compressionLevel: 6 }) : large.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
    const { data, info } = await coded.toBuffer({ resolveWithObject: true }).catch((cause: unknown) => {
      throw new AppError('pictures.not-a-picture', { cause });
    });
    return { bytes: new Uint8Array(data), mediaType: isPng ? 'image/png' : 'image/jpeg', width: info.width, height: info.height };
  },
  async readMask(bytes, size, { isClear } = { isClear: false }) {
    const { open } = await openPicture(bytes);
    // What is clear is the alpha turned round; where the pixels are clear their colour says nothing.
    const grey = (isClear ? open().autoOrient().ensureAlpha().negate().extractChannel('alpha') : open().autoOrient().flatten({ background: '#000' })).resize({ ...size, fit: 'fill', kernel: 'nearest' }).toColourspace('b-w');
    return new Uint8Array(await grey.png({ compressionLevel: 8 }).toBuffer().catch((cause: unknown) => {
      throw new AppError('pictures.not-a-picture', { cause });
    }));
  },
  async setOnSheet(bytes, options) {
    const opened = await openPicture(bytes);
    return setOnSheet(opened, options).catch((cause: unknown) => {
      throw new AppError('pictures.not-a-picture', { cause });
    });
  },
  async layBack(answer, source, options) {
    const [drawn, given] = await Promise.all([openPicture(answer), source && openPicture(source)]);
    return layBack(drawn, given, options).catch((cause: unknown) => {
      throw new AppError('pictures.not-a-picture', { cause });
    });
  },
};

/** Looked at, not decoded: the signature, what the decoder finds, and how many pixels there would be. */
async function openPicture(bytes: Uint8Array) {
  const format = pictureFormatOf(bytes);
  if (!format) throw new AppError('pictures.not-a-picture');
  const { default: sharp } = await import('sharp');
  const openWith = (limitInputPixels: number | false) => sharp(bytes, { limitInputPixels, failOn: 'truncated', pages: 1, sequentialRead: true });
  const { format: found, width, height, hasAlpha, orientation } = await openWith(false).metadata().catch((cause: unknown) => {
    throw new AppError('pictures.not-a-picture', { cause });
  });
  // Another decoder than the signature speaks of never sees the pixels.
  if (found !== FOUND[format] || !width || !height) throw new AppError('pictures.not-a-picture');
  if (width * height > PIXELS_MAX) throw new AppError('pictures.too-many-pixels');
  return { format, head: { width, height, hasAlpha, orientation }, open: () => openWith(PIXELS_MAX) };
}

/** A picture set on a larger canvas, and laid back over what was drawn there, with libvips. */
import type { Sharp } from 'sharp';
import type { PictureTools } from '../../ports/picture-tools.ts';
import { layOver, maskOf } from './seam.ts';

type Size = { width: number; height: number };
type Opened = { open: () => Sharp };
type SetOnSheet = Parameters<PictureTools['setOnSheet']>[1];
type LayBack = Parameters<PictureTools['layBack']>[2];

/** Of the sheet's short side: what is mirrored outward is a hint of colours and light, not something to be kept. */
const BLUR_SHARE = 1 / 48;

export async function setOnSheet({ open }: Opened, { sheet, box, depths, mediaTypes, bytesMax }: SetOnSheet) {
  const { default: sharp } = await import('sharp');
  const raw = { width: box.width, height: box.height, channels: 3 as const };
  const pixels = await open().autoOrient().flatten({ background: '#fff' }).toColourspace('srgb').resize({ width: box.width, height: box.height, fit: 'fill' }).removeAlpha().raw({ depth: 'uchar' }).toBuffer();
  const grown = await sharp(pixels, { raw }).extend({ left: box.left, top: box.top, right: sheet.width - box.left - box.width, bottom: sheet.height - box.top - box.height, extendWith: 'mirror' }).raw().toBuffer();
  const blurred = await sharp(grown, { raw: { ...sheet, channels: 3 } }).blur(Math.max(1, Math.min(sheet.width, sheet.height) * BLUR_SHARE)).raw().toBuffer();
  layOver(blurred, pixels, { width: sheet.width, channels: 3, box, depths: { left: 0, top: 0, right: 0, bottom: 0 } });
  const whole = () => sharp(blurred, { raw: { ...sheet, channels: 3 } });
  const png = mediaTypes.includes('image/png') ? await whole().png({ compressionLevel: 6 }).toBuffer() : undefined;
  const isPng = png !== undefined && png.byteLength <= bytesMax;
  const mask = await sharp(maskOf(sheet, box, depths), { raw: { ...sheet, channels: 1 } }).toColourspace('b-w').png({ compressionLevel: 8 }).toBuffer();
  return { bytes: new Uint8Array(isPng ? png : await whole().jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()), mediaType: isPng ? 'image/png' as const : 'image/jpeg' as const, mask: new Uint8Array(mask) };
}

/** `answer` in whatever size it came: `box` is of the sheet, and scaled to it. */
export async function layBack(answer: Opened, source: Opened | undefined, { sheet, box, canvas, at, depths }: LayBack) {
  const { default: sharp } = await import('sharp');
  const cut = await cutOf(answer, sheet, box);
  if (!source) return coded(cut.pipe.flatten({ background: '#fff' }), cut.size);
  const isClear = !(await source.open().stats()).isOpaque;
  const channels = isClear ? 4 as const : 3 as const;
  const withChannels = (pipe: Sharp) => (isClear ? pipe.ensureAlpha() : pipe.removeAlpha()).toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { data: under } = await withChannels(cut.pipe.flatten({ background: '#fff' }).resize({ ...canvas, fit: 'fill' }));
  const { data: over, info } = await withChannels(source.open().autoOrient());
  const place = { ...at, width: Math.min(info.width, canvas.width - at.left), height: Math.min(info.height, canvas.height - at.top) };
  if (place.width !== info.width || place.height !== info.height) throw new Error('canvas: the picture is larger than its place');
  layOver(under, over, { width: canvas.width, channels, box: place, depths });
  return coded(sharp(under, { raw: { ...canvas, channels } }), canvas);
}

async function cutOf({ open }: Opened, sheet: Size, box: Size & { left: number; top: number }): Promise<{ pipe: Sharp; size: Size }> {
  const { autoOrient: { width, height } } = await open().metadata();
  const [x, y] = [width / sheet.width, height / sheet.height];
  const [left, top] = [Math.min(width - 1, Math.round(box.left * x)), Math.min(height - 1, Math.round(box.top * y))];
  const size = { width: Math.max(1, Math.min(width - left, Math.round(box.width * x))), height: Math.max(1, Math.min(height - top, Math.round(box.height * y))) };
  return { pipe: open().autoOrient().extract({ left, top, ...size }), size };
}

async function coded(pipe: Sharp, { width, height }: Size) {
  return { bytes: new Uint8Array(await pipe.png({ compressionLevel: 6 }).toBuffer()), mediaType: 'image/png' as const, width, height };
}

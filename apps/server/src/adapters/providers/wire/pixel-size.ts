import type { PixelSize } from '@komawari/contract';
import type { PictureType } from '../../../ports/image-provider.ts';

/** What the header of a picture says of its size; nothing is decoded. Undefined where there is no whole header. Turning by EXIF is not looked at. */
export function pixelSizeOf(bytes: Uint8Array, type: PictureType): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = type === 'image/png' ? ofPng(view) : type === 'image/jpeg' ? ofJpeg(view) : ofWebp(view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

function ofPng(view: DataView): PixelSize | undefined {
  return view.byteLength < 33 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU T.81: segments up to the first start of frame. */
function ofJpeg(view: DataView): PixelSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Fill bytes before a marker, and markers without a segment.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else if (marker === 0xd9 || marker === 0xda || view.getUint16(at + 2) < 2) return undefined;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** RFC 9649 (the extended header) and RFC 6386 (a key frame). */
function ofWebp(view: DataView): PixelSize | undefined {
  if (view.byteLength < 30) return undefined;
  const kind = view.getUint8(15);
  if (kind === 0x58) return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (kind === 0x4c) {
    if (view.getUint8(20) !== 0x2f) return undefined;
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (view.getUint8(23) !== 0x9d || view.getUint8(24) !== 0x01 || view.getUint8(25) !== 0x2a) return undefined;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

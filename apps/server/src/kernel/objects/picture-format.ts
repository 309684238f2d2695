/** The pictures that may come in from outside. */
export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif';

const BRAND = /^(avif|avis)$/;

/**
 * What a file says it is by its whole signature; undefined for anything else, whatever its name or media type.
 * Nothing is decoded: whoever decodes compares with what the decoder finds.
 */
export function pictureFormatOf(bytes: Uint8Array): PictureFormat | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 96)).toString('latin1');
  // A signature, then the header chunk that every PNG begins with.
  if (/^\x89PNG\r\n\x1a\n\0\0\0\rIHDR/.test(head)) return 'png';
  // Start of image, then a marker.
  if (/^\xff\xd8\xff[\xc0-\xfe]/.test(head)) return 'jpeg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[^]{4}WEBPVP8[ LX]/.test(head)) return 'webp';
  return isAvif(bytes, head) ? 'avif' : undefined;
}

/** ISO base media: the first box is `ftyp`; the brand stands in it as the main one, or among those it is compatible with. */
function isAvif(bytes: Uint8Array, head: string): boolean {
  if (head.slice(4, 8) !== 'ftyp' || bytes.byteLength < 16) return false;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (size < 16 || size > 96 || size % 4 !== 0) return false;
  const brands = [8, ...Array.from({ length: (size - 16) / 4 }, (_, i) => 16 + i * 4)].map((at) => head.slice(at, at + 4));
  return brands.some((brand) => BRAND.test(brand));
}

/** The comment of whoever made a picture, in its Exif: there some programs leave in JPEG and WebP what they write into a PNG as text. */

const EXIF_IFD = 0x8769;
const USER_COMMENT = 0x9286;
const CODE_BYTES = 8;

/** `exif` begins with the TIFF header. Undefined for none, or what cannot be read. */
export function userCommentOf(exif: Uint8Array, bytesMax: number): string | undefined {
  if (exif.length < 8) return undefined;
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const isLittle = exif[0] === 0x49;
  const first = view.getUint32(4, isLittle);
  const inner = find(view, first, EXIF_IFD, isLittle);
  const entry = inner && find(view, inner.value, USER_COMMENT, isLittle);
  if (!entry || entry.count <= CODE_BYTES || entry.count > bytesMax || entry.value + entry.count > exif.length) return undefined;
  const data = Buffer.from(exif.buffer, exif.byteOffset + entry.value, entry.count);
  const [code, text] = [data.subarray(0, CODE_BYTES).toString('latin1'), data.subarray(CODE_BYTES)];
  if (code.startsWith('UNICODE')) return utf16(text, isLittle);
  return text.toString('utf8').replace(/\0+$/, '');
}

function find(view: DataView, at: number, tag: number, isLittle: boolean): { count: number; value: number } | undefined {
  if (at + 2 > view.byteLength) return undefined;
  const count = view.getUint16(at, isLittle);
  for (let i = 0; i < count; i += 1) {
    const entry = at + 2 + i * 12;
    if (entry + 12 > view.byteLength) return undefined;
    if (view.getUint16(entry, isLittle) === tag) return { count: view.getUint32(entry + 4, isLittle), value: view.getUint32(entry + 8, isLittle) };
  }
  return undefined;
}

/** In the order of the file, as the standard has it, or big-endian, as most write it: text has more zeros in its high bytes. */
function utf16(text: Buffer, isLittle: boolean): string {
  const even = Buffer.from(text.subarray(0, text.length - (text.length % 2)));
  let [high, low] = [0, 0];
  for (let i = 0; i < Math.min(even.length, 400); i += 2) {
    if (even[i] === 0) high += 1;
    if (even[i + 1] === 0) low += 1;
  }
  const isBig = high === low ? !isLittle : high > low;
  return (isBig ? even.swap16() : even).toString('utf16le').replace(/\0+$/, '');
}

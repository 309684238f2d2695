/** Chunks of a WebP, and the XMP and Exif in them. RFC 9649 */

const HEAD_BYTES = 12;
/** Bits of `VP8X`. */
const FLAGS = { exif: 0x08, xmp: 0x04, alpha: 0x10 };

type Chunk = { type: string; data: Uint8Array; whole: Uint8Array };

function* chunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = HEAD_BYTES; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length;
    if (end > bytes.length) return;
    yield { type: Buffer.from(bytes.subarray(at, at + 4)).toString('latin1'), data: bytes.subarray(at + 8, end), whole: bytes.subarray(at, Math.min(end + (length % 2), bytes.length)) };
    at = end + (length % 2);
  }
}

export function readWebp(bytes: Uint8Array, bytesMax: number): { xmp?: string; exif?: Uint8Array } {
  const words: { xmp?: string; exif?: Uint8Array } = {};
  for (const { type, data } of chunks(bytes)) {
    if (data.length > bytesMax) continue;
    if (type === 'XMP ') words.xmp ??= Buffer.from(data).toString('utf8');
    // Some programs leave the mark of JPEG in.
    if (type === 'EXIF') words.exif ??= Buffer.from(data.subarray(0, 6)).toString('latin1') === 'Exif\0\0' ? data.subarray(6) : data;
  }
  return words;
}

/** With this packet in place of any other. Undefined for a file without a picture in it. */
export function rewriteWebp(bytes: Uint8Array, { packet, dropsExif, size }: { packet: string; dropsExif: boolean; size: { width: number; height: number } }): Uint8Array | undefined {
  const all = [...chunks(bytes)];
  const [first] = all;
  if (!first || !['VP8X', 'VP8 ', 'VP8L'].includes(first.type)) return undefined;
  const kept = all.filter(({ type }) => type !== 'VP8X' && type !== 'XMP ' && !(dropsExif && type === 'EXIF'));
  const head = Buffer.alloc(10);
  if (first.type === 'VP8X') head.set(first.data.subarray(0, 10));
  else {
    // The bit for transparency stands behind the sizes of 14 bits each.
    if (first.type === 'VP8L' && ((first.data[4] ?? 0) & 0x10) !== 0) head[0] = FLAGS.alpha;
    head.writeUIntLE(size.width - 1, 4, 3);
    head.writeUIntLE(size.height - 1, 7, 3);
  }
  head[0] = ((head[0] ?? 0) | FLAGS.xmp) & (kept.some(({ type }) => type === 'EXIF') ? 0xff : ~FLAGS.exif);
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), chunkOf('VP8X', head), ...kept.map(({ whole }) => whole), chunkOf('XMP ', Buffer.from(packet, 'utf8'))]);
  const riff = Buffer.alloc(8);
  riff.write('RIFF', 0, 'latin1');
  riff.writeUInt32LE(body.length, 4);
  return Buffer.concat([riff, body]);
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

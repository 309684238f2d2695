/** Segments of a JPEG up to its first scan, and the XMP and Exif in them. XMP specification, part 3 */
import { createHash } from 'node:crypto';
import { withExtension } from './xmp.ts';

const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENSION = 'http://ns.adobe.com/xmp/extension/\0';
const EXIF = 'Exif\0\0';
/** A segment's length has two bytes, which count themselves; the specification keeps two more for itself. */
const SEGMENT_MAX = 65_533;
const PACKET_MAX = SEGMENT_MAX - XMP.length - 2;
/** Of an extension: GUID, whole length, and where this piece begins. */
const PIECE_HEAD = EXTENSION.length + 32 + 8;
const PIECE_MAX = 65_000;
const APP1 = 0xe1;

type Segment = { marker: number; data: Uint8Array; whole: Uint8Array; start: number };

function* segments(bytes: Uint8Array): Generator<Segment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (marker < 0xc0 || marker === 0xda || marker === 0xd9 || length < 2 || end > bytes.length) return;
    yield { marker, data: bytes.subarray(at + 4, end), whole: bytes.subarray(at, end), start: at };
    at = end;
  }
}

function beginsWith(data: Uint8Array, text: string): boolean {
  return Buffer.from(data.buffer, data.byteOffset, Math.min(text.length, data.length)).toString('latin1') === text;
}

export type JpegWords = { xmp?: string; /** What did not fit into the first packet. */ extension?: string; exif?: Uint8Array };

export function readJpeg(bytes: Uint8Array, bytesMax: number): JpegWords {
  const words: JpegWords = {};
  const pieces: { at: number; data: Uint8Array }[] = [];
  let total = 0;
  for (const { marker, data } of segments(bytes)) {
    if (marker !== APP1) continue;
    if (beginsWith(data, XMP)) words.xmp ??= utf8(data.subarray(XMP.length));
    else if (beginsWith(data, EXIF)) words.exif ??= data.subarray(EXIF.length);
    else if (beginsWith(data, EXTENSION) && data.length > PIECE_HEAD && (total += data.length) <= bytesMax) pieces.push({ at: new DataView(data.buffer, data.byteOffset).getUint32(EXTENSION.length + 36), data: data.subarray(PIECE_HEAD) });
  }
  if (pieces.length > 0) words.extension = Buffer.concat(pieces.sort((a, b) => a.at - b.at).map(({ data }) => data)).toString('utf8');
  return words;
}

/** With this packet in place of any other; `overflow` is said instead where the whole does not fit, and the rest in pieces. */
export function rewriteJpeg(bytes: Uint8Array, { packet, overflow, dropsExif }: { packet: string; overflow?: { packet: string; rest: string }; dropsExif: boolean }): Uint8Array {
  const whole = Buffer.from(packet, 'utf8');
  const ours = whole.length <= PACKET_MAX || !overflow ? [appOne(XMP, whole)] : inPieces(overflow);
  const [head, tail]: [Uint8Array[], Uint8Array[]] = [[], []];
  let rest = 2;
  for (const segment of segments(bytes)) {
    rest = segment.start + segment.whole.length;
    const { marker, data } = segment;
    const isGone = marker === APP1 && (beginsWith(data, XMP) || beginsWith(data, EXTENSION) || (dropsExif && beginsWith(data, EXIF)));
    // JFIF and Exif want to be first.
    const isFirst = marker === 0xe0 || (marker === APP1 && beginsWith(data, EXIF));
    if (!isGone) (isFirst && tail.length === 0 ? head : tail).push(segment.whole);
  }
  return Buffer.concat([bytes.subarray(0, 2), ...head, ...ours, ...tail, bytes.subarray(rest)]);
}

function inPieces({ packet, rest }: { packet: string; rest: string }): Uint8Array[] {
  const bytes = Buffer.from(rest, 'utf8');
  const guid = createHash('md5').update(bytes).digest('hex').toUpperCase();
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_MAX) {
    const head = Buffer.alloc(40);
    head.write(guid, 0, 'latin1');
    head.writeUInt32BE(bytes.length, 32);
    head.writeUInt32BE(at, 36);
    pieces.push(appOne(EXTENSION, Buffer.concat([head, bytes.subarray(at, at + PIECE_MAX)])));
  }
  return [appOne(XMP, Buffer.from(withExtension(packet, guid), 'utf8')), ...pieces];
}

function appOne(signature: string, data: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(2 + signature.length + data.length, 2);
  return Buffer.concat([head, Buffer.from(signature, 'latin1'), data]);
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

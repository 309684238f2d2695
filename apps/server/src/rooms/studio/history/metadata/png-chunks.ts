/** Chunks of a PNG, and the text in them. https://www.w3.org/TR/png-3/ */
import { crc32, inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;
/** Length, type and sum. */
const FRAME_BYTES = 12;
const TEXTS: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt']);
const KEYWORD_MAX = 79;

export type PngChunk = { type: string; data: Uint8Array; /** With its frame. */ whole: Uint8Array };

/** Up to the end, or to the first that is not there as a whole. Copies nothing. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE_BYTES; at + FRAME_BYTES <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + FRAME_BYTES + length;
    if (end > bytes.length) return;
    const type = latin1(bytes.subarray(at + 4, at + 8));
    yield { type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) };
    if (type === 'IEND') return;
    at = end;
  }
}

/** Undefined for a chunk that is none of text. */
export function keywordOf({ type, data }: PngChunk): string | undefined {
  if (!TEXTS.has(type)) return undefined;
  const end = data.subarray(0, KEYWORD_MAX + 1).indexOf(0);
  return end < 0 ? undefined : latin1(data.subarray(0, end));
}

/** Undefined for what is damaged, or unpacks to more than `bytesMax`. */
export function textOf(chunk: PngChunk, bytesMax: number): string | undefined {
  const { type, data, whole } = chunk;
  if (data.length > bytesMax || crc32(whole.subarray(4, -4)) !== new DataView(whole.buffer, whole.byteOffset).getUint32(whole.length - 4)) return undefined;
  const start = data.indexOf(0) + 1;
  if (type === 'tEXt') return latin1(data.subarray(start));
  if (type === 'zTXt') return data[start] === 0 ? decode(inflate(data.subarray(start + 1), bytesMax), 'latin1') : undefined;
  const [isPacked, method] = [data[start], data[start + 1]];
  const language = data.indexOf(0, start + 2);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0 || (isPacked === 1 && method !== 0)) return undefined;
  const text = data.subarray(translated + 1);
  return decode(isPacked === 1 ? inflate(text, bytesMax) : text, 'utf8');
}

function inflate(packed: Uint8Array, bytesMax: number): Uint8Array | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: bytesMax });
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array | undefined, encoding: 'latin1' | 'utf8'): string | undefined {
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding);
}

function latin1(bytes: Uint8Array): string {
  return decode(bytes, 'latin1') ?? '';
}

/** `tEXt` where Latin-1 holds it, which every program reads; else `iTXt`. */
export function textChunk(keyword: string, text: string, isInternational = false): Uint8Array {
  const isLatin = !isInternational && /^[\n\x20-\x7e\xa0-\xff]*$/.test(text);
  return isLatin ? chunkOf('tEXt', Buffer.from(`${keyword}\0${text}`, 'latin1')) : chunkOf('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]));
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(data.length + FRAME_BYTES);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), data.length + 8);
  return chunk;
}

/** Without those texts, and with these chunks behind the header, where whoever opens the file sees them first. */
export function rewritePng(bytes: Uint8Array, change: { without(keyword: string): boolean; add: readonly Uint8Array[] }): Uint8Array | undefined {
  const parts: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)];
  let last = '';
  for (const chunk of pngChunks(bytes)) {
    const keyword = keywordOf(chunk);
    if (keyword === undefined || !change.without(keyword)) parts.push(chunk.whole);
    if (chunk.type === 'IHDR') parts.push(...change.add);
    last = chunk.type;
  }
  return last === 'IEND' ? Buffer.concat(parts) : undefined;
}

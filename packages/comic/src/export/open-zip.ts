/** Reads zips that strangers made (PKWARE APPNOTE 6.3): nothing is unpacked before it is asked for, and never more than allowed. */
import { Inflate, strFromU8 } from 'fflate';
import { growingBlock } from './growing-block.ts';
import { crc32 } from './zip-writer.ts';

export type ZipLimits = {
  entriesMax: number;
  /** Of one entry, unpacked. */
  entryMaxBytes: number;
  /** Of all that is read, unpacked. */
  totalMaxBytes: number;
};

export type ZipErrorCode = 'zip.unreadable' | 'zip.damaged' | 'zip.encrypted' | 'zip.too-large';

export class ZipError extends Error {
  readonly code: ZipErrorCode;

  constructor(code: ZipErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'ZipError';
    this.code = code;
  }
}

/** Names are relative and never lead upwards; entries with other names are not listed. */
export type OpenZip = { names: string[]; has(name: string): boolean; /** Throws ZipError; `zip.damaged` for a name that is not there. */ read(name: string): Uint8Array };

type Entry = { name: string; flags: number; method: number; crc: number; packed: number; size: number; offset: number };

/** Throws ZipError `zip.unreadable` for what is no zip. Zip64 is not read: no story and no book is that large. */
export function openZip(bytes: Uint8Array, limits: ZipLimits): OpenZip {
  const entries = new Map<string, Entry>();
  for (const entry of listEntries(bytes, limits)) if (isSafe(entry.name) && !entries.has(entry.name)) entries.set(entry.name, entry);
  let total = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (!entry) throw new ZipError('zip.damaged');
      const content = unpack(bytes, entry, Math.min(limits.entryMaxBytes, limits.totalMaxBytes - total));
      total += content.length;
      return content;
    },
  };
}

/** A tree of folders below one root: no absolute path, no way up, no other system's separators. */
function isSafe(name: string): boolean {
  return name !== '' && !name.endsWith('/') && !/^[/\\]|^[a-z]:|\\|\0/i.test(name) && !name.split('/').includes('..');
}

const END = { signature: 0x06054b50, size: 22, commentMax: 65_535 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };

function* listEntries(bytes: Uint8Array, limits: ZipLimits): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entriesMax) throw new ZipError('zip.too-large');
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL.size > bytes.length || view.getUint32(at, true) !== CENTRAL.signature) throw new ZipError('zip.damaged');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    const flags = view.getUint16(at + 8, true);
    const name = nameOf(bytes.subarray(at + CENTRAL.size, at + CENTRAL.size + nameLength));
    yield { name, flags, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) };
    at += CENTRAL.size + nameLength + extraLength + commentLength;
  }
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END.size - END.commentMax);
  for (let at = view.byteLength - END.size; at >= lowest; at--) if (view.getUint32(at, true) === END.signature) return at;
  throw new ZipError('zip.unreadable');
}

/** Many programs write UTF-8 without saying so. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return strFromU8(bytes, true);
  }
}

function unpack(bytes: Uint8Array, entry: Entry, maxBytes: number): Uint8Array {
  if (entry.flags & 1) throw new ZipError('zip.encrypted');
  if (entry.size > maxBytes) throw new ZipError('zip.too-large');
  const packed = packedOf(bytes, entry);
  const content = entry.method === 0 ? packed.slice() : inflate(packed, entry, maxBytes);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipError('zip.damaged');
  return content;
}

function packedOf(bytes: Uint8Array, { offset, packed }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (offset + LOCAL.size > bytes.length || view.getUint32(offset, true) !== LOCAL.signature) throw new ZipError('zip.damaged');
  const start = offset + LOCAL.size + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new ZipError('zip.damaged');
  return bytes.subarray(start, start + packed);
}

/** Deflate packs at most 1 032 to 1: a step of this size never unpacks to more than 17 MB. */
const STEP = 16_384;

/** Stops as soon as more comes out than the entry said it would: sizes can lie. */
function inflate(packed: Uint8Array, entry: Entry, maxBytes: number): Uint8Array {
  if (entry.method !== 8) throw new ZipError('zip.damaged');
  const block = growingBlock();
  const stream = new Inflate((chunk) => {
    if (block.length + chunk.length > maxBytes) throw new ZipError('zip.too-large');
    if (block.length + chunk.length > entry.size) throw new ZipError('zip.damaged');
    block.add(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (cause) {
    throw cause instanceof ZipError ? cause : new ZipError('zip.damaged', cause);
  }
  return block.finish();
}

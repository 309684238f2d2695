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

/** What the zip's directory says of an entry. It may lie: no more than `size` is ever unpacked. */
export type ZipPlace = { isStored: boolean; packed: number; size: number };

/** Names are relative and never lead upwards; entries with other names are not listed. What reads throws ZipError, `zip.damaged` for a name that is not there. */
export type OpenZip = {
  names: string[];
  has(name: string): boolean;
  place(name: string): ZipPlace | undefined;
  /** The first bytes, 256 where there are as many; next to nothing is unpacked for them, and nothing vouches that the rest fits. */
  head(name: string): Uint8Array;
  read(name: string): Uint8Array;
  /** `read`, a megabyte a turn. */
  readInTurns(name: string): Generator<undefined, Uint8Array>;
};

type Entry = { name: string; flags: number; method: number; crc: number; packed: number; size: number; offset: number };

/** Throws ZipError `zip.unreadable` for what is no zip. Zip64 is not read: no story and no book is that large. */
export function openZip(bytes: Uint8Array, limits: ZipLimits): OpenZip {
  const entries = new Map<string, Entry>();
  for (const entry of listEntries(bytes, limits)) if (isSafe(entry.name) && !entries.has(entry.name)) entries.set(entry.name, entry);
  let total = 0;
  const entryOf = (name: string) => {
    const entry = entries.get(name);
    if (!entry) throw new ZipError('zip.damaged');
    return entry;
  };
  function* readInTurns(name: string): Generator<undefined, Uint8Array> {
    const content = yield* unpack(bytes, entryOf(name), Math.min(limits.entryMaxBytes, limits.totalMaxBytes - total));
    total += content.length;
    return content;
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    place(name) {
      const entry = entries.get(name);
      return entry && { isStored: entry.method === 0, packed: entry.packed, size: entry.size };
    },
    head: (name) => headOf(bytes, entryOf(name)),
    read(name) {
      const turns = readInTurns(name);
      for (;;) {
        const turn = turns.next();
        if (turn.done) return turn.value;
      }
    },
    readInTurns,
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

function* unpack(bytes: Uint8Array, entry: Entry, maxBytes: number): Generator<undefined, Uint8Array> {
  if (entry.flags & 1) throw new ZipError('zip.encrypted');
  if (entry.size > maxBytes) throw new ZipError('zip.too-large');
  const packed = packedOf(bytes, entry);
  const content = entry.method === 0 ? packed.slice() : yield* inflate(packed, entry, maxBytes);
  if (content.length !== entry.size || (yield* sumOf(content)) !== entry.crc) throw new ZipError('zip.damaged');
  return content;
}

/** What comes out, or is summed up, between two turns. */
const TURN_BYTES = 1 << 20;

function* sumOf(content: Uint8Array): Generator<undefined, number> {
  let sum = 0;
  for (let at = 0; at < content.length; at += TURN_BYTES) {
    sum = crc32(content.subarray(at, at + TURN_BYTES), sum);
    yield;
  }
  return sum;
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
function* inflate(packed: Uint8Array, entry: Entry, maxBytes: number): Generator<undefined, Uint8Array> {
  if (entry.method !== 8) throw new ZipError('zip.damaged');
  const block = growingBlock();
  const stream = new Inflate((chunk) => {
    if (block.length + chunk.length > maxBytes) throw new ZipError('zip.too-large');
    if (block.length + chunk.length > entry.size) throw new ZipError('zip.damaged');
    block.add(chunk);
  });
  let turn = TURN_BYTES;
  for (let at = 0; at < packed.length; at += STEP) {
    push(stream, packed, at, STEP);
    if (block.length < turn) continue;
    turn = block.length + TURN_BYTES;
    yield;
  }
  return block.finish();
}

function push(stream: Inflate, packed: Uint8Array, at: number, step: number): void {
  try {
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch (cause) {
    throw cause instanceof ZipError ? cause : new ZipError('zip.damaged', cause);
  }
}

/** `bytes`: enough for the signature of every picture format. A step never unpacks to more than 66 kB, and no encoder needs more than 4 kB for its first 256 bytes. */
const HEAD = { bytes: 256, step: 64, packedMax: 4096 };

function headOf(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { offset, packed, method } = entry;
  if (offset + LOCAL.size > bytes.length) throw new ZipError('zip.damaged');
  const start = offset + LOCAL.size + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return content.slice(0, HEAD.bytes);
  const head = new Uint8Array(HEAD.bytes);
  let length = 0;
  const stream = new Inflate((chunk) => {
    const taken = chunk.subarray(0, HEAD.bytes - length);
    head.set(taken, length);
    length += taken.length;
  });
  for (let at = 0; at < Math.min(content.length, HEAD.packedMax) && length < HEAD.bytes; at += HEAD.step) push(stream, content, at, HEAD.step);
  return head.subarray(0, length);
}

/** A zip that is written entry by entry, byte for byte as fflate's `zipSync` would, without holding all entries at once. */
import { deflateSync, strToU8 } from 'fflate';
import { growingBlock, type GrowingBlock } from './growing-block.ts';

export type ZipWriter = {
  /** `isStored` for what is compressed already and for the mimetype of an EPUB. Names are unique and relative. */
  add(name: string, bytes: Uint8Array, how?: { isStored?: boolean; /** 1 fast to 9 small. */ level?: 1 | 4 | 6 | 9 }): void;
  /** Nothing may be added any more. */
  finish(): Uint8Array<ArrayBuffer>;
};

type Entry = { name: Uint8Array; isUnicode: boolean; method: number; crc: number; packed: number; size: number; offset: number };

/** PKWARE APPNOTE 6.3: sizes are known ahead, so no data descriptors; dates count from 1980 in steps of two seconds. */
export function zipWriter(modified: Date, out: GrowingBlock = growingBlock()): ZipWriter {
  const entries: Entry[] = [];
  const stamp = dosTime(modified);
  return {
    add(name, bytes, { isStored = false, level = 6 } = {}) {
      const data = isStored ? bytes : deflateSync(bytes, { level });
      const encoded = strToU8(name);
      const entry: Entry = { name: encoded, isUnicode: encoded.length !== name.length, method: isStored ? 0 : 8, crc: crc32(bytes), packed: data.length, size: bytes.length, offset: out.length };
      entries.push(entry);
      out.add(header(entry, stamp, false));
      out.add(data);
    },
    finish() {
      const start = out.length;
      for (const entry of entries) out.add(header(entry, stamp, true));
      out.add(ending(entries.length, out.length - start, start));
      return out.finish();
    },
  };
}

/** A block that hands its pieces on instead of keeping them; `finish` gives nothing, the rest is taken like all before it. */
export function chunkQueue(): GrowingBlock & { /** The pieces since the last time. */ take(): Uint8Array[] } {
  let [waiting, length]: [Uint8Array[], number] = [[], 0];
  return {
    get length() {
      return length;
    },
    add(bytes) {
      waiting.push(bytes);
      length += bytes.length;
    },
    take() {
      const taken = waiting;
      waiting = [];
      return taken;
    },
    finish: () => new Uint8Array(),
  };
}

function header(entry: Entry, stamp: number, isCentral: boolean): Uint8Array {
  const bytes = new Uint8Array((isCentral ? 46 : 30) + entry.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, isCentral ? 0x02014b50 : 0x04034b50, true);
  let at = 4;
  if (isCentral) {
    view.setUint16(at, 20, true);
    at += 2;
  }
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.isUnicode ? 0x0800 : 0, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, stamp, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
  if (isCentral) view.setUint32(42, entry.offset, true);
  bytes.set(entry.name, isCentral ? 46 : 30);
  return bytes;
}

function ending(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

/** In local time, as zips have it. */
function dosTime(date: Date): number {
  const day = ((date.getFullYear() - 1980) << 25) | ((date.getMonth() + 1) << 21) | (date.getDate() << 16);
  return (day | (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 of ISO 3309, table-driven; `before` is that of the bytes in front. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

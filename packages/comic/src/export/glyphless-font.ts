/**
 * A TrueType font without outlines: it carries the searchable text of a PDF, whose visible letters are
 * vector outlines. Format: OpenType 1.9, tables head, hhea, hmtx, maxp, loca, glyf (two empty glyphs).
 */
export function glyphlessFont(): Uint8Array {
  const tables: [string, Uint8Array][] = [
    ['glyf', new Uint8Array(4)],
    ['head', head()],
    ['hhea', hhea()],
    ['hmtx', words([1000, 0, 1000, 0])],
    ['loca', words([0, 0, 0])],
    ['maxp', maxp()],
  ];
  return assemble(tables);
}

function words(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setInt16(i * 2, value));
  return bytes;
}

function head(): Uint8Array {
  const bytes = new Uint8Array(54);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint32(4, 0x00010000);
  view.setUint32(12, 0x5f0f3cf5);
  view.setUint16(16, 0x000b);
  view.setUint16(18, 1000);
  view.setInt16(40, 1000);
  view.setInt16(42, 880);
  view.setUint16(46, 8);
  view.setInt16(48, 2);
  return bytes;
}

function hhea(): Uint8Array {
  const bytes = new Uint8Array(36);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setInt16(4, 880);
  view.setInt16(6, -120);
  view.setUint16(10, 1000);
  view.setInt16(18, 1);
  view.setUint16(34, 2);
  return bytes;
}

function maxp(): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, 2);
  view.setUint16(14, 2);
  return bytes;
}

function assemble(tables: readonly [string, Uint8Array][]): Uint8Array {
  const padded = tables.map(([, data]) => Math.ceil(data.length / 4) * 4);
  const start = 12 + tables.length * 16;
  const bytes = new Uint8Array(start + padded.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 64);
  view.setUint16(8, 2);
  view.setUint16(10, tables.length * 16 - 64);
  let offset = start;
  let headAt = 0;
  tables.forEach(([tag, data], i) => {
    bytes.set(data, offset);
    const entry = 12 + i * 16;
    for (let c = 0; c < 4; c++) bytes[entry + c] = tag.charCodeAt(c);
    view.setUint32(entry + 4, checksum(bytes, offset, padded[i]!));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, data.length);
    if (tag === 'head') headAt = offset;
    offset += padded[i]!;
  });
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(bytes, 0, bytes.length)) >>> 0);
  return bytes;
}

function checksum(bytes: Uint8Array, offset: number, length: number): number {
  const view = new DataView(bytes.buffer);
  let sum = 0;
  for (let i = 0; i < length; i += 4) sum = (sum + view.getUint32(offset + i)) >>> 0;
  return sum;
}

import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { glyphlessFont } from './glyphless-font.ts';

type Opened = { unitsPerEm: number; numGlyphs: number; ascent: number; descent: number };
// The package brings no types.
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): Opened };

test('the font without outlines is a sound TrueType file', () => {
  const bytes = glyphlessFont();
  const view = new DataView(bytes.buffer);
  const sum = (offset: number, length: number): number => {
    let total = 0;
    for (let i = 0; i < length; i += 4) total = (total + view.getUint32(offset + i)) >>> 0;
    return total;
  };
  expect(bytes.length).toBeLessThan(400);
  expect(sum(0, bytes.length)).toBe(0xb1b0afba);
  const count = view.getUint16(4);
  const tags: string[] = [];
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    expect(offset % 4, tag).toBe(0);
    expect(offset + length).toBeLessThanOrEqual(bytes.length);
    // The head's own sum is taken with its adjustment at 0.
    if (tag !== 'head') expect(sum(offset, Math.ceil(length / 4) * 4), tag).toBe(view.getUint32(at + 4));
    tags.push(tag);
  }
  expect(tags).toEqual([...tags].sort());
  const font = fontkit.create(Buffer.from(bytes));
  expect([font.unitsPerEm, font.numGlyphs, font.ascent, font.descent]).toEqual([1000, 2, 880, -120]);
});

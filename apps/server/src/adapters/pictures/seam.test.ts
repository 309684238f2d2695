import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOver, maskOf, weightsOf } from './seam.ts';

const depth = fc.integer({ min: 0, max: 6 });
const depths = fc.record({ left: depth, top: depth, right: depth, bottom: depth });

test('outside of the seam a picture laid over another is what it was, to the last pixel; beyond it, the other is', () => {
  fc.assert(fc.property(fc.integer({ min: 14, max: 24 }), fc.integer({ min: 14, max: 24 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), depths, fc.constantFrom(3, 4), fc.nat(), (width, height, left, top, seams, channels, seed) => {
    const sheet = { width: width + left + 5, height: height + top + 5 };
    const noise = (length: number, salt: number) => Uint8Array.from({ length }, (_, at) => ((at + 1) * 2_654_435_761 + seed * salt) >>> 13);
    const [over, before] = [noise(width * height * channels, 7), noise(sheet.width * sheet.height * channels, 11)];
    const under = before.slice();
    layOver(under, over, { width: sheet.width, channels, box: { left, top, width, height }, depths: seams });
    for (let y = 0; y < sheet.height; y += 1) {
      for (let x = 0; x < sheet.width; x += 1) {
        const at = (y * sheet.width + x) * channels;
        const [px, py] = [x - left, y - top];
        const isInside = px >= 0 && py >= 0 && px < width && py < height;
        if (!isInside) expect(under.subarray(at, at + channels)).toEqual(before.subarray(at, at + channels));
        else if (px >= seams.left && py >= seams.top && width - 1 - px >= seams.right && height - 1 - py >= seams.bottom) expect(under.subarray(at, at + channels)).toEqual(over.subarray((py * width + px) * channels, (py * width + px + 1) * channels));
      }
    }
  }), { numRuns: 60 });
});

test('a seam rises softly from the edge that has one; an edge without is sharp', () => {
  const weights = [...weightsOf({ width: 12, height: 1 }, { left: 4, top: 0, right: 0, bottom: 0 })];
  expect(weights.slice(4)).toEqual(Array(8).fill(255));
  const ramp = weights.slice(0, 4);
  expect(ramp).toEqual(ramp.toSorted((a, b) => a - b));
  expect([(ramp[0] ?? 0) < 20, (ramp[3] ?? 0) > 235]).toEqual([true, true]);
});

test('a mask is white where there is nothing yet, and black where the picture stays', () => {
  const mask = maskOf({ width: 20, height: 4 }, { left: 8, top: 0, width: 12, height: 4 }, { left: 4, top: 0, right: 0, bottom: 0 });
  expect([...mask.subarray(0, 9)]).toEqual(Array(9).fill(255));
  expect([...mask.subarray(12, 20)]).toEqual(Array(8).fill(0));
  expect((mask[11] ?? 0) > 0 && (mask[11] ?? 0) < 128).toBe(true);
});

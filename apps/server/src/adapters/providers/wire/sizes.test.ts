import { RESOLUTIONS, type SizeRule } from '@komawari/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestFree } from './free-size.ts';
import { namesFor, nominalPixels, pixelsFor, ratioOf, SIDE_OF, sizeFault } from './sizes.ts';

type Free = Extract<SizeRule, { kind: 'free' }>;
const FREE: Free = { kind: 'free', multipleOf: 16, sideMin: 256, sideMax: 3840, areaMin: 655_360, areaMax: 8_294_400, aspectMax: 3, resolutions: ['1K', '2K', '4K'] };
const FIXED: SizeRule = { kind: 'fixed', sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }, { width: 1024, height: 1536 }] };
const NAMED = { kind: 'named' as const, ratios: ['1:1', '16:9', '9:16', '4:1'], resolutions: ['1K' as const, '4K' as const] };

const ratio = fc.tuple(fc.integer({ min: 1, max: 32 }), fc.integer({ min: 1, max: 32 })).map(([width, height]) => `${width}:${height}`);
const size = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });
const asked = fc.oneof(size, fc.record({ ratio, resolution: fc.constantFrom(...RESOLUTIONS) }));
/** Rules with room in them: from a side up to at least eight steps more. */
const rule = fc.record({ multipleOf: fc.constantFrom(1, 8, 14, 16, 64), low: fc.integer({ min: 2, max: 8 }), more: fc.integer({ min: 8, max: 40 }), aspectMax: fc.constantFrom(1, 2, 3, 16), slack: fc.integer({ min: 1, max: 6 }) })
  .map(({ multipleOf, low, more, aspectMax, slack }): Free => ({
    kind: 'free', multipleOf, sideMin: low * multipleOf, sideMax: (low + more) * multipleOf, aspectMax, resolutions: ['1K'],
    areaMin: ((low + 1) * multipleOf) ** 2, areaMax: ((low + 1 + slack) * multipleOf) ** 2,
  }));

describe('free sizes', () => {
  test('are always legal', () => {
    fc.assert(fc.property(rule, asked, (free, wanted) => {
      expect(sizeFault(pixelsFor(wanted, free), free)).toBeUndefined();
    }), { numRuns: 500 });
  });

  test('stay as they were asked when they are legal', () => {
    fc.assert(fc.property(rule, fc.nat(40), fc.nat(40), (free, across, down) => {
      const wanted = { width: free.sideMin + across * free.multipleOf, height: free.sideMin + down * free.multipleOf };
      if (sizeFault(wanted, free) === undefined) expect(pixelsFor(wanted, free)).toEqual(wanted);
    }), { numRuns: 300 });
  });

  test('keep the ratio within one multiple, and the area within a tenth, where the bounds leave room', () => {
    fc.assert(fc.property(ratio, fc.constantFrom('1K' as const, '1.5K' as const, '2K' as const), (name, resolution) => {
      if (Math.max(ratioOf(name), 1 / ratioOf(name)) > 2.9) return;
      const { width, height } = pixelsFor({ ratio: name, resolution }, FREE);
      expect(Math.abs(height - width / ratioOf(name)) <= 16 || Math.abs(width - height * ratioOf(name)) <= 16).toBe(true);
      expect(Math.abs(Math.log((width * height) / SIDE_OF[resolution] ** 2))).toBeLessThan(0.1);
    }), { numRuns: 300 });
  });

  test('are what a person would write', () => {
    const written = (name: string, resolution: '1K' | '2K' | '4K'): string => Object.values(pixelsFor({ ratio: name, resolution }, FREE)).join('x');
    expect([written('1:1', '1K'), written('1:1', '2K'), written('16:9', '4K'), written('9:16', '4K')]).toEqual(['1024x1024', '2048x2048', '3840x2160', '2160x3840']);
    const large: Free = { ...FREE, multipleOf: 1, sideMin: 15, sideMax: 16_384, areaMin: 3_686_400, areaMax: 16_777_216, aspectMax: 16 };
    expect(pixelsFor({ width: 1024, height: 1024 }, large)).toEqual({ width: 1920, height: 1920 });
  });

  test('of a rule that allows nothing are none', () => {
    expect(() => nearestFree({ ...FREE, areaMin: 100_000_000 }, { ratio: 1, area: 1 })).toThrow(RangeError);
  });
});

describe('fixed and named sizes', () => {
  test('fixed: the nearest in shape, always one of the list', () => {
    fc.assert(fc.property(asked, (wanted) => { expect(sizeFault(pixelsFor(wanted, FIXED), FIXED)).toBeUndefined(); }));
    expect(pixelsFor({ ratio: '16:9' }, FIXED)).toEqual({ width: 1536, height: 1024 });
    expect(pixelsFor({ ratio: '9:16', resolution: '4K' }, FIXED)).toEqual({ width: 1024, height: 1536 });
    const two: SizeRule = { kind: 'fixed', sizes: [{ width: 512, height: 512 }, { width: 2048, height: 2048 }] };
    expect(pixelsFor({ ratio: '1:1', resolution: '2K' }, two)).toEqual({ width: 2048, height: 2048 });
  });

  test('named: pixels become names and back', () => {
    fc.assert(fc.property(fc.constantFrom(...NAMED.ratios), fc.constantFrom(...NAMED.resolutions), (name, resolution) => {
      expect(namesFor(nominalPixels({ ratio: name, resolution }), NAMED)).toEqual({ ratio: name, resolution });
      expect(namesFor({ ratio: name, resolution }, NAMED)).toEqual({ ratio: name, resolution });
    }));
    expect(namesFor({ width: 1920, height: 1080 }, { ...NAMED, resolutions: [] })).toEqual({ ratio: '16:9', resolution: undefined });
    expect(pixelsFor({ ratio: '16:9', resolution: '1K' }, NAMED)).toEqual({ width: 1365, height: 768 });
  });
});

test('a size that is not one of the model says why', () => {
  expect(sizeFault({ width: 1000, height: 1024 }, FREE)).toBe('size.not-a-multiple');
  expect(sizeFault({ width: 512, height: 512 }, FREE)).toBe('size.too-small');
  expect(sizeFault({ width: 3840, height: 3840 }, FREE)).toBe('size.too-large');
  expect(sizeFault({ width: 3200, height: 800 }, FREE)).toBe('size.too-narrow');
  expect(sizeFault({ ratio: '4:1' }, FREE)).toBe('size.too-narrow');
  expect(sizeFault({ ratio: '1:1', resolution: '3K' }, FREE)).toBe('size.unknown');
  expect(sizeFault({ ratio: 'wide' }, FREE)).toBe('size.unknown');
  expect(sizeFault({ ratio: '16:9', resolution: '4K' }, FREE)).toBeUndefined();
  expect(sizeFault({ width: 1024, height: 1023 }, FIXED)).toBe('size.not-listed');
  expect(sizeFault({ ratio: '16:9' }, FIXED)).toBe('size.not-listed');
  expect(sizeFault({ ratio: '3:2' }, FIXED)).toBeUndefined();
  expect(sizeFault({ width: 1024, height: 1024 }, NAMED)).toBe('size.unknown');
  expect(sizeFault({ ratio: '3:2' }, NAMED)).toBe('size.unknown');
  expect(sizeFault({ ratio: '16:9', resolution: '2K' }, NAMED)).toBe('size.unknown');
  expect(sizeFault({ ratio: '16:9', resolution: '4K' }, NAMED)).toBeUndefined();
});

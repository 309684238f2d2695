import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testBook, whiteTools } from '../test-book.ts';
import type { FilmShape } from '../types.ts';
import { between, blend, sampleFrame } from './camera.ts';
import { planTeaser } from './plan-teaser.ts';
import { writeTeaser } from './write-teaser.ts';

const FRAMES = [{ width: 1080, height: 1920 }, { width: 1080, height: 1080 }, { width: 480, height: 480 }];

describe('the plan', () => {
  test.each(['en', 'ja'] as const)('of the %s book starts with the cover and takes 8 to 20 seconds', async (language) => {
    const finished = await testBook(language);
    for (const frame of FRAMES) {
      const shots = planTeaser(finished, frame);
      expect(shots[0]!.page.role).toBe('cover');
      const seconds = shots.reduce((sum, shot) => sum + shot.seconds, 0);
      expect(seconds).toBeGreaterThanOrEqual(7.99);
      expect(seconds).toBeLessThanOrEqual(20);
      const order = shots.slice(1).map((shot) => finished.pages.flatMap((page) => page.laid.panels.map(({ id }) => id)).indexOf(shot.panel!.id));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(new Set(order).size).toBe(order.length);
      for (const shot of shots) for (const box of [shot.from, shot.to]) expect(box.width / box.height).toBeCloseTo(frame.width / frame.height, 5);
    }
    expect(planTeaser(finished, FRAMES[0]!)).toEqual(planTeaser(finished, FRAMES[0]!));
  });

  test('no caption is wider than the frame, and each is seen whole at some time', async () => {
    const finished = await testBook('en');
    for (const frame of FRAMES) {
      for (const shot of planTeaser(finished, frame).slice(1)) {
        for (const { box } of shot.page.lettered.bubbles.filter((bubble) => bubble.panelId === shot.panel!.id)) {
          const isSeen = Array.from({ length: 41 }, (_, i) => between(shot.from, shot.to, i / 40)).some((view) => box.x >= view.x - 1 && box.y >= view.y - 1 && box.x + box.width <= view.x + view.width + 1 && box.y + box.height <= view.y + view.height + 1);
          expect(isSeen).toBe(true);
        }
      }
    }
  });

  test('right-to-left books are travelled from the right', async () => {
    const finished = await testBook('ja');
    for (const shot of planTeaser(finished, FRAMES[0]!).slice(1)) expect(shot.to.x).toBeLessThanOrEqual(shot.from.x + shot.from.width * 0.05);
  });

  test('a book without pages is refused', async () => {
    const finished = await testBook('en');
    expect(() => planTeaser({ ...finished, pages: [] }, FRAMES[0]!)).toThrow(RangeError);
  });
});

describe('the camera', () => {
  const raster = { width: 4, height: 4, channels: 1 as const, data: Uint8Array.from({ length: 16 }, (_, i) => i * 16) };

  test('at rest gives the picture itself', () => {
    expect(sampleFrame(raster, { x: 0, y: 0, width: 4, height: 4 }, { width: 4, height: 4 })).toEqual(raster.data);
  });

  test('stays within the values of the picture wherever it looks', () => {
    fc.assert(fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }), (at, size) => {
      const frame = sampleFrame(raster, { x: at, y: -at, width: size, height: size }, { width: 3, height: 3 });
      expect(Math.max(...frame)).toBeLessThanOrEqual(240);
      expect(frame).toHaveLength(9);
    }), { numRuns: 100 });
  });

  test('blends from one frame to the other', () => {
    expect([...blend(Uint8Array.of(0, 200), Uint8Array.of(100, 0), 0.5)]).toEqual([50, 100]);
  });
});

test('every frame that was announced comes, each of the right size', async () => {
  const finished = await testBook('ja');
  let told: FilmShape | undefined;
  let count = 0;
  const steps: number[] = [];
  const [file] = await writeTeaser('gif', finished, {
    ...(await whiteTools()),
    async encodeFilm(shape, frames) {
      told = shape;
      for await (const frame of frames()) {
        expect(frame.length).toBe(shape.width * shape.height * shape.channels);
        count += 1;
      }
      return Uint8Array.of(1);
    },
  }, { dpi: 150, teaser: 'square', onProgress: (done) => steps.push(done) });
  expect(told).toMatchObject({ kind: 'gif', width: 480, height: 480, channels: 1 });
  expect(count).toBe(told!.frameCount);
  expect(steps.at(-1)).toBe(count);
  expect(file).toMatchObject({ name: '雨の駅-teaser.gif', mediaType: 'image/gif' });
}, 30_000);

test('without an encoder there is no teaser', async () => {
  await expect(writeTeaser('mp4', await testBook('en'), await whiteTools(), { dpi: 150 })).rejects.toThrow(RangeError);
});

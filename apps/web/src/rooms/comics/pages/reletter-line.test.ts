import type { LaidPanel } from '@komawari/comic/by-hand';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reletterLine } from './reletter-line.ts';

const frame = (id: string): LaidPanel[] => [{ id, polygon: [], bleed: { left: false, right: false, top: false, bottom: false }, box: { x: 0, y: 0, width: 1, height: 1 } }];

function makeLine() {
  const asked: string[] = [];
  const shown: string[] = [];
  const gates: { open: () => void; signal: AbortSignal }[] = [];
  const line = reletterLine<string>({
    set: (panels, isDrawnAnew, signal) => new Promise((resolve) => {
      const name = `${panels[0]?.id}${isDrawnAnew ? ' drawn' : ''}`;
      asked.push(name);
      gates.push({ open: () => resolve(name), signal });
    }),
    show: (letters) => shown.push(letters),
  });
  const answer = async () => {
    gates.shift()?.open();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { line, asked, shown, gates, answer };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

test('of the steps of a drag that wait only the newest is set', async () => {
  const { line, asked, shown, answer } = makeLine();
  for (const id of ['a', 'b', 'c']) line.want(frame(id));
  await answer();
  await answer();
  expect([asked, shown]).toEqual([['a', 'c'], ['a', 'c']]);
});

test('a hand that rests sees the letters upon the pictures as they will be drawn; the next step stops that', async () => {
  const { line, asked, shown, gates, answer } = makeLine();
  line.want(frame('a'));
  await answer();
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['a', 'a drawn']);
  line.want(frame('b'));
  expect(gates[0]?.signal.aborted).toBe(true);
  await answer();
  await answer();
  expect(shown).toEqual(['a', 'b']);
  await vi.advanceTimersByTimeAsync(1000);
  await answer();
  expect(shown).toEqual(['a', 'b', 'b drawn']);
});

test('a hand that let go needs no drawing, for the page itself comes; one that took it back needs nothing', async () => {
  const { line, asked, shown, answer } = makeLine();
  line.want(frame('a'));
  line.letGo();
  await answer();
  await vi.advanceTimersByTimeAsync(1000);
  expect([asked, shown]).toEqual([['a'], ['a']]);
  line.want(frame('b'));
  line.drop();
  await answer();
  expect(shown).toEqual(['a']);
});

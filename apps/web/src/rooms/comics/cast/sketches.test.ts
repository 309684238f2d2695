import { describe, expect, test, vi } from 'vitest';
import type { PlaceView } from '../../../engine/types.ts';
import { sketchLine, type Sketch } from './sketches.ts';

const place = (id: string): Sketch => ({ what: 'place', view: { id } as PlaceView });

function makeLine(kept?: number) {
  const asked: string[] = [];
  const gates: (() => void)[] = [];
  const dropped: string[] = [];
  const line = sketchLine({
    draw: (sketch) => new Promise((resolve, reject) => {
      const id = sketch.what === 'place' ? sketch.view.id : '';
      asked.push(id);
      gates.push(() => (id === 'bad' ? reject(new Error('no')) : resolve(new Blob([id]))));
    }),
    makeUrl: () => `url-${asked.length}`, dropUrl: (url) => dropped.push(url), nextFrame: () => Promise.resolve(), ...(kept === undefined ? {} : { kept }),
  });
  const settle = async () => {
    for (let i = 0; i < 40 && gates.length > 0; i++) {
      gates.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  return { line, asked, dropped, settle };
}

describe('the line of sketches', () => {
  test('draws each once, for all who want it, and tells at once what is there', async () => {
    const { line, asked, settle } = makeLine();
    const [first, second] = [vi.fn(), vi.fn()];
    line.want(place('a'), first);
    line.want(place('a'), second);
    await settle();
    expect(asked).toEqual(['a']);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
    const third = vi.fn();
    line.want(place('a'), third);
    expect(third).toHaveBeenCalledOnce();
    expect(line.peek(place('a'))).toBeDefined();
  });

  test('urgent ones overtake, and what is not wanted any more is not drawn', async () => {
    const { line, asked, settle } = makeLine();
    for (const id of ['a', 'b', 'c', 'd']) line.want(place(id), vi.fn());
    const leave = line.want(place('e'), vi.fn());
    line.want(place('big'), vi.fn(), true);
    leave();
    await settle();
    expect(asked).toEqual(['a', 'b', 'big', 'c', 'd']);
  });

  test('a drawing that fails holds nobody up, and may be asked for again', async () => {
    const { line, asked, settle } = makeLine();
    line.want(place('bad'), vi.fn());
    const done = vi.fn();
    line.want(place('a'), done);
    await settle();
    expect(done).toHaveBeenCalledOnce();
    line.want(place('bad'), vi.fn());
    expect(asked).toEqual(['bad', 'a', 'bad']);
  });

  test('forgets the oldest that nobody shows', async () => {
    const { line, dropped, settle } = makeLine(2);
    const leave = line.want(place('a'), vi.fn());
    for (const id of ['b', 'c', 'd']) line.want(place(id), vi.fn());
    await settle();
    expect(dropped).toEqual([]);
    leave();
    line.want(place('e'), vi.fn());
    await settle();
    expect(line.peek(place('a'))).toBeUndefined();
    expect(dropped).toHaveLength(1);
    expect(line.peek(place('b'))).toBeDefined();
  });
});

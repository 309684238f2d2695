/** Real fingers on a page: every touch goes through the browser's own input, one step a frame. */
import type { BrowserContext, Page } from 'playwright-core';

type Point = { x: number; y: number };
type What = 'touchStart' | 'touchMove' | 'touchEnd';
const STEPS = 8;

export type Fingers = {
  /** One finger from here to there, without a rest. */
  swipe(from: Point, to: Point): Promise<void>;
  /** One finger that presses until `isHeld` has come true, goes there, and lets go once `isThere`. */
  drag(from: Point, to: Point, wait: { isHeld(): Promise<unknown>; isThere?(): Promise<unknown> }): Promise<void>;
  /** Two fingers, one to each side of the middle, from so far off to so far. */
  pinch(middle: Point, fromPx: number, toPx: number): Promise<void>;
  /** Two taps where a hand would put them. */
  doubleTap(at: Point): Promise<void>;
};

export async function fingersOn(context: BrowserContext, page: Page): Promise<Fingers> {
  const input = await context.newCDPSession(page);
  const touch = (type: What, ...points: Point[]) => input.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  const frame = () => page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  const go = async (place: (share: number) => Point[]) => {
    for (let step = 1; step <= STEPS; step += 1) {
      await touch('touchMove', ...place(step / STEPS));
      await frame();
    }
  };
  const between = (from: Point, to: Point) => (share: number) => [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
  return {
    async swipe(from, to) {
      await touch('touchStart', from);
      await go(between(from, to));
      await touch('touchEnd');
    },
    async drag(from, to, { isHeld, isThere }) {
      await touch('touchStart', from);
      await isHeld();
      await go(between(from, to));
      await isThere?.();
      await touch('touchEnd');
    },
    async pinch({ x, y }, fromPx, toPx) {
      const pair = (px: number) => [{ x: x - px, y }, { x: x + px, y }];
      const [first] = pair(fromPx);
      if (first) await touch('touchStart', first);
      await touch('touchStart', ...pair(fromPx));
      await go((share) => pair(fromPx + (toPx - fromPx) * share));
      await touch('touchEnd');
    },
    async doubleTap(at) {
      // All at once: between two taps there is no time to wait for an answer.
      const near = { x: at.x + 2, y: at.y + 2 };
      await Promise.all([touch('touchStart', at), touch('touchEnd'), touch('touchStart', near), touch('touchEnd')]);
    },
  };
}

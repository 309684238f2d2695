/** How evenly the page editor moves under a hand: the frames of a drag beside those of the same page at rest. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { percentile } from '../measure.ts';

/** Frames of one kind of drag and of the same page at rest, measured in turn: ms from one picture to the next. */
export type DragFrames = { name: string; dragged: number[]; atRest: number[] };

const MOVES = 60;
const FRAME_MS = 1000 / 60;
const ROUNDS = 3;
const MAKING_MS = 300_000;
/** A frame is in time when at most a third of the next one has gone. */
const IN_TIME_MS = 20;

/** Our own story of the lighthouse, told so many times, drawn by the real engine: some 7 pages a chapter. */
export async function makeLongBook(context: BrowserContext, url: string, chapters: number): Promise<{ id: string; pages: number }> {
  const chapter = readFileSync(new URL('../../docs/samples/lighthouse.en.md', import.meta.url), 'utf8').replace(/^# .*$/m, '');
  const text = `# Evenings\n\n${Array.from({ length: chapters }, (_, i) => `## Chapter ${i + 1}\n${chapter}`).join('\n\n')}`;
  const made = await context.request.post(`${url}/api/v1/comics`, { data: { text, options: {} }, headers: { origin: url } });
  const { id } = (await made.json()) as { id: string };
  for (const until = Date.now() + MAKING_MS; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const comic = (await (await context.request.get(`${url}/api/v1/comics/${id}`)).json()) as { state: string; pages: unknown[] };
    if (comic.state === 'done') return { id, pages: comic.pages.length };
    if (!['queued', 'running'].includes(comic.state)) throw new Error(`the long book ended ${comic.state}`);
  }
  throw new Error('the long book was not made in time');
}

/** Opens nothing: `page` shows the page editor. Every drag ends with Escape, so the book stays as it is. */
export async function measureDrags(page: Page): Promise<DragFrames[]> {
  const drags: { name: string; begin: () => Promise<Point>; end: () => Promise<void> }[] = [
    { name: 'drag a gutter', begin: () => press(page, '.pe-gutter'), end: () => letGo(page) },
    { name: 'drag a bubble', begin: () => press(page, '.pe-bubble'), end: () => letGo(page) },
    {
      name: 'drag a picture in its frame',
      begin: async () => {
        await page.locator('.pe-panel').first().press('Enter');
        await page.locator('#pe-tab-picture').click();
        return press(page, '.pe-panel[data-pan=true]');
      },
      end: async () => {
        await letGo(page);
        await page.locator('#pe-tab-layout').click();
      },
    },
    {
      name: 'push the page about',
      begin: async () => {
        await page.locator('.pe-percent').click();
        await settled(page);
        await page.evaluate('document.activeElement?.blur()');
        await page.keyboard.down(' ');
        return press(page, '.pe-paper');
      },
      end: async () => {
        await page.mouse.up();
        await page.keyboard.up(' ');
        await page.keyboard.press('0');
      },
    },
  ];
  const found = drags.map(({ name }): DragFrames => ({ name, dragged: [], atRest: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, { begin, end }] of drags.entries()) {
      await settled(page);
      found[i]!.atRest.push(...(await framesWhile(page, () => page.waitForTimeout(MOVES * FRAME_MS))));
      const hand = await begin();
      found[i]!.dragged.push(...(await framesWhile(page, () => circle(page, hand))));
      await end();
    }
  }
  return found;
}

/** Share of frames that came in time. */
export function inTime(frames: readonly number[]): number {
  return frames.filter((ms) => ms <= IN_TIME_MS).length / frames.length;
}

export function p95(frames: readonly number[]): number {
  return percentile(frames, 0.95);
}

type Point = { x: number; y: number };

async function press(page: Page, selector: string): Promise<Point> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`nothing to take hold of: ${selector}`);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  return middle;
}

/** A small round with the pressed mouse, one step a frame: along and across, so that something moves whichever way it can. */
async function circle(page: Page, hand: Point): Promise<void> {
  for (let i = 1; i <= MOVES; i++) {
    const started = performance.now();
    const turn = (i / MOVES) * 2 * Math.PI;
    await page.mouse.move(hand.x + 24 * Math.sin(turn), hand.y + 24 * (1 - Math.cos(turn)));
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, FRAME_MS - (performance.now() - started))));
  }
}

async function letGo(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  await page.locator('.pe-stage[data-setting=false]').waitFor();
}

/** The gaps between the frames that the page was given while something was done. */
async function framesWhile(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(`(() => {
    const times = (window.__frames = []);
    const step = (time) => { times.push(time); window.__frame = requestAnimationFrame(step); };
    window.__frame = requestAnimationFrame(step);
  })()`);
  await act();
  const times = (await page.evaluate('cancelAnimationFrame(window.__frame), window.__frames')) as number[];
  return times.slice(1).map((time, i) => time - times[i]!);
}

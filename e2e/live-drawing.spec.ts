/** A comic watched while it is drawn: refreshed, seen twice, cut off, killed, paused; then its takes, in what is exported. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWebWhenNeeded } from '../scripts/build-web.mjs';
import { openBrowser } from './testing/program.ts';
import { realInstance, type RealInstance } from './testing/real-instance.ts';

const story = readFileSync(join(import.meta.dirname, '../docs/samples/umbrella.ja.md'), 'utf8');
/** A machine busy with other tests is slow, not wrong. */
const PATIENCE_MS = 120_000;

type Seen = { id: string; state: string; isPaused: boolean; revision: number; pagesRevision: number; panelStates: { id: string; page: number; picture: string | null }[]; pages: { number: number; picture: string | null }[]; files: { format: string; address: string; isOutdated: boolean }[] };
type Frame = { id: string; x: number; y: number; width: number; height: number };

describe.runIf(process.platform === 'linux')('live drawing', () => {
  let koma: RealInstance;
  let browser: Browser;
  let context: BrowserContext;
  let desk: Page;
  let id = '';
  const complaints: string[] = [];

  beforeAll(async () => {
    buildWebWhenNeeded();
    koma = await realInstance();
    await koma.start();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
    context.setDefaultTimeout(PATIENCE_MS);
    desk = await context.newPage();
    desk.on('pageerror', (error) => complaints.push(error.message));
    desk.on('console', (message) => { if (/Content Security Policy|Uncaught/i.test(message.text())) complaints.push(message.text()); });
    await desk.goto(address('/comics'));
  });
  afterAll(async () => {
    await browser?.close();
    await koma?.stop();
    koma?.remove();
  });

  const address = (path: string) => `http://127.0.0.1:${koma.port}${path}`;
  /** Asked as the page asks, with its session. */
  const ask = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const reply = await context.request.fetch(address(`/api/v1${path}`), { method, headers: { origin: address('') }, ...(body ? { data: body } : {}) });
    expect(reply.ok(), `${method} ${path}: ${reply.status()}`).toBe(true);
    return (await reply.json()) as Answer;
  };
  const read = () => ask<Seen>('GET', `/comics/${id}`);
  const drawn = async () => (await read()).panelStates.filter((panel) => panel.picture !== null).length;
  const until = async (what: string, isSo: () => Promise<boolean>) => {
    for (const end = Date.now() + PATIENCE_MS; !(await isSo().catch(() => false)); await new Promise((resolve) => setTimeout(resolve, 250))) if (Date.now() > end) throw new Error(`it never came to this: ${what}`);
  };
  const shownPictures = (page: Page) => page.locator('.wall-sheet').evaluateAll((images) => images.map((image) => image.getAttribute('src')));
  const isFinished = (page: Page) => page.getByRole('button', { name: /^(Read|Go on reading)/ }).first().waitFor();

  test('a refresh while the script is written shows what goes on', async () => {
    const made = await ask<{ id: string }>('POST', '/comics', { text: story.repeat(4), options: { language: 'ja' } });
    id = made.id;
    await desk.goto(address(`/comics/${id}`));
    await desk.locator('.status-strip').waitFor();
    await desk.reload();
    await desk.locator('.status-strip').waitFor();
  });

  test('a refresh in the middle keeps what is drawn, and the rest still appears by itself', async () => {
    await until('some panels are drawn', async () => (await drawn()) >= 6);
    await desk.reload();
    await desk.locator('.wall-slot[data-filled=true]').nth(5).waitFor();
    const before = await desk.locator('.wall-slot[data-filled=true]').count();
    expect(before).toBeGreaterThanOrEqual(6);
    await until('more appears without a refresh', async () => (await desk.locator('.wall-slot[data-filled=true]').count()) > before + 2);
  });

  test('a killed worker is started again and goes on; the page follows by itself', async () => {
    await koma.kill('worker');
    const before = await desk.locator('.wall-slot[data-filled=true]').count();
    await until('the drawing goes on', async () => (await desk.locator('.wall-slot[data-filled=true]').count()) > before + 2);
  });

  test('pausing stops it here, on a phone and after a refresh; the phone goes on', async () => {
    await desk.getByRole('button', { name: 'Pause' }).click();
    await desk.getByRole('button', { name: 'Go on drawing' }).waitFor();
    const paused = await drawn();
    expect(await read()).toMatchObject({ state: 'cancelled', isPaused: true });
    await desk.reload();
    await desk.getByText('Paused', { exact: true }).waitFor();
    const pocket = await browser.newContext({ storageState: await context.storageState(), viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'en-US' });
    pocket.setDefaultTimeout(PATIENCE_MS);
    const phone = await pocket.newPage();
    await phone.goto(address(`/comics/${id}`));
    await phone.getByText('Paused', { exact: true }).waitFor();
    expect(await drawn()).toBe(paused);
    expect(await phone.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await phone.getByRole('button', { name: 'Go on drawing' }).tap();
    await desk.getByRole('button', { name: 'Pause' }).waitFor();
    await pocket.close();
  });

  test('the whole program killed and started again: the page says so, waits, and goes on', async () => {
    await koma.kill('supervisor');
    await koma.start();
    await until('it is drawn to the end', async () => (await read()).state === 'done');
    await isFinished(desk);
  });

  test('a second tab and a refresh show the same pages', async () => {
    const second = await context.newPage();
    await second.goto(address(`/comics/${id}`));
    await isFinished(second);
    const comic = await read();
    expect(await second.locator('.wall-page').count()).toBe(comic.pages.length);
    await desk.reload();
    await isFinished(desk);
    expect(await shownPictures(second)).toEqual(await shownPictures(desk));
    await second.close();
  });

  const idle = () => until('nothing is being made', async () => { const comic = await read(); return comic.state === 'done' && comic.revision === comic.pagesRevision; });
  /** The pages as they are exported, by number. */
  const exported = async (): Promise<Map<number, Uint8Array>> => {
    await ask('POST', `/comics/${id}/exports`, { format: 'png', dpi: 50 });
    await until('the pages are written', async () => (await read()).files.some((file) => file.format === 'png' && !file.isOutdated));
    const file = (await read()).files.find((one) => one.format === 'png' && !one.isOutdated);
    const reply = await context.request.get(address(file?.address ?? ''));
    const names = Object.entries(unzipSync(await reply.body())).filter(([name]) => name.endsWith('.png')).toSorted(([a], [b]) => a.localeCompare(b));
    return new Map(names.map(([, bytes], index) => [index + 1, bytes]));
  };
  let panel: { id: string; page: number };

  test('a take asked for in words is adopted by a key, and the exported page shows it, and no other page changes', async () => {
    const before = await exported();
    const comic = await read();
    panel = comic.panelStates[3] as typeof panel;
    await desk.goto(address(`/comics/${id}/panels/${panel.id}`));
    await desk.locator('.takes-card').first().waitFor();
    await desk.keyboard.press('r');
    await desk.keyboard.type('extreme close-up, at night');
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: 'Put it on the page' }).and(desk.locator(':enabled')).waitFor();
    expect(await desk.locator('.chip').allTextContents()).toEqual(['Extreme close-up', 'Night']);
    expect((await read()).pages).toEqual(comic.pages);
    await desk.locator('.takes-card').last().focus();
    await desk.keyboard.press('a');
    await desk.getByText('The page shows this take').waitFor();
    await until('the page follows', async () => (await read()).revision > comic.revision);
    await idle();
    const after = await exported();
    const changed = [...after].filter(([number, bytes]) => !Buffer.from(bytes).equals(Buffer.from(before.get(number) ?? []))).map(([number]) => number);
    expect(changed).toEqual([panel.page]);
    await desk.reload();
    await desk.locator('.takes-card').nth(1).waitFor();
    expect(await desk.locator('.takes-card').count()).toBe(2);
  });

  test('a picture of one\'s own, cropped by keys, fills its panel in the export', async () => {
    const half = (background: string) => ({ create: { width: 400, height: 600, channels: 3 as const, background } });
    const picture = await sharp(half('#000')).extend({ right: 400, background: '#fff' }).png().toBuffer();
    await desk.locator('input[type=file]').setInputFiles({ name: 'halves.png', mimeType: 'image/png', buffer: picture });
    await desk.getByRole('button', { name: 'Put it on the page' }).and(desk.locator(':enabled')).click();
    await desk.getByText('The page shows this take').waitFor();
    await desk.getByRole('button', { name: 'Crop' }).click();
    await desk.locator('.crop-area').focus();
    for (let presses = 0; presses < 9; presses += 1) await desk.keyboard.press('+');
    for (let presses = 0; presses < 60; presses += 1) await desk.keyboard.press('ArrowRight');
    await desk.getByRole('button', { name: 'Use this part' }).click();
    await until('the page is up to date with the crop', async () => (await ask<{ book: { chapters: { scenes: { panels: { id: string; crop?: object }[] }[] }[] } }>('GET', `/comics/${id}/book`)).book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels)).find((one) => one.id === panel.id)?.crop !== undefined);
    await idle();
    const { pages } = await ask<{ pages: { number: number; width: number; panels: Frame[] }[] }>('GET', `/comics/${id}/reading`);
    const page = pages.find((one) => one.number === panel.page);
    const frame = page?.panels.find((one) => one.id === panel.id);
    if (!page || !frame) throw new Error('the panel has no frame');
    const raster = sharp(Buffer.from((await exported()).get(panel.page) ?? []));
    const scale = ((await raster.metadata()).width ?? 0) / page.width;
    const shades = [0.15, 0.5, 0.85].map(async (share) => {
      const { data } = await raster.clone().removeAlpha().extract({ left: Math.round((frame.x + frame.width * share) * scale), top: Math.round((frame.y + frame.height * 0.9) * scale), width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
      return (data[0] ?? 0) > 128 ? 'white' : 'black';
    });
    expect(await Promise.all(shades), 'the right half alone is left').toEqual(['white', 'white', 'white']);
  });

  test('nothing on the way broke the content policy or threw', () => expect(complaints).toEqual([]));
});

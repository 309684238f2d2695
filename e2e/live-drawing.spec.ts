/** A comic watched while it is made: refreshed, seen twice, cut off, killed and paused in every phase; then its takes, in what is exported. */
import { unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, PATIENCE_MS, sampleStory, type Journey } from './testing/journey.ts';
import { realInstance, type Part, type RealInstance } from './testing/real-instance.ts';

const story = sampleStory('umbrella.ja');
/** What a page hears of a server that is killed under it. */
const CUT = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_FAILED|ERR_SOCKET|Unable to preload|WebSocket connection|^50[234] /;

type Seen = { id: string; state: string; isPaused: boolean; revision: number; pagesRevision: number; panelStates: { id: string; page: number; picture: string | null }[]; pages: { number: number; picture: string | null }[]; files: { format: string; address: string; isOutdated: boolean }[] };
type Book = { bible: { cast: { id: string; look: object }[] }; chapters: { scenes: { panels: { id: string; crop?: object }[] }[] }[] };
type Frame = { id: string; x: number; y: number; width: number; height: number };

describe.runIf(process.platform === 'linux')('live drawing', () => {
  let koma: RealInstance;
  let journey: Journey;
  let context: BrowserContext;
  let desk: Page;
  let second: Page;
  let id = '';

  beforeAll(async () => {
    journey = await beginJourney({ excused: CUT, start: async () => {
      koma = await realInstance();
      await koma.start();
      return { url: `http://127.0.0.1:${koma.port}`, said: () => '', stop: () => koma.stop().then(koma.remove) };
    } });
    ({ context, page: desk } = journey);
    second = journey.watch(await context.newPage());
    // A guest is known from the first page on.
    await desk.goto(address('/comics'));
  });
  afterAll(() => journey?.close());

  const address = (path: string) => journey.url + path;
  const ask = <Answer>(method: string, path: string, body?: object) => journey.call<Answer>(method, path, body);
  const read = () => ask<Seen>('GET', `/comics/${id}`);
  const bookOf = async () => ask<{ book: Book; revision: number }>('GET', `/comics/${id}/book`);
  const drawn = async () => (await read()).panelStates.filter((panel) => panel.picture !== null).length;
  /** An answer that does not come while a part is down is no answer. */
  const until = async (what: string, isSo: () => Promise<boolean>) => {
    for (const end = Date.now() + PATIENCE_MS; !(await isSo().catch(() => false)); await new Promise((resolve) => setTimeout(resolve, 100))) if (Date.now() > end) throw new Error(`it never came to this: ${what}`);
  };
  /** Kills a part for sure, and waits until it has a successor. */
  const kill = async (part: Part) => {
    const before = koma.pidOf(part);
    expect(await koma.kill(part), `the ${part} lived`).toBe(true);
    await until(`the ${part} lives again`, async () => { const now = koma.pidOf(part); return now !== undefined && now !== before && (await fetch(address('/readyz'))).ok; });
  };
  const shownPictures = (page: Page) => page.locator('.wall-sheet').evaluateAll((images) => images.map((image) => image.getAttribute('src')));
  const isFinished = (page: Page) => page.getByRole('button', { name: /^(Read|Go on reading)/ }).first().waitFor();
  const isBusy = async () => ['queued', 'running'].includes((await read()).state);
  const isCurrent = async () => { const comic = await read(); return comic.state === 'done' && comic.revision === comic.pagesRevision; };
  const filled = (page: Page) => page.locator('.wall-slot[data-filled=true]').count();

  test('the script: worker and web are killed and the page refreshed while it is written; a second tab gets it by itself', async () => {
    ({ id } = await ask<{ id: string }>('POST', '/comics', { text: story.repeat(8), options: { language: 'ja' }, scriptOnly: true }));
    await second.goto(address(`/comics/${id}/script`));
    await desk.goto(address(`/comics/${id}`));
    await kill('worker');
    expect(await read(), 'it was killed in time').toMatchObject({ revision: 0 });
    await desk.reload();
    await kill('web');
    await second.locator('.script-panel').first().waitFor();
    await desk.getByRole('button', { name: /^Draw/ }).first().waitFor();
    expect(JSON.stringify((await bookOf()).book).split('あの店……').length - 1, 'nothing was written twice or left out').toBe(8);
  });

  test('a refresh in the middle keeps what is drawn, and the rest still appears by itself, in a second tab as well', async () => {
    // Long enough to be far from its end through all that follows, on a fast machine too.
    ({ id } = await ask<{ id: string }>('POST', '/comics', { text: story.repeat(16), options: { language: 'ja' } }));
    await desk.goto(address(`/comics/${id}`));
    await desk.locator('.status-strip').waitFor();
    await until('some panels are drawn', async () => (await drawn()) >= 6);
    await desk.reload();
    await desk.locator('.wall-slot[data-filled=true]').nth(5).waitFor();
    const before = await filled(desk);
    await second.goto(address(`/comics/${id}`));
    for (const page of [desk, second]) await until('more appears without a refresh', async () => (await filled(page)) > before + 2);
  });

  test.each(['worker', 'web'] as const)('a killed %s is started again and goes on; the page follows by itself', async (part) => {
    await kill(part);
    const before = await filled(desk);
    await until('the drawing goes on', async () => (await filled(desk)) > before + 1);
  });

  test('pausing stops it here, on a phone and after a refresh; the phone goes on', async () => {
    await desk.getByRole('button', { name: 'Pause' }).click();
    await desk.getByRole('button', { name: 'Go on drawing' }).waitFor();
    const paused = await drawn();
    expect(await read()).toMatchObject({ state: 'cancelled', isPaused: true });
    await desk.reload();
    await desk.getByText('Paused', { exact: true }).waitFor();
    const { context: pocket, page: phone } = await journey.openVisitor({ isSame: true, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await phone.goto(address(`/comics/${id}`));
    await phone.getByText('Paused', { exact: true }).waitFor();
    expect(await drawn()).toBe(paused);
    expect(await phone.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await phone.getByRole('button', { name: 'Go on drawing' }).tap();
    await desk.getByRole('button', { name: 'Pause' }).waitFor();
    await pocket.close();
  });

  test('a stop is heard at once: until it has ended, nothing else can be asked for', async () => {
    const stops = /\/api\/v1\/comics\/[^/]+\/cancel$/;
    // Answered, and nothing has ended yet.
    await desk.route(stops, (route) => route.fulfill({ status: 204 }));
    await Promise.all([desk.waitForResponse(stops), desk.getByRole('button', { name: 'Stop', exact: true }).click()]);
    await desk.getByText('Stopping …').waitFor();
    for (const name of ['Pause', 'Stop']) expect(await desk.getByRole('button', { name, exact: true }).getAttribute('aria-disabled'), name).toBe('true');
    expect(await isBusy(), 'it was stopped in time').toBe(true);
    await desk.unroute(stops);
    await ask('POST', `/comics/${id}/cancel`);
    await desk.getByText('Stopped. What is drawn stays.').waitFor();
    await desk.getByText('Stopping …').waitFor({ state: 'detached' });
    expect(await desk.getByText(/being drawn/).or(desk.getByLabel(/being drawn/)).count(), 'nothing is drawn any more, nor called so').toBe(0);
    expect(await desk.getByText(/^Page \d+, not finished$/).count()).toBeGreaterThan(0);
  });

  test('the whole program killed and started again: the page says so, waits, and goes on', async () => {
    await ask('DELETE', `/comics/${id}`);
    ({ id } = await ask<{ id: string }>('POST', '/comics', { text: story.repeat(3), options: { language: 'ja' } }));
    for (const page of [desk, second]) await page.goto(address(`/comics/${id}`));
    await until('some panels are drawn', async () => (await drawn()) >= 3);
    await koma.kill('supervisor');
    expect(await koma.start().then(isBusy), 'it was killed in time').toBe(true);
    await until('it is drawn to the end', async () => (await read()).state === 'done');
    await isFinished(desk);
  });

  test('a second tab and a refresh show the same pages', async () => {
    await isFinished(second);
    const comic = await read();
    expect(await second.locator('.wall-page').count()).toBe(comic.pages.length);
    await desk.reload();
    await isFinished(desk);
    expect(await shownPictures(second)).toEqual(await shownPictures(desk));
  });

  test('an update: worker and web are killed and the page refreshed while it runs; both tabs end with the new pages', async () => {
    const before = await shownPictures(second);
    const { book, revision } = await bookOf();
    const ops = book.bible.cast.map((person) => ({ op: 'set', kind: 'character', id: person.id, field: 'look', value: { ...person.look, hair: 'mohawk' } }));
    await ask('POST', `/comics/${id}/edits`, { clientId: 'live-drawing', clientSeq: 1, baseRevision: revision, ops });
    await ask('POST', `/comics/${id}/update`, { redraw: 'stale' });
    await until('it has begun', async () => (await read()).state === 'running');
    await kill('worker');
    await desk.reload();
    expect(await isBusy(), 'it was killed in time').toBe(true);
    await kill('web');
    await until('the update is over', isCurrent);
    for (const page of [desk, second]) await until('the new pages are shown', async () => { const now = await shownPictures(page); return now.length === before.length && now.filter((picture, index) => picture !== before[index]).length > before.length / 2; });
    expect(await shownPictures(second)).toEqual(await shownPictures(desk));
  });

  test('an export: worker and web are killed and the page refreshed while it is written; the file is there, whole, in both tabs', async () => {
    const [reply] = await Promise.all([desk.waitForResponse(/\/exports$/), desk.locator('[data-format=pdf]').click()]);
    const task = (await reply.json()) as { id: string };
    await until('it has begun', async () => (await ask<{ state: string }>('GET', `/tasks/${task.id}`)).state === 'running');
    await kill('worker');
    expect((await read()).files.filter(({ format }) => format === 'pdf'), 'it was killed in time').toEqual([]);
    await desk.reload();
    await kill('web');
    await until('the file is there', async () => (await read()).files.some(({ format }) => format === 'pdf'));
    for (const page of [desk, second]) await page.locator('.take-file', { hasText: '.pdf' }).first().waitFor();
    const file = await context.request.get(address((await read()).files.find(({ format }) => format === 'pdf')?.address ?? ''));
    expect((await file.body()).subarray(-1024).toString('latin1')).toContain('%%EOF');
  });

  const idle = () => until('nothing is being made', isCurrent);
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
    // Its pages are written three times: a shorter comic.
    id = await journey.makeComic(story.slice(0, 500), { language: 'ja' });
    const before = await exported();
    const comic = await read();
    panel = comic.panelStates[3] as typeof panel;
    await desk.goto(address(`/comics/${id}/panels/${panel.id}`));
    await desk.locator('.takes-card').first().waitFor();
    await desk.keyboard.press('r');
    await desk.keyboard.type('extreme close-up, at night');
    await desk.keyboard.press('Enter');
    await desk.locator('.takes-card').nth(1).and(desk.locator('[aria-pressed=true]')).waitFor();
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
    // Until it has come, the button speaks of another take.
    await desk.locator('.takes-card').nth(2).and(desk.locator('[aria-pressed=true]')).waitFor();
    await desk.getByRole('button', { name: 'Put it on the page' }).and(desk.locator(':enabled')).click();
    await desk.getByText('The page shows this take').waitFor();
    await desk.getByRole('button', { name: 'Crop' }).click();
    await desk.locator('.crop-area').focus();
    for (let presses = 0; presses < 9; presses += 1) await desk.keyboard.press('+');
    for (let presses = 0; presses < 60; presses += 1) await desk.keyboard.press('ArrowRight');
    await desk.getByRole('button', { name: 'Use this part' }).click();
    await until('the page is up to date with the crop', async () => (await bookOf()).book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels)).find((one) => one.id === panel.id)?.crop !== undefined);
    await idle();
    const { pages } = await ask<{ pages: { number: number; width: number; panels: Frame[] }[] }>('GET', `/comics/${id}/reading`);
    const page = pages.find((one) => one.number === panel.page);
    const frame = page?.panels.find((one) => one.id === panel.id);
    if (!page || !frame) throw new Error('the panel has no frame');
    const raster = sharp(Buffer.from((await exported()).get(panel.page) ?? []));
    const size = await raster.metadata();
    const scale = size.width / page.width;
    // What bleeds off the page is not in its picture.
    const [top, bottom] = [Math.max(0, Math.round(frame.y * scale)), Math.min(size.height, Math.round((frame.y + frame.height) * scale))];
    const [left, right] = [Math.max(0, frame.x * scale), Math.min(size.width, (frame.x + frame.width) * scale)];
    const shades = [0.15, 0.5, 0.85].map(async (share) => {
      // From top to bottom: a bubble may stand anywhere.
      const column = await raster.clone().removeAlpha().extract({ left: Math.round(left + (right - left) * share), top, width: 2, height: bottom - top }).png().toBuffer();
      return ((await sharp(column).stats()).channels[0]?.mean ?? 0) > 128 ? 'white' : 'black';
    });
    expect(await Promise.all(shades), 'the right half alone is left').toEqual(['white', 'white', 'white']);
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

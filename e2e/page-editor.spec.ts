import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, sampleStory, type Journey } from './testing/journey.ts';

const PAGE = 3;

type Book = { layout: { pages: { id: string; cut: unknown }[] }; chapters: { scenes: { panels: { id: string; lines: { id: string; letter?: unknown; text: Record<string, string> }[] }[] }[] }[] };

describe('a page on the desk', () => {
  let journey: Journey;
  let context: BrowserContext;
  let page: Page;
  let comicId = '';

  const book = async (): Promise<Book> => ((await (await context.request.get(`${journey.url}/api/v1/comics/${comicId}/book`)).json()) as { book: Book }).book;
  const panels = async () => (await book()).chapters.flatMap(({ scenes }) => scenes.flatMap((scene) => scene.panels));
  const open = async (one: Page) => {
    await one.goto(`${journey.url}/comics/${comicId}/pages/${PAGE}`);
    await one.locator('.pe-paper').waitFor();
    await settled(one);
  };
  const settled = async (one: Page) => {
    await one.waitForTimeout(300);
    await one.locator('.pe-stage[data-setting=false]').waitFor();
    await one.locator('.pe-state[data-state=saved]').waitFor({ state: 'attached' });
  };
  const take = async (one: Page, what: Locator, dx: number, dy: number) => {
    const box = (await what.boundingBox())!;
    await one.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await one.mouse.down();
    await one.mouse.move(box.x + box.width / 2 + dx / 2, box.y + box.height / 2 + dy / 2);
    await one.mouse.move(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy);
    await one.waitForTimeout(80);
  };

  beforeAll(async () => {
    journey = await beginJourney({ excused: /ERR_FAILED .*line-kind/ });
    ({ context, page } = journey);
    comicId = await journey.makeComic(sampleStory('lighthouse.en'), { panels: 12, format: 'manga-b5' });
    await open(page);
  });

  afterAll(() => journey?.close());

  test('a gutter is dragged, kept, and taken back', async () => {
    await take(page, page.locator('.pe-gutter').first(), 25, 25);
    await page.mouse.up();
    await settled(page);
    expect((await book()).layout.pages).toHaveLength(1);
    await page.keyboard.press('Control+z');
    await settled(page);
    expect((await book()).layout.pages).toHaveLength(0);
  });

  test('Escape in the middle of a drag changes nothing', async () => {
    await take(page, page.locator('.pe-gutter').first(), 25, 25);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await settled(page);
    expect((await book()).layout.pages).toHaveLength(0);
  });

  test('by keys alone: a gutter, a bubble, its words', async () => {
    await page.locator('.pe-gutter').first().focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowRight']) await page.keyboard.press(key);
    await settled(page);
    expect((await book()).layout.pages).toHaveLength(1);
    const bubble = page.locator('.pe-bubble').first();
    const lineId = (await bubble.getAttribute('data-line'))!;
    await bubble.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await settled(page);
    const line = (await panels()).flatMap((panel) => panel.lines).find(({ id }) => id === lineId);
    expect(line?.letter).toHaveProperty('en.at');
    await bubble.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Typed on the page.');
    await page.keyboard.press('Escape');
    await settled(page);
    expect((await panels()).flatMap((panel) => panel.lines).find(({ id }) => id === lineId)?.text['en']).toBe('Typed on the page.');
  });

  test('offline in the middle of a drag: said, kept, and sent later; the page stays under the hand', async () => {
    const paper = async () => [await page.locator('.pe-stage').boundingBox(), await page.locator('.pe-paper').boundingBox()];
    const lying = await paper();
    await take(page, page.locator('.pe-gutter').first(), 8, 10);
    await context.setOffline(true);
    await page.mouse.up();
    const said = page.locator('.pe-state[data-state=offline]');
    await said.getByText('Offline. Your work is kept here and goes out later.').waitFor();
    expect(await said.getAttribute('role')).toBe('status');
    expect(await page.locator('.offline-bar').isVisible()).toBe(false);
    expect(await paper()).toEqual(lying);
    await page.locator('.pe-stage[data-setting=false]').waitFor();
    const before = await page.locator('.pe-panel').first().getAttribute('style');
    // The way comes back while a hand holds a gutter.
    await take(page, page.locator('.pe-gutter').first(), 6, 6);
    await context.setOffline(false);
    await said.waitFor({ state: 'detached' });
    expect(await paper()).toEqual(lying);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await settled(page);
    expect(await page.locator('.pe-panel').first().getAttribute('style')).toBe(before);
    expect(await paper()).toEqual(lying);
  });

  test('turned to without a way to the server, a page says so, and lays itself once the way is back', async () => {
    await open(page);
    const { pages } = await journey.call<{ pages: { number: number; panels: unknown[] }[] }>('GET', `/comics/${comicId}/reading`);
    const next = pages.find((one) => one.number !== PAGE && one.panels.length > 0)!.number;
    await context.setOffline(true);
    await page.locator('.pe-thumb').nth(next - 1).click();
    await page.locator('.pe-state[data-state=offline]').waitFor();
    await page.locator('.pe-stage').getByText('The server does not answer').waitFor();
    expect(await page.locator('.pe-paper').count(), 'the page before does not lie under the new address').toBe(0);
    expect(await page.locator('.pe-number').textContent()).toMatch(new RegExp(`^${next} /`));
    await context.setOffline(false);
    await page.locator(`.pe-paper[data-page="${next}"]`).waitFor();
    await settled(page);
  });

  test('pictures of choices that could not be fetched are never shown broken, and come by themselves', async () => {
    const pictures = /\/line-kind\//;
    await context.route(pictures, (route) => route.abort('internetdisconnected'));
    await open(page);
    await page.getByRole('tab', { name: 'Bubble' }).click();
    await page.locator('.pe-line').first().click();
    const cards = page.locator('.pe-tool .card');
    await cards.nth(5).locator('.tone').waitFor();
    expect(await cards.locator('img').count()).toBe(0);
    await context.unroute(pictures);
    await cards.nth(5).locator('img').waitFor();
    await expect.poll(() => cards.locator('img').evaluateAll((images) => images.filter((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0).length)).toBe(6);
    await page.getByRole('tab', { name: 'Layout' }).click();
  });

  test('two tabs on one gutter end with the same page; a panel deleted under a dragged bubble breaks nothing', async () => {
    const other = journey.watch(await context.newPage());
    await open(other);
    await take(page, page.locator('.pe-gutter').first(), 12, 14);
    await take(other, other.locator('.pe-gutter').first(), -12, -14);
    await page.mouse.up();
    await other.mouse.up();
    await settled(page);
    await settled(other);
    await page.waitForTimeout(1000);
    expect((await book()).layout.pages).toHaveLength(1);
    const boxes = (one: Page) => one.locator('.pe-panel').evaluateAll((all) => all.map((panel) => panel.getAttribute('style')));
    expect(await boxes(page)).toEqual(await boxes(other));
    const lineId = (await page.locator('.pe-bubble').first().getAttribute('data-line'))!;
    const panelId = (await panels()).find(({ lines }) => lines.some(({ id }) => id === lineId))!.id;
    await take(page, page.locator('.pe-bubble').first(), 20, 20);
    await other.evaluate(async ([comic, panel]) => {
      const { revision } = (await (await fetch(`/api/v1/comics/${comic}/book`)).json()) as { revision: number };
      await fetch(`/api/v1/comics/${comic}/edits`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ clientId: 'tab-deletes-it', clientSeq: 1, baseRevision: revision, ops: [{ op: 'remove', kind: 'panel', id: panel }] }) });
    }, [comicId, panelId]);
    await page.waitForTimeout(1500);
    await page.mouse.up();
    await settled(page);
    expect(await page.locator(`.pe-panel[data-panel="${panelId}"]`).count()).toBe(0);
    expect((await panels()).some(({ id }) => id === panelId)).toBe(false);
    await other.close();
    expect(journey.complaints).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rest } from './pages/look.ts';
import { fingersOn } from './testing/fingers.ts';
import { beginJourney, PATIENCE_MS, sampleStory, type Journey } from './testing/journey.ts';

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Whatever fades or slides has come to its end. */
const STILL = "document.getAnimations().every((one) => one.playState !== 'running')";

type Reading = { title: string; format: string; pages: { number: number; picture: string | null; preview: string | null; panels: { id: string }[] }[]; place: { page: number; mode: string | null } | null };

describe('the reader', () => {
  let journey: Journey;
  let page: Page;
  let comicId = '';
  let token = '';

  /** Asked from outside: the page's own policy forbids to look at a sentence again and again within it. */
  const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 100 });
  const openReader = async (one: Page, search = '') => {
    await one.goto(`${journey.url}/comics/${comicId}/read${search}`);
    await one.locator('.reader-page img').first().waitFor();
  };
  const reading = () => journey.call<Reading>('GET', `/comics/${comicId}/reading`);
  const violations = async (one: Page): Promise<string[]> => {
    await one.evaluate(axeScript);
    return one.evaluate<string[]>("window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 120)))");
  };

  beforeAll(async () => {
    journey = await beginJourney({ context: { viewport: { width: 1280, height: 800 } } });
    page = journey.page;
    comicId = await journey.makeComic(sampleStory('umbrella.ja'), { direction: 'rtl' });
    token = (await journey.call<{ token: string }>('POST', `/comics/${comicId}/share`)).token;
  });
  afterAll(() => journey?.close());

  test('a right-to-left book turns to the left, in every mode, by keys alone', async () => {
    await openReader(page, '?page=2');
    expect(await page.locator('.reader-page').count()).toBe(2);
    expect(await page.locator('.r-spread').getAttribute('dir')).toBe('rtl');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/page=4/);
    await page.keyboard.press('Shift+Space');
    await page.waitForURL(/page=2/);
    await page.keyboard.press('d');
    await poll(() => page.locator('.reader-page').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/page=3/);
    await page.keyboard.press('g');
    const camera = page.locator('.r-camera');
    await camera.waitFor();
    const first = await camera.getAttribute('data-panel');
    await page.keyboard.press(' ');
    await poll(() => camera.getAttribute('data-panel')).not.toBe(first);
    expect(await page.locator('.r-light').getAttribute('data-on')).toBe('true');
    expect(await page.locator('[role=status]', { hasText: /panel 2 of/ }).count()).toBe(1);
    await page.keyboard.press('t');
    await page.getByRole('region', { name: 'The whole text' }).waitFor();
    expect(await page.locator('.r-line').count()).toBeGreaterThan(10);
    await page.keyboard.press('t');
    await page.locator('.r-full-text').waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.locator('.r-full-text').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.r-full-text').waitFor({ state: 'detached' });
    expect(await camera.isVisible()).toBe(true);
  });

  test('the server keeps the place; behind the last page lies the end', async () => {
    await openReader(page, '?page=4');
    await page.locator('input[name=reading-mode]').first().dispatchEvent('click');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/page=5/);
    await poll(async () => (await reading()).place).toMatchObject({ page: 5, mode: 'single' });
    await openReader(page);
    await page.getByText('You stopped at page 5.').waitFor();
    await page.getByRole('button', { name: 'From the beginning' }).click();
    await page.waitForURL(/page=1/);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('heading', { name: 'The end' }).waitFor();
    expect(await page.getByRole('link', { name: 'Download' }).getAttribute('href')).toContain('downloads-title');
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.waitForURL(/page=1/);
    await page.keyboard.press('Escape');
    await page.waitForURL(new RegExp(`/comics/${comicId}$`));
  });

  test('a tab that is closed on the turn of a page has still kept its place', async () => {
    const { context, page: tab } = await journey.openVisitor({ isSame: true });
    await openReader(tab, '?page=2');
    await tab.keyboard.press('ArrowLeft');
    await tab.waitForURL(/page=[34]/);
    const page = Number(new URL(tab.url()).searchParams.get('page'));
    await tab.close({ runBeforeUnload: true });
    await poll(async () => (await reading()).place).toMatchObject({ page });
    await context.close();
  });

  test('the keys are told over the book and can be changed there; Escape closes only them', async () => {
    await openReader(page, '?page=2');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const held = () => page.evaluate<string>("document.activeElement.getAttribute('aria-label') ?? document.activeElement.className");
    await page.keyboard.press('?');
    await list.waitFor();
    expect((await list.locator('.shortcut-word').allInnerTexts()).slice(0, 4)).toEqual(['Turn to the left', 'Turn to the right', 'First page', 'Last page']);
    expect(await list.locator('.shortcut', { hasText: 'Closer' }).locator('.kbd').innerText()).toBe('+');
    expect(await list.locator('.shortcut', { hasText: 'Close the reader' }).locator('.kbd').innerText()).toBe('Esc');
    // The book below hears nothing.
    await page.keyboard.press('t');
    await page.keyboard.press('ArrowLeft');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect(await page.locator('.r-full-text').count()).toBe(0);
    expect(await held()).toContain('r-stage');
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');

    await page.getByRole('button', { name: 'Keyboard shortcuts' }).focus();
    await page.keyboard.press('Enter');
    const left = list.getByRole('button', { name: /^Change the keys of: Turn to the left/ });
    await left.press('Enter');
    await page.keyboard.press('Escape');
    await left.press('Enter');
    await page.keyboard.press('k');
    await poll(() => left.innerText()).toMatch(/K$/);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect(await held()).toBe('Keyboard shortcuts');
    await page.keyboard.press('k');
    await page.waitForURL(/page=[34]/);
    await page.keyboard.press('?');
    await list.getByRole('button', { name: 'As before' }).click();
    await list.getByRole('button', { name: 'Close', exact: true }).click();
    await list.waitFor({ state: 'detached' });
  });

  test('a cover says its title once to those who listen', async () => {
    await openReader(page, '?page=1');
    const { title } = await reading();
    const told = await page.locator('.reader-page figcaption').first().textContent();
    expect(told?.split(title)).toHaveLength(2);
  });

  test('no violation in any mode, light or dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await openReader(page, '?page=3');
      for (const keys of [['d'], ['g'], ['t']]) {
        for (const key of keys) await page.keyboard.press(key);
        await rest(page, 100);
        await poll(() => page.evaluate<boolean>(STILL)).toBe(true);
        expect(await violations(page), `${colorScheme} after ${keys.join()}`).toEqual([]);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('on a phone a swipe turns, two taps look closer, one tap brings the bars', async () => {
    const { context, page: hand } = await journey.openVisitor({ isSame: true, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
    const fingers = await fingersOn(context, hand);
    await openReader(hand, '?page=2');
    // Page by page, however the same reader read before.
    await hand.locator('input[name=reading-mode]').first().dispatchEvent('click');
    await fingers.swipe({ x: 120, y: 400 }, { x: 260, y: 402 });
    await hand.waitForURL(/page=3/);
    // A swipe from the edge of the screen is the system's: only the second one turns.
    await fingers.swipe({ x: 4, y: 400 }, { x: 160, y: 402 });
    await fingers.swipe({ x: 120, y: 400 }, { x: 260, y: 402 });
    await hand.locator('.r-place', { hasText: '4 /' }).waitFor({ state: 'attached' });
    await hand.waitForURL(/page=4/);
    await fingers.doubleTap({ x: 180, y: 380 });
    await hand.locator('.r-stage[data-zoomed=true]').waitFor();
    await fingers.doubleTap({ x: 180, y: 380 });
    await hand.locator('.r-stage[data-zoomed=false]').waitFor();
    await hand.locator('.r-room[data-chrome=false]').waitFor();
    await hand.touchscreen.tap(180, 380);
    await hand.locator('.r-room[data-chrome=true]').waitFor();
    expect(await hand.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await context.close();
  });

  test('a page that fails says so in its place and comes back', async () => {
    let isBroken = true;
    await page.route('**/pictures/**', (route) => (isBroken ? route.abort('internetdisconnected') : route.continue()));
    await page.goto(`${journey.url}/comics/${comicId}/read?page=6`);
    const retry = page.getByRole('button', { name: 'Try again' }).first();
    await retry.waitFor();
    isBroken = false;
    await retry.click();
    await page.locator('.r-picture').first().waitFor();
    await page.unroute('**/pictures/**');
  });

  test('a book of 300 pages keeps few pictures at a time, in pages and in a strip', async () => {
    const whole = await reading();
    const long = { ...whole, place: null, pages: Array.from({ length: 300 }, (_, index) => ({ ...whole.pages[index % whole.pages.length], number: index + 1 })) };
    await page.route(/\/reading(\?.*)?$/, (route) => (route.request().method() === 'GET' ? route.fulfill({ json: long }) : route.fulfill({ json: {} })));
    await openReader(page, '?page=1');
    const pictures = () => page.evaluate<number>("document.querySelectorAll('.reader img').length");
    const heapBytes = () => page.evaluate<number>('performance.memory.usedJSHeapSize');
    for (let turn = 0; turn < 20; turn += 1) await page.keyboard.press('ArrowLeft');
    const early = await heapBytes();
    for (let turn = 0; turn < 120; turn += 1) await page.keyboard.press('ArrowLeft');
    expect(await pictures()).toBeLessThanOrEqual(4);
    expect((await heapBytes()) - early).toBeLessThan(40_000_000);
    await page.locator('input[name=reading-mode]').nth(2).dispatchEvent('click');
    await page.locator('.r-strip').waitFor();
    for (const share of [0.1, 0.5, 0.9]) {
      await page.evaluate(`document.querySelector('.r-strip').scrollTop = document.querySelector('.r-strip').scrollHeight * ${share}`);
      await rest(page, 200);
      expect(await pictures()).toBeLessThanOrEqual(16);
    }
    await page.unroute(/\/reading(\?.*)?$/);
  });

  test('whoever has the link reads, also in a page of somebody else, until it is taken back', async () => {
    const { context, page: visit } = await journey.openVisitor({ viewport: { width: 900, height: 900 } });
    await visit.goto(`${journey.url}/read/${token}`);
    await visit.locator('.reader-page img').first().waitFor();
    expect(await violations(visit)).toEqual([]);
    await visit.keyboard.press('ArrowLeft');
    await poll(() => visit.evaluate<number>(`JSON.parse(localStorage.getItem('koma.read.${token}') ?? '{}').page`)).toBe(2);
    await visit.reload();
    await visit.getByText('You stopped at page 2.').waitFor();
    // Nothing closes a book that stands alone, and Escape closes only what lies over it.
    await visit.keyboard.press('?');
    await visit.locator('.r-keys').waitFor();
    for (let times = 0; times < 3; times += 1) await visit.keyboard.press('Escape');
    await visit.locator('.r-keys').waitFor({ state: 'detached' });
    await visit.locator('.reader-page img').first().waitFor();
    expect(await visit.locator('.reader[open]').count()).toBe(1);

    await visit.route('http://foreign.example/', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>A blog</title><iframe src="${journey.url}/embed/${token}" width="640" height="800"></iframe>` }));
    await visit.goto('http://foreign.example/');
    const frame = visit.frameLocator('iframe');
    await frame.locator('.reader-page img').first().waitFor();
    await frame.getByRole('button', { name: 'Keyboard shortcuts' }).press('?');
    await frame.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Turn to the left', { exact: true }).waitFor();

    await journey.call('DELETE', `/comics/${comicId}/share`);
    await visit.goto(`${journey.url}/read/${token}`);
    await visit.getByRole('heading', { name: 'This link leads nowhere any more' }).waitFor();
    await context.close();
  });

  test.each([['zh-CN', '键盘快捷键', '向左翻'], ['ja', 'キーボードショートカット', '左へめくる']])('the keys are told in %s', async (locale, title, left) => {
    const { context, page: visit } = await journey.openVisitor({ isSame: true, locale });
    await openReader(visit, '?page=2');
    // By the focus: bars that have faded take no press of the mouse.
    await visit.getByRole('button', { name: title }).press('Enter');
    expect(await visit.getByRole('dialog', { name: title }).locator('.shortcut-word').first().innerText()).toBe(left);
    await context.close();
  });

  test('files are made with their choices; after a change the pages are updated first', async () => {
    await page.goto(`${journey.url}/comics/${comicId}`);
    await page.locator('.take-choices summary').click();
    await page.getByText('Bleed and marks').click();
    const [print] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.locator('[data-format=pdf]').click()]);
    expect(print.suggestedFilename()).toMatch(/-print\.pdf$/);
    const { revision, book: { id: bookId } } = await journey.call<{ revision: number; book: { id: string } }>('GET', `/comics/${comicId}/book`);
    await journey.call('POST', `/comics/${comicId}/edits`, { clientId: 'reader-test', clientSeq: 1, baseRevision: revision, ops: [{ op: 'set', kind: 'book', id: bookId, field: 'author', value: '青木 空' }] });
    await page.reload();
    await page.getByText('Update and make').first().waitFor();
    const [bound] = await Promise.all([page.waitForEvent('download', { timeout: 180_000 }), page.locator('[data-format=cbz]').click()]);
    expect(bound.suggestedFilename()).toMatch(/\.cbz$/);
    expect(readFileSync(await bound.path()).subarray(0, 2).toString()).toBe('PK');
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

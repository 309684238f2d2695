import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWebWhenNeeded } from '../scripts/build-web.mjs';
import { openBrowser, startProgram, type RunningProgram } from './testing/program.ts';

const story = readFileSync(join(import.meta.dirname, '../docs/samples/umbrella.ja.md'), 'utf8');
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE_MS = 45_000;

type Reading = { title: string; format: string; pages: { number: number; picture: string | null; preview: string | null; panels: { id: string }[] }[]; place: { page: number; mode: string | null } | null };

describe('the reader', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let comicId = '';
  let token = '';
  const complaints: string[] = [];

  const api = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const reply = await context.request.fetch(`${program.url}/api/v1${path}`, { method, ...(body ? { data: body } : {}), headers: { origin: program.url } });
    expect(reply.ok(), `${method} ${path}: ${reply.status()}`).toBe(true);
    return (await reply.json()) as T;
  };
  const watch = (one: Page) => {
    one.on('pageerror', (error) => complaints.push(error.message));
    one.on('console', (message) => { if (/Content Security Policy|Uncaught/i.test(message.text())) complaints.push(message.text()); });
    return one;
  };
  const openReader = async (one: Page, search = '') => {
    await one.goto(`${program.url}/comics/${comicId}/read${search}`);
    await one.locator('.reader-page img').first().waitFor();
  };
  const violations = async (one: Page): Promise<string[]> => {
    await one.evaluate(axeScript);
    return one.evaluate<string[]>("window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 120)))");
  };

  beforeAll(async () => {
    buildWebWhenNeeded();
    program = await startProgram();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', acceptDownloads: true });
    context.setDefaultTimeout(PATIENCE_MS);
    page = watch(await context.newPage());
    comicId = (await api<{ id: string }>('POST', '/comics', { text: story, options: { direction: 'rtl' } })).id;
    for (const until = Date.now() + 120_000; (await api<{ state: string }>('GET', `/comics/${comicId}`)).state !== 'done';) {
      if (Date.now() > until) throw new Error('the comic was not made');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    token = (await api<{ token: string }>('POST', `/comics/${comicId}/share`)).token;
  });

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  test('a right-to-left book turns to the left, in every mode, by keys alone', async () => {
    await openReader(page, '?page=2');
    expect(await page.locator('.reader-page').count()).toBe(2);
    expect(await page.locator('.r-spread').getAttribute('dir')).toBe('rtl');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/page=4/);
    await page.keyboard.press('Shift+Space');
    await page.waitForURL(/page=2/);
    await page.keyboard.press('d');
    await page.waitForFunction("document.querySelectorAll('.reader-page').length === 1");
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/page=3/);
    await page.keyboard.press('g');
    const camera = page.locator('.r-camera');
    await camera.waitFor();
    const first = await camera.getAttribute('data-panel');
    await page.keyboard.press(' ');
    await page.waitForFunction(`document.querySelector('.r-camera')?.dataset.panel !== ${JSON.stringify(first)}`);
    expect(await page.locator('.r-light').getAttribute('data-on')).toBe('true');
    expect(await page.locator('[role=status]', { hasText: /panel 2 of/ }).count()).toBe(1);
    await page.keyboard.press('t');
    await page.getByRole('region', { name: 'The whole text' }).waitFor();
    expect(await page.locator('.r-line').count()).toBeGreaterThan(10);
    await page.keyboard.press('t');
  });

  test('the server keeps the place; behind the last page lies the end', async () => {
    await openReader(page, '?page=4');
    await page.locator('input[name=reading-mode]').first().dispatchEvent('click');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/page=5/);
    await page.waitForFunction(`fetch('/api/v1/comics/${comicId}/reading').then((reply) => reply.json()).then(({ place }) => place?.page === 5 && place.mode === 'single')`, undefined, { polling: 500 });
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

  test('no violation in any mode, light or dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await openReader(page, '?page=3');
      for (const keys of [['d'], ['g'], ['t']]) {
        for (const key of keys) await page.keyboard.press(key);
        await page.waitForTimeout(600);
        expect(await violations(page), `${colorScheme} after ${keys.join()}`).toEqual([]);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('on a phone a swipe turns, two taps look closer, one tap brings the bars', async () => {
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, storageState: await context.storageState(), locale: 'en-US' });
    phone.setDefaultTimeout(PATIENCE_MS);
    const hand = watch(await phone.newPage());
    await openReader(hand, '?page=2');
    const touch = await phone.newCDPSession(hand);
    const swipe = async (fromX: number, toX: number) => {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: fromX, y: 400 }] });
      for (const share of [0.3, 0.6, 1]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: fromX + (toX - fromX) * share, y: 402 }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(120, 260);
    await hand.waitForURL(/page=3/);
    await swipe(4, 160);
    await hand.waitForTimeout(400);
    expect(hand.url(), 'a swipe from the edge of the screen is the system\'s').toMatch(/page=3/);
    await hand.touchscreen.tap(180, 380);
    await hand.waitForTimeout(80);
    await hand.touchscreen.tap(182, 382);
    await hand.locator('.r-stage[data-zoomed=true]').waitFor();
    await hand.touchscreen.tap(180, 380);
    await hand.waitForTimeout(80);
    await hand.touchscreen.tap(182, 382);
    await hand.locator('.r-stage[data-zoomed=false]').waitFor();
    await hand.locator('.r-room[data-chrome=false]').waitFor();
    await hand.touchscreen.tap(180, 380);
    await hand.locator('.r-room[data-chrome=true]').waitFor();
    expect(await hand.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await phone.close();
  });

  test('a page that fails says so in its place and comes back', async () => {
    let isBroken = true;
    await page.route('**/pictures/**', (route) => (isBroken ? route.abort() : route.continue()));
    await page.goto(`${program.url}/comics/${comicId}/read?page=6`);
    const retry = page.getByRole('button', { name: 'Try again' }).first();
    await retry.waitFor();
    isBroken = false;
    await retry.click();
    await page.locator('.r-picture').first().waitFor();
    await page.unroute('**/pictures/**');
  });

  test('a book of 300 pages keeps few pictures at a time, in pages and in a strip', async () => {
    const whole = await api<Reading>('GET', `/comics/${comicId}/reading`);
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
      await page.waitForTimeout(500);
      expect(await pictures()).toBeLessThanOrEqual(16);
    }
    await page.unroute(/\/reading(\?.*)?$/);
  });

  test('whoever has the link reads, also in a page of somebody else, until it is taken back', async () => {
    const stranger = await browser.newContext({ locale: 'en-US', viewport: { width: 900, height: 900 } });
    stranger.setDefaultTimeout(PATIENCE_MS);
    const visit = watch(await stranger.newPage());
    await visit.goto(`${program.url}/read/${token}`);
    await visit.locator('.reader-page img').first().waitFor();
    expect(await violations(visit)).toEqual([]);
    await visit.keyboard.press('ArrowLeft');
    // The place is kept when the reader has rested on it.
    await visit.waitForTimeout(1800);
    await visit.reload();
    await visit.getByText('You stopped at page 2.').waitFor();

    await visit.route('http://foreign.example/', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>A blog</title><iframe src="${program.url}/embed/${token}" width="640" height="800"></iframe>` }));
    await visit.goto('http://foreign.example/');
    await visit.frameLocator('iframe').locator('.reader-page img').first().waitFor();

    await api('DELETE', `/comics/${comicId}/share`);
    await visit.goto(`${program.url}/read/${token}`);
    await visit.getByRole('heading', { name: 'This link leads nowhere any more' }).waitFor();
    await stranger.close();
  });

  test('files are made with their choices; after a change the pages are updated first', async () => {
    await page.goto(`${program.url}/comics/${comicId}`);
    await page.locator('.take-choices summary').click();
    await page.getByText('Bleed and marks').click();
    const [print] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.locator('[data-format=pdf]').click()]);
    expect(print.suggestedFilename()).toMatch(/-print\.pdf$/);
    const { revision, book: { id: bookId } } = await api<{ revision: number; book: { id: string } }>('GET', `/comics/${comicId}/book`);
    await api('POST', `/comics/${comicId}/edits`, { clientId: 'reader-test', clientSeq: 1, baseRevision: revision, ops: [{ op: 'set', kind: 'book', id: bookId, field: 'author', value: '青木 空' }] });
    await page.reload();
    await page.getByText('Update and make').first().waitFor();
    const [bound] = await Promise.all([page.waitForEvent('download', { timeout: 180_000 }), page.locator('[data-format=cbz]').click()]);
    expect(bound.suggestedFilename()).toMatch(/\.cbz$/);
    expect(readFileSync(await bound.path()).subarray(0, 2).toString()).toBe('PK');
  });

  test('nothing on the way broke the content policy or threw', () => expect(complaints).toEqual([]));
});

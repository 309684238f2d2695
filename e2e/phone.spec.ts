/** The main job on a phone of 360 x 740, by touch alone: sample, comic, script, reading, file. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWebWhenNeeded } from '../scripts/build-web.mjs';
import { openBrowser, startProgram, type RunningProgram } from './testing/program.ts';
import { rest, sidewaysPx } from './pages/look.ts';

const PATIENCE_MS = 90_000;

describe('a phone', () => {
  let program: RunningProgram;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    buildWebWhenNeeded();
    program = await startProgram();
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, locale: 'en-US', acceptDownloads: true });
    context.setDefaultTimeout(PATIENCE_MS);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  /** Everything that can be tapped is 40 px high and wide, or stands in a line of text. */
  const smallTargets = async (): Promise<string[]> => (await page.evaluate(`[...document.querySelectorAll('button, [role=button], input[type=checkbox], input[type=radio], select, a.button, summary')].filter((one) => {
    if (one.closest('[inert], .unseen, [aria-hidden=true]') || getComputedStyle(one).visibility === 'hidden') return false;
    const target = one.matches('input') ? one.closest('label') ?? one : one;
    const { width, height } = target.getBoundingClientRect();
    return width > 0 && height > 0 && (height < 39.5 || width < 39.5);
  }).map((one) => one.outerHTML.slice(0, 120))`)) as string[];
  const check = async (where: string) => {
    await rest(page, 300);
    expect(await sidewaysPx(page), `${where} is wider than the screen`).toBe(0);
    expect(await smallTargets(), `${where} has targets too small for a thumb`).toEqual([]);
  };

  test('a sample becomes a comic', async () => {
    await page.goto(program.url);
    await check('home');
    await page.goto(`${program.url}/new`);
    await check('the desk');
    await page.locator('.sample').first().tap();
    await expect.poll(() => page.locator('#story').inputValue(), { timeout: PATIENCE_MS }).not.toBe('');
    await page.getByRole('button', { name: 'Make the comic' }).first().tap();
    await page.waitForURL(/\/comics\/comic_\w+$/);
    await page.getByRole('link', { name: 'Read' }).or(page.getByRole('button', { name: 'Read' })).first().waitFor();
    await check('the overview');
  });

  test('its script is changed by touch', async () => {
    await page.goto(`${page.url().split('?')[0]}/script`);
    const line = page.locator('[id^="script-line-"]').first();
    await page.locator('.script-panel').first().waitFor();
    // Rows are made when they come near the screen.
    await page.evaluate('scrollBy(0, 420)');
    await line.waitFor();
    await line.tap();
    await line.press('End');
    await line.pressSequentially(' So it was.');
    await page.locator('.save-state[data-saving=saved]').waitFor();
    await check('the script');
  });

  test('it is read by tapping and swiping', async () => {
    const comic = page.url().replace(/\/script.*/, '');
    await page.goto(`${comic}/read?page=1`);
    await rest(page);
    const at = () => page.evaluate('location.search');
    const first = await at();
    const touch = await context.newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: from, y: 370 }] });
      for (let i = 1; i <= 6; i += 1) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from + ((to - from) * i) / 6, y: 370 }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const direction = await page.evaluate(`fetch('/api/v1' + location.pathname.replace('/read', '/reading')).then((answer) => answer.json()).then((comic) => comic.direction)`);
    await (direction === 'rtl' ? swipe(90, 280) : swipe(280, 90));
    await expect.poll(at, { timeout: PATIENCE_MS }).not.toBe(first);
    expect(await sidewaysPx(page)).toBe(0);
  });

  test('it is brought up to date and taken away as a PDF', async () => {
    await page.goto(page.url().replace(/\/read.*/, ''));
    const update = page.getByRole('button', { name: /^Update/ }).first();
    await update.tap();
    await update.waitFor({ state: 'detached' });
    const row = page.locator('li, .download').filter({ hasText: 'PDF' }).first();
    await row.getByRole('button').first().tap();
    const file = row.getByRole('link').first();
    await file.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), file.tap()]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    expect(complaints).toEqual([]);
  });
});

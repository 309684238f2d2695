import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, sampleStory, type Journey } from './testing/journey.ts';

const story = sampleStory('lighthouse.en', 1500);
const shots = process.env['KOMA_SHOTS'];
const SIZES = [[360, 780], [1280, 900], [1920, 1080]] as const;

describe('a first comic', () => {
  let journey: Journey;
  let context: BrowserContext;
  let page: Page;
  let comicUrl = '';

  beforeAll(async () => {
    journey = await beginJourney();
    ({ context, page } = journey);
  });

  afterAll(() => journey?.close());

  test('an empty sheet says what it needs, and what is typed survives a reload', async () => {
    await page.goto(journey.url);
    await page.getByRole('link', { name: 'Begin with your story' }).click();
    await page.getByRole('button', { name: 'Make the comic' }).click();
    expect(await page.locator('#story-fault').innerText()).toContain('Paste a story first');
    await page.locator('#story').fill(story);
    await page.reload();
    expect(await page.locator('#story').inputValue()).toBe(story);
  });

  test('panels appear on their pages, one after the other, until the book is finished', async () => {
    await page.getByRole('button', { name: 'Make the comic' }).click();
    await page.waitForURL(/\/comics\/comic_\w+$/);
    comicUrl = page.url();
    await page.locator('.wall-panel').first().waitFor();
    const place = await page.locator('.wall-panel').first().evaluate((panel) => {
      const box = panel.getBoundingClientRect();
      const paper = panel.parentElement?.getBoundingClientRect();
      return paper ? { isInside: box.top >= paper.top - 5 && box.bottom <= paper.bottom + 5, share: box.width / paper.width } : undefined;
    });
    expect(place?.isInside).toBe(true);
    expect(place?.share).toBeGreaterThan(0.1);
    await page.getByRole('button', { name: 'Read', exact: true }).waitFor({ timeout: 120_000 });
    expect(await page.locator('.wall-page img').count()).toBeGreaterThan(4);
    expect(await page.getByText('storyboard', { exact: true }).count()).toBeGreaterThan(0);
  });

  test('the reader turns pages by key, keeps the place, and says what is on the page', async () => {
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    const reader = page.getByRole('dialog');
    await reader.locator('.reader-page').first().waitFor();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/page=2/);
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/page=4/);
    expect(await reader.locator('.reader-page').count()).toBe(2);
    expect(await reader.locator('figcaption').first().textContent()).toMatch(/\w/);
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/page=2/);
    await page.keyboard.press('Escape');
    await page.waitForURL(comicUrl);
    await page.getByRole('button', { name: 'Go on reading, page 2' }).waitFor();
  });

  test('the PDF is written and downloaded', async () => {
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.locator('[data-format=pdf]').click()]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('the shelf shows the cover; a deleted comic comes back', async () => {
    await page.goto(`${journey.url}/comics`);
    await page.locator('.shelf-cover img').waitFor();
    await page.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.shelf-cover img').waitFor();
  });

  test('no size, theme or language breaks a line', async () => {
    if (shots !== undefined) mkdirSync(shots, { recursive: true });
    const state = await context.storageState();
    for (const locale of ['en-US', 'zh-CN']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        // Every pair for the pictures; two pairs cross both for the test.
        if (shots === undefined && (locale === 'en-US') !== (colorScheme === 'light')) continue;
        const { context: view, page: visit } = await journey.openVisitor({ storageState: { ...state, origins: [] }, locale, colorScheme });
        for (const [width, height] of SIZES) {
          await visit.setViewportSize({ width, height });
          for (const [name, address, mark] of [['home', '/', '.home-lead'], ['new', '/new', '.sheet'], ['book', new URL(comicUrl).pathname, '.downloads'], ['reader', `${new URL(comicUrl).pathname}?page=4`, '.reader-page img'], ['shelf', '/comics', '.shelf-cover img']] as const) {
            await visit.goto(journey.url + address);
            await visit.locator(mark).first().waitFor();
            expect(await visit.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'), `${name} at ${width}, ${locale}`).toBeLessThanOrEqual(0);
            expect(await visit.evaluate<string>('document.documentElement.dataset.theme')).toBe(colorScheme);
            if (shots !== undefined) await visit.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}-${locale}.png`) });
          }
        }
        await view.close();
      }
    }
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

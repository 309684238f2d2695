// `npm run bench -- web [--json]`: what a first visit loads, Lighthouse of the public pages, the time
// from a press to a picture, and the frames of the page editor under a hand.
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../e2e/testing/program.ts';
import { openEyes, rest, visit } from '../../e2e/pages/look.ts';
import { buildSite, pagesOf, type Site } from '../../e2e/pages/site.ts';
import { buildWebWhenNeeded } from '../../scripts/build-web.mjs';
import { rootDir } from '../../scripts/find-node.mjs';
import { atLeast, atMost, median, report, type Figure } from '../measure.ts';
import { measureFirstLoad } from './bundle-size.ts';
import { inTime, makeLongBook, measureDrags, p95 } from './editor-frames.ts';
import { slowDown, timeInteraction, type Interaction } from './interactions.ts';
import { CATEGORIES, openLighthouse, scoreOf } from './lighthouse.ts';

const SCRIPT_LIMIT_KB = 180;
const STYLE_LIMIT_KB = 25;
const SCORE_GOAL = 95;
const SHIFT_LIMIT = 0.02;
const PRESS_LIMIT_MS = 100;
/** Frames of a drag that come in time, beside those of the same page at rest. */
const IN_TIME_LEAST = 0.9;
const CHAPTERS_OF_40_PAGES = 6;
const kb = (bytes: number) => Math.round(bytes / 100) / 10;

buildWebWhenNeeded();
const site = await buildSite();
try {
  const load = measureFirstLoad(join(rootDir, 'apps/web/dist'));
  const figures: Figure[] = [
    atMost('script of the first load, gzip', 'KB', kb(load.scriptBytes), { name: 'limit', value: SCRIPT_LIMIT_KB }, 1),
    atMost('style of the first load, gzip', 'KB', kb(load.styleBytes), { name: 'limit', value: STYLE_LIMIT_KB }, 1),
  ];
  const orientation: Record<string, string | number> = {};
  figures.push(...(await lighthouseFigures(site, orientation)));
  figures.push(...(await interactionsOf(site)).map(({ name, ms }) => atMost(`${name}, 4x slower`, 'ms', ms, { name: 'limit', value: PRESS_LIMIT_MS }, 1)));
  figures.push(...(await dragFigures(site, orientation)));
  report('web', figures, orientation, process.argv.includes('--json'));
} finally {
  await site.close();
}

async function lighthouseFigures(of: Site, orientation: Record<string, string | number>): Promise<Figure[]> {
  const browser = await openLighthouse(findBrowser());
  const lowest = Object.fromEntries(CATEGORIES.map((category) => [category, 100])) as Record<(typeof CATEGORIES)[number], number>;
  let shift = 0;
  try {
    for (const page of pagesOf(of).filter((one) => one.isPublic)) {
      const scores = await scoreOf(browser, of.url + page.path, { runs: 3, formFactor: 'desktop' });
      for (const category of CATEGORIES) lowest[category] = Math.min(lowest[category], scores[category]);
      shift = Math.max(shift, scores.layoutShift);
      orientation[`Lighthouse ${page.name}`] = CATEGORIES.map((category) => scores[category]).join(' / ');
    }
  } finally {
    await browser.close();
  }
  return [
    // As distance from 100, so that less is better, as with all others.
    ...CATEGORIES.map((category) => atMost(`Lighthouse, ${category}: points missing on the worst public page`, 'points', 100 - lowest[category], { name: 'limit', value: 100 - SCORE_GOAL }, 1)),
    atMost('layout shift of the worst public page', '', shift, { name: 'limit', value: SHIFT_LIMIT }, 1),
  ];
}

/** With the machine's own processor: what is compared is the same page in the same run, moved and at rest. */
async function dragFigures(of: Site, orientation: Record<string, string | number>): Promise<Figure[]> {
  const browser = await launch();
  try {
    const context = await openEyes(browser, of, 'owner', { width: 1280, height: 800, theme: 'light', language: 'en' });
    const book = await makeLongBook(context, of.url, CHAPTERS_OF_40_PAGES);
    const page = await context.newPage();
    await page.goto(`${of.url}/comics/${book.id}/pages/${Math.round(book.pages / 2)}`);
    await page.locator('.pe-art img').first().waitFor({ timeout: 60_000 });
    await rest(page);
    const drags = await measureDrags(page);
    orientation['pages of the book in the editor'] = book.pages;
    for (const { name, dragged, atRest } of drags) orientation[`${name}: ms a frame, median and p95`] = `${median(dragged).toFixed(1)} / ${p95(dragged).toFixed(1)}, at rest ${median(atRest).toFixed(1)} / ${p95(atRest).toFixed(1)}`;
    return drags.map(({ name, dragged, atRest }) => atLeast(`${name}: frames in time`, 'of 1', inTime(dragged), { name: 'the page at rest', value: inTime(atRest) }, IN_TIME_LEAST));
  } finally {
    await browser.close();
  }
}

function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
}

async function interactionsOf(of: Site): Promise<Interaction[]> {
  const browser = await launch();
  const context = await openEyes(browser, of, 'owner', { width: 1280, height: 800, theme: 'light', language: 'en' });
  const page = await context.newPage();
  await slowDown(context, page);
  const found: Interaction[] = [];
  const time = async (name: string, act: () => Promise<unknown>) => found.push(await timeInteraction(page, name, act));
  const at = async (name: string) => {
    const wanted = pagesOf(of).find((one) => one.name === name && one.who === 'owner');
    if (wanted) await visit(page, of, wanted);
    await rest(page);
  };
  try {
    await page.goto(`${of.url}/new`);
    await rest(page);
    await time('type into the story', () => page.locator('#story').pressSequentially('The rain stopped. ', { delay: 60 }));
    await time('open the command palette', () => page.keyboard.press('Control+K'));
    await page.keyboard.press('Escape');
    await at('script');
    const line = page.locator('textarea, [contenteditable=true]').first();
    await line.click();
    await time('type into a line of the script', () => line.pressSequentially('Well then', { delay: 60 }));
    await at('cast-person');
    await page.getByRole('tab', { name: 'Who', exact: true }).click();
    const name = page.getByLabel('Name', { exact: true });
    await name.click();
    await time('give one of the cast another name', async () => {
      await name.pressSequentially('s', { delay: 60 });
      await name.press('Enter');
    });
    await at('reader');
    await time('turn a page', () => page.keyboard.press('ArrowRight'));
    await at('comics');
    await time('search the shelf', () => page.locator('input[type=search], input').first().pressSequentially('light', { delay: 60 }));
  } finally {
    await browser.close();
  }
  return found;
}

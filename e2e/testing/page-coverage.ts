/** Which lines of the web app the journeys reach. Only under `npm test`, which says where to put it (`KOMA_COVER_PAGES`). */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

const folder = process.env['KOMA_COVER_PAGES'];
const open = new Map<Page, () => Promise<void>>();

/**
 * Begins to count on this page; what was counted is written before the page, its context or its browser is closed, and before
 * it goes elsewhere: the browser forgets the scripts of a page that it left.
 */
function coverPage(page: Page): void {
  const start = () => page.coverage.startJSCoverage().then(() => true, () => false);
  let isCounting = start();
  const write = async () => {
    if (!(await isCounting) || page.isClosed()) return;
    // A page that crashed or was thrown away by its test has nothing to tell.
    const entries = await page.coverage.stopJSCoverage().catch(() => []);
    const scripts = entries.map(({ url, functions }) => ({ path: new URL(url).pathname, functions })).filter(({ path }) => path.startsWith('/assets/'));
    mkdirSync(folder ?? '', { recursive: true });
    if (scripts.length > 0) writeFileSync(join(folder ?? '', `${randomUUID()}.json`), JSON.stringify(scripts));
  };
  const takeAndGoOn = async () => {
    await write();
    isCounting = start();
  };
  const take = async () => {
    open.delete(page);
    await write();
  };
  open.set(page, take);
  beforeClose(page, take);
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...to) => {
    await takeAndGoOn();
    return goto(...to);
  };
  page.reload = async (...how) => {
    await takeAndGoOn();
    return reload(...how);
  };
}

/** Counts on every page of a browser. */
export function coverBrowser(browser: Browser): Browser {
  if (folder === undefined) return browser;
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.on('page', coverPage);
    beforeClose(context, () => keepCoverage((page) => page.context() === context));
    return context;
  };
  beforeClose(browser, () => keepCoverage((page) => page.context().browser() === browser));
  return browser;
}

async function keepCoverage(isWanted: (page: Page) => boolean): Promise<void> {
  await Promise.all([...open].filter(([page]) => isWanted(page)).map(([, take]) => take()));
}

function beforeClose(thing: { close(options?: object): Promise<void> }, first: () => Promise<void>): void {
  const close = thing.close.bind(thing);
  thing.close = async (options) => {
    await first();
    await close(options);
  };
}

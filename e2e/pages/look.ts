/** Opens a page of the site as somebody sees it, and waits until it has come to rest. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PageOfSite, Site } from './site.ts';

export type Eyes = { width: number; height: number; theme: 'light' | 'dark'; language: 'en' | 'zh-CN' | 'ja' };

export async function openEyes(browser: Browser, site: Site, who: PageOfSite['who'], eyes: Eyes): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: eyes.width, height: eyes.height }, locale: eyes.language, colorScheme: eyes.theme, reducedMotion: 'reduce', hasTouch: eyes.width < 600, deviceScaleFactor: 1,
  });
  if (who === 'owner') await site.signIn(context);
  return context;
}

export async function visit(page: Page, site: Site, wanted: PageOfSite & { open?: (page: Page) => Promise<void> }): Promise<void> {
  await page.goto(site.url + wanted.path, { waitUntil: 'load' });
  await page.locator('main h1, main h2, main [role=alert], main form, main article, .reader, .embed').filter({ visible: true }).first().waitFor({ timeout: 60_000 }).catch(() => undefined);
  if (wanted.ready) await page.locator(wanted.ready).first().waitFor({ timeout: 60_000 });
  await rest(page);
  if (!wanted.open) return;
  await wanted.open(page);
  await rest(page);
}

/** Pictures loaded, fonts there, and nothing has moved for a moment. */
export async function rest(page: Page, quietMs = 500): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 20_000 }).catch(() => undefined);
  await page.evaluate(`(${UNTIL_QUIET})(${quietMs})`);
}

/** Runs in the page: resolves when the document has not changed for `ms`, or after eight seconds. */
const UNTIL_QUIET = `async (ms) => {
  await document.fonts.ready;
  await new Promise((resolve) => {
    let timer = setTimeout(resolve, ms);
    const end = setTimeout(resolve, 8000);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => { clearTimeout(end); resolve(); }, ms);
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
  });
}`;

/** How many px the page is wider than its window: 0 where nothing has to be scrolled sideways. */
export async function sidewaysPx(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}

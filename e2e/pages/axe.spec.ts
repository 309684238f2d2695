import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWebWhenNeeded } from '../../scripts/build-web.mjs';
import { openBrowser } from '../testing/program.ts';
import { openEyes, sidewaysPx, visit, type Eyes } from './look.ts';
import { openStatesOf } from './open-states.ts';
import { buildSite, pagesOf, type Site } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Violation = { id: string; nodes: { target: string[]; failureSummary?: string }[] };

describe('every page and what opens over it', () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    buildWebWhenNeeded();
    site = await buildSite();
    browser = await openBrowser();
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const EYES: Eyes[] = [
    { width: 1280, height: 800, theme: 'light', language: 'en' }, { width: 1280, height: 800, theme: 'dark', language: 'zh-CN' },
    { width: 360, height: 740, theme: 'light', language: 'zh-CN' }, { width: 360, height: 740, theme: 'dark', language: 'ja' },
  ];
  test.each(EYES)('has nothing that axe objects to, and no sideways scrolling ($width, $theme, $language)', async (eyes) => {
    const found: string[] = [];
    for (const who of ['nobody', 'owner'] as const) {
      const context = await openEyes(browser, site, who, eyes);
      const page = await context.newPage();
      page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => { if (/Content Security Policy/i.test(message.text())) found.push(`${page.url()}: ${message.text()}`); });
      for (const one of [...pagesOf(site), ...openStatesOf(site)].filter((candidate) => candidate.who === who)) {
        await visit(page, site, one);
        // By the debugger: the page's own rules for scripts stay in force.
        await page.evaluate(axe);
        // Guards that hand the focus on at once are hidden from readers and reached by Tab on purpose.
        const violations = (await page.evaluate('axe.run({ exclude: ["[data-base-ui-focus-guard]"] }, { resultTypes: ["violations"] }).then((result) => result.violations)')) as Violation[];
        found.push(...violations.map((violation) => `${one.name}: ${violation.id} ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`));
        const wide = await sidewaysPx(page);
        if (wide > 0) found.push(`${one.name}: ${wide} px wider than the window`);
      }
      await context.close();
    }
    expect(found).toEqual([]);
  }, 600_000);
});

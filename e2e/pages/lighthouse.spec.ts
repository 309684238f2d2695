import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLighthouse, scoreOf, type LighthouseBrowser } from '../../bench/web/lighthouse.ts';
import { measureFirstLoad } from '../../bench/web/bundle-size.ts';
import { join } from 'node:path';
import { buildWebWhenNeeded } from '../../scripts/build-web.mjs';
import { findBrowser } from '../testing/program.ts';
import { buildSite, pagesOf, type Site } from './site.ts';

describe('public pages', () => {
  let site: Site;
  let browser: LighthouseBrowser;
  beforeAll(async () => {
    buildWebWhenNeeded();
    site = await buildSite();
    browser = await openLighthouse(findBrowser());
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('load at most 180 KB of script and 25 KB of style at first', () => {
    const { scriptBytes, styleBytes } = measureFirstLoad(join(import.meta.dirname, '../../apps/web/dist'));
    expect(scriptBytes).toBeLessThanOrEqual(180_000);
    expect(styleBytes).toBeLessThanOrEqual(25_000);
  });

  test('have 95 points or more of Lighthouse in all four', async () => {
    const found: string[] = [];
    for (const page of pagesOf(site).filter((one) => one.isPublic)) {
      const scores = await scoreOf(browser, site.url + page.path, { runs: 3, formFactor: 'desktop' });
      const { layoutShift, faults, ...categories } = scores;
      const low = Object.entries(categories).filter(([, score]) => score < 95).map(([category, score]) => `${category} ${score}`);
      if (low.length > 0 || layoutShift >= 0.02) found.push(`${page.name}: ${low.join(', ')} shift ${layoutShift.toFixed(3)} (${faults.slice(0, 6).join('; ')})`);
    }
    expect(found).toEqual([]);
  }, 900_000);
});

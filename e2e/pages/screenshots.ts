/**
 * `npm run shots [-- --only NAME,NAME] [--sizes 360,1280] [--to DIR]`: every page and what opens over it in three widths, both themes, zh and en, as PNG
 * into an ignored folder, to be looked at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWebWhenNeeded } from '../../scripts/build-web.mjs';
import { openBrowser } from '../testing/program.ts';
import { openEyes, sidewaysPx, visit, type Eyes } from './look.ts';
import { openStatesOf } from './open-states.ts';
import { buildSite, pagesOf } from './site.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, sizes: { type: 'string', default: '360,1280,1920' }, themes: { type: 'string', default: 'light,dark' }, languages: { type: 'string', default: 'en,zh-CN' }, to: { type: 'string', default: join(import.meta.dirname, '../../shots') }, viewport: { type: 'boolean', default: false } } });
const HEIGHTS: Record<string, number> = { 360: 740, 1280: 800, 1920: 1080 };

buildWebWhenNeeded();
const site = await buildSite();
const browser = await openBrowser();
const wanted = [...pagesOf(site), ...openStatesOf(site)].filter((page) => values.only === undefined || values.only.split(',').includes(page.name));
try {
  for (const size of values.sizes.split(',')) for (const theme of values.themes.split(',') as Eyes['theme'][]) for (const language of values.languages.split(',') as Eyes['language'][]) {
    const folder = join(values.to, `${size}-${theme}-${language}`);
    mkdirSync(folder, { recursive: true });
    for (const who of ['nobody', 'owner'] as const) {
      const context = await openEyes(browser, site, who, { width: Number(size), height: HEIGHTS[size] ?? 900, theme, language });
      const page = await context.newPage();
      for (const one of wanted.filter((candidate) => candidate.who === who)) {
        await visit(page, site, one);
        const wide = await sidewaysPx(page);
        if (wide > 0) console.log(`${size}-${theme}-${language} ${one.name}: ${wide} px too wide`);
        await page.screenshot({ path: join(folder, `${one.name}.png`), fullPage: !values.viewport });
      }
      await context.close();
    }
    console.log(folder);
  }
} finally {
  await browser.close();
  await site.close();
}

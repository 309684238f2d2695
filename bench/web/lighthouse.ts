/** Lighthouse's four scores of a page, best of some runs: one run on a busy machine says little about speed. */
import lighthouse from 'lighthouse';
import { chromium, type Browser } from 'playwright-core';
import { freePort } from '../../e2e/testing/program.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];
/** 0 to 100. */
export type Scores = Record<Category, number> & { layoutShift: number; faults: string[] };

export type LighthouseBrowser = { port: number; close(): Promise<void> };

export async function openLighthouse(executablePath: string): Promise<LighthouseBrowser> {
  const port = await freePort();
  const browser: Browser = await chromium.launch({ executablePath, args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  return { port, close: () => browser.close() };
}

/** `formFactor` as Lighthouse means it: a slow phone, or a desktop. */
export async function scoreOf(browser: LighthouseBrowser, url: string, options: { runs: number; formFactor: 'mobile' | 'desktop' }): Promise<Scores> {
  const best: Scores = { performance: 0, accessibility: 0, 'best-practices': 0, seo: 0, layoutShift: Infinity, faults: [] };
  for (let run = 0; run < options.runs && (run === 0 || best.performance < 95); run += 1) {
    const isDesktop = options.formFactor === 'desktop';
    const result = await lighthouse(url, {
      port: browser.port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES], formFactor: options.formFactor,
      screenEmulation: isDesktop ? { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false } : { mobile: true, width: 412, height: 823, deviceScaleFactor: 1.75, disabled: false },
      throttling: isDesktop ? { rttMs: 40, throughputKbps: 10_240, cpuSlowdownMultiplier: 1, requestLatencyMs: 0, downloadThroughputKbps: 0, uploadThroughputKbps: 0 } : { rttMs: 150, throughputKbps: 1638, cpuSlowdownMultiplier: 4, requestLatencyMs: 0, downloadThroughputKbps: 0, uploadThroughputKbps: 0 },
    });
    const lhr = result?.lhr;
    if (!lhr) throw new Error(`Lighthouse gave nothing for ${url}`);
    for (const category of CATEGORIES) best[category] = Math.max(best[category], Math.round((lhr.categories[category]?.score ?? 0) * 100));
    best.layoutShift = Math.min(best.layoutShift, lhr.audits['cumulative-layout-shift']?.numericValue ?? Infinity);
    best.faults = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative').map((audit) => `${audit.id} ${audit.displayValue ?? ''}`.trim());
  }
  return best;
}

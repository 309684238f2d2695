/** How long the browser takes from a press to the next picture, on a processor slowed down four times. */
import type { BrowserContext, Page } from 'playwright-core';

export type Interaction = { name: string; /** Slowest of the events it caused, ms; Event Timing rounds to 8. */ ms: number };

/** Slows the page's processor and begins to watch its events. Call before the page is loaded. */
export async function slowDown(context: BrowserContext, page: Page, rate = 4): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.addInitScript(`
    window.__events = [];
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.__events.push(entry.duration); }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  `);
}

/** Does something as a user would, and tells the slowest event of it. Below 16 ms nothing is told and 16 stands for it. */
export async function timeInteraction(page: Page, name: string, act: () => Promise<unknown>): Promise<Interaction> {
  await page.evaluate('window.__events = []');
  await act();
  await page.waitForTimeout(400);
  const durations = (await page.evaluate('window.__events')) as number[];
  return { name, ms: Math.max(16, ...durations) };
}

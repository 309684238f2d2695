import { beforeAll, describe, expect, test } from 'vitest';
import type { Painters } from '../draw/types.ts';
import { listPanels } from '../model/book.ts';
import { pictureBox } from '../page/art-page.ts';
import { drawPanelOf } from './draw-panel-of.ts';
import { planPages } from './plan-pages.ts';
import { scriptBook } from './script-book.ts';
import { slantedTop } from './slanted-top.ts';
import { sampleStory, testPainters } from './test-story.ts';

const panel = (left: number, right: number) => ({ polygon: [{ x: 10, y: left }, { x: 110, y: right }, { x: 110, y: 300 }, { x: 10, y: 280 }] });

test('a slanted upper edge is known at every x, a level one is none', () => {
  const top = slantedTop(panel(20, 60), { x: 10, y: 20 })!;
  expect([-50, 0, 50, 100, 400].map(top)).toEqual([0, 0, 20, 40, 40]);
  expect(slantedTop(panel(60, 20), { x: 10, y: 20 })!(25)).toBe(30);
  expect(slantedTop(panel(20, 22), { x: 10, y: 20 })).toBeUndefined();
});

let painters: Painters;
beforeAll(async () => {
  painters = await testPainters();
});

describe('no slanted frame cuts a head off', () => {
  test.each(['lighthouse.en', 'last-bus.zh', 'umbrella.ja'] as const)('%s', async (name) => {
    let slanted = 0;
    for (const format of ['manga-b5', 'us-comic', 'square'] as const) {
      const book = scriptBook(await sampleStory(name), { format });
      const plan = planPages(book);
      for (const laid of plan.pages.flatMap((page) => page.panels)) {
        const top = slantedTop(laid, pictureBox(laid));
        const { shot, tilt } = listPanels(book).find(({ id }) => id === laid.id)!;
        // Close-ups crop on purpose.
        if (!top || shot.endsWith('close-up') || tilt !== 0) continue;
        slanted++;
        for (const { id, headBox } of drawPanelOf(painters, book, plan, laid.id).people) {
          const cut = top(headBox.x + headBox.width / 2) - headBox.y;
          expect(cut / headBox.height, `${id} in ${laid.id} of ${format}`).toBeLessThan(0.12);
        }
      }
    }
    expect(slanted).toBeGreaterThan(0);
  });
});

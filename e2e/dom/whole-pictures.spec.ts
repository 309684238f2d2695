/** Pictures that show what a comic looks like are shown whole: a face cut by its frame looks like a mistake. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, type Journey } from '../testing/journey.ts';

describe('pictures of the desk and of the first page', () => {
  let journey: Journey;
  beforeAll(async () => { journey = await beginJourney(); });
  afterAll(() => journey?.close());

  test.each([360, 1280, 1920])('nothing is cut off at %i px', async (width) => {
    await journey.page.setViewportSize({ width, height: 900 });
    for (const [path, pictures] of [['/new', '.first-paper img, .sample img'], ['/', '.sample img']] as const) {
      await journey.page.goto(journey.url + path);
      await journey.page.locator('.sample img').first().waitFor();
      expect(await cutPictures(journey.page, pictures)).toEqual([]);
    }
  });
});

/** Which of them lose more than a fiftieth of their width or height to their frame. */
async function cutPictures(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll(async (images) => {
    await Promise.all((images as HTMLImageElement[]).map((image) => { image.loading = 'eager'; return image.decode(); }));
    return (images as HTMLImageElement[]).filter((image) => {
      const { clientWidth, clientHeight, naturalWidth, naturalHeight } = image;
      return getComputedStyle(image).objectFit !== 'contain' && Math.abs((clientWidth / clientHeight) * (naturalHeight / naturalWidth) - 1) > 0.02;
    }).map((image) => image.src);
  });
}

/** While a gutter is held, what panels say stands where it will stand when the hand lets go. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginJourney, PATIENCE_MS, sampleStory, type Journey } from '../testing/journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await beginJourney();
  const comicId = await journey.makeComic(sampleStory('lighthouse.en'), { panels: 12, format: 'manga-b5' });
  await journey.page.goto(`${journey.url}/comics/${comicId}/pages/3`);
  await settled();
});
afterAll(() => journey?.close());

const settled = async () => {
  await journey.page.locator('.pe-stage[data-setting=false]').waitFor();
  await journey.page.locator('.pe-state[data-state=saved]').waitFor({ state: 'attached' });
};
const letters = () => journey.page.locator('.pe-said').evaluateAll((all) => all.map((one) => one.innerHTML));
const hold = async () => {
  const { mouse } = journey.page;
  const box = (await journey.page.locator('.pe-gutter').first().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + 12, y + 12);
  await mouse.move(x + 26, y + 26);
};

test('letters go with their panels, and do not jump at the end', async () => {
  const before = await letters();
  await hold();
  await journey.page.mouse.up();
  await expect.poll(letters, { timeout: PATIENCE_MS }).not.toEqual(before);
  await settled();
  await journey.page.locator('.pe-said[data-held=true]').first().waitFor({ state: 'detached' });
  const after = await letters();
  await journey.page.keyboard.press('Control+z');
  await expect.poll(letters, { timeout: PATIENCE_MS }).toEqual(before);
  await settled();
  await hold();
  await expect.poll(letters, { timeout: PATIENCE_MS, interval: 60 }).toEqual(after);
  expect(await journey.page.locator('.pe-said[data-held=true]').count()).toBeGreaterThan(0);
  await journey.page.keyboard.press('Escape');
  await journey.page.mouse.up();
  await expect.poll(letters, { timeout: PATIENCE_MS }).toEqual(before);
  expect(journey.complaints).toEqual([]);
});

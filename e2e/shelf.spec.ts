import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, sampleStory, type Journey } from './testing/journey.ts';

const story = sampleStory('lighthouse.en');

describe('the shelf', () => {
  let journey: Journey;
  let page: Page;
  let bundle: Buffer;
  const titles = () => page.locator('.shelf-book .shelf-title').allInnerTexts();
  const book = (title: string) => page.locator('.shelf-book', { has: page.locator('.shelf-title').getByText(title, { exact: true }) });
  const choose = async (title: string, word: string) => {
    await book(title).getByRole('button', { name: `More for ${title}` }).click();
    await page.getByRole('menuitem', { name: word }).click();
  };

  beforeAll(async () => {
    journey = await beginJourney();
    page = journey.page;
  });

  afterAll(() => journey?.close());

  test('an empty shelf shows the way; a pressed-twice button makes one comic', async () => {
    await page.goto(`${journey.url}/comics`);
    await page.getByText('The shelf is empty.').waitFor();
    await page.goto(`${journey.url}/new`);
    await page.locator('#story').fill(story.slice(0, 1600));
    await page.getByLabel('Title', { exact: true }).fill('First');
    await page.getByRole('button', { name: 'Make the comic' }).dblclick();
    await page.waitForURL(/\/comics\/comic_\w+$/);
    await page.goto(`${journey.url}/comics`);
    await book('First').waitFor();
    expect(await titles()).toEqual(['First']);
    await page.locator('.shelf-state').waitFor({ state: 'detached' });
  });

  test('a finished comic is saved as a bundle', async () => {
    await book('First').getByRole('button', { name: 'More for First' }).click();
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.getByRole('menuitem', { name: 'Save as .koma' }).click()]);
    bundle = readFileSync(await download.path());
    expect(bundle.subarray(0, 2).toString()).toBe('PK');
  });

  test('a comic is renamed in place, by menu and by key', async () => {
    await choose('First', 'Rename');
    await page.getByRole('textbox', { name: 'Title of First' }).fill('Storm');
    await page.keyboard.press('Enter');
    await book('Storm').waitFor();
    await book('Storm').getByRole('link').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Title of Storm' }).fill('Nobody sees this');
    await page.keyboard.press('Escape');
    expect(await titles()).toEqual(['Storm']);
    await page.reload();
    await book('Storm').waitFor();
  });

  test('a copy lies beside it', async () => {
    await choose('Storm', 'Make a copy');
    await book('Storm (copy)').waitFor();
    expect((await titles()).toSorted()).toEqual(['Storm', 'Storm (copy)']);
  });

  test('the trash gives back by undo and by hand, one or many, and forgets only when asked by name', async () => {
    await choose('Storm (copy)', 'Move to the trash');
    await page.getByRole('button', { name: 'Undo' }).click();
    await book('Storm (copy)').waitFor();
    await book('Storm').getByRole('link').focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('region', { name: '2 selected' }).getByRole('button', { name: 'Move to the trash' }).click();
    await page.getByText('The shelf is empty.').waitFor();
    await page.getByRole('link', { name: 'Trash' }).click();
    await page.getByRole('button', { name: 'Take back: Storm', exact: true }).click();
    await page.getByRole('button', { name: 'Delete for good: Storm (copy)' }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete “Storm (copy)” for good?' });
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('Nothing lies in the trash.').waitFor();
    await page.getByRole('link', { name: 'Back to the shelf' }).first().click();
    await book('Storm').waitFor();
    expect(await titles()).toEqual(['Storm']);
  });

  test('a bundle is read in again; what is no bundle is told beside the shelf', async () => {
    const picker = page.locator('input[type=file]');
    await picker.setInputFiles([{ name: 'broken.koma', mimeType: '', buffer: Buffer.from('no bundle') }, { name: 'storm.koma', mimeType: '', buffer: bundle }]);
    await page.getByRole('alert').getByText('broken.koma:').waitFor();
    await book('First').waitFor();
    expect((await titles()).toSorted()).toEqual(['First', 'Storm']);
  });

  test('finding and narrowing stand in the address', async () => {
    await page.goto(`${journey.url}/comics?q=stor&state=done`);
    await book('Storm').first().waitFor();
    await page.goto(`${journey.url}/comics?q=nothing`);
    await page.getByText('No comic answers to that.').waitFor();
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

/** A grid of steps and words: set up from the form, drawn, one cell drawn again, there after a refresh, kept as a picture and as a zip. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { beginJourney, type Journey } from './testing/journey.ts';

describe('a grid in the studio', () => {
  let fake: FakeA1111;
  let journey: Journey;
  let page: Page;

  beforeAll(async () => {
    [fake, journey] = await Promise.all([startFakeA1111(), beginJourney({ isOwner: true })]);
    ({ page } = journey);
    const { id, models } = await journey.call<{ id: string; models: { modelId: string }[] }>('POST', '/providers', { kind: 'a1111', name: 'At home', url: fake.url, isPrivateAllowed: true, inFlightMax: 1 });
    await journey.call('PUT', '/model-defaults', { purpose: 'picture', providerId: id, modelId: models[0]?.modelId });
  });
  afterAll(async () => {
    await journey?.close();
    await fake?.close();
  });

  const cell = (state: string) => page.locator(`.grid-cell[data-state=${state}]`);
  const saved = async (name: string): Promise<Download> => (await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]))[0];
  const sizeOfPng = async (download: Download) => { const bytes = readFileSync(await download.path()); return [bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)] as const; };

  test('begins with the words of the form, and says what it will not draw and why', async () => {
    await page.goto(`${journey.url}/studio`);
    await page.getByLabel('What do you want to see?').fill('a cat in rain');
    await page.getByRole('link', { name: 'Draw a grid of values' }).click();
    await page.locator('.grid-prompt', { hasText: 'a cat in rain' }).waitFor();
    await page.getByLabel('Across').selectOption('steps');
    await page.getByLabel('Values').fill('4, 8, 500');
    await page.getByText(/^500: Steps/).waitFor();
    await page.getByLabel('Values').fill('4..8 by 2');
    await page.getByLabel('Down').selectOption('word');
    await page.getByLabel('Word in the prompt').fill('dog');
    await page.getByLabel('What stands in its place').fill('cat\nfox');
    await page.getByText('“dog” does not stand in the prompt.', { exact: false }).waitFor();
    await page.getByLabel('Word in the prompt').fill('cat');
    await page.getByRole('button', { name: /^Draw 6 pictures\s*free/ }).waitFor();
    expect(fake.jobs).toHaveLength(0);
  });

  test('is drawn cell by cell, and what did not work is drawn again in its place', async () => {
    fake.fault({ kind: 'empty' });
    await page.getByRole('button', { name: /^Draw 6 pictures/ }).click();
    await page.waitForURL(/\/studio\/grids\/generation_/);
    await cell('failed').waitFor();
    await cell('done').nth(4).waitFor();
    await cell('failed').getByRole('button', { name: 'Draw again' }).click();
    await cell('done').nth(5).waitFor();
    await page.getByText('6 of 6 drawn').waitFor();
    expect(await page.locator('.grid-table thead th').allInnerTexts()).toEqual(['4', '6', '8']);
    expect(await page.locator('.grid-table tbody th').allInnerTexts()).toEqual(['cat', 'fox']);
    expect(fake.jobs.map(({ fields }) => `${String(fields['steps'])} ${String(fields['prompt'])}`).toSorted().filter((one, at, all) => one !== all[at - 1])).toEqual(['4 a cat in rain', '4 a fox in rain', '6 a cat in rain', '6 a fox in rain', '8 a cat in rain', '8 a fox in rain']);
  });

  test('is the same after a refresh, in another tab, and in the list of grids', async () => {
    await page.reload();
    await cell('done').nth(5).waitFor();
    const other = await journey.openVisitor({ isSame: true });
    await other.page.goto(page.url());
    await other.page.locator('.grid-cell[data-state=done]').nth(5).waitFor();
    await other.page.getByRole('link', { name: 'Grids' }).click();
    await other.page.getByText('Steps × “cat” · 6 of 6 drawn', { exact: false }).waitFor();
    await other.context.close();
  });

  test('is kept as one picture with its headings, and as a zip', async () => {
    const sheet = await saved('As one picture');
    const [kind, width, height] = await sizeOfPng(sheet);
    expect([kind, sheet.suggestedFilename().endsWith('.png'), width > height]).toEqual(['PNG', true, true]);
    expect((await saved('As a zip')).suggestedFilename()).toMatch(/-6\.zip$/);
  });

  test('opens a cell large, with the recipe of that cell', async () => {
    await page.locator('.grid-open').last().click();
    await page.waitForURL(/\/studio\/pictures\/picture_/);
    await page.getByRole('dialog', { name: 'a fox in rain' }).waitFor();
    await page.goBack();
    await cell('done').nth(5).waitFor();
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

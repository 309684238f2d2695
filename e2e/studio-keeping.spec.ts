/** A share is set, what would go is looked at, and goes; the trash says why, and who is full is told so before anything is drawn. */
import { eventually } from '@komawari/testkit';
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginJourney, type Journey } from './testing/journey.ts';

type Pictures = { items: { id: string; state: string; deletedBy: string | null }[] };

describe('keeping pictures', () => {
  let journey: Journey;
  let page: Page;
  let kept: string;

  beforeAll(async () => {
    journey = await beginJourney({ isOwner: true });
    ({ page } = journey);
    await journey.call('POST', '/studio/generations', { recipe: { prompt: 'a harbour', count: 2 } });
    const drawn = await eventually('both are drawn', async () => {
      const { items } = await journey.call<Pictures>('GET', '/studio/pictures');
      return items.every(({ state }) => state === 'done') && items;
    }, 60_000);
    kept = drawn[0]?.id ?? '';
    await journey.call('PATCH', `/studio/pictures/${kept}`, { isFavourite: true });
    // More than the smallest share that can be typed.
    const noise = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).png().toBuffer();
    const given = await journey.context.request.fetch(`${journey.url}/api/v1/studio/inputs`, { method: 'POST', data: noise, headers: { origin: journey.url, 'content-type': 'image/png' } });
    expect(given.status()).toBe(201);
  });
  afterAll(() => journey?.close());

  test('what would go is seen before, and goes when it is said', async () => {
    await page.goto(`${journey.url}/admin/keeping`);
    await page.getByLabel('Room for one person (GB)').fill('0.001');
    await page.getByRole('button', { name: 'See what would go' }).click();
    await page.getByText('1 picture would go to the trash').waitFor();
    await page.getByText('One person’s share is full').waitFor();
    await page.getByText('1 person stays above the share').waitFor();
    const now = page.getByRole('button', { name: 'Move them to the trash now' });
    expect(await now.isDisabled()).toBe(true);
    expect((await journey.call<Pictures>('GET', '/studio/pictures?trash=true')).items).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The rules are kept.').waitFor();
    await now.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Move them to the trash now' }).click();
    await page.getByText('1 picture went to the trash').waitFor();
    expect((await journey.call<Pictures>('GET', '/studio/pictures')).items.map(({ id }) => id)).toEqual([kept]);
  });

  test('the trash says why it is there, and when it is gone', async () => {
    await page.goto(`${journey.url}/studio?show=trash`);
    await page.getByText(/^Your share was full · gone on /).waitFor();
  });

  test('who is full sees it over the wall, and is told before anything is drawn', async () => {
    await page.goto(`${journey.url}/studio`);
    await page.getByText(/ of 1 MB used$/).click();
    await page.getByText('There is no room for new pictures.').waitFor();
    await page.getByLabel('What do you want to see?').fill('one more');
    await page.getByRole('button', { name: /^Draw/ }).click();
    await page.getByText('Your pictures take all the room that you have here').first().waitFor();
    expect((await journey.call<Pictures>('GET', '/studio/pictures')).items).toHaveLength(1);
    expect(journey.complaints).toEqual([]);
  });
});

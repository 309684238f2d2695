/** A comic whose panels a model draws: chosen on the desk, watched, and one panel asked for again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { beginJourney, PATIENCE_MS, type Journey } from './testing/journey.ts';

const STORY = '"Who is there?" asked Tom at the door.\n\n"Only me," said Ann, and came in.';

describe('a comic drawn by a model', () => {
  let fake: FakeA1111;
  let journey: Journey;
  let page: Page;
  let comicId = '';

  beforeAll(async () => {
    [fake, journey] = await Promise.all([startFakeA1111({ stepMs: 5 }), beginJourney({ isOwner: true })]);
    ({ page } = journey);
    await journey.call('POST', '/providers', { kind: 'a1111', name: 'At home', url: fake.url, isPrivateAllowed: true });
  });
  afterAll(async () => {
    await journey?.close();
    await fake?.close();
  });

  test('is chosen on the desk, and every panel comes from the provider', async () => {
    await page.goto(`${journey.url}/new`);
    await page.locator('#story').fill(STORY);
    await page.getByText('A picture model').first().click();
    await page.getByText('Costs nothing. Storyboards and descriptions are sent to this provider.').waitFor();
    await page.getByRole('button', { name: 'Make the comic' }).click();
    await page.waitForURL(/\/comics\/comic_/);
    comicId = new URL(page.url()).pathname.split('/')[2] ?? '';
    await expect.poll(async () => (await journey.call<{ state: string }>('GET', `/comics/${comicId}`)).state, { timeout: PATIENCE_MS, interval: 200 }).toBe('done');
  });

  test('a panel says who drew it and what was told, and the built-in artist can draw it too', async () => {
    const { panelStates } = await journey.call<{ panelStates: { id: string; state: string }[] }>('GET', `/comics/${comicId}`);
    expect(panelStates.every(({ state }) => state === 'done')).toBe(true);
    expect(fake.jobs).toHaveLength(panelStates.length);
    await page.goto(`${journey.url}/comics/${comicId}/panels/${panelStates[0]?.id}`);
    await page.getByText(/^Take 1 · At home/).waitFor();
    await page.getByText('What the model was told').click();
    await page.getByText(/^A panel of a comic/).waitFor();
    await page.getByLabel('Who draws it').selectOption('Storyboard artist');
    await page.getByRole('button', { name: 'Another view' }).click();
    await page.getByText('Take 2 · storyboard by the built-in artist').waitFor({ timeout: PATIENCE_MS });
    expect(fake.jobs).toHaveLength(panelStates.length);
  });

  test('a model that is gone is not asked for, and the desk says so by its choice', async () => {
    const { items } = await journey.call<{ items: { id: string; kind: string }[] }>('GET', '/providers');
    for (const { id, kind } of items) if (kind === 'a1111') await journey.call('DELETE', `/providers/${id}`);
    await page.goto(`${journey.url}/new`);
    await page.getByText('Picture and language models join here').waitFor();
    expect(await page.getByRole('radio', { name: /^Storyboard artist/ }).isChecked()).toBe(true);
  });
});

/** Three pictures wait behind one that is being drawn: the last goes to the front, all rest for a while, one is stopped. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { beginJourney, type Journey } from './testing/journey.ts';

describe('the queue of the studio', () => {
  let fake: FakeA1111;
  let journey: Journey;
  let page: Page;

  beforeAll(async () => {
    [fake, journey] = await Promise.all([startFakeA1111({ stepMs: 300 }), beginJourney({ isOwner: true })]);
    ({ page } = journey);
    const { id, models } = await journey.call<{ id: string; models: { modelId: string }[] }>('POST', '/providers', { kind: 'a1111', name: 'At home', url: fake.url, isPrivateAllowed: true, inFlightMax: 1 });
    await journey.call('PUT', '/model-defaults', { purpose: 'picture', providerId: id, modelId: models[0]?.modelId });
  });
  afterAll(async () => {
    await journey?.close();
    await fake?.close();
  });

  const draw = (prompt: string, steps = 4) => journey.call('POST', '/studio/generations', { recipe: { prompt, steps } });
  const waiting = () => page.locator('ol.queue-list .queue-row');
  const names = () => page.locator('ol.queue-list .queue-name').allInnerTexts();
  const begun = () => fake.jobs.map(({ fields }) => fields['prompt'] as string);

  test('says that nothing waits', async () => {
    await page.goto(`${journey.url}/studio/queue`);
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor();
  });

  test('shows what waits behind what is drawn, and takes the last to the front', async () => {
    // Longer than the journey: it is stopped when it has served.
    await draw('a lighthouse', 150);
    await page.locator('.queue-row[data-state=drawing]').waitFor();
    for (const prompt of ['a cat', 'a boat', 'a gull']) await draw(prompt);
    await waiting().nth(2).waitFor();
    expect(await names()).toEqual(['a cat', 'a boat', 'a gull']);
    await page.getByRole('button', { name: 'Move: a gull' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('a gull is number 1 of 3.').waitFor({ state: 'attached' });
    expect(await names()).toEqual(['a gull', 'a cat', 'a boat']);
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Move: a gull');
  });

  test('rests and goes on, and stops what is not wanted any more', async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Your queue is paused').waitFor();
    await page.getByRole('button', { name: 'Stop: a lighthouse' }).click();
    await page.locator('.queue-row[data-state=drawing]').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.queue-row[data-state=paused]').nth(2).waitFor();
    expect(begun()).toEqual(['a lighthouse']);
    await page.getByRole('button', { name: 'Stop: a cat' }).click();
    await waiting().nth(2).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    expect(begun().toSorted()).toEqual(['a boat', 'a gull', 'a lighthouse']);
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

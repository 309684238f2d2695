/** A picture is seen while it is drawn, on two devices; and a model that sees says what is on one. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { startFakeOpenai, type FakeOpenai } from '../packages/testkit/fakes/providers/fake-openai.ts';
import { beginJourney, type Journey } from './testing/journey.ts';

describe('what is on a picture', () => {
  let painter: FakeA1111;
  let seer: FakeOpenai;
  let journey: Journey;
  let page: Page;
  /** Its models, the built-in artist first. */
  let offers: { providerId: string; providerName: string; model: { id: string } }[];

  beforeAll(async () => {
    // So slow that a picture is never there before it was looked at; it is stopped then.
    [painter, seer, journey] = await Promise.all([startFakeA1111({ stepMs: 3000 }), startFakeOpenai(), beginJourney({ isOwner: true })]);
    ({ page } = journey);
    await journey.call('POST', '/providers', { kind: 'a1111', name: 'At home', url: painter.url, isPrivateAllowed: true });
    ({ items: offers } = await journey.call<{ items: typeof offers }>('GET', '/studio/models'));
  });
  afterAll(async () => {
    await journey?.close();
    await Promise.all([painter?.close(), seer?.close()]);
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const sheet = () => page.getByRole('region', { name: 'What is on it?' });
  const tags = () => page.getByRole('list', { name: 'Tags', exact: true });
  const draw = (prompt: string, isAtHome: boolean) => {
    const offer = offers.find(({ providerName }) => (providerName === 'At home') === isAtHome)!;
    return journey.call('POST', '/studio/generations', { recipe: { prompt, count: 1, model: { providerId: offer.providerId, modelId: offer.model.id } } });
  };

  test('is seen before it is there, on a second device and after a refresh too, and no longer when it is stopped', async () => {
    const becoming = (where: Page) => where.locator('.wall-card .becoming');
    await draw('a lighthouse in the rain', true);
    await page.goto(`${journey.url}/studio`);
    await becoming(page).waitFor();
    const shown = () => becoming(page).evaluate((image) => {
      const { naturalWidth, style } = image as unknown as { naturalWidth: number; style: { filter: string } };
      return [naturalWidth > 0, /^blur\([\d.]+px\)$/.test(style.filter)];
    });
    await expect.poll(shown).toEqual([true, true]);
    const { page: other, context } = await journey.openVisitor({ isSame: true });
    await other.goto(`${journey.url}/studio`);
    await Promise.all([becoming(other).waitFor(), page.reload().then(() => becoming(page).waitFor())]);
    await context.close();
    await button('Stop').click();
    await page.locator('.wall-card[data-state=cancelled]').waitFor();
    expect(await becoming(page).count()).toBe(0);
  });

  test('is said by a model that sees: described, its tags made those of the picture, its text read; or that none sees', async () => {
    await draw('a lighthouse at night', false);
    await page.goto(`${journey.url}/studio`);
    await page.locator('.wall-card[data-state=done] .wall-link').click();
    await sheet().getByText('None of the models here can see pictures.').waitFor();
    const { id, models } = await journey.call<{ id: string; models: { modelId: string; text: object | null }[] }>('POST', '/providers', { kind: 'openai', name: 'Seers', url: seer.baseUrl, secrets: { apiKey: 'sk-test' }, isPrivateAllowed: true });
    await journey.call('PUT', '/model-defaults', { purpose: 'vision', providerId: id, modelId: models.find(({ modelId, text }) => text && !modelId.includes('blind'))?.modelId });
    await page.reload();
    seer.say('A lighthouse stands in the rain.');
    await button('Describe it').click();
    await sheet().getByText('A lighthouse stands in the rain.', { exact: true }).waitFor();
    seer.say('{"tags":["lighthouse","rain","night"]}');
    await button('Find tags').click();
    await button('Add the tag “rain”').click();
    await tags().getByText('rain', { exact: true }).waitFor();
    await button('Add all 2').click();
    await sheet().getByText('The picture has all of these tags.').waitFor();
    expect(await tags().getByRole('listitem').count()).toBe(3);
    seer.say('{"lines":[]}');
    await button('Read the text in it').click();
    await sheet().getByText('No text was found in it.').waitFor();
    expect(journey.complaints).toEqual([]);
  });
});

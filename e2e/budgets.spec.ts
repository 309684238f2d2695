import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeOpenai, type FakeOpenai } from '../packages/testkit/fakes/providers/fake-openai.ts';
import { beginJourney, PATIENCE_MS, type Journey } from './testing/journey.ts';

type Listed = { id: string; models: { job: string; modelId: string }[] };

describe('what models may cost, who stands in, and what saved pictures tell', () => {
  let journey: Journey;
  let page: Page;
  let fake: FakeOpenai;
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const order = () => page.locator('.prov-order bdi').allTextContents();

  beforeAll(async () => {
    fake = await startFakeOpenai();
    journey = await beginJourney({ isOwner: true });
    ({ page } = journey);
    const { id, models } = await journey.call<Listed>('POST', '/providers', { kind: 'openai', name: 'OpenAI', url: fake.baseUrl, isPrivateAllowed: true, secrets: { apiKey: 'sk-test' } });
    for (const { job, modelId } of models) await journey.call('PUT', `/providers/${id}/models`, { job, modelId, isEnabled: true, price: { currency: 'CNY', perPictureMicros: 2_000_000 } });
    await journey.call('PUT', '/model-defaults', { purpose: 'picture', providerId: id, modelId: 'gpt-image-2' });
  });
  afterAll(async () => {
    await journey?.close();
    await fake?.close();
  });

  test('a budget is set, and what does not fit is not sent', async () => {
    await page.goto(`${journey.url}/admin/providers`);
    await button('Set a budget').click();
    await button('Save').click();
    await page.getByText('Set at least one of the three caps.').waitFor();
    await page.getByLabel('Currency').fill('cny');
    await page.getByLabel('Everybody in a day').fill('3');
    await button('Save').click();
    await page.getByText('CN¥0 of CN¥3').waitFor();
    const asked = fake.asked.length;
    await page.goto(`${journey.url}/studio`);
    await page.getByLabel('What do you want to see?').fill('a lighthouse at dusk');
    await button(/^Draw 2 pictures/).click();
    await page.getByText(/Left, and when it begins anew: 3\.00 CNY, \d{4}-\d\d-\d\d 00:00 UTC/).first().waitFor();
    expect(fake.asked.length).toBe(asked);
  });

  test('who stands in is put into an order by keys, which stays', async () => {
    await page.goto(`${journey.url}/admin/providers`);
    await button('Choose an order').click();
    for (const name of ['gpt-image-1.5', 'gpt-image-1-mini']) {
      await page.getByRole('combobox', { name: 'One more' }).click();
      await page.getByRole('option', { name: `${name} · OpenAI` }).click();
      await page.locator('.prov-order bdi', { hasText: name }).waitFor();
    }
    await button('Ask gpt-image-1-mini earlier').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(order, { timeout: PATIENCE_MS }).toEqual(['gpt-image-1-mini', 'OpenAI', 'gpt-image-1.5', 'OpenAI']);
    await page.reload();
    await expect.poll(order, { timeout: PATIENCE_MS }).toEqual(['gpt-image-1-mini', 'OpenAI', 'gpt-image-1.5', 'OpenAI']);
    await button('Take gpt-image-1-mini out').click();
    await expect.poll(order, { timeout: PATIENCE_MS }).toEqual(['gpt-image-1.5', 'OpenAI']);
  });

  test('a purpose has none again, and models are switched together', async () => {
    await button('Choose none: Pictures in the studio').click();
    await page.getByText('Pictures in the studio: none is chosen any more.').waitFor();
    await button(/^Choose none/).waitFor({ state: 'detached' });
    expect(await journey.call('GET', '/model-defaults')).toEqual({ items: [] });
    await page.getByRole('link', { name: 'OpenAI', exact: true }).click();
    await page.getByLabel('Search models').fill('gpt-image');
    await button(/^These \d+ off$/).click();
    await page.locator('.prov-model[data-off=false]').first().waitFor({ state: 'detached' });
    await page.getByLabel('Search models').fill('');
    await page.locator('.prov-model[data-off=false]').first().waitFor();
    await button('All on').click();
    await page.locator('.prov-model[data-off=true]').first().waitFor({ state: 'detached' });
  });

  test('what saved pictures tell of their making is chosen with the account', async () => {
    await page.goto(`${journey.url}/settings/data`);
    const its = page.getByRole('switch', { name: /^Write prompt, model and seed/ });
    await its.click();
    await page.getByText('Saved pictures no longer carry prompt, model and seed.').waitFor();
    expect(await journey.call('GET', '/studio/settings')).toEqual({ keepsMaking: false });
    await page.reload();
    await expect.poll(() => its.isChecked(), { timeout: PATIENCE_MS }).toBe(false);
    expect(journey.complaints).toEqual([]);
  });
});

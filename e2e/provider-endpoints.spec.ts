import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeOpenai, type FakeOpenai } from '../packages/testkit/fakes/providers/fake-openai.ts';
import { beginJourney, PATIENCE_MS, type Journey } from './testing/journey.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [FIRST, SECOND] = ['sk-first-4f0b2a6c91', 'sk-second-77d1e0385b'];

/** One provider, two accounts at two hosts: what an operator does, and where pictures are drawn then. */
describe('the endpoints of a provider', () => {
  let journey: Journey;
  let page: Page;
  let fakes: FakeOpenai[];
  let providerId: string;
  let heard = '';

  const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 200 });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const second = () => page.locator('.prov-way').nth(1);
  const drawnBy = () => fakes.map((fake) => fake.asked.filter(({ path }) => path.endsWith('/images/generations')).length);
  const axeFinds = async () => {
    await page.evaluate(axe);
    return page.evaluate<string[]>('axe.run({ exclude: ["[data-base-ui-focus-guard]"] }, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`))');
  };
  const draw = async (count: number) => {
    const { id } = await journey.call<{ id: string }>('POST', '/studio/generations', { recipe: { prompt: 'a lighthouse', count } });
    await poll(async () => (await journey.call<{ pictures: { state: string }[] }>('GET', `/studio/generations/${id}`)).pictures.map(({ state }) => state)).toEqual(Array(count).fill('done'));
  };

  beforeAll(async () => {
    fakes = await Promise.all([startFakeOpenai({ key: FIRST }), startFakeOpenai({ key: SECOND })]);
    journey = await beginJourney({ isOwner: true });
    ({ page } = journey);
    page.on('response', (response) => { if (response.url().includes('/api/')) void response.text().then((text) => { heard += text; }, () => undefined); });
    providerId = (await journey.call<{ id: string }>('POST', '/providers', { kind: 'openai', name: 'Ours', url: `${fakes[0]!.url}/v1`, secrets: { apiKey: FIRST }, isPrivateAllowed: true, inFlightMax: 1 })).id;
  });
  afterAll(async () => {
    await journey?.close();
    await Promise.all((fakes ?? []).map((fake) => fake.close()));
  });

  test('a second account is added; at another host it needs a key of its own', async () => {
    await page.goto(`${journey.url}/admin/providers/${providerId}`);
    await button('Add an address or key').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Left empty, the provider’s own key is used').waitFor();
    await dialog.getByRole('textbox', { name: 'Address' }).fill(`${fakes[1]!.url}/v1`);
    await dialog.getByRole('button', { name: 'Add and test' }).click();
    await dialog.getByText('It does not work without this key.').waitFor();
    expect(await axeFinds()).toEqual([]);
    await dialog.getByLabel('API key').fill(SECOND);
    await dialog.getByLabel('Name').fill('Second account');
    await dialog.getByRole('button', { name: 'Add and test' }).click();
    await dialog.waitFor({ state: 'detached' });
    await second().getByText('Works.').waitFor();
    expect(await axeFinds()).toEqual([]);
  });

  test('pictures are shared out, and one alone draws while the other is off', async () => {
    await draw(4);
    expect(drawnBy().every((count) => count > 0)).toBe(true);
    const inUse = second().getByRole('switch', { name: 'Use Second account' });
    await inUse.click();
    await poll(() => inUse.isChecked()).toBe(false);
    const before = drawnBy()[1];
    await draw(2);
    expect(drawnBy()[1]).toBe(before);
    await inUse.click();
    await poll(() => inUse.isChecked()).toBe(true);
  });

  test('a key that is refused is told in its own row, and the other goes on', async () => {
    await button('Change Second account').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Replace: API key' }).click();
    await dialog.getByLabel('API key').fill('sk-wrong');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await second().getByText(/Paused until .* It does not take the key\./).waitFor();
    await draw(2);
    await button('Test Second account').click();
    await second().getByText('It does not take this key.').waitFor();
    await button('Remove Second account').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove it' }).click();
    await page.locator('.prov-way').first().waitFor({ state: 'detached' });
    expect([FIRST, SECOND].filter((key) => heard.includes(key.slice(9, -4)))).toEqual([]);
    expect(journey.complaints).toEqual([]);
  });
});

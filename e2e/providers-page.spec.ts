import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeOpenai, type FakeOpenai } from '../packages/testkit/fakes/providers/fake-openai.ts';
import { startFakeOllama, type FakeOllama } from '../packages/testkit/fakes/providers/fake-ollama.ts';
import { beginJourney, PATIENCE_MS, type Journey } from './testing/journey.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RIGHT = 'sk-right-4f0b2a6c91';
const WRONG = 'sk-wrong-77d1e0385b';

/** The page of an operator, against a server that speaks as OpenAI does. */
describe('the providers of an instance', () => {
  let journey: Journey;
  let page: Page;
  let fake: FakeOpenai;
  let machine: FakeOllama;
  /** All that the server said to this browser. */
  let heard = '';

  const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 200 });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const axeFinds = async () => {
    await page.evaluate(axe);
    return page.evaluate<string[]>('axe.run({ exclude: ["[data-base-ui-focus-guard]"] }, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`))');
  };
  const rowOf = (model: string) => page.locator('.prov-model', { has: page.getByRole('switch', { name: model, exact: true }) });

  beforeAll(async () => {
    fake = await startFakeOpenai({ key: RIGHT });
    machine = await startFakeOllama({ stepMs: 150 });
    journey = await beginJourney({ isOwner: true });
    ({ page } = journey);
    page.on('response', (response) => { if (response.url().includes('/api/')) void response.text().then((text) => { heard += text; }, () => undefined); });
  });
  afterAll(async () => {
    await journey?.close();
    await fake?.close();
    await machine?.close();
  });

  test('nothing is set up: every make says what it is good for, and one of them is chosen', async () => {
    await page.goto(`${journey.url}/you`);
    await page.getByRole('link', { name: /Providers/ }).click();
    await page.getByRole('heading', { name: 'The built-in artist works alone' }).waitFor();
    expect(await axeFinds()).toEqual([]);
    await page.getByRole('link', { name: /^OpenAI Pictures/ }).click();
    await page.getByRole('heading', { name: 'Add OpenAI' }).waitFor();
  });

  test('without its key nothing is sent; a wrong key is told beside its field, and nothing typed is lost', async () => {
    await button('Add and test').click();
    await page.getByText('It does not work without this key.').waitFor();
    expect(fake.asked).toHaveLength(0);
    await page.getByLabel('Name').fill('Ours');
    await page.getByRole('textbox', { name: 'Address' }).fill(`${fake.url.replace('http://', '')}/v1`);
    await page.getByLabel('API key').fill(WRONG);
    expect(await page.getByLabel('Allow this private address').isChecked()).toBe(true);
    await button('Add and test').click();
    await page.getByText('It does not take this key.').waitFor();
    expect([await page.getByLabel('API key').inputValue(), await page.getByRole('textbox', { name: 'Address' }).inputValue(), await page.getByLabel('Name').inputValue()]).toEqual([WRONG, `${fake.url}/v1`, 'Ours']);
  });

  test('with the right key it works, lists its models, and the key is nowhere', async () => {
    await page.getByLabel('API key').fill(RIGHT);
    await button('Save and test again').click();
    await page.getByRole('heading', { name: 'Ours', level: 1 }).waitFor();
    await poll(() => page.locator('.prov-model').count()).toBeGreaterThan(5);
    await page.getByText('Works.').waitFor();
    await button('Test').click();
    await page.getByText(/^Answered in [\d.]+ s, with \d+ models/).waitFor();
    expect(await axeFinds()).toEqual([]);
  });

  test('a model is found and switched off, brought back, and switched off again', async () => {
    await page.getByLabel('Search models').fill('image 2.6 flare');
    await poll(() => page.locator('.prov-model').count()).toBe(1);
    const flare = page.getByRole('switch', { name: 'gpt-image-2.6-flare' });
    await flare.click();
    await poll(() => flare.isChecked()).toBe(false);
    await button('Undo').click();
    await poll(() => flare.isChecked()).toBe(true);
    await flare.click();
    await poll(() => flare.isChecked()).toBe(false);
  });

  test('a price of the operator stays when the model is switched', async () => {
    await page.getByLabel('Search models').fill('gpt-image-2');
    await rowOf('gpt-image-2').getByRole('button').click();
    await page.getByLabel('For one picture').fill('0,042');
    await button('Save').last().click();
    await page.getByText('Three letters, such as CNY.').waitFor();
    await page.getByLabel('Currency').fill('usd');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await rowOf('gpt-image-2').getByText('$0.042 a picture').waitFor();
    const its = page.getByRole('switch', { name: 'gpt-image-2', exact: true });
    await its.click();
    await poll(() => its.isChecked()).toBe(false);
    await its.click();
    await poll(() => its.isChecked()).toBe(true);
    expect(await rowOf('gpt-image-2').getByText('$0.042 a picture').count()).toBe(1);
  });

  test('it is chosen for a purpose; a model that is off is not offered', async () => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Where to, or what to do?').fill('models');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Pictures in the studio' }).click();
    await page.getByRole('option', { name: 'gpt-image-2 · Ours' }).waitFor();
    expect(await page.getByRole('option', { name: /flare/ }).count()).toBe(0);
    await page.getByRole('option', { name: 'gpt-image-2 · Ours' }).click();
    await page.locator('.prov-row').getByText('Pictures in the studio').waitFor();
    expect(await axeFinds()).toEqual([]);
  });

  test('it is all there after a reload; another host would not get the key', async () => {
    await page.reload();
    await page.locator('.prov-row').getByText('Pictures in the studio').waitFor();
    await page.getByRole('link', { name: 'Ours' }).click();
    await rowOf('gpt-image-2').getByText('$0.042 a picture').waitFor();
    expect(await page.getByRole('switch', { name: 'gpt-image-2.6-flare' }).isChecked()).toBe(false);
    await page.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9/v1');
    await page.getByText('This is another host.').waitFor();
    await button('As before').click();
    await page.getByText('Encrypted here').waitFor({ state: 'detached' });
    const shown = heard + (await page.content());
    expect([RIGHT, WRONG].map((key) => key.slice(9, -4)).filter((key) => shown.includes(key))).toEqual([]);
  });

  test('it is removed by name, and the page is as it was', async () => {
    await button('Remove it').click();
    await page.getByRole('heading', { name: 'Remove “Ours” with its keys?' }).waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove it' }).click();
    await page.getByRole('heading', { name: 'The built-in artist works alone' }).waitFor();
    expect(journey.complaints).toEqual([]);
  });

  test('models on its machine are loaded and unloaded; one is fetched, seen in a second tab, stopped, and gone on with', async () => {
    await page.getByRole('link', { name: /^Ollama / }).click();
    await page.getByRole('textbox', { name: 'Address' }).fill(machine.url);
    await button('Add and test').click();
    const part = page.getByRole('region', { name: 'On this machine' });
    await button('Load qwen3:8b').click();
    await part.getByText('in memory, 1.3 GB').waitFor();
    await button('Unload qwen3:8b').click();
    await button('Load qwen3:8b').waitFor();
    machine.fault({ kind: 'stall' });
    await page.getByLabel('Fetch a model').fill('llama3.2:1b');
    await button('Fetch').click();
    await part.getByText('Fetching llama3.2:1b').waitFor();
    const second = await page.context().newPage();
    await second.goto(page.url());
    await second.getByRole('button', { name: 'Stop fetching llama3.2:1b' }).click();
    await part.getByText('Stopped. What has come is kept there.').waitFor();
    await second.close();
    expect(await axeFinds()).toEqual([]);
    await button('Fetch again: llama3.2:1b').click();
    await part.getByText(/^\d[\d.]* [MG]B of 1\.3 GB$/).waitFor();
    await button('Load llama3.2:1b').waitFor();
    await page.getByRole('switch', { name: 'llama3.2:1b (1.2B)' }).waitFor();
    expect(journey.complaints).toEqual([]);
  });
});

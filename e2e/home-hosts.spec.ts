import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connected, startKomaHost, type KomaHost } from '../apps/server/src/rooms/studio/home-hosts/testing/start-koma-host.ts';
import { startFakeOllama, type FakeOllama } from '../packages/testkit/fakes/providers/fake-ollama.ts';
import { beginJourney, PATIENCE_MS, type Journey } from './testing/journey.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let journey: Journey;
let page: Page;
let atHome: FakeOllama;
let host: KomaHost | undefined;

const button = (name: string) => page.getByRole('button', { name, exact: true });
const axeFinds = async () => {
  await page.evaluate(axe);
  return page.evaluate<string[]>('axe.run({ exclude: ["[data-base-ui-focus-guard]"] }, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`))');
};

beforeAll(async () => {
  atHome = await startFakeOllama();
  journey = await beginJourney({ isOwner: true });
  ({ page } = journey);
});
afterAll(async () => {
  await host?.stop();
  await journey?.close();
  await atHome?.close();
});

test('a machine at home is named, connects with the token that is shown once, serves a provider, and is removed', async () => {
  await page.goto(`${journey.url}/admin/providers`);
  await button('Add a machine').click();
  await page.getByLabel('Name of the machine').fill('My PC');
  await button('Make a token').click();
  await page.getByText('Use 1 to 32 small letters').waitFor();
  await page.getByLabel('Name of the machine').fill('gaming-pc');
  await button('Make a token').click();
  const token = await page.locator('[data-secret]').innerText();
  expect(token).toMatch(/^komahost_/);
  await page.getByText('Waiting for the machine …').waitFor();
  expect(await axeFinds()).toEqual([]);
  host = startKomaHost({ server: journey.url, to: atHome.url, token });
  await connected(host);
  await page.getByText('It is connected.').waitFor();
  await button('Done').click();
  expect(await page.content()).not.toContain(token);
  const machine = page.getByRole('region', { name: 'Machines at home' }).getByRole('listitem').filter({ hasText: 'gaming-pc' });
  await machine.getByText('connected', { exact: true }).waitFor();

  await page.goto(`${journey.url}/admin/providers/new?kind=ollama`);
  await page.getByRole('textbox', { name: 'Address' }).fill('http://gaming-pc.koma-host.internal');
  expect(await page.getByLabel('Allow this private address').isChecked()).toBe(true);
  await button('Add and test').click();
  await page.getByRole('region', { name: 'On this machine' }).getByText('qwen3:8b', { exact: true }).waitFor();

  await page.goto(`${journey.url}/admin/providers`);
  await button('Remove gaming-pc').click();
  await button('Remove it').click();
  await machine.waitFor({ state: 'detached' });
  expect(await Promise.race([host.ended, new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS, 'still there').unref(); })])).toBe(1);
  expect(journey.complaints).toEqual([]);
}, PATIENCE_MS);

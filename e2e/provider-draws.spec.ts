/** From a provider's address to a comic: added on its page, drawn with in the studio in two tabs, the program killed meanwhile, and then the artist of a comic. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { beginJourney, PATIENCE_MS, type Journey } from './testing/journey.ts';
import { realInstance, type RealInstance } from './testing/real-instance.ts';

const [QUICK, SLOW] = ['a lighthouse at noon', 'a lighthouse in a long storm'];
const STORY = '"Who is there?" asked Tom at the door.\n\n"Only me," said Ann, and came in.';
/** What a page hears of a server that is killed under it. */
const CUT = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_FAILED|ERR_SOCKET|Unable to preload|WebSocket connection|^50[234] /;

describe.runIf(process.platform === 'linux')('a provider that is added draws', () => {
  let koma: RealInstance;
  let fake: FakeA1111;
  let journey: Journey;
  let desk: Page;
  let second: Page;

  beforeAll(async () => {
    // A picture takes two seconds, one with all steps twelve.
    fake = await startFakeA1111({ stepMs: 80 });
    journey = await beginJourney({ isOwner: true, excused: CUT, start: async () => {
      koma = await realInstance();
      await koma.start();
      return { url: `http://127.0.0.1:${koma.port}`, said: () => readFileSync(koma.logFile, 'utf8'), stop: () => koma.stop().then(koma.remove) };
    } });
    desk = journey.page;
    second = journey.watch(await journey.context.newPage());
  });
  afterAll(async () => {
    await journey?.close();
    await fake?.close();
  });

  const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 100 });
  const asked = () => fake.jobs.map(({ fields }) => fields['prompt'] as string);
  const card = (tab: Page, id: string, state?: string) => tab.locator(`.wall-card[data-picture="${id}"]${state ? `[data-state=${state}]` : ''}`);
  /** What the tab says of how much is drawn, once it is something. */
  const shareOn = async (tab: Page) => Number.parseInt(await tab.locator('.coming-words .number', { hasText: /^[1-9]/ }).innerText(), 10);
  const draw = async (prompt: string) => {
    await desk.getByLabel('What do you want to see?').fill(prompt);
    await desk.getByLabel('What do you want to see?').press('Control+Enter');
  };

  test('is added by its address', async () => {
    await desk.goto(`${journey.url}/admin/providers/new`);
    await desk.getByRole('link', { name: /^AUTOMATIC1111/ }).click();
    await desk.getByRole('textbox', { name: 'Address' }).fill(fake.url);
    await desk.getByRole('textbox', { name: 'Name', exact: true }).fill('Card at home');
    await desk.getByRole('button', { name: 'Add and test' }).click();
    await desk.getByRole('heading', { name: 'Card at home', level: 1 }).waitFor();
    await desk.getByText('Works.').waitFor();
  });

  test('draws in the studio, by the form', async () => {
    await desk.goto(`${journey.url}/studio`);
    await desk.locator('.model-button').click();
    await desk.locator('.model-row', { hasText: 'Card at home' }).first().click();
    await desk.locator('.counts .segment').first().click();
    await draw(QUICK);
    await desk.locator('.wall-card[data-state=done] img').waitFor();
    expect(asked()).toEqual([QUICK]);
  });

  test('a second tab shows the same progress; the program is killed in the middle, and the picture is drawn again in its place', async () => {
    await desk.getByText('More settings', { exact: true }).click();
    await desk.getByRole('slider', { name: 'Steps' }).press('End');
    await draw(SLOW);
    await second.goto(`${journey.url}/studio`);
    const [onDesk, onSecond] = [await shareOn(desk), await shareOn(second)];
    await poll(() => shareOn(second)).toBeGreaterThanOrEqual(onDesk);
    await poll(() => shareOn(desk)).toBeGreaterThanOrEqual(onSecond);
    const id = (await desk.locator('.wall-card', { has: desk.locator('.coming') }).getAttribute('data-picture')) ?? '';
    expect(await card(second, id).count(), 'it is the same picture').toBe(1);
    expect(fake.jobs.at(-1), 'it is killed in time').toMatchObject({ state: 'running', steps: 150 });

    await koma.kill('supervisor');
    await koma.start();
    await poll(() => asked()).toEqual([QUICK, SLOW, SLOW]);
    await second.reload();
    await card(second, id).locator('.coming').waitFor();
    expect(await shareOn(second)).toBeGreaterThan(0);
    for (const tab of [desk, second]) await card(tab, id, 'done').locator('img').waitFor();
    expect(await card(second, id).locator('img').getAttribute('src')).toBe(await card(desk, id).locator('img').getAttribute('src'));
    for (const tab of [desk, second]) expect(await tab.locator('.wall-card').count()).toBe(2);
    expect(asked(), 'and only once more').toEqual([QUICK, SLOW, SLOW]);
  });

  test('is the artist of a comic, and its panels are on the page', async () => {
    await desk.goto(`${journey.url}/new`);
    await desk.locator('#story').fill(STORY);
    await desk.getByText('A picture model').first().click();
    await desk.getByText('Costs nothing. Storyboards and descriptions are sent to this provider.').waitFor();
    await desk.getByRole('button', { name: 'Make the comic' }).click();
    await desk.waitForURL(/\/comics\/comic_/);
    const comicId = new URL(desk.url()).pathname.split('/')[2] ?? '';
    const read = () => journey.call<{ state: string; panelStates: { id: string; state: string }[] }>('GET', `/comics/${comicId}`);
    await poll(async () => (await read()).state).toBe('done');
    const { panelStates } = await read();
    expect(new Set(panelStates.map(({ state }) => state))).toEqual(new Set(['done']));
    expect(fake.jobs).toHaveLength(3 + panelStates.length);
    await poll(() => desk.locator('.wall-slot[data-filled=true]').count()).toBe(panelStates.length);
    await poll(() => desk.evaluate<boolean>(`((sheets) => sheets.length > 0 && sheets.every(({ naturalWidth }) => naturalWidth > 0))([...document.querySelectorAll('.wall-sheet')])`)).toBe(true);
    await desk.goto(`${journey.url}/comics/${comicId}/panels/${panelStates[0]?.id}`);
    await desk.getByText(/^Take 1 · Card at home/).waitFor();
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

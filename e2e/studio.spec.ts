/** From words to pictures and back: drawn, there again after a refresh, remixed, compared, put in order, kept, downloaded, recalled from a file. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { beginJourney, type Journey } from './testing/journey.ts';

const WORDS = 'a lighthouse keeper and her cat';

describe('the studio', () => {
  let fake: FakeA1111;
  let journey: Journey;
  let page: Page;

  beforeAll(async () => {
    [fake, journey] = await Promise.all([startFakeA1111({ stepMs: 40 }), beginJourney({ isOwner: true })]);
    ({ page } = journey);
  });
  afterAll(async () => {
    await journey?.close();
    await fake?.close();
  });

  const shown = (state = 'done') => page.locator(`.wall-card[data-state=${state}]`);
  const prompt = () => page.getByLabel('What do you want to see?');
  const setUp = async () => {
    const { id, models } = await journey.call<{ id: string; models: { modelId: string }[] }>('POST', '/providers', { kind: 'a1111', name: 'At home', url: fake.url, isPrivateAllowed: true });
    await journey.call('PUT', '/model-defaults', { purpose: 'picture', providerId: id, modelId: models[0]?.modelId });
  };

  test('says what to do while nobody can draw', async () => {
    // A fresh instance may have somebody who draws.
    await page.route('**/api/v1/studio/models', (route) => route.fulfill({ json: { items: [] } }));
    await page.goto(`${journey.url}/studio`);
    await page.getByRole('heading', { name: 'Nobody here can draw yet' }).waitFor();
    expect(await page.getByRole('link', { name: 'Add a provider' }).getAttribute('href')).toBe('/admin/providers');
    await setUp();
    await page.unroute('**/api/v1/studio/models');
    await page.getByRole('button', { name: 'Look again' }).click();
    await prompt().waitFor();
  });

  test('does not send what the model cannot do, and says so', async () => {
    await page.getByRole('button', { name: /^Draw 2 pictures/ }).click();
    await page.getByText('Say what is to be drawn.').first().waitFor();
    expect(fake.jobs).toHaveLength(0);
  });

  test('draws two pictures, that hang there again after a refresh', async () => {
    await prompt().fill(WORDS);
    await page.getByText('16:9', { exact: true }).click();
    await prompt().press('Control+Enter');
    await page.locator('.wall-card').nth(1).waitFor();
    await shown().nth(1).waitFor();
    expect(fake.jobs).toHaveLength(2);
    const boxes = await page.locator('.wall-place').evaluateAll((places) => places.map((place) => place.clientWidth / place.clientHeight));
    for (const ratio of boxes) expect(ratio).toBeCloseTo(16 / 9, 1);
    await page.reload();
    await shown().nth(1).waitFor();
    expect(await prompt().inputValue()).toBe(WORDS);
  });

  test('says what a remix would change, and changes it then', async () => {
    await prompt().fill('something else');
    await page.getByText('1:1', { exact: true }).click();
    await shown().first().locator('.wall-link').click();
    await page.waitForURL(/\/studio\/pictures\/picture_/);
    await page.getByRole('button', { name: 'Remix' }).click();
    const changes = page.locator('.recall-changes > div');
    await changes.first().waitFor();
    expect((await changes.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(expect.arrayContaining([expect.stringContaining(`something else → ${WORDS}`), expect.stringMatching(/^Shape 1:1.* → 16:9/)]));
    expect(await prompt().inputValue()).toBe('something else');
    await page.getByRole('button', { name: 'Put into the form' }).click();
    await page.waitForURL(/\/studio$/);
    expect(await prompt().inputValue()).toBe(WORDS);
  });

  test('looks closer by keys and by buttons', async () => {
    await shown().first().locator('.wall-link').click();
    await page.locator('.stage-picture[data-waits=false]').waitFor();
    const scale = () => page.locator('.stage-zoom output').innerText();
    await page.keyboard.press('+');
    await expect.poll(scale).toBe('140 %');
    await page.getByRole('button', { name: 'Closer', exact: true }).click();
    await expect.poll(scale).toBe('196 %');
    await page.keyboard.press('-');
    await expect.poll(scale).toBe('140 %');
    await page.keyboard.press('0');
    await expect.poll(scale).toBe('100 %');
    await page.goBack();
    await page.waitForURL(/\/studio$/);
  });

  test('compares two, makes one a favourite, and puts both into one file', async () => {
    for (const index of [0, 1]) {
      await shown().nth(index).hover();
      await shown().nth(index).locator('.wall-pick').click();
    }
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.waitForURL(/compare=/);
    const line = page.getByRole('slider', { name: 'Line between the two' });
    await line.fill('80');
    expect(await page.locator('.compared').getAttribute('style')).toContain('80%');
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.search.includes('compare'));

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'As a zip' }).click()]);
    expect(Object.keys(unzipSync(readFileSync(await download.path()))).filter((name) => /\.(png|jpg|webp)$/.test(name))).toHaveLength(2);
    await page.getByRole('button', { name: 'None', exact: true }).click();

    await shown().first().hover();
    await shown().first().locator('.wall-star').click();
    await page.goto(`${journey.url}/studio?show=favourites`);
    await page.locator('.wall-card[data-favourite=true]').waitFor();
    expect(await page.locator('.wall-card').count()).toBe(1);
  });

  test('keeps a note, tags and a board of a picture', async () => {
    await page.goto(`${journey.url}/studio`);
    await shown().nth(1).waitFor();
    await shown().first().locator('.wall-link').click();
    await page.getByLabel('Add a tag').fill('harbour, night');
    await page.getByLabel('Add a tag').press('Enter');
    await page.getByRole('list', { name: 'Tags' }).getByText('night').waitFor();
    await page.getByLabel('Put on a board').fill('Lighthouse');
    await page.getByRole('button', { name: 'New board “Lighthouse”' }).click();
    await page.getByRole('list', { name: 'Boards' }).getByText('Lighthouse').waitFor();
    await page.getByLabel('Note', { exact: true }).fill('the one for the cover');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('list', { name: 'Boards' }).getByText('Lighthouse').waitFor();
    expect(await page.getByRole('list', { name: 'Tags' }).getByRole('listitem').allInnerTexts()).toEqual(['harbour', 'night']);
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('the one for the cover');
    await page.getByRole('button', { name: 'Remove “night”' }).click();
    await page.getByRole('button', { name: 'Remove “night”' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  test('puts what is picked on a board, shows that board alone, gives it another name, and brings it back', async () => {
    const boards = async () => (await journey.call<{ items: { name: string; count: number }[] }>('GET', '/studio/boards')).items.map(({ name, count }) => `${name} ${count}`);
    for (const index of [0, 1]) {
      await shown().nth(index).hover();
      await shown().nth(index).locator('.wall-pick').click();
    }
    await page.getByRole('button', { name: 'To a board' }).click();
    await page.getByText('1 of 2', { exact: true }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Lighthouse', exact: true }).click();
    await page.getByText('1 picture lies on “Lighthouse”.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'None', exact: true }).click();
    expect(await boards()).toEqual(['Lighthouse 2']);

    await page.getByRole('combobox', { name: 'Boards' }).click();
    await page.getByRole('option', { name: 'Lighthouse (2)' }).click();
    await page.waitForURL(/board=board_/);
    await shown().nth(1).waitFor();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name of the board').fill('Covers');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Covers' }).waitFor();
    await page.getByRole('button', { name: 'Remove the board' }).click();
    await page.waitForURL((url) => !url.search.includes('board'));
    expect(await boards()).toEqual([]);
    await page.getByText('The board “Covers” is gone. Its pictures stay.').locator('..').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(boards).toEqual(['Covers 2']);
    await page.goto(`${journey.url}/studio?tag=harbour`);
    await shown().first().waitFor();
    expect(await page.locator('.wall-card').count()).toBe(1);
  });

  test('takes what a picture file was made with into the form, and says when it says nothing', async () => {
    await page.goto(`${journey.url}/studio`);
    await shown().first().waitFor();
    const { items } = await journey.call<{ items: { id: string; state: string }[] }>('GET', '/studio/pictures');
    const drawn = items.find(({ state }) => state === 'done')?.id ?? '';
    const read = async (making: boolean) => (await journey.context.request.get(`${journey.url}/api/v1/studio/pictures/${drawn}/file?download=true&making=${making}`)).body();
    await prompt().fill('something else');
    await page.locator('input[type=file][accept="image/png,image/jpeg,image/webp"]').setInputFiles({ name: 'found.png', mimeType: 'image/png', buffer: await read(false) });
    await page.getByRole('heading', { name: 'Nothing to use in this file' }).waitFor();
    await page.getByText('This picture does not say what it was made of').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const base64 = (await read(true)).toString('base64');
    const files = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob('${base64}'), (letter) => letter.codePointAt(0))], 'found.png', { type: 'image/png' }));
      return transfer;
    })()`);
    await page.dispatchEvent('.wall', 'dragover', { dataTransfer: files });
    await page.getByText('Drop it here to use what it was made with').waitFor();
    await page.dispatchEvent('.wall', 'drop', { dataTransfer: files });
    const dialog = page.getByRole('dialog', { name: 'Use what it was made with' });
    await dialog.getByText('Words of Komawari').waitFor();
    await dialog.getByRole('button', { name: 'Remix' }).click();
    await dialog.locator('.recall-changes').getByText(WORDS).waitFor();
    await dialog.getByRole('button', { name: 'Put into the form' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await prompt().inputValue()).toBe(WORDS);
  });

  test('throws one away, and brings it back', async () => {
    await page.goto(`${journey.url}/studio`);
    await shown().nth(1).waitFor();
    await prompt().waitFor();
    await shown().first().locator('.wall-link').press('Delete');
    await page.getByText('1 picture lies in the trash.').waitFor();
    expect(await page.locator('.wall-card').count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await shown().nth(1).waitFor();
  });

  test('shows why one did not work, and draws it again in its place', async () => {
    fake.fault({ kind: 'empty' });
    await page.getByText('1', { exact: true }).first().click();
    await prompt().press('Control+Enter');
    await shown('failed').first().getByRole('button', { name: 'Draw again' }).click();
    // It is on its way at once, and stays so until it is there.
    await shown('queued').first().waitFor();
    await shown().nth(2).waitFor();
    expect(await shown('failed').count()).toBe(0);
  });

  test('works on a picture of its own: the form shows what the model can do with one, and only then', async () => {
    expect(await page.getByRole('slider', { name: 'How far from the picture' }).count()).toBe(0);
    await shown().first().locator('.wall-link').click();
    await page.getByRole('button', { name: 'Work on it' }).click();
    await page.getByRole('img', { name: 'Picture to work on' }).waitFor();
    await page.getByRole('slider', { name: 'How far from the picture' }).waitFor();
    await page.reload();
    await page.getByRole('img', { name: 'Picture to work on' }).waitFor();
    const before = fake.jobs.length;
    await prompt().press('Control+Enter');
    await shown().nth(3).waitFor();
    expect(fake.jobs.slice(before).map(({ kind }) => kind)).toEqual(['img2img']);
    await page.getByRole('button', { name: 'Remove Picture to work on' }).click();
    await page.getByRole('slider', { name: 'How far from the picture' }).waitFor({ state: 'detached' });
  });

  test('deletes one for good out of its own sheet, after it has asked', async () => {
    await shown('done').first().locator('.wall-link').click();
    await page.getByRole('button', { name: 'To the trash' }).click();
    await page.goto(`${journey.url}/studio?show=trash`);
    await shown().first().locator('.wall-link').click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('The trash is empty').waitFor();
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

/** Words that choose, words that a model says better, and words of a picture. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { startFakeOpenai, type FakeOpenai } from '../packages/testkit/fakes/providers/fake-openai.ts';
import { beginJourney, type Journey } from './testing/journey.ts';

describe('the words of a prompt', () => {
  let painter: FakeA1111;
  let writer: FakeOpenai;
  let journey: Journey;
  let page: Page;

  beforeAll(async () => {
    [painter, writer, journey] = await Promise.all([startFakeA1111({ stepMs: 1 }), startFakeOpenai(), beginJourney({ isOwner: true })]);
    ({ page } = journey);
    const { id, models } = await journey.call<{ id: string; models: { modelId: string }[] }>('POST', '/providers', { kind: 'a1111', name: 'At home', url: painter.url, isPrivateAllowed: true });
    await journey.call('PUT', '/model-defaults', { purpose: 'picture', providerId: id, modelId: models[0]?.modelId });
  });
  afterAll(async () => {
    await journey?.close();
    await Promise.all([painter?.close(), writer?.close()]);
  });

  const prompt = () => page.getByLabel('What do you want to see?');
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  test('one of one\'s own lists is put into the prompt, and what may come of it is seen before', async () => {
    await page.goto(`${journey.url}/studio`);
    await prompt().fill('a {red|blue} fox in');
    await page.getByText('2 ways to draw it').waitFor();
    expect(await button('Improve the words').count()).toBe(0);
    await button('Word lists').click();
    await button('New list').click();
    await page.getByLabel('Name', { exact: true }).fill('Hour of day');
    await page.getByLabel('Words', { exact: true }).fill('the evening\n\nthe morning\nthe night');
    await button('Keep the list').click();
    await button('Put into the prompt').click();
    expect(await prompt().inputValue()).toBe('a {red|blue} fox in __hour-of-day__');
    await page.getByText('6 ways to draw it').waitFor();
    await page.getByText(/^For example: a (red|blue) fox in the (evening|morning|night)$/).waitFor();
  });

  test('each picture is drawn of words of its own', async () => {
    await prompt().press('Control+Enter');
    await page.locator('.wall-card[data-state=done]').nth(1).waitFor();
    const { items } = await journey.call<{ items: { prompt: string }[] }>('GET', '/studio/pictures');
    for (const { prompt: words } of items) expect(words).toMatch(/^a (red|blue) fox in the (evening|morning|night)$/);
  });

  test('a model says it better: the difference is taken, and taken back', async () => {
    const { id, models } = await journey.call<{ id: string; models: { modelId: string; text: object | null }[] }>('POST', '/providers', { kind: 'openai', name: 'Writers', url: writer.baseUrl, secrets: { apiKey: 'sk-test' }, isPrivateAllowed: true });
    const model = models.find(({ modelId, text }) => text && !modelId.includes('blind'))?.modelId;
    await journey.call('PUT', '/model-defaults', { purpose: 'words', providerId: id, modelId: model });
    await journey.call('PUT', '/model-defaults', { purpose: 'vision', providerId: id, modelId: model });
    await page.reload();
    await prompt().fill('a fox in the snow');
    writer.say('"a red fox in the deep snow"');
    await button('Improve the words').click();
    await page.locator('.word-diff ins').first().waitFor();
    expect((await page.locator('.word-diff ins').allInnerTexts()).map((text) => text.trim())).toEqual(['red', 'deep']);
    expect(await page.locator('.word-diff del').count()).toBe(0);
    await button('Take these words').click();
    expect(await prompt().inputValue()).toBe('a red fox in the deep snow');
    await button('Undo').click();
    await expect.poll(() => prompt().inputValue()).toBe('a fox in the snow');
  });

  test('a picture on the wall is put into words', async () => {
    writer.say('two foxes at a lake');
    await page.locator('.wall-card[data-state=done] .wall-link').first().click();
    await page.waitForURL(/\/studio\/pictures\/picture_/);
    await button('Words from the picture').click();
    await button('Take these words').click();
    await page.waitForURL(/\/studio$/);
    expect(await prompt().inputValue()).toBe('two foxes at a lake');
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

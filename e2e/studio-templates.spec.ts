/** Words with gaps, templates, and styles of one's own. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { beginJourney, type Journey } from './testing/journey.ts';

describe('templates', () => {
  let painter: FakeA1111;
  let journey: Journey;
  let page: Page;

  beforeAll(async () => {
    [painter, journey] = await Promise.all([startFakeA1111({ stepMs: 1 }), beginJourney({ isOwner: true })]);
    ({ page } = journey);
    const { id, models } = await journey.call<{ id: string; models: { modelId: string }[] }>('POST', '/providers', { kind: 'a1111', name: 'At home', url: painter.url, isPrivateAllowed: true });
    await journey.call('PUT', '/model-defaults', { purpose: 'picture', providerId: id, modelId: models[0]?.modelId });
  });
  afterAll(async () => {
    await journey?.close();
    await painter?.close();
  });

  const prompt = () => page.getByLabel('What do you want to see?');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialog = () => page.getByRole('dialog');
  const focused = (at: Locator) => at.and(page.locator(':focus')).waitFor();

  test('a prompt asks for what it needs, and each picture is sent what was written', async () => {
    await page.goto(`${journey.url}/studio`);
    await prompt().fill('a {{colour=red}} {{animal}} in the rain');
    await prompt().press('Control+Enter');
    await page.getByText('Write something here: the words ask for it.').waitFor();
    expect(await page.getByLabel('animal').evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    await page.getByLabel('animal').fill('fox');
    await page.getByText('For example: a red fox in the rain').waitFor();
    await page.reload();
    expect(await page.getByLabel('animal').inputValue()).toBe('fox');
  });

  test('a style of one\'s own is made, chosen, sent, and pictures are found by it', async () => {
    await page.locator('.fold > summary', { hasText: 'Style' }).click();
    await button('Own styles').click();
    await dialog().getByLabel('Name', { exact: true }).fill('Woodcut');
    await dialog().getByLabel('Added to your words').fill('woodcut print, rough lines');
    await button('Keep the style').click();
    await button('Use it').waitFor();

    // One of the house as it came, and as one had it.
    await dialog().getByRole('button', { name: 'Ink wash', exact: true }).click();
    const adds = dialog().getByLabel('Added to your words');
    await adds.fill('my own ink ');
    await button('Keep the style').click();
    await button('As it came').click();
    await page.getByText('The style “Ink wash” is as it came.').waitFor();
    expect(await adds.inputValue()).not.toContain('my own');
    await button('Undo').click();
    await expect.poll(() => adds.inputValue()).toBe('my own ink');
    const styles = await journey.call<{ items: { id: string; name: string }[] }>('GET', '/studio/styles');
    expect(styles.items.find(({ id }) => id === 'ink')?.name, 'it goes by its name in every language').toBe('');
    await dialog().getByRole('button', { name: 'Woodcut', exact: true }).click();
    await button('Use it').click();
    await page.getByRole('radio', { name: 'Woodcut' }).waitFor({ state: 'attached' });
    expect(await page.getByRole('radio', { name: 'Woodcut' }).isChecked()).toBe(true);
    await prompt().press('Control+Enter');
    await page.locator('.wall-card[data-state=done]').nth(1).waitFor();
    const { items } = await journey.call<{ items: { prompt: string }[] }>('GET', '/studio/pictures');
    expect(items.map(({ prompt: words }) => words)).toEqual(Array.from({ length: 2 }, () => 'a red fox in the rain, woodcut print, rough lines'));
    await page.reload();
    await page.getByRole('search').getByLabel('Style').selectOption({ label: 'Woodcut (2)' });
    await page.waitForURL(/style=style_/);
    await page.locator('.wall-card').nth(1).waitFor();
  });

  test('what stands in the form is kept as a template, saved as a file, removed, brought back, and used', async () => {
    await button('Templates').click();
    await button('Keep what is in the form').click();
    await focused(dialog().getByLabel('Title'));
    await dialog().getByLabel('Title').fill('Wet animal');
    await button('Keep the template').click();
    await focused(button('Keep what is in the form'));
    await dialog().getByRole('heading', { name: 'Wet animal' }).waitFor();
    const saving = page.waitForEvent('download');
    await button('Save as a file').click();
    const file = await (await saving).path();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'komawari-templates', templates: [{ title: 'Wet animal', prompt: 'a {{colour=red}} {{animal}} in the rain', style: { words: 'woodcut print, rough lines' } }] });
    await button('More: Wet animal').click();
    await page.getByRole('menuitem', { name: 'Change' }).click();
    await focused(dialog().getByLabel('Title'));
    await button('Cancel').click();
    await focused(button('More: Wet animal'));
    await button('More: Wet animal').click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await button('Undo').click();
    await dialog().getByRole('heading', { name: 'Wet animal' }).waitFor();
    await dialog().locator('input[type=file]').setInputFiles(file);
    await page.getByText('0 templates were added. 1 was here already.').waitFor();

    await dialog().getByLabel('Find a template').fill('cover');
    const cover = dialog().locator('.template', { hasText: 'Cover' });
    await cover.getByRole('button', { name: 'Use it' }).click();
    await cover.locator('.recall-changes', { hasText: '2:3' }).waitFor();
    await cover.getByRole('button', { name: 'Put into the form' }).click();
    await page.getByLabel('hero', { exact: true }).waitFor();
    expect(await prompt().inputValue()).toMatch(/^Cover picture of a comic: \{\{hero=/);
    expect(journey.complaints).toEqual([]);
  });
});

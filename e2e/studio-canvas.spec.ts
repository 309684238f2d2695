/** A picture drawn on beyond its edges: dragged, by a ratio, by keys, there again after a refresh; and one without its background. */
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { startFakeOpenai, type FakeOpenai } from '../packages/testkit/fakes/providers/fake-openai.ts';
import { beginJourney, type Journey } from './testing/journey.ts';

const [WIDTH, HEIGHT] = [512, 512];

describe('a picture on a larger canvas', () => {
  let [parts, clear]: [FakeA1111?, FakeOpenai?] = [];
  let journey: Journey;
  let page: Page;

  beforeAll(async () => {
    [parts, clear, journey] = await Promise.all([startFakeA1111({ stepMs: 1 }), startFakeOpenai(), beginJourney({ isOwner: true })]);
    ({ page } = journey);
    const { id, models } = await journey.call<{ id: string; models: { modelId: string }[] }>('POST', '/providers', { kind: 'a1111', name: 'At home', url: parts.url, isPrivateAllowed: true });
    await journey.call('PUT', '/model-defaults', { purpose: 'picture', providerId: id, modelId: models[0]?.modelId });
  });
  afterAll(async () => {
    await journey?.close();
    await Promise.all([parts?.close(), clear?.close()]);
  });

  const size = () => page.locator('.canvas-label output').textContent();

  test('grows by a ratio, by the hand and by keys, and is there again after a refresh', async () => {
    await page.goto(`${journey.url}/studio`);
    await page.getByLabel('What do you want to see?').fill('a harbour at dawn');
    const buffer = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#206040' } }).png().toBuffer();
    await page.locator('.tray input[type=file]').first().setInputFiles({ name: 'harbour.png', mimeType: 'image/png', buffer });
    await page.getByText('Extend', { exact: true }).click();
    await page.getByText('1', { exact: true }).first().click();
    // Nothing is sent before it grows.
    await page.getByLabel('What do you want to see?').press('Control+Enter');
    await page.getByText('Say how far it shall go beyond its edges.').first().waitFor();
    expect(parts?.jobs).toHaveLength(0);

    await page.getByRole('button', { name: '16:9' }).click();
    expect(await size()).toBe('910 × 512 px');
    await page.getByRole('button', { name: 'As it is' }).click();
    const right = page.getByRole('slider', { name: 'Right edge' });
    await right.scrollIntoViewIfNeeded();
    const box = await right.boundingBox();
    if (!box) throw new Error('no edge');
    await page.mouse.move(box.x + 22, box.y + 22);
    await page.mouse.down();
    await page.mouse.move(box.x + 42, box.y + 22, { steps: 4 });
    await page.mouse.up();
    const grown = Number.parseInt((await size()) ?? '', 10);
    expect([grown > WIDTH, grown % 8]).toEqual([true, 0]);
    await right.press('Home');
    await right.press('Shift+ArrowRight');
    await page.getByRole('slider', { name: 'Upper edge' }).press('ArrowUp');
    expect(await size()).toBe('576 × 520 px');
    await page.reload();
    await page.locator('.canvas-sheet img').waitFor();
    expect(await size()).toBe('576 × 520 px');
  });

  test('goes to a model that draws parts with a mask of what is new, and comes back with itself as it was', async () => {
    await page.getByLabel('What do you want to see?').press('Control+Enter');
    await page.locator('.wall-card[data-state=done]').first().waitFor();
    const [job] = parts?.jobs ?? [];
    expect([job?.kind, job?.sizes.mask, job?.fields['width'], job?.fields['height'], job?.fields['denoising_strength']]).toEqual(['img2img', [576, 520], 576, 520, 0.9]);
    const { items: [picture] } = await journey.call<{ items: { id: string; width: number; height: number }[] }>('GET', '/studio/pictures');
    expect([picture?.width, picture?.height]).toEqual([576, 520]);
    const file = await page.request.get(`${journey.url}/api/v1/studio/pictures/${picture?.id}/file`);
    const at = async (left: number, top: number) => (await sharp(await file.body()).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()).toString('hex');
    expect([await at(5, 300), await at(400, 60)]).toEqual(['206040', '206040']);
    expect(await at(570, 300)).not.toBe('206040');
  });

  test('brings its canvas back to the form', async () => {
    await page.getByRole('button', { name: 'As it is' }).click();
    await page.locator('.wall-card[data-state=done] .wall-link').first().click();
    await page.getByRole('button', { name: 'Remix' }).click();
    await page.getByText('↑ 8', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Put into the form' }).click();
    await page.locator('.lightbox').waitFor({ state: 'detached' });
    expect(await size()).toBe('576 × 520 px');
  });

  test('without its background: who could do it is said, then it is done, and shown on squares', async () => {
    const first = page.locator('.wall-card[data-state=done]').first();
    await first.locator('.wall-link').click();
    await page.getByRole('button', { name: 'Remove background' }).click();
    await page.getByText('No model here removes backgrounds.').waitFor();
    await journey.call('POST', '/providers', { kind: 'openai', name: 'OpenAI', url: clear?.baseUrl, isPrivateAllowed: true, secrets: { apiKey: 'sk-test' } });
    await page.reload();
    await page.getByRole('button', { name: 'Remove background' }).click();
    await page.locator('.wall-card[data-state=done]').nth(1).waitFor();
    await first.locator('.wall-link').click();
    const shown = page.locator('.stage-picture[data-clear=true][data-waits=false]');
    await shown.waitFor();
    expect(await page.evaluate("getComputedStyle(document.querySelector('.stage-picture[data-clear=true][data-waits=false]')).backgroundImage")).toContain('conic-gradient');
    await page.getByText('Cut out', { exact: true }).waitFor();
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

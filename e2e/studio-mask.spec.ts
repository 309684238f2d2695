/** A part of a picture drawn anew: painted with the mouse, there again after a refresh, and white in what the provider gets; then larger, and more like it. */
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111 } from '../packages/testkit/fakes/providers/fake-a1111.ts';
import { beginJourney, type Journey } from './testing/journey.ts';

const [WIDTH, HEIGHT] = [600, 400];

describe('a part of a picture', () => {
  let fake: FakeA1111;
  let journey: Journey;
  let page: Page;

  beforeAll(async () => {
    [fake, journey] = await Promise.all([startFakeA1111({ stepMs: 1 }), beginJourney({ isOwner: true })]);
    ({ page } = journey);
    const { id, models } = await journey.call<{ id: string; models: { modelId: string }[] }>('POST', '/providers', { kind: 'a1111', name: 'At home', url: fake.url, isPrivateAllowed: true });
    await journey.call('PUT', '/model-defaults', { purpose: 'picture', providerId: id, modelId: models[0]?.modelId });
  });
  afterAll(async () => {
    await journey?.close();
    await fake?.close();
  });

  const open = async (name: string) => {
    await page.getByRole('button', { name }).click();
    await page.locator('.mask-sheet canvas').waitFor();
    const box = await page.locator('.mask-sheet').boundingBox();
    if (!box) throw new Error('no sheet');
    return { x: (share: number) => box.x + box.width * share, y: (share: number) => box.y + box.height * share };
  };

  test('is painted over its picture, undone and done again, and goes to the provider in white', async () => {
    await page.goto(`${journey.url}/studio`);
    await page.getByLabel('What do you want to see?').fill('a red balloon');
    const buffer = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#88aacc' } }).png().toBuffer();
    await page.locator('.tray input[type=file]').first().setInputFiles({ name: 'sky.png', mimeType: 'image/png', buffer });
    await page.getByText('Redraw a part', { exact: true }).click();
    // Nothing is sent before a part was painted.
    await page.getByText('1', { exact: true }).first().click();
    await page.getByLabel('What do you want to see?').press('Control+Enter');
    await page.getByText('Paint over the part that is to be drawn anew.').first().waitFor();
    expect(fake.jobs).toHaveLength(0);

    const { x, y } = await open('Paint the part');
    await page.mouse.move(x(0.25), y(0.5));
    await page.mouse.down();
    await page.mouse.move(x(0.3), y(0.5), { steps: 4 });
    // Outside: the stroke ends at the edge.
    await page.mouse.move(x(0.3), y(-0.04), { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByRole('button', { name: 'Use this part' }).click();
    await page.getByRole('img', { name: 'Part to draw anew' }).waitFor();
  });

  test('is there again after a refresh, can be changed, and white is where it was painted', async () => {
    await page.reload();
    await page.getByRole('img', { name: 'Part to draw anew' }).waitFor();
    const { x, y } = await open('Change the part');
    await page.mouse.click(x(0.75), y(0.75));
    await page.getByRole('button', { name: 'Use this part' }).click();
    await page.locator('.mask-stage').waitFor({ state: 'detached' });
    await page.getByLabel('What do you want to see?').press('Control+Enter');
    await page.locator('.wall-card[data-state=done]').first().waitFor();
    const [job] = fake.jobs;
    expect([fake.jobs.length, job?.kind, job?.sizes.mask]).toEqual([1, 'img2img', [WIDTH, HEIGHT]]);
    expect(job?.fields).toMatchObject({ width: WIDTH, height: HEIGHT });
    const { data, info } = await sharp(Buffer.from(String(job?.fields['mask']).replace(/^data:[^,]*,/, ''), 'base64')).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    const at = (left: number, top: number) => data[(Math.floor(top * HEIGHT) * WIDTH + Math.floor(left * WIDTH)) * info.channels];
    expect([at(0.25, 0.5), at(0.3, 0.1), at(0.75, 0.75)]).toEqual([255, 255, 255]);
    expect([at(0.6, 0.3), at(0.05, 0.95), at(0.95, 0.05)]).toEqual([0, 0, 0]);
  });

  test('gives a larger one without the provider, and more like it with it', async () => {
    const done = page.locator('.wall-card[data-state=done]');
    await done.first().locator('.wall-link').click();
    await page.getByRole('button', { name: 'Enlarge 2×' }).click();
    await done.nth(1).waitFor();
    await done.first().locator('.wall-link').click();
    await page.getByText(`${WIDTH * 2} × ${HEIGHT * 2}`).waitFor();
    expect(fake.jobs).toHaveLength(1);
    await page.getByRole('button', { name: 'More like this' }).click({ timeout: 10_000 });
    await done.nth(5).waitFor();
    expect(fake.jobs.slice(1).map(({ kind, fields, sizes }) => [kind, fields['denoising_strength'], sizes.inits])).toEqual(Array(4).fill(['img2img', 0.5, [[WIDTH * 2, HEIGHT * 2]]]));
  });

  test('nothing on the way broke the content policy or threw', () => expect(journey.complaints).toEqual([]));
});

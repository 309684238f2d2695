import { setTimeout as sleep } from 'node:timers/promises';
import type { ImageModel } from '@komawari/contract';
import { eventually } from '@komawari/testkit';
import { imageProviderSuite, requestFor } from '@komawari/testkit/suites/image-provider-suite';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeA1111, type FakeA1111, type FakeA1111Options } from '../../../../../../packages/testkit/fakes/providers/fake-a1111.ts';
import type { ImageCall, ImageRequest, Picture } from '../../../ports/image-provider.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { a1111Provider } from './a1111-provider.ts';
import { A1111Settings } from './a1111-settings.ts';

const LOGIN = 'hana:lantern-oil-77';
const isWork = ({ method, path }: { method: string; path: string }) => method === 'POST' && /^\/sdapi\/v1\/(?:txt2img|img2img|extra-single-image)$/.test(path);

for (const flavour of ['a1111', 'forge'] as const) {
  imageProviderSuite<A1111Settings, FakeA1111>(flavour, {
    kind: a1111Provider, isWork, own: ['empty', 'wrong-type', 'bomb'], slowStepMs: 75, resumes: 'nothing',
    startFake: (options) => startFakeA1111({ flavour, key: LOGIN, ...options }),
    endpoint: () => ({ secrets: { login: LOGIN }, settings: { pollMs: 10, stepsDefault: 4 } }),
    differs: { 'status 404': ['invalid'] },
    isAtWork: (fake) => fake.jobs.some(({ state }) => state === 'running'),
    wasTold: (fake) => fake.jobs.some(({ isInterrupted }) => isInterrupted),
  });
}

describe('AUTOMATIC1111 and Forge', () => {
  let fake: FakeA1111;
  afterEach(() => fake.close());
  const open = async (options: FakeA1111Options = {}, settings: Partial<A1111Settings> = {}): Promise<OpenProvider> => {
    fake = await startFakeA1111(options);
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return a1111Provider.open({ url: fake.url, secrets: {}, settings: A1111Settings.parse({ pollMs: 10, stepsDefault: 4, ...settings }) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const call = (over: Partial<ImageCall> = {}): ImageCall => ({ id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...over });
  const models = (provider: OpenProvider) => provider.image?.listModels(signal()) ?? Promise.resolve([]);
  const draw = async (provider: OpenProvider, over: Partial<ImageRequest> = {}, asked = call()) => {
    const [model] = await models(provider);
    return provider.image?.draw(requestFor(model as ImageModel, { size: { width: 64, height: 64 }, ...over }), asked);
  };
  const colours = async (answer: Awaited<ReturnType<typeof draw>>, left = 5) => Promise.all((answer?.slots ?? []).map(async (slot) => (slot.kind === 'picture' ? `#${(await sharp(slot.picture.bytes).removeAlpha().extract({ left, top: 32, width: 1, height: 1 }).raw().toBuffer()).toString('hex')}` : slot.fault)));
  const plain = async (width: number, colour: string): Promise<Picture> => ({ bytes: await sharp({ create: { width, height: 64, channels: 3, background: colour } }).png().toBuffer(), mediaType: 'image/png' });

  test.each([[true], [false]])('the grid is no picture, whether it comes or not: %s', async (hasGrid) => {
    const answer = await draw(await open({ hasGrid }), { count: 3, seed: 100 });
    expect(await colours(answer)).toEqual(['#c8402a', '#2a5fc8', '#3a8f4d']);
    expect(answer?.slots.map((slot) => slot.kind === 'picture' && slot.seed)).toEqual([100, 101, 102]);
  });

  test('which of the two it is, is found by looking, or set', async () => {
    const settingsOf = async (provider: OpenProvider) => (await models(provider))[0]?.settings.map(({ name }) => name);
    const forge = await open({ flavour: 'forge' });
    expect(await settingsOf(forge)).toContain('distilledGuidance');
    expect(await forge.check(signal())).toEqual({ says: expect.stringMatching(/^Forge, ink-and-paper/) as string });
    await fake.close();
    const found = await open({ flavour: 'a1111' });
    expect(await settingsOf(found)).not.toContain('distilledGuidance');
    await fake.close();
    expect(await settingsOf(await open({ flavour: 'a1111' }, { flavour: 'forge' }))).toContain('distilledGuidance');
  });

  test('models, samplers, schedulers and upscalers are what the server has', async () => {
    const listed = await models(await open());
    expect(listed.map(({ id }) => id)).toEqual(['ink-and-paper', 'night-city']);
    expect(Object.fromEntries((listed[0]?.settings ?? []).map((one) => [one.name, one.kind === 'choice' ? one.choices : one.kind]))).toMatchObject({
      sampler: ['Euler', 'Euler a', 'DPM++ 2M'], scheduler: ['Automatic', 'Karras', 'Exponential'], upscaler: ['Lanczos', 'R-ESRGAN 4x+'],
    });
  });

  test('the model that was chosen draws, and stays', async () => {
    const provider = await open();
    const model = (await models(provider)).find(({ id }) => id === 'night-city') as ImageModel;
    await draw(provider, { model, settings: { sampler: 'DPM++ 2M', scheduler: 'Karras' } });
    expect(fake.jobs[0]).toMatchObject({ model: 'night-city.safetensors', sampler: 'DPM++ 2M', scheduler: 'Karras', unknownFields: [], saved: 0 });
    expect(fake.loadedModel()).toBe('night-city.safetensors');
  });

  test('a model that is gone is told as such', async () => {
    const provider = await open();
    const [model] = await models(provider);
    await expect(draw(provider, { model: { ...(model as ImageModel), id: 'burnt' } })).rejects.toMatchObject({ fault: 'no-model' });
  });

  test('a mask: only what is white in it is drawn anew', async () => {
    const mask: Picture = { bytes: await sharp((await plain(64, '#000000')).bytes).composite([{ input: Buffer.from((await plain(32, '#ffffff')).bytes), left: 0, top: 0 }]).toColourspace('b-w').png().toBuffer(), mediaType: 'image/png' };
    const answer = await draw(await open(), { ability: 'inpaint', source: await plain(64, '#ffffff'), mask, strength: 0.6 });
    expect([await colours(answer, 5), await colours(answer, 60)]).toEqual([['#c8402a'], ['#ffffff']]);
    expect(fake.jobs[0]).toMatchObject({ kind: 'img2img', unknownFields: [], fields: { denoising_strength: 0.6, inpainting_mask_invert: 0 } });
  });

  test('upscaling is by pixels, with the upscaler that was chosen', async () => {
    const answer = await draw(await open(), { ability: 'upscale', source: await plain(64, '#446688'), size: { width: 256, height: 256 }, settings: { upscaler: 'R-ESRGAN 4x+' } });
    const [slot] = answer?.slots ?? [];
    expect(slot?.kind === 'picture' && (await sharp(slot.picture.bytes).metadata()).width).toBe(256);
    expect(fake.jobs[0]?.fields['upscaler_1']).toBe('R-ESRGAN 4x+');
  });

  test('while it is drawn: accepted once by its own id, its place in the queue, shares and previews', async () => {
    const provider = await open({ stepMs: 40 });
    const first = draw(provider);
    await eventually('the first runs', () => fake.jobs[0]?.state === 'running');
    const handles: string[] = [];
    const places: number[] = [];
    const shares: number[] = [];
    let previews = 0;
    await draw(provider, {}, call({
      id: 'c0ffee00-0000-4000-8000-000000000002', onAccepted: async (handle) => { handles.push(handle); }, onPreview: () => { previews += 1; },
      onProgress: ({ share, queuePosition }) => { if (queuePosition === undefined) shares.push(share ?? 0); else places.push(queuePosition); },
    }));
    await first;
    expect(handles).toEqual(['task(c0ffee00-0000-4000-8000-000000000002)']);
    expect([places[0], shares.some((share) => share > 0 && share < 1), previews > 0]).toEqual([1, true, true]);
  });

  test('a cancel of what waits leaves what runs for somebody else alone', async () => {
    const provider = await open({ stepMs: 60 });
    const first = draw(provider);
    await eventually('the first runs', () => fake.jobs[0]?.state === 'running');
    const abort = new AbortController();
    const second = draw(provider, {}, call({ id: 'c0ffee00-0000-4000-8000-000000000002', signal: abort.signal }));
    await eventually('the second waits', () => fake.jobs.length === 2);
    abort.abort(new Error('cancelled'));
    await expect(second).rejects.toMatchObject({ fault: 'cancelled' });
    await first;
    expect(fake.jobs[0]?.isInterrupted).toBe(false);
  });

  test('what onAccepted throws ends the request, and it is what the caller threw', async () => {
    const reason = new Error('the lease is lost');
    const provider = await open({ stepMs: 60 });
    await expect(draw(provider, {}, call({ onAccepted: () => Promise.reject(reason) }))).rejects.toBe(reason);
  });

  test('without the route for one task, and set to look at the whole server', async () => {
    const blind = await open({ hasTaskProgress: false, stepMs: 15 });
    expect((await draw(blind))?.slots.length).toBe(1);
    await fake.close();
    const shares: (number | undefined)[] = [];
    await draw(await open({ hasTaskProgress: false, stepMs: 30 }, { progress: 'global' }), {}, call({ onProgress: ({ share }) => { shares.push(share); } }));
    expect(shares.length).toBeGreaterThan(0);
  });

  test('progress that breaks off or answers pages spoils no picture', async () => {
    const provider = await open({ stepMs: 30 }, { flavour: 'a1111' });
    fake.faultAt('poll', { kind: 'html' }, { kind: 'lost' }, { kind: 'status', status: 500 }, { kind: 'garbage' });
    let told = 0;
    expect((await draw(provider, {}, call({ onProgress: () => { told += 1; } })))?.slots[0]?.kind).toBe('picture');
    expect(told).toBeGreaterThan(0);
  });

  test('a refusal is told in its own words: Forge, A1111, an exception of its inside', async () => {
    const said = async (flavour: 'a1111' | 'forge', over: Partial<ImageRequest>) => {
      const provider = await open({ flavour, maxPixels: 4096 });
      const error: unknown = await draw(provider, over).catch((thrown: unknown) => thrown);
      await fake.close();
      return error;
    };
    const wrong = { settings: { sampler: 'Magic' } };
    expect(await said('a1111', wrong)).toMatchObject({ fault: 'invalid', facts: { said: 'Sampler not found', status: 404 } });
    expect(await said('forge', wrong)).toMatchObject({ fault: 'invalid', facts: { said: 'Sampler not found', status: 400 } });
    expect(await said('a1111', { size: { width: 128, height: 128 } })).toMatchObject({ fault: 'down', facts: { said: 'CUDA out of memory.', code: 'OutOfMemoryError' } });
  });

  test('models are loaded into memory and out of it', async () => {
    const { host } = await open();
    expect((await host?.listHosted(signal()))?.map(({ id, loaded }) => [id, loaded !== undefined])).toEqual([['ink-and-paper', true], ['night-city', false]]);
    await host?.load('night-city', signal());
    expect(fake.loadedModel()).toBe('night-city.safetensors');
    expect((await host?.listHosted(signal()))?.map(({ loaded }) => loaded !== undefined)).toEqual([false, true]);
    await host?.unload('night-city', signal());
    expect(fake.loadedModel()).toBeUndefined();
    await expect(host?.load('burnt', signal())).rejects.toMatchObject({ fault: 'no-model' });
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import type { ImageModel } from '@komawari/contract';
import { eventually } from '@komawari/testkit';
import { imageProviderSuite, requestFor } from '@komawari/testkit/suites/image-provider-suite';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeSdcpp, type FakeSdcpp, type FakeSdcppOptions } from '../../../../../../packages/testkit/fakes/providers/fake-sdcpp.ts';
import type { ImageCall, ImageRequest, Picture } from '../../../ports/image-provider.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { sdcppProvider } from './sdcpp-provider.ts';
import { withoutTags } from './sdcpp-request.ts';
import { SdcppSettings } from './sdcpp-settings.ts';

imageProviderSuite<SdcppSettings, FakeSdcpp>('sdcpp', {
  kind: sdcppProvider, own: ['empty', 'wrong-type', 'bomb', 'task-failed', 'expired-address'], slowStepMs: 15, resumes: 'pictures',
  isWork: ({ method, path }) => method === 'POST' && path === '/sdcpp/v1/img_gen',
  startFake: (options) => startFakeSdcpp(options),
  endpoint: () => ({ settings: { pollMs: 10 } }),
  // Once it was looked for: before, its id may not have come yet.
  isAtWork: (fake) => fake.asked.some(({ path }) => path.startsWith('/sdcpp/v1/jobs/')),
  // What runs cannot be stopped; that it was asked to is what counts.
  wasTold: (fake) => fake.asked.some(({ path }) => path.endsWith('/cancel')),
});

describe('the server of stable-diffusion.cpp', () => {
  let fake: FakeSdcpp;
  afterEach(() => fake.close());
  const open = async (options: FakeSdcppOptions = {}, settings: Partial<SdcppSettings> = {}): Promise<OpenProvider> => {
    fake = await startFakeSdcpp({ steps: 4, ...options });
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return sdcppProvider.open({ url: fake.url, secrets: {}, settings: SdcppSettings.parse({ pollMs: 10, stepsDefault: 4, ...settings }) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const call = (over: Partial<ImageCall> = {}): ImageCall => ({ id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...over });
  const models = (provider: OpenProvider) => provider.image?.listModels(signal()) ?? Promise.resolve([]);
  const ask = async (provider: OpenProvider, over: Partial<ImageRequest> = {}) => requestFor((await models(provider))[0] as ImageModel, { size: { width: 64, height: 64 }, ...over });
  const draw = async (provider: OpenProvider, over: Partial<ImageRequest> = {}, asked = call()) => provider.image?.draw(await ask(provider, over), asked);
  const plain = async (width: number, colour: string): Promise<Picture> => ({ bytes: await sharp({ create: { width, height: 64, channels: 3, background: colour } }).png().toBuffer(), mediaType: 'image/png' });

  test('one model, with what the server tells of itself', async () => {
    const provider = await open({ model: '/models/night.gguf' });
    expect(await models(provider)).toMatchObject([{ id: 'sd-cpp-local', name: 'night', countMax: 4, settings: [{ name: 'sampler', choices: ['euler_a', 'euler', 'dpm++2m'] }, { name: 'scheduler' }, { name: 'lora', choices: ['ink-lines.safetensors'] }, {}, {}] }]);
    expect(await provider.check(signal())).toEqual({ says: 'stable-diffusion.cpp, /models/night.gguf' });
  });

  test('a server that tells of itself in another way still draws', async () => {
    const provider = await open({ capabilities: { model: 7, samplers: { euler: true }, anything: [] } });
    const [model] = await models(provider);
    expect(model?.settings[0]).toEqual({ name: 'sampler', kind: 'choice', choices: ['euler_a', 'euler', 'dpm++2m'] });
    expect((await draw(provider))?.slots.length).toBe(1);
  });

  test('all that was asked is in the job, and pictures are bare base64', async () => {
    const provider = await open();
    const source = await plain(64, '#ffffff');
    const mask = { ...source, bytes: await sharp((await plain(64, '#000000')).bytes).composite([{ input: Buffer.from((await plain(32, '#ffffff')).bytes), left: 0, top: 0 }]).toColourspace('b-w').png().toBuffer() };
    const answer = await draw(provider, { ability: 'inpaint', source, mask, strength: 0.5, seed: 9, steps: 3, guidance: 4.5, negativePrompt: 'rain', settings: { sampler: 'euler', scheduler: 'karras', lora: 'ink-lines.safetensors', loraWeight: 0.5, distilledGuidance: 2 } });
    expect(fake.drawn[0]).toMatchObject({ family: 'native', negativePrompt: 'rain', seed: 9, steps: 3, strength: 0.5, sampler: 'euler', scheduler: 'karras', guidance: { txt: 4.5, distilled: 2 }, loras: [{ path: 'ink-lines.safetensors', multiplier: 0.5 }], init: { width: 64 }, mask: { width: 64 } });
    const [slot] = answer?.slots ?? [];
    if (slot?.kind !== 'picture') throw new Error('no picture');
    const at = async (left: number) => (await sharp(slot.picture.bytes).removeAlpha().extract({ left, top: 32, width: 1, height: 1 }).raw().toBuffer()).toString('hex');
    expect([await at(5), await at(60)]).toEqual(['c8402a', 'ffffff']);
  });

  test('an edit sends its picture as the first reference', async () => {
    const provider = await open();
    await draw(provider, { ability: 'edit', source: await plain(32, '#446688'), references: [await plain(64, '#ffffff')] });
    expect(fake.drawn[0]).toMatchObject({ init: undefined, refs: [{ width: 32 }, { width: 64 }] });
  });

  test('what waits says its place, and is taken back by a cancel', async () => {
    const provider = await open({ stepMs: 60 });
    const first = draw(provider);
    await eventually('the first runs', () => fake.jobs()[0]?.status === 'generating');
    const abort = new AbortController();
    const places: (number | undefined)[] = [];
    const second = draw(provider, {}, call({ signal: abort.signal, onProgress: ({ queuePosition }) => { places.push(queuePosition); } }));
    await eventually('its place is told', () => places.length > 0);
    expect(places[0]).toBe(1);
    abort.abort(new Error('cancelled'));
    await expect(second).rejects.toMatchObject({ fault: 'cancelled' });
    expect(fake.jobs()[1]?.status).toBe('cancelled');
    expect((await first)?.slots.length).toBe(1);
  });

  test('looks that fail say nothing about the job; too many in a row do', async () => {
    const provider = await open({}, { looksMax: 3 });
    fake.faultAt('poll', { kind: 'lost' }, { kind: 'html' });
    expect((await draw(provider))?.slots.length).toBe(1);
    fake.faultAt('poll', { kind: 'lost' }, { kind: 'status', status: 503 }, { kind: 'garbage' });
    await expect(draw(provider)).rejects.toMatchObject({ fault: 'down' });
    expect(fake.drawn.length, 'the adapter asks for nothing twice').toBe(2);
  });

  test('a server that was started anew knows nothing of the job', async () => {
    const provider = await open({ stepMs: 40 });
    const drawing = draw(provider);
    await eventually('it works', () => fake.jobs().length > 0);
    fake.restart();
    await expect(drawing).rejects.toMatchObject({ fault: 'down', facts: { code: 'job.gone' } });
  });

  test('pictures that were dropped since are not found by a new process', async () => {
    const provider = await open();
    const handles: string[] = [];
    await draw(provider, {}, call({ onAccepted: async (handle) => { handles.push(handle); } }));
    expect((await provider.image?.resume?.(handles[0] ?? '', await ask(provider), call()))?.slots.length).toBe(1);
    fake.dropEnded();
    expect(await provider.image?.resume?.(handles[0] ?? '', await ask(provider), call())).toBeUndefined();
  });

  test('a queue that is full is busy, a failed job is told in its own words', async () => {
    const full = await open({ maxPending: 0 });
    await expect(draw(full)).rejects.toMatchObject({ fault: 'busy', facts: { said: 'job queue is full' } });
    await fake.close();
    const provider = await open();
    fake.fault({ kind: 'task-failed' });
    await expect(draw(provider)).rejects.toMatchObject({ fault: 'down', facts: { code: 'generation_failed', said: 'generate_image returned no results' } });
  });

  test('a user cannot give the server options of its own', async () => {
    const provider = await open();
    await draw(provider, { prompt: 'a lamp<sd_cpp_extra_args>{"width":4096}</sd_cpp_extra_args> at night', negativePrompt: '<SD_CPP_extra_args>{}</sd_cpp_extra_args>fog' });
    expect(fake.drawn[0]).toMatchObject({ prompt: 'a lamp at night', negativePrompt: 'fog', width: 64 });
    const part = fc.constantFrom('<sd_cpp_extra_args>', '</sd_cpp_extra_args>', '<sd_cpp_', 'extra_args>', '<', '>', '/', 'sd_cpp_extra_args', 'a lamp', ' ', '{}');
    fc.assert(fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const clean = withoutTags(parts.join(''));
      expect(clean).not.toMatch(/<\s*\/?\s*sd_cpp_extra_args/i);
      expect(withoutTags(clean)).toBe(clean);
    }));
    expect(withoutTags('x < y, and <lora:ink:1> stays')).toBe('x < y, and <lora:ink:1> stays');
    const before = performance.now();
    withoutTags('<sd_cpp_extra_args>'.repeat(2000));
    withoutTags(`${'<'.repeat(4000)}${' '.repeat(4000)}`);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

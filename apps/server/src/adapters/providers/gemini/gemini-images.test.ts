import { setTimeout as sleep } from 'node:timers/promises';
import type { ImageModel } from '@komawari/contract';
import { imageProviderSuite, requestFor } from '@komawari/testkit/suites/image-provider-suite';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeGemini, type FakeGemini, type GeminiOptions } from '../../../../../../packages/testkit/fakes/providers/fake-gemini.ts';
import type { ImageCall, ImageRequest, ImageSlot, Picture } from '../../../ports/image-provider.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { geminiProvider } from './gemini-provider.ts';
import { GeminiSettings } from './gemini-settings.ts';

const DAY = 'GenerateRequestsPerDayPerProjectPerModel-FreeTier';

imageProviderSuite<GeminiSettings, FakeGemini>('Gemini', {
  kind: geminiProvider, isWork: ({ method }) => method === 'POST', startFake: (options) => startFakeGemini(options),
  endpoint: (fake) => ({ url: `${fake.url}/v1beta`, secrets: { apiKey: fake.key } }),
  own: ['input-refused', 'output-refused', 'empty', 'wrong-type', 'bomb'], slowStepMs: 300, worksOf: (count) => count,
  codes: [
    { status: 429, code: DAY, outcome: ['exhausted'] }, { status: 429, code: 'RESOURCE_EXHAUSTED', outcome: ['busy'] }, { status: 400, code: 'API_KEY_INVALID', outcome: ['denied'] },
    { status: 400, code: 'FAILED_PRECONDITION', outcome: ['denied'] }, { status: 403, code: 'CONSUMER_SUSPENDED', outcome: ['denied'] }, { status: 400, code: 'INVALID_ARGUMENT', outcome: ['invalid'] },
  ],
});

describe('pictures of Gemini', () => {
  let fake: FakeGemini;
  afterEach(() => fake.close());
  const open = async (options: GeminiOptions = {}, settings: object = {}): Promise<OpenProvider> => {
    fake = await startFakeGemini(options);
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return geminiProvider.open({ url: `${fake.url}/v1beta`, secrets: { apiKey: fake.key }, settings: GeminiSettings.parse(settings) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const call = (over: Partial<ImageCall> = {}): ImageCall => ({ id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...over });
  const models = (provider: OpenProvider) => provider.image?.listModels(signal()) ?? Promise.resolve([]);
  const draw = async (provider: OpenProvider, over: Partial<ImageRequest> = {}, { id = 'gemini-3-pro-image', by = call() }: { id?: string; by?: ImageCall } = {}) => {
    const model = (await models(provider)).find((one) => one.id === id) as ImageModel;
    return provider.image?.draw(requestFor(model, over), by);
  };
  const sent = () => fake.asked.at(-1)?.json() ?? {};
  const config = () => (sent()['generationConfig'] as Record<string, unknown>)['imageConfig'];
  const plain = async (width: number): Promise<Picture> => ({ bytes: await sharp({ create: { width, height: 64, channels: 3, background: '#446688' } }).png().toBuffer(), mediaType: 'image/png' });
  const kinds = (slots: readonly ImageSlot[] = []) => slots.map((slot) => (slot.kind === 'fault' ? slot.fault : slot.kind));

  test('each model has its own ratios, sizes and number of references', async () => {
    const listed = await models(await open());
    expect(listed.map(({ id, sizes, references }) => [id, sizes.kind === 'named' && sizes.ratios.length, sizes.kind === 'named' && sizes.resolutions.toSorted(), references?.countMax])).toEqual([
      ['gemini-2.5-flash-image', 10, [], 3], ['gemini-3-pro-image', 10, ['1K', '2K', '4K'], 14], ['gemini-3.1-flash-image', 14, ['1K', '2K', '4K', '512'], 14], ['gemini-nano-banana-2.1', 14, ['1K', '2K', '4K'], 14],
    ]);
  });

  test('pixels become the nearest ratio and size; none is sent where the size is fixed', async () => {
    const provider = await open();
    const answer = await draw(provider, { size: { width: 2730, height: 1536 } });
    expect(config()).toEqual({ aspectRatio: '16:9', imageSize: '2K' });
    const [slot] = answer?.slots ?? [];
    expect(slot?.kind === 'picture' && (await sharp(slot.picture.bytes).metadata()).width).toBe(2736);
    await draw(provider, { size: { ratio: '1:8', resolution: '512' } }, { id: 'gemini-3.1-flash-image' });
    expect(config()).toEqual({ aspectRatio: '1:8', imageSize: '512' });
    await draw(provider, { size: { ratio: '3:2', resolution: '2K' } }, { id: 'gemini-2.5-flash-image' });
    expect(config()).toEqual({ aspectRatio: '3:2' });
  });

  test('what it drew while it thought is no picture, and what it said comes along without its thoughts', async () => {
    const answer = await draw(await open({ hasThoughts: true }));
    const [slot] = answer?.slots ?? [];
    expect(slot?.kind === 'picture' && (await sharp(slot.picture.bytes).metadata()).width).toBe(1024);
    expect(answer?.words).toMatch(/^echo: /);
  });

  test('pictures as JPEG are told as such', async () => {
    expect((await draw(await open({ pictureType: 'jpeg' })))?.slots[0]).toMatchObject({ picture: { mediaType: 'image/jpeg' } });
  });

  test('the picture that is worked on comes first, after the words', async () => {
    await draw(await open(), { ability: 'edit', source: await plain(48), references: [await plain(64)] });
    const [{ parts } = { parts: [] }] = sent()['contents'] as { parts: { text?: string; inlineData?: { mimeType: string; data: string } }[] }[];
    const widths = await Promise.all(parts.slice(1).map(async ({ inlineData }) => (await sharp(Buffer.from(inlineData?.data ?? '', 'base64')).metadata()).width));
    expect([typeof parts[0]?.text, widths]).toEqual(['string', [48, 64]]);
  });

  test('more than a request holds is refused before it is sent', async () => {
    const provider = await open({}, { requestBytesMax: 300 });
    let sendings = 0;
    await expect(draw(provider, { ability: 'edit', source: await plain(640) }, { by: call({ onSending: async () => { sendings += 1; } }) })).rejects.toMatchObject({ fault: 'invalid', facts: { code: 'request.too-large' } });
    expect([sendings, fake.billed()]).toEqual([0, 0]);
  });

  test('several are asked for one after the other, each told when it is there', async () => {
    const provider = await open();
    const told: [number, string][] = [];
    let sendings = 0;
    fake.fault({ kind: 'split', bytes: 4096 }, { kind: 'output-refused' });
    const answer = await draw(provider, { count: 3 }, { by: call({ onSending: async () => { sendings += 1; }, onSlot: async (at, { kind }) => { told.push([at, kind]); } }) });
    expect([kinds(answer?.slots), told, sendings, fake.billed()]).toEqual([['picture', 'refused', 'picture'], [[0, 'picture'], [1, 'fault']], 3, 2]);
  });

  test.each([['lost', 'unknown'], ['input-refused', 'refused']] as const)('after what befalls all of them, no more is asked for: %s', async (kind, fault) => {
    const provider = await open();
    fake.fault({ kind: 'split', bytes: 4096 }, { kind });
    expect(kinds((await draw(provider, { count: 4 }))?.slots)).toEqual(['picture', fault]);
    expect(fake.asked.filter(({ method }) => method === 'POST').length).toBe(2);
  });

  test.each(['words', 'thoughts', 'no-parts', 'no-content'] as const)('an answer without a picture: %s', async (empty) => {
    const provider = await open();
    fake.refuseFor({ empty });
    fake.fault({ kind: 'empty' });
    await expect(draw(provider, { prompt: 'a lamp' })).rejects.toMatchObject({ fault: 'empty', facts: { code: 'picture.missing', ...(empty === 'words' ? { said: 'echo: a lamp' } : {}) } });
  });

  test.each([['IMAGE_PROHIBITED_CONTENT', 'refused'], ['RECITATION', 'refused'], ['IMAGE_OTHER', 'refused'], ['NO_IMAGE', 'empty'], ['MAX_TOKENS', 'empty']] as const)('%s is %s', async (output, fault) => {
    const provider = await open();
    fake.refuseFor({ output });
    fake.fault({ kind: 'output-refused' });
    await expect(draw(provider)).rejects.toMatchObject({ fault, facts: fault === 'refused' ? { side: 'output', code: output } : { said: output } });
  });

  test('a quota of the day is not waited for, one of a minute is', async () => {
    const provider = await open();
    fake.fault({ kind: 'status', status: 429, code: DAY, retryAfterS: 22 }, { kind: 'status', status: 429, retryAfterS: 22 });
    const end = async () => draw(provider).then(() => undefined, (error: unknown) => error);
    const [day, minute] = [await end(), await end()];
    expect(day).toMatchObject({ fault: 'exhausted' });
    expect(day).not.toHaveProperty('facts.retryAfterMs');
    expect(minute).toMatchObject({ fault: 'busy', facts: { retryAfterMs: 22_000, code: 'RESOURCE_EXHAUSTED' } });
  });

  test('a model that is retired is told as such', async () => {
    const provider = await open();
    const [model] = await models(provider);
    await expect(provider.image?.draw(requestFor({ ...(model as ImageModel), id: 'gemini-3-pro-image-preview' }), call())).rejects.toMatchObject({ fault: 'no-model' });
  });
});

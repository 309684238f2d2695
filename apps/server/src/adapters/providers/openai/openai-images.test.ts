import { setTimeout as sleep } from 'node:timers/promises';
import type { ImageModel } from '@komawari/contract';
import { imageProviderSuite, requestFor } from '@komawari/testkit/suites/image-provider-suite';
import sharp, { type Sharp } from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeOpenai, type FakeOpenai, type FakeOpenaiOptions } from '../../../../../../packages/testkit/fakes/providers/fake-openai.ts';
import type { ImageCall, ImageRequest, Picture } from '../../../ports/image-provider.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import type { Outgoing } from '../../../ports/safe-fetch.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { openaiProvider } from './openai-provider.ts';
import { OpenaiSettings } from './openai-settings.ts';

const KEY = 'sk-test';
const SQUARE = { kind: 'fixed', sizes: [{ width: 1024, height: 1024 }] };
const WITH_PREVIEWS = { imageModels: OpenaiSettings.parse({}).imageModels.filter(({ id }) => id === 'gpt-image-2').map((row) => ({ ...row, previews: 2 })) };
const WITHOUT = { imageModels: [{ id: 'gpt-image-1-mini', sizes: SQUARE, abilities: ['generate', 'edit', 'inpaint', 'outpaint'] }] };

const harness = {
  kind: openaiProvider, isWork: ({ method }: { method: string }) => method === 'POST',
  startFake: (options: FakeOpenaiOptions) => startFakeOpenai(options),
  codes: [
    { status: 429, code: 'insufficient_quota', outcome: ['exhausted'] }, { status: 400, code: 'moderation_blocked', outcome: ['refused'] },
    { status: 403, code: 'unsupported_country_region_territory', outcome: ['denied'] }, { status: 404, code: 'model_not_found', outcome: ['no-model'] },
  ],
} as const;

imageProviderSuite<OpenaiSettings, FakeOpenai>('OpenAI, with previews', {
  ...harness, own: ['input-refused', 'output-refused', 'empty', 'wrong-type', 'bomb', 'stream-error'], slowStepMs: 100,
  endpoint: (fake) => ({ url: fake.baseUrl, secrets: { apiKey: KEY }, settings: WITH_PREVIEWS }),
});

imageProviderSuite<OpenaiSettings, FakeOpenai>('OpenAI, all at once', {
  ...harness, own: ['input-refused', 'output-refused', 'empty', 'wrong-type', 'bomb'], slowStepMs: 300, hidesSide: true,
  endpoint: (fake) => ({ url: fake.baseUrl, secrets: { apiKey: KEY }, settings: WITHOUT }),
});

describe('pictures of OpenAI', () => {
  let fake: FakeOpenai;
  afterEach(() => fake.close());
  const open = async (options: FakeOpenaiOptions = {}, settings: object = {}): Promise<OpenProvider> => {
    fake = await startFakeOpenai(options);
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return openaiProvider.open({ url: fake.baseUrl, secrets: { apiKey: options.key ?? KEY }, settings: OpenaiSettings.parse(settings) }, { web, now: () => new Date('2026-11-22T12:00:00Z'), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const call = (over: Partial<ImageCall> = {}): ImageCall => ({ id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...over });
  const models = (provider: OpenProvider) => provider.image?.listModels(signal()) ?? Promise.resolve([]);
  const draw = async (provider: OpenProvider, id: string, over: Partial<ImageRequest> = {}, asked = call()) => {
    const model = (await models(provider)).find((one) => one.id === id) as ImageModel;
    return provider.image?.draw(requestFor(model, over), asked);
  };
  const picture = async (image: Sharp): Promise<Picture> => ({ bytes: await image.png().toBuffer(), mediaType: 'image/png' });
  const plain = (width: number, colour: string) => picture(sharp({ create: { width, height: 64, channels: 3, background: colour } }));
  const sent = () => fake.asked.at(-1)?.json() ?? {};

  test.each([['date'], ['unix']] as const)('models end on the day that the service tells, as a %s; those that are over are not there', async (shutdownDateForm) => {
    const listed = await models(await open({ shutdownDateForm }));
    expect(Object.fromEntries(listed.map(({ id, endsAt }) => [id, endsAt]))).toEqual({
      'gpt-image-1-mini': '2026-12-01', 'gpt-image-1.5': '2026-12-01', 'chatgpt-image-latest': '2026-12-01', 'gpt-image-2': undefined, 'gpt-image-2.6-sunburst': undefined, 'gpt-image-2.6-flare': undefined,
    });
  });

  test('a day that is over counts, even where the service still lists the model', async () => {
    fake = await startFakeOpenai({ today: '2026-11-01' });
    const web = safeFetch().allowing([new URL(fake.url).host]);
    const provider = openaiProvider.open({ url: fake.baseUrl, secrets: { apiKey: KEY }, settings: OpenaiSettings.parse({}) }, { web, now: () => new Date('2026-12-01T00:00:00Z'), wait: () => Promise.resolve() });
    expect((await models(provider)).map(({ id }) => id)).toEqual(['gpt-image-2', 'gpt-image-2.6-sunburst', 'gpt-image-2.6-flare']);
  });

  test('each has its own sizes and choices', async () => {
    const listed = await models(await open());
    const of = (id: string) => listed.find((one) => one.id === id);
    expect([of('gpt-image-1.5')?.sizes.kind, of('gpt-image-2')?.sizes.kind]).toEqual(['fixed', 'free']);
    const choices = (id: string, name: string) => of(id)?.settings.flatMap((one) => (one.name === name && one.kind === 'choice' ? one.choices : []));
    expect([choices('gpt-image-2', 'background'), choices('gpt-image-2.6-flare', 'quality'), choices('gpt-image-2', 'fidelity')]).toEqual([['auto', 'opaque'], ['auto', 'low', 'medium', 'high', 'xhigh', 'max'], []]);
  });

  test('a ratio becomes the pixels of the model', async () => {
    const provider = await open();
    await draw(provider, 'gpt-image-2', { size: { ratio: '16:9', resolution: '2K' } });
    expect(sent()).toMatchObject({ model: 'gpt-image-2', size: expect.stringMatching(/^(?!1024)\d+x\d+$/) as string });
    const [width = 0, height = 1] = String(sent()['size']).split('x').map(Number);
    expect(Math.abs(width / height - 16 / 9)).toBeLessThan(0.02);
    await draw(provider, 'gpt-image-1.5', { size: { ratio: '3:2' } });
    expect(sent()['size']).toBe('1536x1024');
  });

  test('only what was chosen is sent, by its name on the wire, and where it is taken', async () => {
    const provider = await open();
    const settings = { quality: 'low', format: 'webp', moderation: 'low', fidelity: 'high', background: 'transparent', unknown: 'x' };
    const answer = await draw(provider, 'gpt-image-1.5', { settings });
    expect(sent()).toEqual({ model: 'gpt-image-1.5', prompt: expect.any(String) as string, n: 1, size: '1024x1024', quality: 'low', output_format: 'webp', moderation: 'low', background: 'transparent' });
    expect(answer?.slots[0]).toMatchObject({ kind: 'picture', picture: { mediaType: 'image/webp' } });
    await draw(provider, 'gpt-image-1.5', { ability: 'edit', source: await plain(64, '#446688'), settings });
    const form = await fake.asked.at(-1)?.form();
    expect([form?.get('input_fidelity'), form?.get('moderation'), form?.get('output_format')]).toEqual(['high', null, 'webp']);
  });

  test('without its background: an edit whose ground is clear, in a format that can be so', async () => {
    const provider = await open();
    const answer = await draw(provider, 'gpt-image-1.5', { ability: 'cut-out', prompt: '', source: await plain(64, '#446688'), settings: { format: 'jpeg', background: 'opaque' } });
    const form = await fake.asked.at(-1)?.form();
    expect([form?.get('background'), form?.get('output_format'), form?.get('input_fidelity'), String(form?.get('prompt'))]).toEqual(['transparent', 'png', 'high', expect.stringContaining('Take the background away')]);
    const [slot] = answer?.slots ?? [];
    if (slot?.kind !== 'picture') throw new Error('no picture');
    const { data, info } = await sharp(slot.picture.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.channels, data[3], data[((info.height / 2) * info.width + info.width / 2) * 4 + 3]]).toEqual([4, 0, 255]);
    const can = (await models(provider)).filter(({ abilities }) => abilities.includes('cut-out')).map(({ id }) => id);
    expect(can).toEqual(expect.arrayContaining(['gpt-image-1.5', 'gpt-image-2.6-flare']));
    expect(can, 'its ground is always opaque').not.toContain('gpt-image-2');
  });

  test('a mask: only what is white in it is drawn anew, grey in part', async () => {
    const grey = async (width: number, shade: string, left: number) => ({ input: Buffer.from((await plain(width, shade)).bytes), left, top: 0 });
    const mask = await picture(sharp(Buffer.from((await plain(96, '#000000')).bytes)).composite([await grey(32, '#ffffff', 0), await grey(32, '#808080', 32)]).toColourspace('b-w'));
    await draw(await open(), 'gpt-image-2', { ability: 'inpaint', source: await plain(96, '#ffffff'), mask, settings: {} });
    const form = await fake.asked.at(-1)?.form();
    const file = form?.get('mask') as File;
    const { data, info } = await sharp(Buffer.from(await file.arrayBuffer())).raw().toBuffer({ resolveWithObject: true });
    const alphaAt = (x: number) => data[x * 4 + 3];
    expect([info.width, info.height, info.channels, alphaAt(2), alphaAt(40), alphaAt(90)]).toEqual([96, 64, 4, 0, 127, 255]);
  });

  test('what it made keeps what the mask keeps', async () => {
    const mask = await picture(sharp(Buffer.from((await plain(64, '#000000')).bytes)).composite([{ input: Buffer.from((await plain(32, '#ffffff')).bytes), left: 0, top: 0 }]).toColourspace('b-w'));
    const answer = await draw(await open(), 'gpt-image-1.5', { ability: 'inpaint', source: await plain(64, '#ffffff'), mask, size: { width: 1024, height: 1024 } });
    const [slot] = answer?.slots ?? [];
    if (slot?.kind !== 'picture') throw new Error('no picture');
    const at = async (left: number) => (await sharp(slot.picture.bytes).removeAlpha().extract({ left, top: 512, width: 1, height: 1 }).raw().toBuffer()).toString('hex');
    expect([await at(100), await at(900)]).toEqual(['c8402a', 'ffffff']);
  });

  test('the picture that is worked on comes first, references after it, each a file of its own', async () => {
    const provider = await open();
    await draw(provider, 'gpt-image-2', { ability: 'edit', source: await plain(48, '#446688'), references: [await plain(64, '#ffffff'), await plain(80, '#000000')] });
    const files = (await fake.asked.at(-1)?.form())?.getAll('image[]') as File[];
    expect(await Promise.all(files.map(async (file) => (await sharp(Buffer.from(await file.arrayBuffer())).metadata()).width))).toEqual([48, 64, 80]);
    await draw(provider, 'gpt-image-2', { references: [await plain(64, '#ffffff')] });
    expect(fake.asked.at(-1)?.path).toBe('/v1/images/edits');
  });

  test('previews come where somebody looks, and fewer than were asked for are no fault', async () => {
    const provider = await open({ partialsAtMost: 1 }, WITH_PREVIEWS);
    const seen: [number, number][] = [];
    const shares: number[] = [];
    const answer = await draw(provider, 'gpt-image-2', {}, call({ onPreview: (slot, { bytes }) => { seen.push([slot, bytes.byteLength]); }, onProgress: ({ share = 0 }) => { shares.push(share); } }));
    expect(sent()).toMatchObject({ stream: true, partial_images: 2 });
    expect([seen.length, seen[0]?.[0], answer?.slots.length, shares]).toEqual([1, 0, 1, [1 / 3, 1]]);
    await draw(provider, 'gpt-image-2', { count: 2 }, call({ onPreview: () => undefined }));
    expect(sent()).not.toHaveProperty('stream');
    // They are billed: nobody gets them who did not ask.
    await fake.close();
    await draw(await open(), 'gpt-image-2', {}, call({ onPreview: () => undefined }));
    expect(sent()).not.toHaveProperty('stream');
  });

  test('there is room for all that may come, as it stands in the answer itself', async () => {
    fake = await startFakeOpenai();
    const web = safeFetch().allowing([new URL(fake.url).host]);
    const rooms: number[] = [];
    const watched = { ...web, fetch: (url: string, outgoing: Outgoing) => { rooms.push(outgoing.bytesMax); return web.fetch(url, outgoing); } };
    const provider = openaiProvider.open({ url: fake.baseUrl, secrets: { apiKey: KEY }, settings: OpenaiSettings.parse({}) }, { web: watched, now: () => new Date('2026-11-22T12:00:00Z'), wait: () => Promise.resolve() });
    await draw(provider, 'gpt-image-1.5', { count: 3 });
    expect(rooms.at(-1)).toBeGreaterThanOrEqual(3 * 50 * 2 ** 20 * 4 / 3);
  });

  test('a key that is told back is not told on', async () => {
    fake = await startFakeOpenai({ tellsKey: true });
    const web = safeFetch().allowing([new URL(fake.url).host]);
    const provider = openaiProvider.open({ url: fake.baseUrl, secrets: { apiKey: 'sk-wrong-0123456789' }, settings: OpenaiSettings.parse({}) }, { web, now: () => new Date(), wait: () => Promise.resolve() });
    await expect(provider.check(signal())).rejects.toMatchObject({ fault: 'denied', facts: { code: 'invalid_api_key', said: 'Incorrect API key provided: ….', requestId: 'req_1' } });
  });

  test('organization, project and the name of the call go along', async () => {
    const provider = await open({ organization: 'org-1', project: 'proj-1' }, { organization: 'org-1', project: 'proj-1' });
    await draw(provider, 'gpt-image-2');
    expect(fake.asked.at(-1)?.headers).toMatchObject({ 'openai-organization': 'org-1', 'openai-project': 'proj-1', 'x-client-request-id': call().id, authorization: `Bearer ${KEY}` });
  });

  test('an organization that is not verified is denied, in the words of the service', async () => {
    await expect(draw(await open({ denies: 'verification' }), 'gpt-image-2')).rejects.toMatchObject({ fault: 'denied', facts: { said: 'Your organization must be verified to use this model.' } });
  });

  test('too many at once: when to come again, by headers or, without them, by its words', async () => {
    await expect((async () => { const provider = await open({ rate: { requests: 1, windowMs: 60_000 }, imageRateHeaders: true }); await draw(provider, 'gpt-image-2'); return draw(provider, 'gpt-image-2'); })()).rejects.toMatchObject({ fault: 'busy', facts: { retryAfterMs: expect.closeTo(60_000, -4) as number } });
    await fake.close();
    const provider = await open();
    fake.fault({ kind: 'status', status: 429 });
    await expect(draw(provider, 'gpt-image-2')).rejects.toMatchObject({ fault: 'busy', facts: { retryAfterMs: 12 } });
  });
});

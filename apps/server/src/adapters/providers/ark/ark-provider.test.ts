import { setTimeout as sleep } from 'node:timers/promises';
import type { ImageModel } from '@komawari/contract';
import { requestFor } from '@komawari/testkit/suites/image-provider-suite';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { ARK_IMAGE_MODELS as ORIGINALS } from '../../../../../../packages/testkit/fakes/providers/ark-models.ts';
import { startFakeArk, type FakeArk, type FakeArkOptions } from '../../../../../../packages/testkit/fakes/providers/fake-ark.ts';
import type { ImageCall, ImageRequest, Picture } from '../../../ports/image-provider.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { imageBody } from './ark-image-request.ts';
import { imageModelOf } from './ark-models.ts';
import { arkProvider } from './ark-provider.ts';
import { ArkSettings } from './ark-settings.ts';

const [FOUR, LITE, OLD, EDIT] = ['doubao-seedream-4-0-250828', 'doubao-seedream-5-0-260128', 'doubao-seedream-3-0-t2i-250415', 'doubao-seededit-3-0-i2i-250628'];
const SMALL = { width: 960, height: 960 };

describe('pictures of Ark', () => {
  let fake: FakeArk | undefined;
  afterEach(() => fake?.close());
  const open = async (options: FakeArkOptions = {}, settings: object = {}): Promise<OpenProvider> => {
    fake = await startFakeArk(options);
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return arkProvider.open({ url: fake.baseUrl, secrets: { apiKey: fake.key }, settings: ArkSettings.parse(settings) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const call = (): ImageCall => ({ id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve() });
  const modelOf = async (provider: OpenProvider, id = FOUR) => (await provider.image?.listModels(signal()) ?? []).find((model) => model.id === id) as ImageModel;
  const draw = async (provider: OpenProvider, over: Partial<ImageRequest> = {}, id = FOUR) => provider.image?.draw(requestFor(await modelOf(provider, id), over), call());
  const sent = (at = 0) => fake?.asked.filter(({ path }) => path.endsWith('/generations'))[at]?.json() ?? {};
  const plain = async (shade: string, width = 64): Promise<Picture> => ({ bytes: await sharp({ create: { width, height: 64, channels: 3, background: shade } }).png().toBuffer(), mediaType: 'image/png' });

  test('the table is that of the original, size rules and all', () => {
    const settings = ArkSettings.parse({});
    expect(settings.imageModels.map(({ id }) => id).toSorted()).toEqual(Object.keys(ORIGINALS).toSorted());
    for (const row of settings.imageModels) {
      const original = ORIGINALS[row.id];
      expect({ ...row, webSearch: row.webSearch || undefined }).toMatchObject({ references: original?.references, groups: original?.makesGroups, seed: original?.isThird ?? false, webSearch: original?.searchesWeb });
      expect(row.formats.length > 0).toBe(original?.choosesFormat);
    }
  });

  test('any ratio at any resolution comes to pixels that the model takes', () => {
    const settings = ArkSettings.parse({});
    const rows = settings.imageModels.filter(({ sizes }) => sizes !== 'source');
    const side = fc.integer({ min: 1, max: 99 });
    fc.assert(fc.property(fc.constantFrom(...rows), side, side, fc.constantFrom('512' as const, '1K' as const, '1.5K' as const, '2K' as const, '3K' as const, '4K' as const), (row, wide, high, resolution) => {
      const { size } = imageBody(requestFor(imageModelOf(row, settings), { size: { ratio: `${wide}:${high}`, resolution } }), row, settings);
      const [width = 0, height = 0] = String(size).split('x').map(Number);
      const { sides, area } = ORIGINALS[row.id] ?? {};
      if (sides) expect([width, height].every((one) => one >= sides[0] && one <= sides[1])).toBe(true);
      if (area) expect([width * height >= area[0], width * height <= area[1]]).toEqual([true, true]);
      expect(Math.max(width / height, height / width)).toBeLessThanOrEqual(16);
    }), { numRuns: 60 });
  });

  test('exact pixels are sent as they are, and the picture has them', async () => {
    const answer = await draw(await open(), { size: { width: 1280, height: 720 } });
    expect(sent()).toMatchObject({ model: FOUR, size: '1280x720', watermark: false, response_format: 'url' });
    expect(fake?.made[0]).toMatchObject({ size: '1280x720', hasWatermark: false });
    const [slot] = answer?.slots ?? [];
    expect(slot?.kind === 'picture' && await sharp(slot.picture.bytes).metadata()).toMatchObject({ width: 1280, height: 720, format: 'jpeg' });
    expect(fake?.asked[0]?.headers['x-client-request-id']).toBe('c0ffee00-0000-4000-8000-000000000001');
  });

  test('what only some models have goes to these alone', async () => {
    const provider = await open();
    await draw(provider, { size: { width: 512, height: 512 }, seed: 77, guidance: 4, settings: { format: 'png' } }, OLD);
    expect(sent()).toMatchObject({ seed: 77, guidance_scale: 4 });
    await draw(provider, { size: SMALL, seed: 77, guidance: 4, settings: { promptMode: 'fast', webSearch: true } });
    expect(sent(1)).toMatchObject({ optimize_prompt_options: { mode: 'fast' } });
    await draw(provider, { settings: { format: 'png', webSearch: true } }, LITE);
    expect(sent(2)).toMatchObject({ output_format: 'png', tools: [{ type: 'web_search' }] });
    for (const at of [0, 1, 2]) expect(Object.keys(sent(at)).filter((name) => ['seed', 'guidance_scale', 'output_format', 'tools', 'optimize_prompt_options'].includes(name)).length).toBe([2, 1, 2][at]);
  });

  test('an edit: the picture first, then who it should look like', async () => {
    const provider = await open();
    const [source, one, two] = [await plain('#446688'), await plain('#ffffff'), await plain('#c8402a')];
    await draw(provider, { ability: 'edit', source, references: [one, two], size: SMALL });
    const urls = [source, one, two].map(({ bytes }) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`);
    expect(sent()['image']).toEqual(urls);
    expect(fake?.made[0]?.references).toBe(3);
    const answer = await draw(provider, { ability: 'edit', source: await plain('#446688', 192), seed: 5 }, EDIT);
    expect(sent(1)).toMatchObject({ size: 'adaptive', seed: 5, image: expect.stringMatching(/^data:image\/png;base64,/) as string });
    const [slot] = answer?.slots ?? [];
    expect(slot?.kind === 'picture' && await sharp(slot.picture.bytes).metadata()).toMatchObject({ width: 192, height: 64 });
  });

  test('an account that may name endpoints only', async () => {
    const row = { id: FOUR, name: 'Four', endpoint: 'ep-20260102-abcde', sizes: { kind: 'fixed', sizes: [SMALL] } };
    const options = { endpointOnly: true, endpoints: { 'ep-20260102-abcde': FOUR } };
    expect((await draw(await open(options, { imageModels: [row] })))?.slots.length).toBe(1);
    await fake?.close();
    await expect(draw(await open(options))).rejects.toMatchObject({ fault: 'no-model', facts: { code: 'InvalidEndpointOrModel.ModelIDAccessDisabled', requestId: 'request-000001' } });
  });

  test('pictures in the answer itself, where nothing else may be reached', async () => {
    const provider = await open({}, { answersAs: 'base64' });
    for (const count of [1, 2]) expect((await draw(provider, { count, size: SMALL }))?.slots.map(({ kind }) => kind)).toEqual(Array.from({ length: count }, () => 'picture'));
    expect(fake?.asked.some(({ path }) => path.startsWith('/pictures'))).toBe(false);
    fake?.fault({ kind: 'bomb' });
    await expect(draw(provider, { size: SMALL })).rejects.toMatchObject({ fault: 'empty', facts: { code: 'picture.too-many-pixels' } });
  });

  test('an address that fails for a moment is asked again, and nothing is drawn twice', async () => {
    const provider = await open();
    fake?.faultAt('download', { kind: 'status', status: 500 }, { kind: 'cut', afterBytes: 100 });
    expect((await draw(provider, { size: SMALL }))?.slots.length).toBe(1);
    expect(fake?.billed()).toBe(1);
    fake?.faultAt('download', { kind: 'expired-address' });
    await expect(draw(provider, { size: SMALL })).rejects.toMatchObject({ fault: 'empty', facts: { code: 'picture.gone' } });
  });

  test('a model that the operator took out, and settings that name none', async () => {
    const provider = await open({}, { imageModels: [], textModels: [] });
    expect([await provider.image?.listModels(signal()), await provider.text?.listModels(signal())]).toEqual([[], []]);
    const model = imageModelOf(ArkSettings.parse({}).imageModels[0] as ArkSettings['imageModels'][number], ArkSettings.parse({}));
    await expect(provider.image?.draw(requestFor(model), call())).rejects.toMatchObject({ fault: 'no-model' });
    expect(fake?.asked.length).toBe(0);
  });

  test('a key that no header can hold is denied before anything is sent', async () => {
    await open();
    const web = safeFetch().allowing([new URL(fake?.url ?? '').host]);
    const provider = arkProvider.open({ url: fake?.baseUrl ?? '', secrets: { apiKey: 'ark-test\nkey-01234' }, settings: ArkSettings.parse({}) }, { web, now: () => new Date(), wait: () => Promise.resolve() });
    await expect(draw(provider)).rejects.toMatchObject({ fault: 'denied', facts: { code: 'key.malformed' } });
    expect(fake?.asked.length).toBe(0);
  });
});

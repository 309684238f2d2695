import { requestFor } from '@komawari/testkit/suites/image-provider-suite';
import type { ActCall, ProviderHarness } from '@komawari/testkit/suites/provider-harness';
import { openStage, type Stage } from '@komawari/testkit/suites/provider-stage';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeArk, type FakeArk, type FakeArkOptions } from '../../../../../../packages/testkit/fakes/providers/fake-ark.ts';
import type { Fault } from '../../../../../../packages/testkit/fakes/providers/fault.ts';
import type { ImageAnswer, ImageCall, ImageRequest, ImageSlot } from '../../../ports/image-provider.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import { arkProvider } from './ark-provider.ts';
import type { ArkSettings } from './ark-settings.ts';

const COUNT = 3;
const SIZES = { kind: 'fixed', sizes: [{ width: 960, height: 960 }] };
const models = (streams: boolean) => [{ id: 'doubao-seedream-4-0-250828', name: 'Four', sizes: SIZES, references: 14, groups: true, streams }];
const harnessOf = (settings: object, options: FakeArkOptions = {}): ProviderHarness<ArkSettings, FakeArk> => ({
  kind: arkProvider, own: [], slowStepMs: 100, startFake: (more) => startFakeArk({ ...options, ...more }),
  isWork: ({ method, path }) => method === 'POST' && path.endsWith('/images/generations'),
  endpoint: (fake) => ({ url: fake.baseUrl, secrets: { apiKey: fake.key }, settings }),
});
const drawn = (over: Partial<ImageRequest> = {}, more: Partial<ImageCall> = {}) => async (provider: OpenProvider, call: ActCall): Promise<ImageAnswer> => {
  const [model] = await provider.image?.listModels(call.signal) ?? [];
  if (!model || !provider.image) throw new Error('no model');
  return provider.image.draw(requestFor(model, { count: COUNT, ...over }), { ...call, ...more });
};
const kinds = (answer: ImageAnswer | undefined) => answer?.slots.map((slot) => (slot.kind === 'picture' ? 'picture' : slot.fault));

describe.each([true, false])('groups of Ark, told one by one: %s', (streams) => {
  const stages: Stage<FakeArk>[] = [];
  const open = async (options: FakeArkOptions = {}, stepMs?: number, hurryMs?: number) => {
    const stage = await openStage(harnessOf({ imageModels: models(streams) }, options), { ...(stepMs === undefined ? {} : { stepMs }), ...(hurryMs === undefined ? {} : { hurryMs }) });
    stages.push(stage);
    return stage;
  };
  afterEach(async () => { await Promise.all(stages.splice(0).map((stage) => stage.close())); });
  const meets = async (stage: Stage<FakeArk>, over: Partial<ImageRequest> = {}, more: Partial<ImageCall> = {}) => {
    const end = await stage.happens({ name: 'a group', run: drawn(over, more), holds: () => undefined });
    await stage.isQuiet();
    return end;
  };

  test('all of one request, each told at its place when it is finished', async () => {
    const stage = await open();
    const told: [number, ImageSlot][] = [];
    const shares: number[] = [];
    const { answer } = await meets(stage, {}, { onSlot: async (at, slot) => { told.push([at, slot]); }, onProgress: ({ share }) => { shares.push(share ?? -1); } });
    expect(kinds(answer)).toEqual(['picture', 'picture', 'picture']);
    expect(told).toEqual(answer?.slots.map((slot, at) => [at, slot]));
    expect(shares.map((share) => Math.round(share * COUNT))).toEqual([1, 2, 3]);
    const colours = await Promise.all((answer?.slots ?? []).map(async (slot) => slot.kind === 'picture' && (await sharp(slot.picture.bytes).extract({ left: 9, top: 9, width: 1, height: 1 }).raw().toBuffer()).toString('hex')));
    expect(new Set(colours).size).toBe(COUNT);
    expect(stage.fake.asked[0]?.json()).toMatchObject({ sequential_image_generation: 'auto', sequential_image_generation_options: { max_images: COUNT }, prompt: expect.stringMatching(/\n\nA set of 3 images\.$/) as string });
    expect(stage.fake.billed()).toBe(COUNT);
  });

  test('the model may draw fewer; what goes in counts too', async () => {
    const stage = await open({ picks: () => 2 });
    expect(kinds((await meets(stage)).answer)).toEqual(['picture', 'picture']);
    const reference = { bytes: await sharp({ create: { width: 32, height: 32, channels: 3, background: '#fff' } }).png().toBuffer(), mediaType: 'image/png' as const };
    const references = (count: number) => Array.from({ length: count }, () => reference);
    await meets(stage, { count: 8, references: references(12) });
    expect(stage.fake.asked.at(-1)?.path).toMatch(/pictures/);
    const sent = () => stage.fake.asked.findLast(({ method }) => method === 'POST')?.json() ?? {};
    expect(sent()).toMatchObject({ sequential_image_generation_options: { max_images: 3 } });
    await meets(stage, { count: 8, references: references(14) });
    expect(sent()).not.toHaveProperty('sequential_image_generation');
  });

  test('refusals: of one picture, of all of them', async () => {
    const stage = await open();
    stage.fake.fault({ kind: 'slot', slot: 0 }, { kind: 'output-refused' }, { kind: 'input-refused' }, { kind: 'empty' });
    const { answer } = await meets(stage);
    expect(answer?.slots.map((slot) => slot.kind === 'fault' && [slot.fault, slot.facts.side, slot.facts.code])).toEqual([['refused', 'output', 'OutputImageSensitiveContentDetected'], false, false]);
    expect((await meets(stage)).error).toMatchObject({ fault: 'refused', facts: { side: 'output' } });
    expect((await meets(stage)).error).toMatchObject({ fault: 'refused', facts: { side: 'input' } });
    expect((await meets(stage)).error).toMatchObject({ fault: 'empty', facts: { code: 'picture.missing' } });
    expect(kinds((await meets(stage)).answer)).toEqual(['picture', 'picture', 'picture']);
  });

  test('each picture is looked at by itself', async () => {
    const stage = await open();
    stage.fake.faultAt('download', { kind: 'wrong-type' }, { kind: 'expired-address' });
    expect(kinds((await meets(stage)).answer)).toEqual(['empty', 'empty', 'picture']);
  });

  test('what the caller’s own function throws is passed on, and ends the request', async () => {
    const stage = await open({}, 20);
    const reason = new Error('the lease is lost');
    await expect(drawn({}, { onSlot: () => Promise.reject(reason) })(stage.provider, stage.call())).rejects.toBe(reason);
    await stage.isQuiet();
  });

  test('a cancel in its middle', async () => {
    const stage = await open({}, 60);
    const abort = new AbortController();
    setTimeout(() => { abort.abort(new Error('cancelled')); }, 100);
    const end = await stage.happens({ name: 'a group', run: drawn(), holds: () => undefined }, stage.call(abort.signal));
    expect(end.error).toMatchObject({ fault: 'cancelled' });
    await stage.isQuiet();
  });
});

describe('a stream of a group that breaks', () => {
  const stages: Stage<FakeArk>[] = [];
  const open = async (options: FakeArkOptions = {}, hurryMs?: number) => {
    const stage = await openStage(harnessOf({ imageModels: models(true) }, options), hurryMs === undefined ? {} : { hurryMs });
    stages.push(stage);
    return stage;
  };
  afterEach(async () => { await Promise.all(stages.splice(0).map((stage) => stage.close())); });
  const meets = async (fault: Fault | undefined, options: FakeArkOptions = {}, hurryMs?: number) => {
    const stage = await open(options, hurryMs);
    if (fault) stage.fake.fault(fault);
    const end = await stage.happens({ name: 'a group', run: drawn(), holds: () => undefined });
    await stage.isQuiet();
    return { ...end, bytes: stage.workBytes(), billed: stage.fake.billed() };
  };

  test('what was finished is kept, and the others may have been made: wherever it is cut', async () => {
    const { bytes } = await meets(undefined);
    const states = new Set<string>();
    for (const afterBytes of [0, 1, 40, ...Array.from({ length: 14 }, (_, at) => Math.floor((bytes * (at + 1)) / 14) - 1)]) {
      const { answer, error } = await meets({ kind: 'cut', afterBytes });
      if (error) expect(error).toMatchObject({ fault: 'unknown' });
      else expect(answer?.slots.length).toBe(COUNT);
      const state = kinds(answer)?.join() ?? 'unknown';
      expect(state).toMatch(/^(?:picture,)*(?:picture|unknown)(?:,unknown)*$/);
      states.add(state);
    }
    expect(states.size, [...states].join(' | ')).toBeGreaterThanOrEqual(4);
  });

  test('torn anywhere it is read all the same; garbage and silence are lost', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
      expect(kinds((await meets({ kind: 'split', bytes: size })).answer)).toEqual(['picture', 'picture', 'picture']);
    }), { numRuns: 5 });
    for (const fault of [{ kind: 'garbage' }, { kind: 'html' }, { kind: 'lost' }] as const) expect((await meets(fault)).error).toMatchObject({ fault: 'unknown' });
    expect((await meets({ kind: 'stall' }, {}, 150)).error).toMatchObject({ fault: 'unknown' });
    expect((await meets({ kind: 'status', status: 429, retryAfterS: 3 })).error).toMatchObject({ fault: 'busy', facts: { retryAfterMs: 3000 } });
  });

  test.each([true, false])('after an error of the service no more comes; with an end of its own: %s', async (completesAfterInternalError) => {
    const { answer, billed } = await meets({ kind: 'stream-error' }, { completesAfterInternalError });
    expect(answer?.slots).toMatchObject([{ kind: 'picture' }, { kind: 'fault', fault: 'down', facts: { code: 'InternalServiceError' } }]);
    expect(billed).toBe(1);
  });

  test('the end of the body closes it as well as its mark', async () => {
    expect(kinds((await meets(undefined, { endsWithDone: false })).answer)).toEqual(['picture', 'picture', 'picture']);
  });
});

import type { ImageAbility } from '@komawari/contract';
import { ImageModel } from '@komawari/contract';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import type { AskedSize, ImageAnswer, ImageCall, ImageRequest, Picture } from '../../../apps/server/src/ports/image-provider.ts';
import type { OpenProvider } from '../../../apps/server/src/ports/provider.ts';
import type { FakeProvider } from '../fakes/providers/fake-provider.ts';
import { actSuite } from './provider-act-suite.ts';
import { accountSuite } from './provider-account-suite.ts';
import type { Act, ActCall, ProviderHarness } from './provider-harness.ts';
import { openStage, PROMPT, type Stage } from './provider-stage.ts';
import { eventually } from '../src/eventually.ts';

export type ImageHarness<Settings, Fake extends FakeProvider> = ProviderHarness<Settings, Fake> & {
  /** A model of the fake that draws from words; the first that does unless told. */
  model?: string;
  /** Pictures of a group, one of which fails under the fault `slot`. */
  group?: { model?: string; count: number; request?: Partial<ImageRequest> };
  /** Requests for work of one request for several pictures, where the provider makes one at a time. */
  worksOf?(count: number): number;
  /** What a new process finds under a handle after the old one died: the pictures, or that it must draw again. */
  resumes?: 'pictures' | 'nothing';
  /** Laid over each request. */
  request?: Partial<ImageRequest>;
};

/** What every provider of pictures must do, whatever befalls it on the way. */
export function imageProviderSuite<Settings, Fake extends FakeProvider>(name: string, harness: ImageHarness<Settings, Fake>): void {
  describe(`image provider: ${name}`, () => {
    const stages: Stage<Fake>[] = [];
    const open = async (options?: Parameters<typeof openStage>[1], over: Partial<ImageHarness<Settings, Fake>> = {}) => {
      const stage = await openStage({ ...harness, ...over }, options);
      stages.push(stage);
      return stage;
    };
    afterEach(async () => { await Promise.all(stages.splice(0).map((stage) => stage.close())); });
    const ask = async (provider: OpenProvider, over: Partial<ImageRequest> = {}, model = harness.model) => ({ ...requestFor(await modelOf(provider, over.ability ?? 'generate', model), over), ...harness.request, ...over });
    const act = (over: Partial<ImageRequest> = {}, model?: string): Act<ImageAnswer> => ({
      name: 'a picture', holds: (answer, whole) => holds(answer, whole),
      run: async (provider, call) => drawn(provider, await ask(provider, over, model), call),
    });

    actSuite(harness, act());
    accountSuite(harness, async (provider, signal) => (await imageOf(provider).listModels(signal)).map((model) => ImageModel.parse(model).id));

    test('several pictures of one request, all told apart by their place', async () => {
      const count = 3;
      const works = harness.worksOf?.(count) ?? 1;
      const stage = await open(undefined, { worksMax: works });
      const request = await ask(stage.provider);
      if (request.model.countMax < count) return;
      const end = await stage.happens(act({ count }));
      if (end.error) throw end.error;
      expect(end.answer?.slots.length).toBe(count);
      await holds(end.answer as ImageAnswer, end.answer as ImageAnswer);
      await stage.isQuiet();
    });

    if (harness.own.includes('slot') && harness.group) {
      const { count, model, request = {} } = harness.group;
      test('one picture of a group fails, the others are there', async () => {
        const stage = await open();
        stage.fake.fault({ kind: 'slot', slot: 1 });
        const end = await stage.happens(act({ ...request, count }, model));
        if (end.error) throw end.error;
        const slots = end.answer?.slots ?? [];
        expect(slots.map(({ kind }) => kind)).toEqual(slots.map((_, at) => (at === 1 ? 'fault' : 'picture')));
        expect(slots.length).toBeGreaterThan(1);
      });
    }

    test('each of its abilities, with its own pictures', async () => {
      const { provider } = await open();
      for (const model of await imageOf(provider).listModels(new AbortController().signal)) {
        for (const ability of model.abilities) {
          const stage = await open();
          const request = { ...requestFor(model, { ability }), ...await picturesFor(ability), ...harness.request };
          const end = await stage.happens<ImageAnswer>({ name: ability, holds, run: (asked, call) => drawn(asked, request, call) });
          if (end.error) throw new Error(`${model.id} ${ability}`, { cause: end.error });
          await holds(end.answer as ImageAnswer, end.answer as ImageAnswer);
          await stage.close();
        }
      }
    });

    test('what was asked for reaches the provider', async () => {
      const stage = await open();
      const { model } = await ask(stage.provider);
      const asked = {
        ...(model.seedMax ? { seed: 4242 } : {}), ...(model.negativePromptMax ? { negativePrompt: 'no umbrellas' } : {}),
        ...(model.steps ? { steps: model.steps.min + model.steps.step } : {}),
      };
      const end = await stage.happens(act(asked));
      if (end.error) throw end.error;
      const sent = stage.fake.asked.map(({ body }) => body.toString('utf8')).join('\n');
      const plain = sent + sent.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
      for (const value of [PROMPT, ...Object.values(asked)]) expect(plain).toContain(String(value));
    });

    test('how far it is, where the model tells it', async () => {
      const stage = await open({ stepMs: harness.slowStepMs });
      const request = await ask(stage.provider);
      const { progress } = request.model;
      const shares: number[] = [];
      const previews: Picture[] = [];
      const call: ImageCall = { ...stage.call(), onProgress: ({ share }) => { if (share !== undefined) shares.push(share); }, onPreview: (_, picture) => { previews.push(picture); } };
      await imageOf(stage.provider).draw(request, call);
      if (progress !== 'none') expect(shares.length, 'shares').toBeGreaterThan(0);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b).filter((share) => share >= 0 && share <= 1));
      if (progress === 'previews') expect(previews.length, 'previews').toBeGreaterThan(0);
      for (const preview of previews) expect(`image/${(await sharp(preview.bytes).metadata()).format}`).toBe(preview.mediaType);
      await stage.isQuiet();
    });

    if (harness.resumes) {
      test('a new process asks for what was accepted: it is not made twice', async () => {
        const stage = await open({ stepMs: harness.slowStepMs });
        const request = await ask(stage.provider);
        const dead = imageOf(stage.provider).draw(request, stage.call()).then(() => undefined, (error: unknown) => error);
        const handle = await eventually('it is accepted', () => stage.handles[0]);
        stage.breakOff();
        await dead;
        const found = await imageOf(stage.reopen()).resume?.(handle, request, stage.call());
        if (harness.resumes === 'nothing') expect(found).toBeUndefined();
        else await holds(found as ImageAnswer, found as ImageAnswer);
        expect(stage.works().length, 'asked for once').toBe(1);
        expect(stage.fake.billed()).toBeLessThanOrEqual(request.count);
        await stage.isQuiet();
      });

      test('what nobody knows of any more is not found', async () => {
        const stage = await open();
        const provider = imageOf(stage.provider);
        expect(await provider.resume?.('00000000-0000-4000-8000-00000000dead', await ask(stage.provider), stage.call())).toBeUndefined();
        expect(stage.works().length).toBe(0);
        await stage.isQuiet();
      });
    }
  });
}

/** The smallest request that the model takes. */
export function requestFor(model: ImageModel, over: Partial<ImageRequest> = {}): ImageRequest {
  return { model, ability: 'generate', prompt: PROMPT, size: sizeFor(model), count: 1, references: [], settings: {}, ...over };
}

function sizeFor({ sizes }: ImageModel): AskedSize {
  if (sizes.kind === 'fixed') return sizes.sizes[0] ?? { width: 64, height: 64 };
  if (sizes.kind === 'named') return { ratio: sizes.ratios[0] ?? '1:1', ...(sizes.resolutions[0] ? { resolution: sizes.resolutions[0] } : {}) };
  const least = Math.max(sizes.sideMin, Math.ceil(Math.sqrt(sizes.areaMin)), 64);
  const side = Math.ceil(least / sizes.multipleOf) * sizes.multipleOf;
  return { width: side, height: side };
}

async function picturesFor(ability: ImageAbility): Promise<Partial<ImageRequest>> {
  if (ability === 'generate') return {};
  const grey = (width: number, shade: string) => sharp({ create: { width, height: 64, channels: 3, background: shade } });
  const source: Picture = { bytes: await grey(64, '#446688').png().toBuffer(), mediaType: 'image/png' };
  const mask: Picture = { bytes: await grey(64, '#000000').composite([{ input: await grey(32, '#ffffff').png().toBuffer(), left: 0, top: 0 }]).toColourspace('b-w').png().toBuffer(), mediaType: 'image/png' };
  return {
    source, ...(ability === 'inpaint' || ability === 'outpaint' ? { mask } : {}), ...(ability === 'upscale' ? { size: { width: 128, height: 128 } } : {}),
    ...(ability === 'vary' ? { strength: 0.6 } : {}),
  };
}

async function modelOf(provider: OpenProvider, ability: ImageAbility, id: string | undefined): Promise<ImageModel> {
  const models = await imageOf(provider).listModels(new AbortController().signal);
  const found = models.find((model) => (id === undefined ? model.abilities.includes(ability) : model.id === id));
  if (!found) throw new Error(`no model ${id ?? `to ${ability}`} among ${models.map((model) => model.id).join(', ')}`);
  return found;
}

function imageOf({ image }: OpenProvider) {
  if (!image) throw new Error('it has no ImageProvider');
  return image;
}

function drawn(provider: OpenProvider, request: ImageRequest, call: ActCall): Promise<ImageAnswer> {
  return imageOf(provider).draw(request, {
    ...call, onProgress: () => { call.told('progress'); }, onPreview: () => { call.told('a preview'); }, onSlot: async () => { call.told('a slot'); },
  });
}

/** Pictures are whole, and what they are called. */
async function holds(answer: ImageAnswer, whole: ImageAnswer): Promise<void> {
  expect(answer.slots.length).toBe(whole.slots.length);
  for (const slot of answer.slots) {
    if (slot.kind !== 'picture') throw new Error(`a slot without a picture: ${slot.fault}`);
    const { format, width } = await sharp(slot.picture.bytes).metadata();
    expect([`image/${format}`, width > 0]).toEqual([slot.picture.mediaType, true]);
    await sharp(slot.picture.bytes).raw().toBuffer();
  }
}

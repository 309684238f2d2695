import { setTimeout as sleep } from 'node:timers/promises';
import type { ImageModel } from '@komawari/contract';
import { eventually } from '@komawari/testkit';
import { imageProviderSuite, requestFor } from '@komawari/testkit/suites/image-provider-suite';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeComfyui, type ComfyOptions, type FakeComfyui } from '../../../../../../packages/testkit/fakes/providers/fake-comfyui.ts';
import { COMFY_MODELS, type NodeClass } from '../../../../../../packages/testkit/fakes/providers/comfyui-nodes.ts';
import { fakePicture } from '../../../../../../packages/testkit/fakes/providers/fake-pictures.ts';
import type { ImageCall, ImageRequest, Picture } from '../../../ports/image-provider.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { comfyuiProvider } from './comfyui-provider.ts';
import { ComfyuiSettings } from './comfyui-settings.ts';

imageProviderSuite('comfyui', {
  kind: comfyuiProvider, own: ['task-failed', 'empty', 'wrong-type', 'bomb', 'expired-address'], slowStepMs: 70, resumes: 'pictures',
  isWork: ({ method, path }) => method === 'POST' && path === '/prompt',
  startFake: ({ stepMs = 0 }) => startFakeComfyui({ stepMs }),
  endpoint: () => ({ settings: { pollMs: 10 } }),
  request: { steps: 4 },
  isAtWork: (fake) => fake.jobs().some(({ state }) => state === 'in_progress'),
  wasTold: (fake) => fake.jobs().some(({ isInterrupted, state }) => isInterrupted || state === 'cancelled'),
});

const ID = 'c0ffee00-0000-4000-8000-0000000000ff';
const OTHER_ID = 'c0ffee00-0000-4000-8000-000000000002';

/** As `docs/providers/comfyui.md` shows it: an edit by words, by up to two references. */
const EDIT = {
  name: 'Edit by words', abilities: ['edit', 'generate'], model: 'flow',
  graph: {
    1: { class_type: 'UNETLoader', inputs: { unet_name: 'plain-flow.safetensors', weight_dtype: 'default' } },
    2: { class_type: 'DualCLIPLoader', inputs: { clip_name1: 'clip_l.safetensors', clip_name2: 't5xxl.safetensors', type: 'flux' } },
    3: { class_type: 'VAELoader', inputs: { vae_name: 'plain-vae.safetensors' } },
    4: { class_type: 'CLIPTextEncode', inputs: { text: '', clip: ['2', 0] } },
    5: { class_type: 'LoadImage', inputs: { image: '' } },
    6: { class_type: 'VAEEncode', inputs: { pixels: ['5', 0], vae: ['3', 0] } },
    7: { class_type: 'ReferenceLatent', inputs: { conditioning: ['4', 0], latent: ['6', 0] } },
    8: { class_type: 'LoadImage', inputs: { image: '' } },
    9: { class_type: 'VAEEncode', inputs: { pixels: ['8', 0], vae: ['3', 0] } },
    10: { class_type: 'ReferenceLatent', inputs: { conditioning: ['7', 0], latent: ['9', 0] } },
    11: { class_type: 'FluxGuidance', inputs: { conditioning: ['10', 0], guidance: 2.5 } },
    12: { class_type: 'ConditioningZeroOut', inputs: { conditioning: ['4', 0] } },
    13: { class_type: 'EmptySD3LatentImage', inputs: { width: 1024, height: 1024, batch_size: 1 } },
    14: { class_type: 'KSampler', inputs: { seed: 0, steps: 20, cfg: 1, sampler_name: 'euler', scheduler: 'simple', denoise: 1, model: ['1', 0], positive: ['11', 0], negative: ['12', 0], latent_image: ['13', 0] } },
    15: { class_type: 'VAEDecode', inputs: { samples: ['14', 0], vae: ['3', 0] } },
    16: { class_type: 'SaveImage', inputs: { images: ['15', 0], filename_prefix: 'komawari/edit' } },
  },
  slots: { prompt: '4.text', references: ['5.image', '8.image'], width: '13.width', height: '13.height', seed: '14.seed', steps: '14.steps', guidance: '11.guidance', precision: '1.weight_dtype', cfg: '14.cfg' },
};

describe('ComfyUI', () => {
  let fake: FakeComfyui;
  afterEach(() => fake.close());
  const open = async (options: ComfyOptions = {}, settings: Record<string, unknown> = {}): Promise<OpenProvider> => {
    fake = await startFakeComfyui(options);
    return openAgain(settings);
  };
  const openAgain = (settings: Record<string, unknown> = {}, secrets: Record<string, string> = {}): OpenProvider => {
    const web = safeFetch().allowing([new URL(fake.url).host]);
    return comfyuiProvider.open({ url: fake.url, secrets, settings: ComfyuiSettings.parse({ pollMs: 10, ...settings }) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const signal = () => new AbortController().signal;
  const call = (over: Partial<ImageCall> = {}): ImageCall => ({ id: ID, signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...over });
  const models = (provider: OpenProvider) => provider.image?.listModels(signal()) ?? Promise.resolve([]);
  const ask = async (provider: OpenProvider, over: Partial<ImageRequest> = {}) => requestFor((await models(provider))[0] as ImageModel, { size: { width: 64, height: 64 }, steps: 4, ...over });
  const draw = async (provider: OpenProvider, over: Partial<ImageRequest> = {}, asked = call()) => provider.image?.draw(await ask(provider, over), asked);
  const plain = async (colour: string, width = 64): Promise<Picture> => ({ bytes: await sharp({ create: { width, height: 64, channels: 3, background: colour } }).png().toBuffer(), mediaType: 'image/png' });
  const inputsOf = (type: string) => Object.values(fake.jobs().at(-1)?.graph ?? {}).filter(({ class_type: one }) => one === type).map(({ inputs }) => inputs);

  test.each(['list', 'options'] as const)('a model for each checkpoint, with what the server has to choose from: %s', async (comboForm) => {
    const listed = await models(await open({ comboForm }));
    expect(listed.map(({ id, name }) => [id, name])).toEqual([['plain-sd15.safetensors', 'plain-sd15'], ['plain-sdxl.safetensors', 'plain-sdxl']]);
    expect(listed[0]).toMatchObject({ abilities: ['generate', 'vary', 'inpaint', 'outpaint', 'upscale'], mask: true, countMax: 4, steps: { default: 25 }, guidance: { default: 7 }, strength: { default: 0.75 }, references: { countMax: 1 } });
    expect(listed[0]?.settings).toMatchObject([{ name: 'sampler', default: 'dpmpp_2m' }, { name: 'scheduler', default: 'karras' }, { name: 'upscaler', choices: ['plain-x4.pth'], default: 'plain-x4.pth' }]);
  });

  test('a workflow whose nodes or files the server does not have is not offered', async () => {
    const strange = { ...EDIT, graph: { ...EDIT.graph, 12: { class_type: 'SomebodysNode', inputs: {} } } };
    const listed = await models(await open({ models: { ...COMFY_MODELS, upscale_models: [] } }, { workflows: [...ComfyuiSettings.parse({}).workflows, strange] }));
    expect(listed.map(({ id, abilities }) => [id, abilities.includes('upscale')])).toEqual([['plain-sd15.safetensors', false], ['plain-sdxl.safetensors', false]]);
  });

  test('the background is taken away where the nodes for it are installed: what is kept is turned round before it is joined', async () => {
    const node = (required: Record<string, readonly [string, object?]>, outputs: string[]) => ({ category: 'essentials', required: required as NodeClass['required'], outputs });
    const nodes = {
      'RemBGSession+': node({ model: ['COMBO', { options: ['u2net: general purpose', 'isnet-general-use: general purpose'] }], providers: ['COMBO', { options: ['CPU', 'CUDA'] }] }, ['REMBG_SESSION']),
      'ImageRemoveBackground+': node({ rembg_session: ['REMBG_SESSION'], image: ['IMAGE'] }, ['IMAGE', 'MASK']),
      InvertMask: node({ mask: ['MASK'] }, ['MASK']), JoinImageWithAlpha: node({ image: ['IMAGE'], alpha: ['MASK'] }, ['IMAGE']),
    };
    const provider = await open({ nodes });
    const [model] = await models(provider);
    expect([model?.abilities.includes('cut-out'), model?.settings.find(({ name }) => name === 'remover')]).toMatchObject([true, { default: 'isnet-general-use: general purpose' }]);
    expect((await draw(provider, { ability: 'cut-out', prompt: '', source: await plain('#446688') }))?.slots).toMatchObject([{ kind: 'picture' }]);
    expect([inputsOf('InvertMask'), inputsOf('JoinImageWithAlpha')]).toEqual([[{ mask: ['2', 1] }], [{ image: ['8', 0], alpha: ['3', 0] }]]);
  });

  test('a place that is not in the graph is found when it is typed, not when it is drawn', () => {
    const wrong = ComfyuiSettings.safeParse({ workflows: [{ ...EDIT, slots: { ...EDIT.slots, seed: '99.seed', prompt: '4.words' } }] });
    expect(wrong.error?.issues.map(({ message }) => message)).toEqual(['no input 4.words in the graph', 'no input 99.seed in the graph']);
  });

  test('all that was asked is in its place', async () => {
    const provider = await open();
    const answer = await draw(provider, { seed: 4242, steps: 3, guidance: 5.5, negativePrompt: 'rain', count: 2, settings: { sampler: 'heun' }, size: { width: 128, height: 64 } });
    expect(inputsOf('KSampler')).toMatchObject([{ seed: 4242, steps: 3, cfg: 5.5, sampler_name: 'heun', scheduler: 'karras', denoise: 1 }]);
    expect([inputsOf('EmptyLatentImage'), inputsOf('CheckpointLoaderSimple'), inputsOf('CLIPTextEncode')[1]]).toMatchObject([[{ width: 128, height: 64, batch_size: 2 }], [{ ckpt_name: 'plain-sd15.safetensors' }], { text: 'rain' }]);
    expect(answer?.slots.map((slot) => slot.kind === 'picture' && slot.seed)).toEqual([4242, undefined]);
    expect([fake.files('output').length, fake.files('temp').length], 'nothing is saved there').toEqual([0, 2]);
    await draw(provider);
    expect(inputsOf('KSampler'), 'of the call when nobody chose').toMatchObject([{ seed: 0xff }]);
  });

  test('source and mask go in under names of their own, once', async () => {
    const provider = await open();
    const [source, mask] = [await plain('#446688'), await plain('#ffffff')];
    await draw(provider, { ability: 'inpaint', source, mask, strength: 0.5 });
    await draw(provider, { ability: 'inpaint', source, mask }, call({ id: OTHER_ID }));
    expect(fake.files('input').map(({ subfolder, filename }) => `${subfolder}/${filename}`)).toEqual([inputsOf('LoadImage')[0]?.['image'], inputsOf('LoadImageMask')[0]?.['image']]);
    expect(inputsOf('LoadImageMask')).toMatchObject([{ channel: 'red', image: expect.stringMatching(/^komawari\/[0-9a-f]{40}\.png$/) as string }]);
    expect(inputsOf('KSampler'), 'as the graph has it when nobody chose').toMatchObject([{ denoise: 0.75 }]);
  });

  test('a workflow of the operator: a model of its own, references in their places, settings of its own', async () => {
    const provider = await open({}, { workflows: [EDIT] });
    const [model] = await models(provider);
    expect(model).toMatchObject({ id: 'flow', abilities: ['generate', 'edit'], references: { countMax: 2 }, countMax: 1, mask: false, guidance: { default: 2.5 }, settings: [{ name: 'precision', kind: 'choice', default: 'default' }, { name: 'cfg', kind: 'number', range: { min: 0, max: 100, default: 1 } }] });
    expect(model).not.toHaveProperty('negativePromptMax');
    const answer = await draw(provider, { ability: 'edit', references: [await plain('#446688')], settings: { precision: 'fp8_e5m2' } });
    const names = inputsOf('LoadImage').map(({ image }) => image);
    expect([answer?.slots.length, names[0], inputsOf('UNETLoader')[0]?.['weight_dtype']]).toEqual([1, names[1], 'fp8_e5m2']);
    expect(names[0]).toMatch(/^komawari\//);
    await draw(provider, { ability: 'edit', references: [await plain('#446688'), await plain('#aa2222')] }, call({ id: OTHER_ID }));
    expect(new Set(inputsOf('LoadImage').map(({ image }) => image)).size).toBe(2);
    await draw(provider, { ability: 'edit', source: await plain('#226644'), references: [await plain('#446688')] }, call({ id: 'c0ffee00-0000-4000-8000-000000000003' }));
    expect(new Set(inputsOf('LoadImage').map(({ image }) => image)).size, 'what is edited is the first of them').toBe(2);
    const [source, mask] = [await plain('#446688'), await plain('#ffffff')];
    await expect(draw(provider, { ability: 'edit', source, mask }), 'it has no place for a mask').rejects.toMatchObject({ facts: { code: 'workflow.missing' } });
    await expect(draw(provider, { references: [] })).rejects.toMatchObject({ fault: 'no-model', facts: { code: 'workflow.missing' } });
  });

  test('a checkpoint that is gone is told as such', async () => {
    const provider = await open();
    const request = await ask(provider);
    await expect(provider.image?.draw({ ...request, model: { ...request.model, id: 'burnt' } }, call())).rejects.toMatchObject({ fault: 'no-model' });
    const fixed = { ...EDIT, graph: { ...EDIT.graph, 1: { class_type: 'UNETLoader', inputs: { unet_name: 'burnt', weight_dtype: 'default' } } } };
    await expect(draw(openAgain({ workflows: [fixed] }), { references: [await plain('#446688')], ability: 'edit' })).rejects.toMatchObject({ fault: 'no-model', facts: { said: expect.stringContaining('UNETLoader: Value not in list') as string } });
  });

  test('accepted under the name of the call, its place in the queue, every step, previews', async () => {
    const provider = await open({ stepMs: 20 });
    const first = draw(provider, {}, call({ id: OTHER_ID }));
    await eventually('the first runs', () => fake.jobs()[0]?.state === 'in_progress');
    const handles: string[] = [];
    const places: number[] = [];
    const steps: unknown[] = [];
    let previews = 0;
    await draw(provider, { steps: 3 }, call({
      onAccepted: async (handle) => { handles.push(handle); }, onPreview: () => { previews += 1; },
      onProgress: ({ share, step, steps: of, queuePosition }) => { if (queuePosition === undefined) steps.push([Math.round((share ?? 0) * 3), step, of]); else places.push(queuePosition); },
    }));
    await first;
    expect([handles, places[0], steps, previews]).toEqual([[ID], 1, [[1, 1, 3], [2, 2, 3], [3, 3, 3]], 3]);
  });

  test('a server that names jobs by itself', async () => {
    const provider = await open({ stepMs: 20 }, { sendsPromptId: false });
    const handles: string[] = [];
    let steps = 0;
    await draw(provider, {}, call({ onAccepted: async (handle) => { handles.push(handle); }, onProgress: () => { steps += 1; } }));
    expect([handles, steps > 0]).toEqual([[fake.jobs()[0]?.id], true]);
    expect(handles).not.toEqual([ID]);
  });

  test('what the socket says of other jobs, or in no words at all, is not heard; a preview of the older form is', async () => {
    const provider = await open({ preview: 'none' });
    fake.hold(2);
    const told: unknown[] = [];
    const drawing = draw(provider, {}, call({ onProgress: ({ share }) => { told.push(share); }, onPreview: (_, { mediaType }) => { told.push(mediaType); } }));
    await eventually('half is done', () => told.includes(0.5));
    const before = told.length;
    const say = (type: string, data: object) => { fake.sayToSockets(JSON.stringify({ type, data })); };
    say('progress', { value: 4, max: 4, node: '5', prompt_id: OTHER_ID });
    say('execution_success', { prompt_id: OTHER_ID });
    for (const noise of ['', '{', '[]', 'null', '{"type":7}', Buffer.alloc(3), Buffer.alloc(40), Buffer.from('00000004ffffffff00', 'hex'), Buffer.from('000000010000000147494638', 'hex')]) fake.sayToSockets(noise);
    fake.sayToSockets(Buffer.concat([Buffer.from('0000000100000001', 'hex'), await fakePicture(16, 16, 0, 'jpeg')]));
    await eventually('the preview comes', () => told.length > before);
    expect(told.slice(before)).toEqual(['image/jpeg']);
    fake.release();
    expect((await drawing)?.slots.length).toBe(1);
  });

  test('what the server still knows is not drawn again, and is a picture all the same; previews may be PNG', async () => {
    const provider = await open({ caches: true, preview: 'png' });
    const types = new Set<string>();
    const once = (id: string) => draw(provider, { seed: 7 }, call({ id, onPreview: (_, { mediaType }) => { types.add(mediaType); } }));
    expect([(await once(ID))?.slots[0]?.kind, (await once(OTHER_ID))?.slots[0]?.kind]).toEqual(['picture', 'picture']);
    expect([fake.jobs().map(({ stepsDone }) => stepsDone), [...types]]).toEqual([[4, 0], ['image/png']]);
  });

  describe('the socket is only one of the ways', () => {
    test('it cannot be opened, or says nothing: the history tells the end', async () => {
      const provider = await open();
      fake.refuseSockets(100);
      expect((await draw(provider))?.slots.length).toBe(1);
      fake.refuseSockets(0);
      fake.muteSockets(true);
      expect((await draw(provider, {}, call({ id: OTHER_ID })))?.slots.length).toBe(1);
    });

    test('it breaks in the middle, and is listened to again', async () => {
      const provider = await open();
      fake.hold(1);
      const shares: (number | undefined)[] = [];
      const drawing = draw(provider, {}, call({ onProgress: ({ share }) => { shares.push(share); } }));
      await eventually('a step is done', () => shares.length > 0);
      fake.cutSockets();
      await eventually('it listens again', () => fake.listeners().length > 0);
      fake.release();
      await drawing;
      expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
    });

    test('the end that it tells is not waited for a second time, though the history knows it later', async () => {
      const provider = await open({ historyLagMs: 150 }, { pollMs: 60_000 });
      expect((await draw(provider))?.slots.length).toBe(1);
    });

    test('none at all, where the operator says so', async () => {
      const provider = await open({}, { listens: false });
      expect((await models(provider))[0]?.progress).toBe('none');
      expect((await draw(provider))?.slots.length).toBe(1);
      expect(fake.listeners()).toEqual([]);
    });
  });

  describe('a cancel', () => {
    const told = () => fake.asked.filter(({ path }) => path === '/interrupt').map((asked) => asked.json());

    test('of what waits: out of the queue, and what runs goes on', async () => {
      const provider = await open();
      fake.hold(1);
      const first = draw(provider, {}, call({ id: OTHER_ID }));
      await eventually('the first runs', () => fake.jobs()[0]?.state === 'in_progress');
      const abort = new AbortController();
      const second = draw(provider, {}, call({ signal: abort.signal }));
      await eventually('the second waits', () => fake.jobs().length === 2);
      abort.abort(new Error('cancelled'));
      await expect(second).rejects.toMatchObject({ fault: 'cancelled' });
      expect([fake.jobs().map(({ state }) => state), told()]).toEqual([['in_progress', 'cancelled'], []]);
      fake.release();
      expect((await first)?.slots.length).toBe(1);
    });

    test('of what runs: that one is interrupted by its name', async () => {
      const provider = await open();
      fake.hold(1);
      const abort = new AbortController();
      const drawing = draw(provider, {}, call({ signal: abort.signal }));
      await eventually('it runs', () => fake.jobs()[0]?.stepsDone === 1);
      abort.abort(new Error('cancelled'));
      await expect(drawing).rejects.toMatchObject({ fault: 'cancelled' });
      expect(told()).toEqual([{ prompt_id: ID }]);
    });

    test.each([[true], [false]])('what was sent and not answered is taken back too, whoever names it: %s', async (sendsPromptId) => {
      const provider = await open({}, { sendsPromptId });
      fake.hold();
      fake.fault({ kind: 'lost' });
      await expect(draw(provider)).rejects.toMatchObject({ fault: 'down' });
      expect(fake.jobs()[0]?.isInterrupted).toBe(true);
    });

    test('what onProgress throws takes it back too, long before the next look', async () => {
      const provider = await open({}, { pollMs: 60_000 });
      fake.hold(1);
      const reason = new Error('no place to tell it');
      await expect(draw(provider, {}, call({ onProgress: () => { throw reason; } }))).rejects.toBe(reason);
      expect(fake.jobs()[0]?.isInterrupted).toBe(true);
    });

    test('what onAccepted throws takes it back, and is what the caller gets', async () => {
      const provider = await open();
      fake.hold();
      const reason = new Error('the lease is lost');
      await expect(draw(provider, {}, call({ onAccepted: () => Promise.reject(reason) }))).rejects.toBe(reason);
      expect(fake.jobs()[0]?.isInterrupted).toBe(true);
    });
  });

  test('looks that fail say nothing about the job; too many in a row do, and it is taken back', async () => {
    const provider = await open({}, { looksMax: 3, listens: false });
    fake.faultOn('history', { kind: 'html' }, { kind: 'status', status: 503 });
    expect((await draw(provider))?.slots.length).toBe(1);
    fake.hold();
    fake.faultOn('history', { kind: 'lost' }, { kind: 'garbage' }, { kind: 'status', status: 500 });
    await expect(draw(provider, {}, call({ id: OTHER_ID }))).rejects.toMatchObject({ fault: 'down' });
    expect(fake.jobs()[1]?.isInterrupted).toBe(true);
  });

  test('a picture that cannot be fetched at once is fetched again; one of several that is no picture leaves the others', async () => {
    const provider = await open();
    fake.faultOn('view', { kind: 'status', status: 404 }, { kind: 'cut', afterBytes: 10 });
    const answer = await draw(provider, { count: 3 });
    expect(answer?.slots.map((slot) => (slot.kind === 'picture' ? 'picture' : slot.facts.code))).toEqual(['picture.gone', 'picture', 'picture']);
  });

  test('a failed node is told in its own words, without those of the user', async () => {
    const provider = await open();
    fake.fault({ kind: 'task-failed' });
    await expect(draw(provider)).rejects.toMatchObject({ fault: 'down', facts: { code: 'torch.OutOfMemoryError', said: expect.stringMatching(/^KSampler: Allocation on device/) as string } });
  });

  test('a server that was started anew knows nothing of the job, neither now nor for a new process', async () => {
    const provider = await open({}, { looksMax: 50, pollMs: 20 });
    fake.hold();
    const drawing = draw(provider);
    const end = drawing.then(() => undefined, (error: unknown) => error);
    await eventually('it works', () => fake.jobs().length > 0);
    const request = await ask(provider);
    await fake.crash();
    await fake.restart();
    expect(await end).toMatchObject({ fault: 'down', facts: { code: 'job.gone' } });
    expect(await openAgain().image?.resume?.(ID, request, call())).toBeUndefined();
  });

  test('a new process hears the rest of what an old one began', async () => {
    const provider = await open({}, { listens: false });
    fake.hold(2);
    const old = draw(provider);
    await eventually('half is done', () => fake.jobs()[0]?.stepsDone === 2);
    const shares: (number | undefined)[] = [];
    const found = openAgain().image?.resume?.(ID, await ask(provider), call({ onProgress: ({ share }) => { shares.push(share); } }));
    await eventually('it listens', () => fake.listeners().includes(ID));
    fake.release();
    expect((await found)?.slots.length).toBe(1);
    expect(shares).toContain(1);
    await old;
  });

  test('what it says of itself, and a key for what may stand before it, for the socket too', async () => {
    const provider = await open();
    expect(await provider.check(signal())).toEqual({ says: 'ComfyUI 0.9.0, cuda:0 Plain GPU' });
    const headers: unknown[] = [];
    fake.server.on('upgrade', ({ headers: { authorization } }) => { headers.push(authorization); });
    await draw(openAgain({}, { key: 'lantern-oil-77' }));
    expect([...headers, ...fake.asked.slice(1).map(({ headers: { authorization } }) => authorization)].every((one) => one === 'Bearer lantern-oil-77')).toBe(true);
    expect(headers.length).toBe(1);
  });
});

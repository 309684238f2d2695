import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { eventually } from '../../src/eventually.ts';
import { startFakeSdcpp, type FakeSdcpp, type FakeSdcppOptions } from './fake-sdcpp.ts';
import { fakePicture } from './fake-pictures.ts';
import type { Fault } from './fault.ts';

type Shown = { id: string; status: string; queue_position: number; result: { images: { b64_json: string }[] } | null; error: { code: string; message: string } | null };
let fake: FakeSdcpp;

const start = async (options?: FakeSdcppOptions) => { fake = await startFakeSdcpp(options); };
const send = (path: string, body: string | FormData) => fetch(fake.url + path, { method: 'POST', body });
const post = (path: string, body: unknown) => send(path, JSON.stringify(body));
const read = async (answer: Promise<Response>) => { const reply = await answer; return [reply.status, await reply.json()]; };
const get = (path: string) => read(fetch(fake.url + path));
const generate = async (body: unknown) => (await (await post('/v1/images/generations', body)).json()) as { created: number; data: { b64_json: string }[] };
const submit = async (body: object) => ((await (await post('/sdcpp/v1/img_gen', { prompt: 'a lamp', width: 16, height: 16, ...body })).json()) as { id: string }).id;
const look = async (id: string) => (await (await fetch(`${fake.url}/sdcpp/v1/jobs/${id}`)).json()) as Shown;
const ended = (id: string) => eventually(`job ${id} ends`, async () => { const job = await look(id); return ['queued', 'generating'].includes(job.status) ? undefined : job; });
const cancel = (id: string) => read(post(`/sdcpp/v1/jobs/${id}/cancel`, {}));
const sizeOf = async (base64: string | undefined) => { const { width, height, format } = await sharp(Buffer.from(base64 ?? '', 'base64')).metadata(); return [width, height, format]; };
const colourAt = async (base64: string | undefined, left: number, top: number) =>
  `#${(await sharp(Buffer.from(base64 ?? '', 'base64')).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()).toString('hex')}`;
const plain = (width: number, height: number, background: string) => sharp({ create: { width, height, channels: 3, background } }).png().toBuffer();
/** White on its left half. */
const halfMask = async (side: number) => sharp(await plain(side, side, '#000000')).composite([{ input: await plain(side / 2, side, '#ffffff'), left: 0, top: 0 }]).png().toBuffer();
const base64 = (bytes: Buffer) => bytes.toString('base64');

describe('the stand-in of sd-server', () => {
  afterEach(() => fake.close());

  test('OpenAI-like: always b64_json, in the format asked for, one colour each', async () => {
    await start();
    const { data, created } = await generate({ prompt: 'a lamp', n: 2, size: '48x32', output_format: 'jpeg', output_compression: 80, model: 'any', response_format: 'url' });
    expect(data.map((one) => Object.keys(one))).toEqual([['b64_json'], ['b64_json']]);
    expect(await Promise.all(data.map((one) => sizeOf(one.b64_json)))).toEqual([[48, 32, 'jpeg'], [48, 32, 'jpeg']]);
    expect(Number.isInteger(created)).toBe(true);
    expect(fake.billed()).toBe(2);
  });

  test.each(['large', '48', '0x0', 'auto', 48, null, undefined])('a size that cannot be read (%s) falls back silently', async (size) => {
    await start({ fallbackSize: [40, 24] });
    expect(await sizeOf((await generate({ prompt: 'a', size })).data[0]?.b64_json)).toEqual([40, 24, 'png']);
  });

  test('refusals: one field, error', async () => {
    await start();
    expect(await read(post('/v1/images/generations', {}))).toEqual([400, { error: 'prompt required' }]);
    expect(await read(send('/v1/images/generations', '{"prompt":'))).toEqual([400, { error: 'invalid JSON' }]);
    expect(await read(post('/v1/images/generations', { prompt: 'a', output_format: 'bmp' }))).toEqual([400, { error: 'invalid output_format, must be one of png, jpeg, webp' }]);
    expect(await get('/v1/nothing')).toEqual([404, { error: 'not found' }]);
    expect(fake.billed()).toBe(0);
  });

  test('one model, whatever was loaded', async () => {
    await start({ model: 'other.gguf' });
    expect(await get('/v1/models')).toMatchObject([200, { data: [{ id: 'sd-cpp-local' }] }]);
  });

  test('edits: pictures and mask as parts of a form', async () => {
    await start();
    const form = new FormData();
    form.append('prompt', 'a hat');
    form.append('size', '32x32');
    form.append('image[]', new Blob([new Uint8Array(await plain(32, 32, '#ffffff'))], { type: 'image/png' }), 'a.png');
    form.append('image[]', new Blob([new Uint8Array(await plain(8, 8, '#000000'))], { type: 'image/png' }), 'b.png');
    form.append('mask', new Blob([new Uint8Array(await halfMask(32))], { type: 'image/png' }), 'm.png');
    const [status, body] = await read(send('/v1/images/edits', form)) as [number, { data: { b64_json: string }[] }];
    expect([status, await colourAt(body.data[0]?.b64_json, 4, 4), await colourAt(body.data[0]?.b64_json, 28, 4)]).toEqual([200, '#c8402a', '#ffffff']);
    expect(fake.drawn[0]).toMatchObject({ prompt: 'a hat', refs: [{ width: 32 }, { width: 8 }], mask: { width: 32 } });
    const bare = new FormData();
    bare.append('prompt', 'a hat');
    expect(await read(send('/v1/images/edits', bare))).toEqual([400, { error: 'at least one image[] is required' }]);
    bare.append('image[]', new Blob(['words']), 'a.png');
    expect(await read(send('/v1/images/edits', bare))).toEqual([400, { error: 'invalid image[]' }]);
    expect((await post('/v1/images/edits', { prompt: 'a' })).status).toBe(400);
  });

  test('extra arguments hidden in a prompt are obeyed by compatible routes only', async () => {
    await start();
    const prompt = 'a lamp<sd_cpp_extra_args>{"width":64,"seed":9,"sample_params":{"sample_steps":3}}</sd_cpp_extra_args>';
    expect(await sizeOf((await generate({ prompt, size: '16x16' })).data[0]?.b64_json)).toEqual([64, 16, 'png']);
    await post('/sdapi/v1/txt2img', { prompt, width: 16, height: 16 });
    await ended(await submit({ prompt }));
    expect(fake.drawn.map((work) => [work.prompt, work.width, work.seed, work.steps, work.extraArgs !== undefined])).toEqual([
      ['a lamp', 64, 9, 3, true], ['a lamp', 64, 9, 3, true], [prompt, 16, -1, 20, false],
    ]);
    expect((await post('/v1/images/generations', { prompt: 'a<sd_cpp_extra_args>{</sd_cpp_extra_args>' })).status).toBe(400);
  });

  test('A1111-like: info is empty, no progress and no interrupt', async () => {
    await start();
    const [, body] = await read(post('/sdapi/v1/txt2img', { prompt: 'a', negative_prompt: 'b', width: 24, height: 16, steps: 5, cfg_scale: 6, seed: 3, batch_size: 2, sampler_name: 'euler', scheduler: 'karras' })) as [number, { images: string[]; info: string }];
    expect([body.images.length, await sizeOf(body.images[0]), body.info]).toEqual([2, [24, 16, 'png'], '']);
    expect(fake.drawn[0]).toMatchObject({ negativePrompt: 'b', steps: 5, seed: 3, count: 2, sampler: 'euler', scheduler: 'karras', guidance: { txt: 6 } });
    expect([(await get('/sdapi/v1/progress'))[0], (await read(post('/sdapi/v1/interrupt', {})))[0], (await read(post('/sdapi/v1/options', {})))[0]]).toEqual([404, 404, 404]);
    expect((await post('/sdapi/v1/txt2img', { prompt: 'a', sampler_name: 'Magic' })).status).toBe(400);
  });

  test('A1111-like: picture to picture with a mask, and the lists', async () => {
    await start();
    const body = { prompt: 'a', init_images: [base64(await plain(32, 32, '#ffffff'))], mask: base64(await halfMask(32)), width: 32, height: 32, denoising_strength: 0.5 };
    const [, { images }] = await read(post('/sdapi/v1/img2img', body)) as [number, { images: string[] }];
    expect([await colourAt(images[0], 4, 4), await colourAt(images[0], 28, 4)]).toEqual(['#c8402a', '#ffffff']);
    expect(fake.drawn[0]?.strength).toBe(0.5);
    expect((await post('/sdapi/v1/img2img', { prompt: 'a' })).status).toBe(400);
    expect(await get('/sdapi/v1/samplers')).toMatchObject([200, [{ name: 'euler_a' }, { name: 'euler' }, { name: 'dpm++2m' }]]);
    expect(await get('/sdapi/v1/schedulers')).toMatchObject([200, [{ name: 'discrete' }, { name: 'karras' }]]);
    expect(await get('/sdapi/v1/sd-models')).toMatchObject([200, [{ title: 'ink-and-paper' }]]);
    expect(await get('/sdapi/v1/loras')).toMatchObject([200, [{ name: 'ink-lines', path: 'ink-lines.safetensors' }]]);
    expect(await get('/sdapi/v1/options')).toMatchObject([200, { sd_model_checkpoint: 'ink-and-paper' }]);
  });

  test('a native job: 202, then its states, then its pictures', async () => {
    await start({ stepMs: 10 });
    const accepted = await read(post('/sdcpp/v1/img_gen', { prompt: 'a lamp', width: 40, height: 24, batch_count: 2, output_format: 'webp', sample_params: { sample_steps: 20 } }));
    expect(accepted).toEqual([202, { id: 'job_00000001', status: 'queued', poll_url: '/sdcpp/v1/jobs/job_00000001' }]);
    const id = 'job_00000001';
    expect(await eventually('it begins', async () => { const job = await look(id); return job.status === 'generating' && job; }))
      .toEqual({ id, status: 'generating', queue_position: 0, result: null, error: null });
    const job = await ended(id);
    expect([job.status, job.error]).toEqual(['completed', null]);
    expect(await Promise.all((job.result?.images ?? []).map((one) => sizeOf(one.b64_json)))).toEqual([[40, 24, 'webp'], [40, 24, 'webp']]);
    expect(fake.billed()).toBe(2);
  });

  test('the whole native body is understood', async () => {
    await start();
    const picture = base64(await fakePicture(8, 12));
    const id = await submit({
      negative_prompt: 'blur', seed: 5, strength: 0.6, init_image: picture, mask_image: picture, ref_images: [picture, picture], control_image: picture, lora: [{ path: 'ink-lines.safetensors', multiplier: 0.7 }],
      sample_params: { sample_steps: 6, sample_method: 'dpm++2m', scheduler: 'karras', guidance: { txt_cfg: 4, distilled_guidance: 3.5 } }, hires: { enabled: true },
    });
    expect((await ended(id)).status).toBe('completed');
    expect(fake.drawn[0]).toMatchObject({
      family: 'native', negativePrompt: 'blur', seed: 5, strength: 0.6, init: { width: 8, height: 12 }, refs: [{ width: 8 }, { width: 8 }], control: { height: 12 },
      loras: [{ path: 'ink-lines.safetensors', multiplier: 0.7 }], steps: 6, sampler: 'dpm++2m', scheduler: 'karras', guidance: { txt: 4, distilled: 3.5 }, hires: { enabled: true },
    });
  });

  test.each([
    [{}, 'prompt required'], [{ prompt: 3 }, 'prompt must be a string'], [{ prompt: 'a', width: '512' }, 'width must be a number from 1 to 4096'], [{ prompt: 'a', height: 9000 }, 'height must be a number from 1 to 4096'],
    [{ prompt: 'a', batch_count: 9 }, 'batch_count must be a number from 1 to 8'], [{ prompt: 'a', seed: 1.5 }, 'seed must be an integer'], [{ prompt: 'a', sample_params: { sample_method: 'Euler a' } }, 'unknown sample_method: Euler a'],
    [{ prompt: 'a', init_image: 'data:image/png;base64,AAAA' }, 'invalid init_image'], [{ prompt: 'a', ref_images: 'x' }, 'ref_images must be an array'], [{ prompt: 'a', ref_images: Array.from({ length: 11 }, () => '') }, 'at most 10 images'],
    [{ prompt: 'a', lora: [{ path: 'gone' }] }, 'unknown lora: gone'], [[], 'body must be an object'],
  ])('a native request refused: %j', async (body, error) => {
    await start();
    expect(await read(post('/sdcpp/v1/img_gen', body))).toEqual([400, { error }]);
    expect(fake.jobs()).toEqual([]);
  });

  test('data URLs, where the version takes them; an absolute address to poll, where it gives one', async () => {
    await start({ takesDataUrls: true, pollUrl: 'absolute' });
    const [status, body] = await read(post('/sdcpp/v1/img_gen', { prompt: 'a', width: 8, height: 8, init_image: `data:image/png;base64,${base64(await fakePicture(8, 8))}` }));
    expect([status, body]).toMatchObject([202, { poll_url: `${fake.url}/sdcpp/v1/jobs/job_00000001` }]);
  });

  test('what waits can be cancelled and costs nothing; what runs is 409', async () => {
    await start({ stepMs: 10 });
    const running = await submit({ sample_params: { sample_steps: 60 } });
    const [second, third] = [await submit({}), await submit({})];
    await eventually('the first runs', async () => (await look(running)).status === 'generating');
    expect([(await look(second)).queue_position, (await look(third)).queue_position]).toEqual([0, 1]);
    expect(await cancel(second)).toEqual([200, { id: second, status: 'cancelled', queue_position: 0, result: null, error: null }]);
    expect(await cancel(running)).toEqual([409, { error: 'job is already generating' }]);
    expect(await cancel(second)).toEqual([409, { error: 'job is already cancelled' }]);
    expect((await look(third)).queue_position).toBe(0);
    expect([(await ended(running)).status, (await ended(third)).status]).toEqual(['completed', 'completed']);
    expect([fake.billed(), fake.drawn.length]).toEqual([2, 2]);
  });

  test('64 may wait; one more is 429', async () => {
    await start({ stepMs: 100, steps: 1 });
    const first = await submit({ sample_params: { sample_steps: 200 } });
    await eventually('the first runs', async () => (await look(first)).status === 'generating');
    for (let at = 0; at < 64; at += 1) await submit({});
    expect(await read(post('/sdcpp/v1/img_gen', { prompt: 'a' }))).toEqual([429, { error: 'job queue is full' }]);
    expect(fake.jobs().filter(({ status }) => status === 'queued').length).toBe(64);
    fake.restart();
    expect(await sizeOf((await generate({ prompt: 'a', size: '8 x 8' })).data[0]?.b64_json)).toEqual([512, 512, 'png']);
  });

  test('unknown is 404; ended long ago is 410, for looking and for cancelling', async () => {
    await start({ keepMs: 150 });
    const id = await submit({});
    await ended(id);
    await eventually('it is dropped', async () => (await get(`/sdcpp/v1/jobs/${id}`))[0] === 410);
    expect(await get(`/sdcpp/v1/jobs/${id}`)).toEqual([410, { error: 'job expired' }]);
    expect((await cancel(id))[0]).toBe(410);
    expect([await get('/sdcpp/v1/jobs/never'), await cancel('never')]).toEqual([[404, { error: 'job not found' }], [404, { error: 'job not found' }]]);
  });

  test('by hand: ended jobs dropped, and a server that starts anew and knows nothing', async () => {
    await start({ stepMs: 5 });
    const old = await submit({});
    await ended(old);
    fake.dropEnded();
    expect((await get(`/sdcpp/v1/jobs/${old}`))[0]).toBe(410);
    const [running, waiting] = [await submit({ sample_params: { sample_steps: 30 } }), await submit({})];
    await eventually('it runs', async () => (await look(running)).status === 'generating');
    fake.restart();
    expect([(await get(`/sdcpp/v1/jobs/${running}`))[0], (await get(`/sdcpp/v1/jobs/${waiting}`))[0]]).toEqual([404, 404]);
    await ended(await submit({}));
    expect([fake.billed(), fake.drawn.length]).toEqual([2, 3]);
  });

  test('blocking routes and jobs wait for one card', async () => {
    await start({ stepMs: 5 });
    const id = await submit({ sample_params: { sample_steps: 40 } });
    await generate({ prompt: 'a', size: '8x8' });
    expect((await look(id)).status).toBe('completed');
    expect(fake.drawn.map(({ family }) => family)).toEqual(['native', 'openai']);
  });

  test('own faults of a job', async () => {
    await start();
    fake.fault({ kind: 'task-failed' }, { kind: 'empty' }, { kind: 'wrong-type' }, { kind: 'bomb' }, { kind: 'expired-address' });
    const failed = await ended(await submit({}));
    expect(failed).toMatchObject({ status: 'failed', result: null, error: { code: 'generation_failed', message: 'generate_image returned no results' } });
    expect(fake.billed()).toBe(0);
    expect(await ended(await submit({}))).toMatchObject({ status: 'completed', result: { images: [] } });
    expect(Buffer.from((await ended(await submit({}))).result?.images[0]?.b64_json ?? '', 'base64').toString()).toMatch(/^GIF89a\? no/);
    expect(await sizeOf((await ended(await submit({}))).result?.images[0]?.b64_json)).toEqual([8000, 5000, 'png']);
    const gone = await submit({});
    await eventually('it is gone', async () => (await get(`/sdcpp/v1/jobs/${gone}`))[0] === 410);
    expect(fake.billed()).toBe(4);
  });

  test('own faults of blocking routes; what cannot be throws', async () => {
    await start();
    const drawn = async (fault: Fault) => { fake.fault(fault); return (await generate({ prompt: 'a', size: '8x8' })).data; };
    expect(await drawn({ kind: 'empty' })).toEqual([]);
    expect(Buffer.from((await drawn({ kind: 'wrong-type' }))[0]?.b64_json ?? '', 'base64').toString()).toMatch(/^GIF89a\? no/);
    expect(await sizeOf((await drawn({ kind: 'bomb' }))[0]?.b64_json)).toEqual([8000, 5000, 'png']);
    expect(() => { fake.fault({ kind: 'input-refused' }); }).toThrow(/no fault 'input-refused'/);
    expect(() => { fake.faultAt('poll', { kind: 'task-failed' }); }).toThrow(/no fault 'task-failed'/);
  });

  test('an accepted job whose answer is lost is drawn and billed all the same', async () => {
    await start();
    fake.fault({ kind: 'status', status: 503 }, { kind: 'lost' }, { kind: 'html' });
    expect(await read(post('/sdcpp/v1/img_gen', { prompt: 'a' }))).toEqual([503, { error: 'refused with 503' }]);
    expect(fake.jobs().length).toBe(0);
    await expect(submit({})).rejects.toThrow();
    await expect(submit({})).rejects.toThrow(SyntaxError);
    await eventually('both are billed', () => fake.billed() === 2);
  });

  test('faults of polls and cancellings alone; torn into single bytes it is the same', async () => {
    await start();
    const id = await submit({});
    const whole = await ended(id);
    fake.faultAt('poll', { kind: 'status', status: 500 }, { kind: 'garbage' }, { kind: 'split', bytes: 1 });
    fake.faultAt('cancel', { kind: 'html' });
    expect((await get(`/sdcpp/v1/jobs/${id}`))[0]).toBe(500);
    await expect(look(id)).rejects.toThrow(SyntaxError);
    expect(await look(id)).toEqual(whole);
    await expect(cancel(id)).rejects.toThrow(SyntaxError);
    expect((await cancel(id))[0]).toBe(409);
  });

  test('capabilities, as they are thought to be or as a test wants them', async () => {
    await start();
    expect(await get('/sdcpp/v1/capabilities')).toMatchObject([200, { samplers: ['euler_a', 'euler', 'dpm++2m'], limits: { max_batch_count: 8 } }]);
    await fake.close();
    await start({ capabilities: { other: true } });
    expect(await get('/sdcpp/v1/capabilities')).toEqual([200, { other: true }]);
  });
});

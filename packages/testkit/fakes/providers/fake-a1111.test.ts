import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { eventually } from '../../src/eventually.ts';
import { startFakeA1111, type FakeA1111, type FakeA1111Options } from './fake-a1111.ts';
import { fakePicture } from './fake-pictures.ts';

type Reply = { images: string[]; parameters: Record<string, unknown>; info: string };
let fake: FakeA1111;

const start = async (options?: FakeA1111Options) => { fake = await startFakeA1111(options); };
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(fake.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const get = async (path: string) => (await fetch(fake.url + path)).json() as Promise<Record<string, unknown>>;
const made = async (path: string, body: unknown) => (await post(path, body)).json() as Promise<Reply>;
const text = (body: unknown) => made('/sdapi/v1/txt2img', body);
const refused = async (path: string, body: unknown) => { const reply = await post(path, body); return [reply.status, await reply.json()]; };
const sizeOf = async (base64: string) => { const { width, height, format } = await sharp(Buffer.from(base64, 'base64')).metadata(); return [width, height, format]; };
const colourAt = async (base64: string, left: number, top: number) => {
  const raw = await sharp(Buffer.from(base64, 'base64')).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return `#${raw.toString('hex')}`;
};
const white = async (width: number, height: number) => (await sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).png().toBuffer()).toString('base64');
/** White on its left half. */
const halfMask = async (width: number, height: number) => (await sharp({ create: { width, height, channels: 3, background: '#000000' } })
  .composite([{ input: { create: { width: width / 2, height, channels: 3, background: '#ffffff' } }, left: 0, top: 0 }]).png().toBuffer()).toString('base64');

describe('the stand-in of AUTOMATIC1111 and Forge', () => {
  afterEach(() => fake.close());

  test('a picture: three fields, info is JSON within JSON, the seed comes back', async () => {
    await start();
    const reply = await text({ prompt: 'a lamp', width: 64, height: 96, seed: 7, steps: 4 });
    expect(Object.keys(reply)).toEqual(['images', 'parameters', 'info']);
    expect(await Promise.all(reply.images.map(sizeOf))).toEqual([[64, 96, 'png']]);
    expect(typeof reply.info).toBe('string');
    expect(JSON.parse(reply.info)).toMatchObject({ prompt: 'a lamp', seed: 7, all_seeds: [7], width: 64, height: 96 });
    expect(fake.billed()).toBe(1);
  });

  test('what is not told is as the original has it', async () => {
    await start();
    const { parameters, images } = await text({});
    expect(parameters).toMatchObject({ prompt: '', negative_prompt: '', seed: -1, steps: 50, cfg_scale: 7, width: 512, height: 512, batch_size: 1, n_iter: 1, override_settings_restore_afterwards: true, send_images: true, save_images: false });
    expect(parameters).not.toHaveProperty('distilled_cfg_scale');
    expect(await sizeOf(images[0] ?? '')).toEqual([512, 512, 'png']);
    const image = await made('/sdapi/v1/img2img', { init_images: [await white(16, 16)], width: 16, height: 16 });
    expect(image.parameters).toMatchObject({ denoising_strength: 0.75, init_images: null });
  });

  test('Forge has one field more; an unknown field is passed over and told to the test', async () => {
    await start({ flavour: 'forge' });
    expect((await text({ width: 8, height: 8, sampler: 'Euler' })).parameters).toMatchObject({ distilled_cfg_scale: 3.5 });
    expect(fake.jobs[0]?.unknownFields).toEqual(['sampler']);
  });

  test('several pictures: the grid first, the seeds one fewer, the grid not billed', async () => {
    await start();
    const reply = await text({ width: 32, height: 48, batch_size: 2, n_iter: 2, seed: 100 });
    const info = JSON.parse(reply.info) as { all_seeds: number[] };
    expect(reply.images.length).toBe(5);
    expect(info.all_seeds).toEqual([100, 101, 102, 103]);
    expect(await sizeOf(reply.images[0] ?? '')).toEqual([64, 96, 'png']);
    expect(await Promise.all(reply.images.slice(1).map((one) => colourAt(one, 5, 5)))).toEqual(['#c8402a', '#2a5fc8', '#3a8f4d', '#c89a2a']);
    expect(await colourAt(reply.images[0] ?? '', 40, 5)).toBe('#2a5fc8');
    expect(fake.billed()).toBe(4);
  });

  test('no grid where the options say so; no pictures when none are to be sent', async () => {
    await start({ hasGrid: false });
    expect((await text({ width: 8, height: 8, batch_size: 2 })).images.length).toBe(2);
    expect((await text({ width: 8, height: 8, send_images: false, save_images: true })).images).toEqual([]);
    expect(fake.jobs.map(({ saved }) => saved)).toEqual([0, 1]);
  });

  test('a seed of -1 is chosen anew each time; hires makes it larger', async () => {
    await start();
    const seeds = await Promise.all([1, 2].map(async () => (JSON.parse((await text({ width: 8, height: 8 })).info) as { seed: number }).seed));
    expect(new Set(seeds).size).toBe(2);
    expect(await sizeOf((await text({ width: 64, height: 32, enable_hr: true, hr_scale: 1.5, hr_upscaler: 'Latent' })).images[0] ?? '')).toEqual([96, 48, 'png']);
  });

  test('a mask: only what is white in it changes, or only what is not', async () => {
    await start();
    const body = { init_images: [`data:image/png;base64,${await white(32, 32)}`], mask: await halfMask(32, 32), width: 32, height: 32 };
    const [plain = ''] = (await made('/sdapi/v1/img2img', body)).images;
    expect([await colourAt(plain, 4, 16), await colourAt(plain, 28, 16)]).toEqual(['#c8402a', '#ffffff']);
    const [inverted = ''] = (await made('/sdapi/v1/img2img', { ...body, inpainting_mask_invert: 1 })).images;
    expect([await colourAt(inverted, 4, 16), await colourAt(inverted, 28, 16)]).toEqual(['#ffffff', '#c8402a']);
    expect(fake.jobs[0]?.sizes).toEqual({ inits: [[32, 32]], mask: [32, 32] });
  });

  test('pictures that are none, or addresses, are refused with 500', async () => {
    await start();
    const image = (init: string) => refused('/sdapi/v1/img2img', { init_images: [init], width: 8, height: 8 });
    const words = (detail: string) => [500, { error: 'HTTPException', detail, body: '', errors: '' }];
    expect(await image('%%%')).toEqual(words('Invalid encoded image'));
    expect(await image(Buffer.from('no picture').toString('base64'))).toEqual(words('Invalid encoded image'));
    expect(await image('http://127.0.0.1/a.png')).toEqual(words('Requests not allowed'));
    expect(fake.billed()).toBe(0);
  });

  test('an address is fetched where the server was told to', async () => {
    await start({ takesAddresses: true });
    const picture = await fakePicture(24, 16);
    const elsewhere = createServer((_, response) => response.end(picture)).listen(0, '127.0.0.1');
    await new Promise((resolve) => elsewhere.once('listening', resolve));
    await made('/sdapi/v1/img2img', { init_images: [`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/a.png`], width: 8, height: 8 });
    elsewhere.closeAllConnections();
    elsewhere.close();
    expect(fake.jobs[0]?.sizes.inits).toEqual([[24, 16]]);
  });

  test.each([
    ['a1111', 404, { error: 'HTTPException', detail: 'Sampler not found', body: '', errors: '' }],
    ['forge', 400, { detail: 'Sampler not found' }],
  ] as const)('an unknown sampler at %s: %i', async (flavour, status, body) => {
    await start({ flavour });
    expect(await refused('/sdapi/v1/txt2img', { sampler_name: 'Magic' })).toEqual([status, body]);
  });

  test('fields of the wrong type are 422, told field by field', async () => {
    await start({ flavour: 'forge' });
    expect(await refused('/sdapi/v1/txt2img', { steps: '20', width: 512.5, enable_hr: 'yes', n_iter: 0 })).toEqual([422, { detail: [
      { loc: ['body', 'steps'], msg: 'value is not a valid integer', type: 'type_error.integer' },
      { loc: ['body', 'width'], msg: 'value is not a valid integer', type: 'type_error.integer' },
      { loc: ['body', 'n_iter'], msg: 'ensure this value is greater than or equal to 1', type: 'value_error.number.not_ge' },
      { loc: ['body', 'enable_hr'], msg: 'value could not be parsed to a boolean', type: 'type_error.bool' },
    ] }]);
    expect((await refused('/sdapi/v1/img2img', { init_images: [await white(8, 8)], inpainting_fill: 4 }))[0]).toBe(422);
    const torn = await fetch(`${fake.url}/sdapi/v1/txt2img`, { method: 'POST', body: '{"prompt":' });
    expect(torn.status).toBe(422);
    expect((await fetch(`${fake.url}/sdapi/v1/txt2img`, { method: 'POST', body: 'null' })).status).toBe(422);
  });

  test('too large for the card, an unknown script, no picture to begin with', async () => {
    await start();
    expect(await refused('/sdapi/v1/txt2img', { width: 8192, height: 8192 })).toEqual([500, { error: 'OutOfMemoryError', detail: '', body: '', errors: 'CUDA out of memory.' }]);
    expect((await refused('/sdapi/v1/txt2img', { alwayson_scripts: { magic: {} } }))[0]).toBe(422);
    expect(await refused('/sdapi/v1/img2img', {})).toEqual([404, { error: 'HTTPException', detail: 'Init image not found', body: '', errors: '' }]);
    expect(await refused('/sdapi/v1/nothing', {})).toEqual([404, { error: 'HTTPException', detail: 'Not Found', body: '', errors: '' }]);
  });

  test('HTTP Basic, when the server was started with it', async () => {
    await start({ key: 'artist:ink', flavour: 'forge' });
    const ask = async (headers: Record<string, string>) => { const reply = await fetch(`${fake.url}/sdapi/v1/samplers`, { headers }); return [reply.status, reply.headers.get('www-authenticate'), await reply.json()]; };
    expect(await ask({})).toEqual([401, 'Basic', { detail: 'Not authenticated' }]);
    expect((await ask({ authorization: `Basic ${Buffer.from('artist:blot').toString('base64')}` }))[0]).toBe(401);
    expect((await ask({ authorization: `Basic ${Buffer.from('artist:ink').toString('base64')}` }))[0]).toBe(200);
  });

  test('a model for one picture comes and goes; through the options it stays', async () => {
    await start();
    const override_settings = { sd_model_checkpoint: 'night-city.safetensors' };
    await text({ width: 8, height: 8, override_settings });
    expect([fake.jobs[0]?.model, fake.loads]).toEqual(['night-city.safetensors', ['night-city.safetensors', 'ink-and-paper.safetensors']]);
    await text({ width: 8, height: 8, override_settings, override_settings_restore_afterwards: false });
    expect(fake.loadedModel()).toBe('night-city.safetensors');
    const models = await get('/sdapi/v1/sd-models') as unknown as { title: string; model_name: string }[];
    expect((await post('/sdapi/v1/options', { sd_model_checkpoint: models[0]?.title })).status).toBe(200);
    expect([fake.loadedModel(), (await get('/sdapi/v1/options'))['sd_model_checkpoint']]).toEqual(['ink-and-paper.safetensors', models[0]?.title]);
    expect(await refused('/sdapi/v1/options', { sd_model_checkpoint: 'gone' })).toEqual([500, { error: 'RuntimeError', detail: '', body: '', errors: "model 'gone' not found" }]);
    expect((await refused('/sdapi/v1/txt2img', { override_settings: { sd_model_checkpoint: 'gone' } }))[0]).toBe(500);
    await post('/sdapi/v1/unload-checkpoint', {});
    expect(fake.loadedModel()).toBeUndefined();
    await text({ width: 8, height: 8 });
    expect(fake.loadedModel()).toBe('ink-and-paper.safetensors');
  });

  test('an unknown model is passed over where the version does so', async () => {
    await start({ unknownModel: 'ignored' });
    await text({ width: 8, height: 8, override_settings: { sd_model_checkpoint: 'gone' } });
    expect(fake.jobs[0]?.model).toBe('ink-and-paper.safetensors');
  });

  test('the lists', async () => {
    await start();
    const names = async (path: string, field = 'name') => (await get(path) as unknown as Record<string, string>[]).map((one) => one[field]);
    expect(await names('/sdapi/v1/samplers')).toEqual(['Euler', 'Euler a', 'DPM++ 2M']);
    expect(await names('/sdapi/v1/schedulers', 'label')).toEqual(['Automatic', 'Karras', 'Exponential']);
    expect(await names('/sdapi/v1/upscalers')).toEqual(['None', 'Lanczos', 'R-ESRGAN 4x+']);
    expect(await names('/sdapi/v1/sd-models', 'model_name')).toEqual(['ink-and-paper', 'night-city']);
  });

  test('a picture made larger', async () => {
    await start();
    const up = async (body: object) => (await post('/sdapi/v1/extra-single-image', { image: (await fakePicture(20, 30)).toString('base64'), upscaler_1: 'R-ESRGAN 4x+', ...body })).json() as Promise<{ image: string; html_info: string }>;
    expect(await sizeOf((await up({ upscaling_resize: 4 })).image)).toEqual([80, 120, 'png']);
    expect(await sizeOf((await up({ resize_mode: 1, upscaling_resize_w: 50, upscaling_resize_h: 60 })).image)).toEqual([50, 60, 'png']);
    expect((await refused('/sdapi/v1/extra-single-image', { image: '', upscaler_1: 'Magic' }))[0]).toBe(422);
    expect(fake.billed()).toBe(2);
  });

  test('idle progress, in all its fields', async () => {
    await start();
    expect(await get('/sdapi/v1/progress?skip_current_image=true')).toEqual({
      progress: 0, eta_relative: 0, state: { job: '', job_count: 0, sampling_step: 0, sampling_steps: 0, interrupted: false }, current_image: null, textinfo: null,
    });
    expect((await fetch(`${fake.url}/sdapi/v1/progress?skip_current_image=perhaps`)).status).toBe(422);
  });

  test('one lock: progress is of whoever runs, a task has its own', async () => {
    await start({ stepMs: 15 });
    const task = (id_task: string) => post('/internal/progress', { id_task }).then((reply) => reply.json() as Promise<Record<string, unknown>>);
    const first = text({ width: 8, height: 8, steps: 400, force_task_id: 'first' });
    await eventually('the first runs', () => fake.jobs[0]?.state === 'running');
    const second = text({ width: 8, height: 8, steps: 2, force_task_id: 'second' });
    await eventually('both are there', async () => fake.jobs.length === 2 && Number((await get('/sdapi/v1/progress'))['progress']) > 0);
    expect(await get('/sdapi/v1/progress')).toMatchObject({ state: { job: 'first', job_count: 1, sampling_steps: 400 }, current_image: expect.stringMatching(/^iVBOR/) as string });
    expect(await task('first')).toMatchObject({ active: true, queued: false, completed: false, live_preview: expect.stringMatching(/^data:image\/png;base64,/) as string });
    expect(await task('second')).toMatchObject({ active: false, queued: true, completed: false, progress: null, textinfo: 'In queue: 1/1' });
    await post('/sdapi/v1/interrupt', {});
    await Promise.all([first, second]);
    expect(fake.jobs.map(({ state, isInterrupted }) => [state, isInterrupted])).toEqual([['done', true], ['done', false]]);
    expect(await task('second')).toMatchObject({ active: false, queued: false, completed: true });
    expect(await task('never')).toMatchObject({ active: false, queued: false, completed: false });
    expect((await post('/internal/progress', {})).status).toBe(422);
  });

  test('a server without the route for one task', async () => {
    await start({ hasTaskProgress: false });
    expect((await post('/internal/progress', { id_task: 'x' })).status).toBe(404);
  });

  test.each([['partial', 1], ['dropped', 0]] as const)('interrupted: the unfinished round is %s', async (interruptedRound, count) => {
    await start({ stepMs: 10, interruptedRound });
    const answer = text({ width: 8, height: 8, n_iter: 5, steps: 400 });
    await eventually('it has begun', () => (fake.jobs[0]?.step ?? 0) > 1);
    expect((await post('/sdapi/v1/interrupt', {})).status).toBe(200);
    expect((await answer).images.length).toBe(count);
    expect([fake.billed(), fake.jobs[0]?.isInterrupted]).toEqual([count, true]);
  });

  test('skipped: this round ends, the next begins', async () => {
    await start({ stepMs: 10, interruptedRound: 'dropped' });
    const answer = text({ width: 8, height: 8, n_iter: 2, steps: 60 });
    await eventually('it has begun', () => (fake.jobs[0]?.step ?? 0) > 1);
    expect((await post('/sdapi/v1/skip', {})).status).toBe(200);
    expect((await answer).images.length).toBe(1);
  });

  test('own faults: empty, no picture, a bomb', async () => {
    await start();
    fake.fault({ kind: 'empty' }, { kind: 'wrong-type' }, { kind: 'bomb' });
    const body = { width: 8, height: 8 };
    expect((await text(body)).images).toEqual([]);
    expect(Buffer.from((await text(body)).images[0] ?? '', 'base64').toString()).toMatch(/^GIF89a\? no/);
    expect(await sizeOf((await text(body)).images[0] ?? '')).toEqual([8000, 5000, 'png']);
    expect(fake.billed()).toBe(3);
    expect(() => { fake.fault({ kind: 'slot', slot: 0 }); }).toThrow(/no fault 'slot'/);
    expect(() => { fake.faultAt('poll', { kind: 'empty' }); }).toThrow(/no fault 'empty'/);
  });

  test('faults of the wire: refused unbilled, lost and cut though billed, split the same', async () => {
    await start({ flavour: 'forge' });
    const body = { width: 8, height: 8, prompt: '漫画' };
    fake.fault({ kind: 'status', status: 503 }, { kind: 'lost' }, { kind: 'cut', afterBytes: 20 }, { kind: 'html' }, { kind: 'split', bytes: 1 });
    expect(await refused('/sdapi/v1/txt2img', body)).toEqual([503, { detail: 'The server refuses' }]);
    await expect(text(body)).rejects.toThrow();
    await expect(text(body)).rejects.toThrow();
    await expect(text(body)).rejects.toThrow(SyntaxError);
    expect(JSON.parse((await text(body)).info)).toMatchObject({ prompt: '漫画' });
    expect(fake.billed()).toBe(4);
  });

  test('a fault that befalls a poll leaves the work alone, and the other way round', async () => {
    await start();
    fake.faultAt('poll', { kind: 'html' });
    fake.fault({ kind: 'status', status: 500 });
    expect((await post('/sdapi/v1/txt2img', {})).status).toBe(500);
    expect(await (await fetch(`${fake.url}/sdapi/v1/progress`)).text()).toContain('<h1>');
    expect((await get('/sdapi/v1/progress'))['progress']).toBe(0);
  });
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import sharp from 'sharp';
import { startFakeOpenai, type FakeOpenai, type FakeOpenaiOptions } from './fake-openai.ts';
import type { Fault } from './fault.ts';
import { fakePicture, NO_PICTURE } from './fake-pictures.ts';
import { chatModel, imageModel } from './openai-models.ts';

const AUTH = { authorization: 'Bearer sk-test' };
let fake: FakeOpenai;
afterEach(() => fake.close());

const start = async (options: FakeOpenaiOptions = {}) => { fake = await startFakeOpenai(options); };
const post = (path: string, body: unknown, headers: Record<string, string> = AUTH) =>
  fetch(fake.baseUrl + path, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
const draw = (more: object = {}) => post('/images/generations', { model: 'gpt-image-2', prompt: 'a cat', ...more });
const user = (content: unknown) => ({ role: 'user', content });
const chat = (more: object = {}) => post('/chat/completions', { model: 'gpt-chat-test', messages: [user('hello')], ...more });
const refused = async (reply: Response) => {
  const { error } = await reply.json() as { error: { type: string; param: string | null; code: string | null } };
  return [reply.status, error.type, error.param, error.code];
};
const bad = (param: string | null, code: string | null) => [400, 'invalid_request_error', param, code];

async function failsLoudly(fault: Fault, ask: () => Promise<Response>) {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  fake.fault(fault);
  expect((await ask()).status).toBe(599);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
}

type Drawn = { created: number; data: { b64_json: string }[]; size: string; usage: object };
const bytesOf = (b64: string) => Buffer.from(b64, 'base64');
const facts = async (b64: string) => {
  const { width, height, format, hasAlpha } = await sharp(bytesOf(b64)).metadata();
  return { width, height, format, hasAlpha };
};
const pixel = async (bytes: Buffer, left: number, top: number) => [...await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()];

type Event = { event?: string; data: string };
const eventsOf = (text: string): Event[] => text.split('\n\n').filter(Boolean).map((block) => ({
  event: /^event: (.*)$/m.exec(block)?.[1], data: /^data: (.*)$/m.exec(block)?.[1] ?? block,
}));
const parsed = (text: string) => eventsOf(text).map(({ event, data }) => ({ event, ...JSON.parse(data) as { b64_json?: string; partial_image_index?: number; type?: string; error?: { code: string } } }));
type Chunk = { object: string; choices: { index: number; delta: { role?: string; content?: string | null; refusal?: string; tool_calls?: { index: number; id?: string; function: { name?: string; arguments: string } }[] }; finish_reason: string | null }[]; usage?: object | null; error?: object };
const chunksOf = (text: string) => eventsOf(text).filter(({ data }) => data.startsWith('{')).map(({ data }) => JSON.parse(data) as Chunk);
const wordsOf = (text: string) => chunksOf(text).map(({ choices }) => choices[0]?.delta.content ?? '').join('');

describe('the door', () => {
  test('a key, in its own words where it lacks or is wrong; a request id on every answer', async () => {
    await start();
    const none = await post('/chat/completions', {}, {});
    expect(none.headers.get('x-request-id')).toBe('req_1');
    expect(await refused(none)).toEqual([401, 'invalid_request_error', null, null]);
    const wrong = await post('/chat/completions', {}, { authorization: 'Bearer sk-other' });
    expect(await wrong.json()).toEqual({ error: { message: 'Incorrect API key provided: sk-***ther.', type: 'invalid_request_error', param: null, code: 'invalid_api_key' } });
    expect((await fetch(`${fake.baseUrl}/models`)).status).toBe(401);
  });

  test('a proxy may tell the whole key back; organization and project must be the key\'s', async () => {
    await start({ tellsKey: true, organization: 'org-1', project: 'proj-1' });
    expect(await (await post('/chat/completions', {}, { authorization: 'Bearer sk-secret' })).text()).toContain('sk-secret');
    expect(await refused(await post('/chat/completions', {}, { ...AUTH, 'openai-organization': 'org-2' }))).toEqual([401, 'invalid_request_error', null, 'mismatched_organization']);
    expect((await post('/chat/completions', {}, { ...AUTH, 'openai-project': 'proj-2' })).status).toBe(401);
    expect((await post('/chat/completions', { model: 'gpt-chat-test', messages: [user('x')] }, { ...AUTH, 'openai-organization': 'org-1', 'openai-project': 'proj-1' })).status).toBe(200);
  });

  test.each([['country', 'unsupported_country_region_territory'], ['verification', null]] as const)('403 for %s', async (denies, code) => {
    await start({ denies });
    const [status, , , told] = await refused(await draw());
    expect([status, told]).toEqual([403, code]);
  });

  test('unknown routes', async () => {
    await start();
    expect(await (await post('/nothing', {})).json()).toEqual({ error: { message: 'Invalid URL (POST /v1/nothing)', type: 'invalid_request_error', param: null, code: null } });
  });

  test('rate headers on chats, on images only where chosen; the limit itself', async () => {
    await start({ rate: { requests: 2, windowMs: 60_000 }, retryAfterMs: 12 });
    const first = await chat();
    expect([first.headers.get('x-ratelimit-limit-requests'), first.headers.get('x-ratelimit-remaining-requests')]).toEqual(['2', '1']);
    expect(first.headers.get('x-ratelimit-reset-requests')).toMatch(/^(1m0s|[\d.]+s)$/);
    expect(first.headers.get('x-ratelimit-reset-tokens')).toBe('12ms');
    expect((await draw()).headers.get('x-ratelimit-limit-requests')).toBeNull();
    const over = await chat();
    expect(over.headers.get('retry-after-ms')).toBe('12');
    expect(await refused(over)).toEqual([429, 'requests', null, 'rate_limit_exceeded']);
    expect(fake.billed()).toBe(2);
    await fake.close();
    await start({ imageRateHeaders: true });
    expect((await draw()).headers.get('x-ratelimit-limit-requests')).toBe('10000');
  });

  test.each([
    [401, undefined, 'invalid_request_error', 'invalid_api_key'],
    [404, undefined, 'invalid_request_error', 'model_not_found'],
    [429, 'rate_limit_exceeded', 'requests', 'rate_limit_exceeded'],
    [429, 'insufficient_quota', 'insufficient_quota', 'insufficient_quota'],
    [400, 'moderation_blocked', 'image_generation_user_error', 'moderation_blocked'],
    [500, undefined, 'server_error', 'server_error'],
    [503, undefined, 'server_error', null],
  ])('a refusal by status %i %s', async (status, code, type, told) => {
    await start();
    fake.fault({ kind: 'status', status, code, retryAfterS: 3 });
    const reply = await draw();
    expect(reply.headers.get('retry-after')).toBe('3');
    expect(await refused(reply)).toEqual([status, type, null, told]);
    expect(fake.billed()).toBe(0);
  });
});

describe('models', () => {
  const list = async () => (await (await fetch(`${fake.baseUrl}/models`, { headers: AUTH })).json() as { object: string; data: { id: string }[] });

  test('are listed with the day they end, and are gone after it', async () => {
    await start({ today: '2026-10-22' });
    const { object, data } = await list();
    expect(object).toBe('list');
    expect(data.find(({ id }) => id === 'gpt-image-1')).toEqual({ id: 'gpt-image-1', object: 'model', created: 1_760_000_000, owned_by: 'openai', shutdown_date: '2026-10-23' });
    expect(data.find(({ id }) => id === 'gpt-image-2')).toMatchObject({ shutdown_date: null });
    expect(data.map(({ id }) => id)).not.toContain('dall-e-3');
    expect((await draw({ model: 'gpt-image-1' })).status).toBe(200);
    await fake.close();
    await start();
    expect((await list()).data.map(({ id }) => id)).not.toContain('gpt-image-1');
    expect(await refused(await draw({ model: 'gpt-image-1' }))).toEqual([404, 'invalid_request_error', null, 'model_not_found']);
  });

  test('one by its id, and the listing refused', async () => {
    await start({ models: [chatModel('org/a'), imageModel('gpt-image-1.5', { shutdownDate: '2026-12-01' })], shutdownDateForm: 'unix' });
    expect(await (await fetch(`${fake.baseUrl}/models/org%2Fa`, { headers: AUTH })).json()).toMatchObject({ id: 'org/a', object: 'model' });
    expect((await list()).data[1]).toMatchObject({ shutdown_date: 1_796_083_200 });
    expect(await refused(await fetch(`${fake.baseUrl}/models/none`, { headers: AUTH }))).toEqual([404, 'invalid_request_error', null, 'model_not_found']);
    fake.refuseModels({ status: 503 });
    expect((await fetch(`${fake.baseUrl}/models`, { headers: AUTH })).status).toBe(503);
    expect((await list()).data).toHaveLength(2);
  });
});

describe('images/generations', () => {
  test('answers with base64 of the size, and with usage', async () => {
    await start();
    const reply = await (await draw({ n: 2, size: '1536x1024', quality: 'low' })).json() as Drawn;
    expect({ ...reply, data: reply.data.length }).toEqual({
      created: 1_760_000_000, data: 2, size: '1536x1024', quality: 'low', output_format: 'png', background: 'opaque',
      usage: { total_tokens: 3074, input_tokens: 2, output_tokens: 3072, input_tokens_details: { text_tokens: 2, image_tokens: 0 } },
    });
    expect(Object.keys(reply.data[0] ?? {})).toEqual(['b64_json']);
    expect(await facts(reply.data[1]?.b64_json ?? '')).toEqual({ width: 1536, height: 1024, format: 'png', hasAlpha: false });
    expect(reply.data[0]?.b64_json).not.toBe(reply.data[1]?.b64_json);
    expect(fake.billed()).toBe(2);
  });

  test.each([
    ['no model is dall-e-2, which is gone', { model: undefined }, [404, 'invalid_request_error', null, 'model_not_found']],
    ['a model of chats', { model: 'gpt-chat-test' }, [404, 'invalid_request_error', null, 'model_not_found']],
    ['response_format', { response_format: 'b64_json' }, bad('response_format', 'unknown_parameter')],
    ['seed', { seed: 7 }, bad('seed', 'unknown_parameter')],
    ['complexity before 2.6', { complexity: 'high' }, bad('complexity', 'unknown_parameter')],
    ['no prompt', { prompt: undefined }, bad('prompt', 'missing_required_parameter')],
    ['a long prompt', { prompt: 'x'.repeat(32_001) }, bad('prompt', 'string_above_max_length')],
    ['n above', { n: 11 }, bad('n', 'integer_above_max_value')],
    ['n below', { n: 0 }, bad('n', 'integer_below_min_value')],
    ['n as text', { n: '2' }, bad('n', 'invalid_type')],
    ['a size that is none', { size: '1:1' }, bad('size', 'invalid_value')],
    ['no multiple of 16', { size: '1000x1000' }, bad('size', 'invalid_value')],
    ['too narrow', { size: '3200x1056' }, bad('size', 'invalid_value')],
    ['too long a side', { size: '3856x2144' }, bad('size', 'invalid_value')],
    ['too small', { size: '512x512' }, bad('size', 'invalid_value')],
    ['too large', { size: '3072x2720' }, bad('size', 'invalid_value')],
    ['a free size on an older model', { model: 'gpt-image-1.5', size: '1280x1280' }, bad('size', 'invalid_value')],
    ['a quality of newer models', { quality: 'max' }, bad('quality', 'invalid_value')],
    ['transparency, withdrawn', { background: 'transparent' }, bad('background', 'invalid_value')],
    ['transparent jpeg', { model: 'gpt-image-1.5', background: 'transparent', output_format: 'jpeg' }, bad('background', 'invalid_value')],
    ['a format', { output_format: 'avif' }, bad('output_format', 'invalid_value')],
    ['compressed png', { output_compression: 50 }, bad('output_compression', 'invalid_value')],
    ['compression', { output_format: 'webp', output_compression: 101 }, bad('output_compression', 'integer_above_max_value')],
    ['moderation', { moderation: 'none' }, bad('moderation', 'invalid_value')],
    ['partial images', { stream: true, partial_images: 4 }, bad('partial_images', 'integer_above_max_value')],
    ['partial images without a stream', { partial_images: 1 }, bad('partial_images', 'invalid_value')],
  ])('refuses %s', async (_, more, wanted) => {
    await start();
    expect(await refused(await draw(more))).toEqual(wanted);
    expect(fake.billed()).toBe(0);
  });

  test.each([
    [{ size: '3840x2160' }, { width: 3840, height: 2160, format: 'png', hasAlpha: false }],
    [{ size: '1536x512' }, { width: 1536, height: 512, format: 'png', hasAlpha: false }],
    [{ output_format: 'webp', output_compression: 80 }, { width: 1024, height: 1024, format: 'webp', hasAlpha: false }],
    [{ output_format: 'jpeg', moderation: 'low', user: 'u1' }, { width: 1024, height: 1024, format: 'jpeg', hasAlpha: false }],
    [{ model: 'gpt-image-1.5', background: 'transparent' }, { width: 1024, height: 1024, format: 'png', hasAlpha: true }],
    [{ model: 'gpt-image-2.6-flare', quality: 'max', complexity: 'high' }, { width: 1024, height: 1024, format: 'png', hasAlpha: false }],
  ])('takes %o', async (more, wanted) => {
    await start();
    const { data } = await (await draw(more)).json() as Drawn;
    expect(await facts(data[0]?.b64_json ?? '')).toEqual(wanted);
  });

  test('half a JSON', async () => {
    await start();
    expect(await refused(await post('/images/generations', '{"prompt":'))).toEqual(bad(null, null));
  });

  test('events: partial pictures, then the whole one; the same when torn to bytes', async () => {
    await start();
    const reply = await draw({ stream: true, partial_images: 2 });
    expect(reply.headers.get('content-type')).toContain('text/event-stream');
    const text = await reply.text();
    const events = parsed(text);
    expect(events.map(({ event, partial_image_index: at }) => [event, at])).toEqual([['image_generation.partial_image', 0], ['image_generation.partial_image', 1], ['image_generation.completed', undefined]]);
    expect(events.every(({ event, type }) => event === type)).toBe(true);
    expect(events[2]).toHaveProperty('usage.total_tokens', 1026);
    expect(await facts(events[2]?.b64_json ?? '')).toMatchObject({ width: 1024, height: 1024 });
    fake.fault({ kind: 'split', bytes: 1 });
    expect(await (await draw({ stream: true, partial_images: 2 })).text()).toBe(text);
    expect(fake.billed()).toBe(2);
  });

  test('fewer partial pictures than asked for', async () => {
    await start({ partialsAtMost: 1 });
    expect(parsed(await (await draw({ stream: true, partial_images: 3 })).text()).map(({ event }) => event)).toEqual(['image_generation.partial_image', 'image_generation.completed']);
  });
});

describe('images/edits', () => {
  const png = (width = 1024, height = 1024) => fakePicture(width, height, 1);
  /** Left half editable. */
  const maskOf = async (width = 1024, height = 1024) => sharp({ create: { width, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite([{ input: await fakePicture(width / 2, height), left: width / 2, top: 0 }]).png().toBuffer();
  const file = (bytes: Buffer, type = 'image/png') => new File([new Uint8Array(bytes)], 'a.png', { type });
  const sendForm = (parts: [string, string | File][]) => {
    const form = new FormData();
    for (const [name, value] of parts) form.append(name, value);
    return fetch(`${fake.baseUrl}/images/edits`, { method: 'POST', headers: AUTH, body: form });
  };
  const edit = (parts: [string, string | File][], model = 'gpt-image-2') => sendForm([['model', model], ['prompt', 'a hat'], ...parts]);
  const data = (bytes: Buffer) => ({ image_url: `data:image/png;base64,${bytes.toString('base64')}` });
  const editJson = (more: object) => post('/images/edits', { model: 'gpt-image-2', prompt: 'a hat', ...more });

  test('multipart, the image repeated under either name, numbers as text', async () => {
    await start();
    const image = file(await png(64, 64));
    const reply = await edit([['image', image], ['image[]', image], ['n', '2'], ['size', '1024x1536']]);
    const { data: pictures, usage } = await reply.json() as Drawn;
    expect(pictures).toHaveLength(2);
    expect(await facts(pictures[0]?.b64_json ?? '')).toMatchObject({ width: 1024, height: 1536 });
    expect(usage).toMatchObject({ input_tokens_details: { text_tokens: 2, image_tokens: 600 } });
    expect(fake.billed()).toBe(2);
  });

  test('what is transparent in the mask is painted, the rest of the first image stays; in both forms', async () => {
    await start();
    const [image, mask] = [await png(), await maskOf()];
    for (const reply of [await edit([['image', file(image)], ['mask', file(mask)]]), await editJson({ images: [data(image)], mask: data(mask) })]) {
      const bytes = bytesOf((await reply.json() as Drawn).data[0]?.b64_json ?? '');
      expect(await pixel(bytes, 100, 500)).toEqual([0xc8, 0x40, 0x2a]);
      expect(await pixel(bytes, 900, 500)).toEqual([0x2a, 0x5f, 0xc8]);
    }
  });

  test('a mask of another size, without alpha, of another type, too large', async () => {
    await start();
    const image = file(await png(64, 64));
    const broken = [400, 'image_generation_user_error', 'mask', 'invalid_mask_image_format'];
    expect(await refused(await edit([['image', image], ['mask', file(await maskOf(64, 32))]]))).toEqual(broken);
    expect(await refused(await edit([['image', image], ['mask', image]]))).toEqual(broken);
    expect(await refused(await edit([['image', image], ['mask', file(await maskOf(64, 64), 'image/webp')]]))).toEqual(bad('mask', 'unsupported_file_mimetype'));
    expect(await refused(await editJson({ images: [data(await png(64, 64))], mask: data(await maskOf(32, 64)) }))).toEqual(broken);
    await fake.close();
    await start({ limits: { maskBytes: 100 } });
    expect(await refused(await edit([['image', image], ['mask', file(await maskOf(64, 64))]]))).toEqual(bad('mask', 'file_too_large'));
    expect(fake.billed()).toBe(0);
  });

  test('none, too many, too large, of no known type, no picture', async () => {
    await start();
    const image = file(await png(16, 16));
    const many = (count: number) => Array.from({ length: count }, (): [string, File] => ['image', image]);
    expect((await edit(many(16))).status).toBe(200);
    expect(await refused(await edit(many(17)))).toEqual(bad('image', 'array_above_max_length'));
    expect(await refused(await edit([]))).toEqual(bad('image', 'missing_required_parameter'));
    expect(await refused(await edit([['image', 'words']]))).toEqual(bad('image', 'invalid_type'));
    expect(await refused(await edit([['image', file(await png(16, 16), 'application/octet-stream')]]))).toEqual(bad('image', 'unsupported_file_mimetype'));
    expect(await refused(await edit([['image', file(NO_PICTURE)]]))).toEqual(bad('image', 'invalid_image_file'));
    expect(await refused(await edit([['image', image], ['response_format', 'b64_json']]))).toEqual(bad('response_format', 'unknown_parameter'));
    expect(await refused(await edit([['image', image], ['n', 'two']]))).toEqual(bad('n', 'invalid_type'));
    await fake.close();
    await start({ limits: { imageBytes: 50 } });
    expect(await refused(await edit([['image', image]]))).toEqual(bad('image', 'file_too_large'));
  });

  test('broken multipart', async () => {
    await start();
    const reply = await fetch(`${fake.baseUrl}/images/edits`, { method: 'POST', headers: { ...AUTH, 'content-type': 'multipart/form-data; boundary=x' }, body: 'nothing' });
    expect(await refused(reply)).toEqual(bad(null, null));
  });

  test('input_fidelity: neither for mini nor for gpt-image-2, which is always faithful; no moderation', async () => {
    await start();
    const image: [string, File] = ['image', file(await png(16, 16))];
    expect((await edit([image, ['input_fidelity', 'low']], 'gpt-image-1.5')).status).toBe(200);
    expect(await refused(await edit([image, ['input_fidelity', 'middle']], 'gpt-image-1.5'))).toEqual(bad('input_fidelity', 'invalid_value'));
    expect(await refused(await edit([image, ['input_fidelity', 'high']]))).toEqual(bad('input_fidelity', 'invalid_value'));
    expect(await refused(await edit([image, ['moderation', 'low']]))).toEqual(bad('moderation', 'unknown_parameter'));
    expect(await refused(await edit([image, ['input_fidelity', 'high']], 'gpt-image-1-mini'))).toEqual(bad('input_fidelity', 'invalid_value'));
  });

  test('JSON: data URLs, addresses, files; exactly one of them', async () => {
    const image = await png(32, 32);
    await start({ addresses: new Map([['https://pictures.test/a.png', image]]) });
    fake.files.set('file-1', image);
    expect((await editJson({ images: [data(image), { image_url: 'https://pictures.test/a.png' }, { file_id: 'file-1' }] })).status).toBe(200);
    expect(await refused(await editJson({ images: [{ file_id: 'file-2' }] }))).toEqual([404, 'invalid_request_error', 'id', null]);
    expect(await refused(await editJson({ images: [{ image_url: 'https://pictures.test/b.png' }] }))).toEqual(bad('images[0].image_url', 'invalid_image_url'));
    expect(await refused(await editJson({ images: [{ image_url: image.toString('base64') }] }))).toEqual(bad('images[0].image_url', 'invalid_value'));
    expect(await refused(await editJson({ images: [{ ...data(image), file_id: 'file-1' }] }))).toEqual(bad('images[0]', 'invalid_value'));
    expect(await refused(await editJson({}))).toEqual(bad('images', 'missing_required_parameter'));
    expect(await refused(await editJson({ images: [data(image)], image: 'x' }))).toEqual(bad('image', 'unknown_parameter'));
  });

  test('events have their own prefix', async () => {
    await start();
    const reply = await edit([['image', file(await png(32, 32))], ['stream', 'true'], ['partial_images', '1']]);
    expect(parsed(await reply.text()).map(({ event }) => event)).toEqual(['image_edit.partial_image', 'image_edit.completed']);
  });
});

describe('own faults of images', () => {
  test.each(['input-refused', 'output-refused'] as const)('%s is one and the same 400', async (kind) => {
    await start();
    fake.fault({ kind });
    expect(await (await draw()).json()).toEqual({ error: { message: 'Your request was rejected by the safety system. safety_violations=[violence].', type: 'image_generation_user_error', param: null, code: 'moderation_blocked' } });
    expect(fake.billed()).toBe(0);
  });

  test('a picture that is withheld may be billed', async () => {
    await start({ billsWithheld: true });
    fake.fault({ kind: 'output-refused' });
    expect((await draw()).status).toBe(400);
    expect(fake.billed()).toBe(1);
  });

  test('empty, wrong-type, bomb', async () => {
    await start();
    fake.fault({ kind: 'empty' }, { kind: 'wrong-type' }, { kind: 'bomb' });
    expect(await (await draw()).json()).toMatchObject({ data: [] });
    expect(bytesOf((await (await draw()).json() as Drawn).data[0]?.b64_json ?? '')).toEqual(NO_PICTURE);
    expect(await facts((await (await draw()).json() as Drawn).data[0]?.b64_json ?? '')).toMatchObject({ width: 8000, height: 5000 });
    expect(fake.billed()).toBe(3);
  });

  test.each([['stream-error', 'server_error'], ['output-refused', 'moderation_blocked']] as const)('%s inside a stream', async (kind, code) => {
    await start();
    fake.fault({ kind });
    const events = parsed(await (await draw({ stream: true, partial_images: 1 })).text());
    expect(events.map(({ event }) => event)).toEqual(['image_generation.partial_image', 'error']);
    expect(events[1]?.error?.code).toBe(code);
  });

  test('a stream that ends without its picture', async () => {
    await start();
    fake.fault({ kind: 'empty' });
    expect(parsed(await (await draw({ stream: true, partial_images: 1 })).text()).map(({ event }) => event)).toEqual(['image_generation.partial_image']);
  });

  test.each(['slot', 'expired-address', 'task-failed', 'stream-error'] as const)('%s cannot befall a whole answer', async (kind) => {
    await start();
    await failsLoudly(kind === 'slot' ? { kind, slot: 0 } : { kind }, draw);
  });

  test('a refused request leaves the fault to the next', async () => {
    await start();
    fake.fault({ kind: 'empty' });
    expect((await draw({ n: 99 })).status).toBe(400);
    expect(await (await draw()).json()).toMatchObject({ data: [] });
  });

  test('a caller who goes away is counted, and has been billed', async () => {
    await start({ stepMs: 400 });
    await expect(fetch(`${fake.baseUrl}/images/generations`, { method: 'POST', headers: AUTH, body: JSON.stringify({ model: 'gpt-image-2', prompt: 'x' }), signal: AbortSignal.timeout(100) })).rejects.toThrow();
    await expect.poll(fake.abandoned).toBe(1);
    fake.fault({ kind: 'lost' });
    await expect(draw()).rejects.toThrow();
    expect([fake.abandoned(), fake.billed()]).toEqual([1, 2]);
  });
});

describe('chat/completions', () => {
  test('echoes the user, with usage', async () => {
    await start();
    expect(await (await chat({ messages: [{ role: 'system', content: 'be brief' }, user('hello')] })).json()).toEqual({
      id: 'chatcmpl-1', object: 'chat.completion', created: 1_760_000_001, model: 'gpt-chat-test',
      choices: [{ index: 0, message: { role: 'assistant', content: 'echo: hello', refusal: null }, logprobs: null, finish_reason: 'stop' }],
      usage: { prompt_tokens: 4, completion_tokens: 3, total_tokens: 7 },
    });
    expect(fake.billed()).toBe(1);
  });

  test('cut by max_completion_tokens: finish_reason length', async () => {
    await start();
    expect(await (await chat({ max_completion_tokens: 1 })).json()).toMatchObject({ choices: [{ message: { content: 'echo' }, finish_reason: 'length' }], usage: { completion_tokens: 1 } });
  });

  test('several answers are billed one by one; words laid ready', async () => {
    await start();
    fake.say('once upon a time');
    expect(await (await chat({ n: 2 })).json()).toMatchObject({ choices: [{ index: 0, message: { content: 'once upon a time' } }, { index: 1 }] });
    expect(fake.billed()).toBe(2);
    expect(await (await chat()).json()).toMatchObject({ choices: [{ message: { content: 'echo: hello' } }] });
  });

  test.each([
    ['no model', { model: undefined }, bad(null, null)],
    ['unknown model', { model: 'gpt-none' }, [404, 'invalid_request_error', null, 'model_not_found']],
    ['a model of images', { model: 'gpt-image-2' }, [404, 'invalid_request_error', null, 'model_not_found']],
    ['no messages', { messages: undefined }, bad('messages', 'missing_required_parameter')],
    ['empty messages', { messages: [] }, bad('messages', 'empty_array')],
    ['a role', { messages: [{ role: 'bot', content: 'x' }] }, bad('role', 'invalid_value')],
    ['content of nothing', { messages: [user(null)] }, bad('messages[0].content', null)],
    ['an unknown field', { top_k: 3 }, bad('top_k', 'unknown_parameter')],
    ['temperature', { temperature: 3 }, bad('temperature', 'integer_above_max_value')],
    ['stream_options without a stream', { stream_options: { include_usage: true } }, bad('stream_options', null)],
    ['both limits', { max_tokens: 5, max_completion_tokens: 5 }, bad('max_tokens', 'invalid_parameter_combination')],
    ['max_tokens of a reasoning model', { model: 'gpt-reasoning-test', max_tokens: 5 }, bad('max_tokens', 'unsupported_parameter')],
    ['temperature of a reasoning model', { model: 'gpt-reasoning-test', temperature: 0 }, bad('temperature', 'unsupported_value')],
    ['json_object without the word', { response_format: { type: 'json_object' } }, bad('messages', null)],
    ['a format', { response_format: { type: 'yaml' } }, bad('response_format.type', 'invalid_value')],
    ['tool_choice without tools', { tool_choice: 'auto' }, bad('tool_choice', null)],
    ['no tools in the list', { tools: [] }, bad('tools', 'empty_array')],
    ['a tool without its kind', { tools: [{ name: 'x' }] }, bad('tools[0].type', 'missing_required_parameter')],
    ['a tool with a wrong name', { tools: [{ type: 'function', function: { name: 'a b' } }] }, bad('tools[0].function.name', 'invalid_value')],
    ['a tool that was not called', { messages: [user('x'), { role: 'tool', tool_call_id: 'call_9', content: '1' }] }, bad('messages[1].role', null)],
    ['a call without its answer', { messages: [user('x'), { role: 'assistant', content: null, tool_calls: [{ id: 'call_1' }] }, user('y')] }, bad('messages', null)],
  ])('refuses %s', async (_, more, wanted) => {
    await start();
    expect(await refused(await chat(more))).toEqual(wanted);
    expect(fake.billed()).toBe(0);
  });

  test('chunks end with [DONE]; usage comes last, with empty choices; the same when torn to bytes', async () => {
    await start();
    const ask = { stream: true, stream_options: { include_usage: true }, messages: [user('a story of 漫画 🐈')] };
    const text = await (await chat(ask)).text();
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
    const chunks = chunksOf(text);
    expect(wordsOf(text)).toBe('echo: a story of 漫画 🐈');
    expect(chunks[0]).toMatchObject({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }], usage: null });
    expect(chunks.at(-2)).toMatchObject({ choices: [{ delta: {}, finish_reason: 'stop' }] });
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 4, completion_tokens: 6, total_tokens: 10 } });
    fake.fault({ kind: 'split', bytes: 1 });
    expect(wordsOf(await (await chat(ask)).text())).toBe('echo: a story of 漫画 🐈');
    const without = chunksOf(await (await chat({ stream: true })).text());
    expect(without.every(({ choices, usage }) => choices.length === 1 && usage === undefined)).toBe(true);
  });

  test('tools: named by the user, required, forbidden; then their answer', async () => {
    await start();
    const parameters = { type: 'object', properties: { query: { type: 'string' } }, required: ['query'], additionalProperties: false };
    const tools = [{ type: 'function', function: { name: 'find_comic', parameters, strict: true } }];
    const called = { id: 'call_1', type: 'function', function: { name: 'find_comic', arguments: '{"query":"echo: use find_comic"}' } };
    const messages = [user('use find_comic')];
    expect(await (await chat({ tools, messages })).json()).toMatchObject({ choices: [{ message: { content: null, tool_calls: [called] }, finish_reason: 'tool_calls' }] });
    expect(await (await chat({ tools, messages, tool_choice: 'none' })).json()).toMatchObject({ choices: [{ message: { content: 'echo: use find_comic' }, finish_reason: 'stop' }] });
    expect(await (await chat({ tools })).json()).toMatchObject({ choices: [{ finish_reason: 'stop' }] });
    expect(await (await chat({ tools, tool_choice: 'required' })).json()).toMatchObject({ choices: [{ finish_reason: 'tool_calls' }] });
    expect(await (await chat({ tools, tool_choice: { type: 'function', function: { name: 'find_comic' } } })).json()).toMatchObject({ choices: [{ finish_reason: 'tool_calls' }] });
    const answered = [...messages, { role: 'assistant', content: null, tool_calls: [called] }, { role: 'tool', tool_call_id: 'call_1', content: 'three found' }];
    expect(await (await chat({ tools, messages: answered })).json()).toMatchObject({ choices: [{ message: { content: 'echo: use find_comic | three found' }, finish_reason: 'stop' }] });
    const chunks = chunksOf(await (await chat({ tools, messages, stream: true })).text());
    expect(chunks[0]?.choices[0]?.delta.tool_calls).toEqual([{ index: 0, id: 'call_7', type: 'function', function: { name: 'find_comic', arguments: '' } }]);
    expect(chunks.flatMap(({ choices }) => choices[0]?.delta.tool_calls ?? []).map((call) => call.function.arguments).join('')).toBe('{"query":"echo: use find_comic"}');
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('tool_calls');
    const loose = { ...parameters, additionalProperties: true };
    expect(await refused(await chat({ tools: [{ type: 'function', function: { name: 'x', parameters: loose, strict: true } }] }))).toEqual(bad('tools[0].function.parameters', 'invalid_json_schema'));
  });
});

describe('JSON answers', () => {
  const format = (schema: unknown, more: object = {}) => ({ response_format: { type: 'json_schema', json_schema: { name: 'script', strict: true, schema, ...more } } });
  const answerTo = async (more: object) => JSON.parse((await (await chat(more)).json() as { choices: { message: { content: string } }[] }).choices[0]?.message.content ?? '') as unknown;
  const closed = (properties: object) => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false });

  test('fit the schema', async () => {
    await start();
    const schema = closed({
      title: { type: 'string', maxLength: 8 }, mood: { type: 'string', enum: ['dark', 'light'] }, pages: { type: 'integer', minimum: 3 }, score: { type: 'number', maximum: 0.25 }, done: { type: 'boolean' },
      note: { type: ['string', 'null'] }, kind: { const: 'comic' }, day: { type: 'string', format: 'date' }, panels: { type: 'array', minItems: 2, items: { $ref: '#/$defs/panel' } }, or: { anyOf: [{ type: 'null' }, closed({ a: { type: 'string' } })] },
    });
    const panel = closed({ text: { type: 'string' }, colour: { type: 'string', pattern: '^#[0-9a-f]{6}$' } });
    expect(await answerTo(format({ ...schema, $defs: { panel } }))).toEqual({
      title: 'echo: he', mood: 'dark', pages: 3, score: 0, done: true, note: 'echo: hello', kind: 'comic', day: '2026-01-02',
      panels: [{ text: 'echo: hello', colour: '#000000' }, { text: 'echo: hello 2', colour: '#000000' }], or: { a: 'echo: hello' },
    });
    expect(wordsOf(await (await chat({ ...format(closed({ a: { type: 'string' } })), stream: true })).text())).toBe('{"a":"echo: hello"}');
  });

  test('a schema that holds itself ends; json_object is any object', async () => {
    await start();
    const node = closed({ name: { type: 'string' }, next: { anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] } });
    expect(JSON.stringify(await answerTo(format({ ...closed({ node: { $ref: '#/$defs/node' } }), $defs: { node } })))).toContain('"next":null');
    expect(await answerTo({ response_format: { type: 'json_object' }, messages: [user('as JSON')] })).toEqual({ echo: 'echo: as JSON' });
  });

  test('without strict only what is required comes, and an open schema may pass', async () => {
    await start();
    expect(await answerTo(format({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a'] }, { strict: false }))).toEqual({ a: 'echo: hello' });
  });

  test.each([
    ['not all required', { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a'], additionalProperties: false }],
    ['open', { type: 'object', properties: {}, required: [] }],
    ['open within', closed({ list: { type: 'array', items: { type: 'object', properties: {}, required: [] } } })],
    ['open in a definition', { ...closed({}), $defs: { a: { type: 'object' } } }],
    ['an array at the root', { type: 'array', items: { type: 'string' } }],
    ['a part without a type', closed({ a: {} })],
  ])('strict refuses: %s', async (_, schema) => {
    await start();
    expect(await refused(await chat(format(schema)))).toEqual(bad('response_format', 'invalid_json_schema'));
  });

  test('the name', async () => {
    await start();
    const name = 'response_format.json_schema.name';
    for (const wrong of ['a b', 'x'.repeat(65), '漫画']) expect(await refused(await chat(format(closed({}), { name: wrong })))).toEqual(bad(name, 'invalid_value'));
    expect(await refused(await chat(format(closed({}), { name: undefined })))).toEqual(bad(name, 'missing_required_parameter'));
    expect((await chat(format(closed({}), { name: 'x'.repeat(64) }))).status).toBe(200);
  });
});

describe('pictures in a chat', () => {
  const picture = async () => `data:image/png;base64,${(await fakePicture(8, 8)).toString('base64')}`;
  const look = (url: string, more: object = {}, detail?: string) => chat({ messages: [user([{ type: 'text', text: 'what is it' }, { type: 'image_url', image_url: { url, detail } }])], ...more });

  test('data URLs and https addresses, with a detail', async () => {
    await start({ addresses: new Map([['https://pictures.test/a.png', await fakePicture(8, 8)]]) });
    expect(await (await look(await picture(), {}, 'low')).json()).toMatchObject({ choices: [{ message: { content: 'echo: what is it' } }], usage: { prompt_tokens: 88 } });
    expect((await look('https://pictures.test/a.png')).status).toBe(200);
    expect(await refused(await look('https://pictures.test/b.png'))).toEqual(bad('messages[0].content[1].image_url.url', 'invalid_image_url'));
    expect(await refused(await look(await picture(), {}, 'huge'))).toEqual(bad('detail', 'invalid_value'));
  });

  test('as many and as large as chosen', async () => {
    await start({ limits: { chatPictures: 1, chatPictureBytes: 200 } });
    const part = { type: 'image_url', image_url: { url: await picture() } };
    expect((await chat({ messages: [user([part])] })).status).toBe(200);
    expect(await refused(await chat({ messages: [user([part, part])] }))).toEqual(bad('messages', 'too_many_images'));
    const large = `data:image/png;base64,${(await fakePicture(600, 600)).toString('base64')}`;
    expect(await refused(await look(large))).toEqual(bad('messages[0].content[1]', 'file_too_large'));
  });

  test('bare base64, a file that is no picture, a model without eyes, a picture of the system', async () => {
    await start();
    expect(await refused(await look('aGVsbG8='))).toEqual(bad('messages[0].content[1].image_url.url', 'invalid_value'));
    expect(await refused(await look(`data:image/png;base64,${NO_PICTURE.toString('base64')}`))).toEqual(bad('messages[0].content[1]', 'invalid_image_format'));
    expect(await refused(await look(await picture(), { model: 'gpt-chat-blind-test' }))).toEqual(bad('messages[0].content[1]', null));
    expect(await refused(await chat({ messages: [{ role: 'system', content: [{ type: 'image_url', image_url: { url: await picture() } }] }] }))).toEqual(bad('messages[0].content[0].type', 'invalid_value'));
  });
});

describe('own faults of chats', () => {
  test('a refusal under 200, whole and in chunks', async () => {
    await start();
    fake.fault({ kind: 'input-refused' }, { kind: 'input-refused' });
    expect(await (await chat()).json()).toMatchObject({ choices: [{ message: { content: null, refusal: "I'm sorry, I can't assist with that request." }, finish_reason: 'stop' }] });
    expect(chunksOf(await (await chat({ stream: true })).text()).map(({ choices }) => choices[0]?.delta.refusal ?? '').join('')).toBe("I'm sorry, I can't assist with that request.");
  });

  test('content_filter, empty, and words laid ready stay for the next', async () => {
    await start();
    fake.say('kept');
    fake.fault({ kind: 'output-refused' }, { kind: 'empty' });
    expect(await (await chat()).json()).toMatchObject({ choices: [{ message: { content: 'echo' }, finish_reason: 'content_filter' }] });
    expect(await (await chat()).json()).toMatchObject({ choices: [{ message: { content: '' }, finish_reason: 'stop' }] });
    expect(await (await chat()).json()).toMatchObject({ choices: [{ message: { content: 'kept' } }] });
  });

  test('an error inside the stream, without [DONE]', async () => {
    await start();
    fake.fault({ kind: 'stream-error' });
    const text = await (await chat({ stream: true })).text();
    expect(wordsOf(text.split('data: {"error"')[0] ?? '')).toBe('echo');
    expect(eventsOf(text).at(-1)).toMatchObject({ data: expect.stringMatching(/^\{"error":\{"message":".*","type":"server_error","param":null,"code":"server_error"\}\}$/) as string });
    expect(text).not.toContain('[DONE]');
    expect(fake.billed()).toBe(1);
  });

  test.each(['slot', 'wrong-type', 'bomb', 'expired-address', 'task-failed', 'stream-error'] as const)('%s cannot befall a whole chat', async (kind) => {
    await start();
    await failsLoudly(kind === 'slot' ? { kind, slot: 0 } : { kind }, chat);
  });
});

describe('a compatible server', () => {
  const plain = { flavour: 'compatible' } as const;
  const ask = (more: object = {}, headers = {}) => post('/chat/completions', { model: 'local/vision-test', messages: [user('hello')], ...more }, headers);

  test('needs no key, lists plain models, draws nothing, counts no rates', async () => {
    await start(plain);
    expect(await (await fetch(`${fake.baseUrl}/models`)).json()).toEqual({ object: 'list', data: [
      { id: 'local/chat-test', object: 'model', created: 1_760_000_000, owned_by: 'local' }, { id: 'local/vision-test', object: 'model', created: 1_760_000_000, owned_by: 'local' },
    ] });
    expect((await post('/images/generations', { prompt: 'x' }, {})).status).toBe(404);
    const reply = await ask({ top_k: 20, repetition_penalty: 1.1 });
    expect([reply.status, reply.headers.get('x-request-id'), reply.headers.get('x-ratelimit-limit-requests')]).toEqual([200, null, null]);
  });

  test('a key where it is told one', async () => {
    await start({ ...plain, key: 'local-key' });
    expect((await ask()).status).toBe(401);
    expect((await ask({}, { authorization: 'Bearer local-key' })).status).toBe(200);
  });

  test('a stream begins with a comment and lacks the usage, unless told otherwise', async () => {
    await start(plain);
    const stream = { stream: true, stream_options: { include_usage: true } };
    const text = await (await ask(stream)).text();
    expect(text.startsWith(': processing\n\n')).toBe(true);
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
    expect(chunksOf(text).some(({ usage }) => usage !== undefined)).toBe(false);
    await fake.close();
    await start({ ...plain, tellsUsage: true, comments: false });
    expect(chunksOf(await (await ask(stream)).text()).at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 5 } });
  });

  test('takes data URLs only, and any schema', async () => {
    await start({ ...plain, addresses: new Map([['https://pictures.test/a.png', await fakePicture(8, 8)]]) });
    const look = (url: string) => ask({ messages: [user([{ type: 'image_url', image_url: { url } }])] });
    expect((await look('https://pictures.test/a.png')).status).toBe(400);
    expect((await look(`data:image/webp;base64,${(await fakePicture(8, 8, 0, 'webp')).toString('base64')}`)).status).toBe(200);
    const format = { type: 'json_schema', json_schema: { name: 'a', schema: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, strict: true } };
    expect(await (await ask({ response_format: format })).json()).toMatchObject({ choices: [{ message: { content: '{"a":"echo: hello"}' } }] });
  });

  test('draws where it is told to, in its own models', async () => {
    await start({ ...plain, hasImages: true, models: [imageModel('local/draw', { hasFreeSizes: true })] });
    const { data } = await (await post('/images/generations', { model: 'local/draw', prompt: 'x', size: '832x1216' }, {})).json() as Drawn;
    expect(await facts(data[0]?.b64_json ?? '')).toMatchObject({ width: 832, height: 1216 });
  });

  test.each([['numbered', { error: { message: expect.any(String) as string, code: 404 } }], ['bare', { error: expect.any(String) as string }]] as const)('errors in the form %s', async (errorForm, body) => {
    await start({ ...plain, errorForm });
    expect(await (await ask({ model: 'none' })).json()).toEqual(body);
  });
});

import sharp from 'sharp';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ARK_IMAGE_MODELS } from './ark-models.ts';
import { answerToSchema } from './ark-schema-answer.ts';
import { startFakeArk, type FakeArk, type FakeArkOptions } from './fake-ark.ts';
import { fakePicture, NO_PICTURE } from './fake-pictures.ts';
import type { Fault } from './fault.ts';

const [OLD, EDIT, FOUR, FOUR_FIVE, LITE, PRO] = ['doubao-seedream-3-0-t2i-250415', 'doubao-seededit-3-0-i2i-250628', 'doubao-seedream-4-0-250828', 'doubao-seedream-4-5-251128', 'doubao-seedream-5-0-260128', 'doubao-seedream-5-0-pro-260628'] as const;
const CAT = { model: FOUR, prompt: 'a cat', size: '1024x1024', watermark: false };
const GROUP = { ...CAT, prompt: '3 pictures of a cat', sequential_image_generation: 'auto', sequential_image_generation_options: { max_images: 5 } };
const SAY = { model: 'doubao-chat-full', messages: [{ role: 'system', content: 'Be short.' }, { role: 'user', content: 'a story of 漫画' }] };
const BLOCKED = { code: 'OutputImageSensitiveContentDetected', message: expect.any(String) as string };

type ErrorBody = { error: { code: string; message: string; param: string; type: string } };
type ImageBody = { model: string; created: number; data: { url: string; b64_json: string; size: string; error?: { code: string } }[]; usage: object };

let fake: FakeArk;
const start = async (options?: FakeArkOptions) => { fake = await startFakeArk(options); };
const post = (path: string, body: object | string, key = 'ark-test-key') => fetch(fake.baseUrl + path, {
  method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body),
});
const images = (body: object | string, ...faults: Fault[]) => { fake.fault(...faults); return post('/images/generations', body); };
const chat = (body: object, ...faults: Fault[]) => { fake.fault(...faults); return post('/chat/completions', body); };
const imageBody = async (body: object, ...faults: Fault[]) => (await images(body, ...faults)).json() as Promise<ImageBody>;
const refusal = async (reply: Response) => ({ status: reply.status, ...((await reply.json()) as ErrorBody).error });
const dataUrl = async (width: number, height: number, type: 'png' | 'jpeg' | 'webp' = 'png') => `data:image/${type};base64,${(await fakePicture(width, height, 0, type)).toString('base64')}`;
const events = (text: string) => text.split('\n\n').filter(Boolean).map((block) => {
  const [, name, data = ''] = /^(?:event: (\S+)\n)?data: (.*)$/s.exec(block) ?? [];
  return [name, data === '[DONE]' ? data : (JSON.parse(data) as Record<string, unknown>)];
});

afterEach(() => {
  vi.restoreAllMocks();
  return fake.close();
});

describe('pictures of Ark', () => {
  test('one picture: the shape, the address, the size, the count', async () => {
    await start({ now: () => 1_760_000_000_500 });
    const reply = await images(CAT);
    expect([reply.status, reply.headers.get('x-request-id')]).toEqual([200, 'request-000001']);
    const body = await reply.json() as ImageBody;
    expect(body).toEqual({ model: FOUR, created: 1_760_000_000, data: [{ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/pictures\/0001\.jpeg\?/) as string, size: '1024x1024' }], usage: { generated_images: 1, output_tokens: 4096, total_tokens: 4096 } });
    const picture = await fetch(body.data[0]!.url);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).toMatchObject({ width: 1024, height: 1024, format: 'jpeg' });
    expect((await fetch(body.data[0]!.url.split('?')[0]!)).status).toBe(403);
    expect(fake.billed()).toBe(1);
    expect(fake.made).toEqual([{ model: FOUR, prompt: 'a cat', index: 0, size: '1024x1024', hasWatermark: false, references: 0, url: body.data[0]!.url }]);
  });

  test('base64, png of 5.0, and a watermark unless it is refused', async () => {
    await start();
    const body = await imageBody({ model: LITE, prompt: 'x', response_format: 'b64_json', output_format: 'png' });
    expect(Object.keys(body.data[0]!)).toEqual(['b64_json', 'size']);
    expect(await sharp(Buffer.from(body.data[0]!.b64_json, 'base64')).metadata()).toMatchObject({ width: 2048, height: 2048, format: 'png' });
    expect(body.usage).toEqual({ generated_images: 1, output_tokens: 16_384, total_tokens: 16_384 });
    expect(fake.made[0]?.hasWatermark).toBe(true);
  });

  test.each([
    [OLD, undefined, '1024x1024'], [OLD, '512x2048', '512x2048'], [FOUR, '1K', '1024x1024'], [FOUR, undefined, '2048x2048'], [FOUR, '4K', '4096x4096'], [FOUR, '1280x720', '1280x720'],
    [FOUR_FIVE, '2560x1440', '2560x1440'], [LITE, '3K', '3072x3072'], [PRO, '2K', '2048x2048'], [PRO, '3840x240', '3840x240'],
  ])('%s takes the size %s', async (model, size, made) => {
    await start();
    expect((await imageBody({ model, prompt: 'x', size })).data[0]).toMatchObject({ size: made });
  });

  test('with a named size the words choose the ratio', async () => {
    await start();
    expect((await imageBody({ ...CAT, size: '2K', prompt: 'a hall, 16:9' })).data[0]).toMatchObject({ size: '2720x1536' });
  });

  test.each([
    [OLD, '1K'], [OLD, '511x600'], [OLD, '2049x1024'], [FOUR, '3K'], [FOUR, '2k'], [FOUR, '900x900'], [FOUR, '4097x4096'], [FOUR, '8192x500'], [FOUR, '2Kx1024'], [FOUR, 'adaptive'],
    [FOUR_FIVE, '1024x1024'], [FOUR_FIVE, '1K'], [LITE, '1024x1024'], [PRO, '4K'], [PRO, '1.5K'], [PRO, '2150x2150'],
  ])('%s refuses the size %s', async (model, size) => {
    await start();
    expect(await refusal(await images({ model, prompt: 'x', size }))).toMatchObject({ status: 400, code: 'InvalidParameter', param: 'size' });
    expect(fake.billed()).toBe(0);
  });

  test('the ceiling of the pro model is a setting, as sources differ', async () => {
    await start({ models: { [PRO]: { ...ARK_IMAGE_MODELS[PRO]!, area: [921_600, 4_624_000], namedSizes: ['1K', '1.5K', '2K'] } } });
    expect((await images({ model: PRO, prompt: 'x', size: '2150x2150' })).status).toBe(200);
    expect((await imageBody({ model: PRO, prompt: 'x', size: '1.5K' })).data[0]).toMatchObject({ size: '1536x1536' });
  });

  test('references: one or several, as data or as addresses', async () => {
    await start();
    const cat = await dataUrl(320, 200);
    expect((await imageBody({ model: EDIT, prompt: 'x', image: cat })).data[0]).toMatchObject({ size: '320x200' });
    expect((await images({ ...CAT, image: [cat, await dataUrl(64, 64, 'webp'), 'https://pictures.test/a.jpg'] })).status).toBe(200);
    const made = await imageBody(CAT);
    expect((await images({ ...CAT, image: made.data[0]!.url })).status).toBe(200);
    expect(fake.made.map(({ references }) => references)).toEqual([1, 3, 0, 1]);
  });

  test.each<[string, () => Promise<object>]>([
    ['a reference where there may be none', async () => ({ model: OLD, image: await dataUrl(64, 64) })],
    ['two where there may be one', async () => ({ model: EDIT, image: [await dataUrl(64, 64), await dataUrl(64, 64)] })],
    ['15 for 4.0', async () => ({ model: FOUR, image: Array<string>(15).fill(await dataUrl(64, 64)) })],
    ['11 for pro', async () => ({ model: PRO, image: Array<string>(11).fill(await dataUrl(64, 64)) })],
    ['an upper-case type', async () => ({ model: FOUR, image: (await dataUrl(64, 64)).replace('png', 'PNG') })],
    ['bare base64', async () => ({ model: FOUR, image: (await fakePicture(64, 64)).toString('base64') })],
    ['14 pixels', async () => ({ model: FOUR, image: await dataUrl(14, 64) })],
    ['40 megapixels', async () => ({ model: FOUR, image: `data:image/png;base64,${(await sharp({ create: { width: 8000, height: 5000, channels: 3, background: '#fff' } }).png().toBuffer()).toString('base64')}` })],
    ['more than 10 MB', async () => ({ model: FOUR, image: `data:image/png;base64,${Buffer.concat([await fakePicture(64, 64), Buffer.alloc(10_000_000)]).toString('base64')}` })],
    ['webp on an older model', async () => ({ model: EDIT, image: await dataUrl(64, 64, 'webp') })],
    ['another type than it says', async () => ({ model: FOUR, image: (await dataUrl(64, 64, 'jpeg')).replace('jpeg', 'png') })],
    ['no picture', async () => ({ model: FOUR, image: `data:image/png;base64,${NO_PICTURE.toString('base64')}` })],
    ['an address that is not there', async () => ({ model: FOUR, image: `${fake.url}/pictures/9999.png` })],
  ])('refuses %s', async (_, body) => {
    await start();
    expect(await refusal(await images({ prompt: 'x', ...(await body()) }))).toMatchObject({ status: 400, code: 'InvalidParameter', param: 'image' });
  });

  test.each<[object, string, string]>([
    [{ model: undefined }, 'MissingParameter', 'model'], [{ prompt: undefined }, 'MissingParameter', 'prompt'], [{ prompt: '' }, 'MissingParameter', 'prompt'], [{ model: EDIT, size: undefined }, 'MissingParameter', 'image'],
    [{ prompt: 5 }, 'InvalidParameter', 'prompt'], [{ watermark: 'no' }, 'InvalidParameter', 'watermark'], [{ response_format: 'png' }, 'InvalidParameter', 'response_format'], [{ output_format: 'png' }, 'InvalidParameter', 'output_format'],
    [{ seed: 1 }, 'InvalidParameter', 'seed'], [{ guidance_scale: 2 }, 'InvalidParameter', 'guidance_scale'], [{ n: 2 }, 'InvalidParameter', 'n'], [{ negative_prompt: 'x' }, 'InvalidParameter', 'negative_prompt'], [{ mask: 'x' }, 'InvalidParameter', 'mask'],
    [{ tools: [{ type: 'web_search' }] }, 'InvalidParameter', 'tools'], [{ model: LITE, size: '2K', tools: [{ type: 'code' }] }, 'InvalidParameter', 'tools'], [{ optimize_prompt_options: { mode: 'slow' } }, 'InvalidParameter', 'optimize_prompt_options.mode'],
    [{ model: FOUR_FIVE, size: '2K', optimize_prompt_options: { mode: 'fast' } }, 'InvalidParameter', 'optimize_prompt_options.mode'], [{ model: OLD, guidance_scale: 11 }, 'InvalidParameter', 'guidance_scale'], [{ model: OLD, seed: 2_147_483_648 }, 'InvalidParameter', 'seed'],
    [{ model: PRO, stream: true }, 'InvalidParameter', 'stream'], [{ model: OLD, sequential_image_generation: 'auto' }, 'InvalidParameter', 'sequential_image_generation'], [{ sequential_image_generation: 'on' }, 'InvalidParameter', 'sequential_image_generation'],
    [{ sequential_image_generation: 'auto', sequential_image_generation_options: { max_images: 16 } }, 'InvalidParameter', 'sequential_image_generation_options.max_images'],
    [{ sequential_image_generation: 'auto', sequential_image_generation_options: { max_images: 15 }, image: 'https://pictures.test/a.jpg' }, 'InvalidParameter', 'sequential_image_generation_options.max_images'],
  ])('refuses %j', async (change, code, param) => {
    await start();
    expect(await refusal(await images({ ...CAT, ...change }))).toEqual({ status: 400, code, param, message: expect.any(String) as string, type: 'BadRequest' });
  });

  test('what each model does take', async () => {
    await start();
    expect((await images({ model: OLD, prompt: 'x', seed: -1, guidance_scale: 2.5 })).status).toBe(200);
    expect((await images({ ...CAT, optimize_prompt_options: { mode: 'fast' } })).status).toBe(200);
    expect((await images({ model: LITE, prompt: 'x', tools: [{ type: 'web_search' }] })).status).toBe(200);
    expect(await refusal(await images('{"model":'))).toMatchObject({ status: 400, code: 'InvalidParameter' });
  });

  test('a seed on 4.x may be passed over instead', async () => {
    await start({ onUnsupported: 'ignore' });
    expect((await images({ ...CAT, seed: 7 })).status).toBe(200);
  });

  test('keys, endpoints and models of the account', async () => {
    await start({ endpoints: { 'ep-1': FOUR, 'ep-2': FOUR_FIVE }, closedEndpoints: ['ep-3'], notOpen: [FOUR_FIVE], endpointOnly: true });
    expect(await refusal(await post('/images/generations', CAT, 'wrong'))).toEqual({ status: 401, code: 'AuthenticationError', message: expect.any(String) as string, param: '', type: 'Unauthorized' });
    expect((await fetch(`${fake.baseUrl}/images/generations`, { method: 'POST', body: JSON.stringify(CAT) })).status).toBe(401);
    expect((await imageBody({ ...CAT, model: 'ep-1' })).model).toBe(FOUR);
    expect(await refusal(await images(CAT))).toMatchObject({ status: 404, code: 'InvalidEndpointOrModel.ModelIDAccessDisabled' });
    expect(await refusal(await images({ ...CAT, model: 'ep-2' }))).toMatchObject({ status: 404, code: 'ModelNotOpen' });
    expect(await refusal(await images({ ...CAT, model: 'ep-3' }))).toMatchObject({ status: 400, code: 'InvalidEndpoint.ClosedEndpoint' });
    expect(await refusal(await images({ ...CAT, model: 'ep-9' }))).toMatchObject({ status: 404, code: 'InvalidEndpointOrModel.NotFound' });
    expect(await refusal(await images({ ...CAT, model: 'dall-e' }))).toMatchObject({ status: 404, code: 'InvalidEndpointOrModel.NotFound' });
  });

  test('a group: the model picks the count, references make it smaller', async () => {
    await start();
    const body = await imageBody(GROUP);
    expect(body.data.map(({ size }) => size)).toEqual(['1024x1024', '1024x1024', '1024x1024']);
    expect(body.usage).toEqual({ generated_images: 3, output_tokens: 12_288, total_tokens: 12_288 });
    const few = { ...GROUP, prompt: '20 pictures', sequential_image_generation_options: undefined };
    expect((await imageBody(few)).data).toHaveLength(15);
    expect((await imageBody({ ...few, image: Array<string>(12).fill('https://pictures.test/a.jpg') })).data).toHaveLength(3);
    expect((await imageBody({ ...CAT, prompt: '3 pictures' })).data).toHaveLength(1);
    expect(fake.billed()).toBe(22);
  });

  test.each(['done', 'end'])('events, closed by %s', async (close) => {
    await start({ endsWithDone: close === 'done' });
    const reply = await images({ ...GROUP, stream: true });
    expect(reply.headers.get('content-type')).toBe('text/event-stream');
    expect(reply.headers.get('x-request-id')).toBe('request-000001');
    const picture = (image_index: number) => ['image_generation.partial_succeeded', { image_index, url: expect.any(String) as string, size: '1024x1024' }];
    const done = close === 'done' ? [[undefined, '[DONE]']] : [];
    expect(events(await reply.text())).toEqual([picture(0), picture(1), picture(2), ['image_generation.completed', { usage: { generated_images: 3, output_tokens: 12_288, total_tokens: 12_288 } }], ...done]);
  });
});

describe('what goes wrong with pictures', () => {
  test('refusals of words, references and the result', async () => {
    await start();
    expect(await refusal(await images(CAT, { kind: 'input-refused' }))).toMatchObject({ status: 400, code: 'InputTextSensitiveContentDetected' });
    expect(await refusal(await images({ ...CAT, image: 'https://pictures.test/a.jpg' }, { kind: 'input-refused' }))).toMatchObject({ status: 400, code: 'InputImageSensitiveContentDetected' });
    expect(await refusal(await images(CAT, { kind: 'output-refused' }))).toMatchObject({ status: 400, code: 'OutputImageSensitiveContentDetected' });
    const all = await images(GROUP, { kind: 'output-refused' });
    expect([all.status, await all.json()]).toEqual([200, expect.objectContaining({ data: [{ error: BLOCKED }, { error: BLOCKED }, { error: BLOCKED }], error: BLOCKED, usage: { generated_images: 0, output_tokens: 0, total_tokens: 0 } })]);
    expect(fake.billed()).toBe(0);
  });

  test('one slot of a group, whole and as an event; later pictures still come', async () => {
    await start();
    const body = await imageBody(GROUP, { kind: 'slot', slot: 1 });
    expect(body.data.map((slot) => slot.error?.code ?? slot.size)).toEqual(['1024x1024', 'OutputImageSensitiveContentDetected', '1024x1024']);
    expect(body).not.toHaveProperty('error');
    const told = events(await (await images({ ...GROUP, stream: true }, { kind: 'slot', slot: 1 })).text());
    expect(told.map(([name]) => name)).toEqual(['image_generation.partial_succeeded', 'image_generation.partial_failed', 'image_generation.partial_succeeded', 'image_generation.completed', undefined]);
    expect(told[1]?.[1]).toEqual({ image_index: 1, error: BLOCKED });
    expect(fake.billed()).toBe(4);
  });

  test('after an internal error in the stream nothing is made', async () => {
    await start();
    const told = events(await (await images({ ...GROUP, stream: true }, { kind: 'stream-error' })).text());
    expect(told.map(([name]) => name)).toEqual(['image_generation.partial_succeeded', 'image_generation.partial_failed', undefined]);
    expect(told[1]?.[1]).toMatchObject({ image_index: 1, error: { code: 'InternalServiceError' } });
    expect(fake.billed()).toBe(1);
  });

  test('success without a picture; bytes that are none; a bomb', async () => {
    await start();
    expect(await imageBody(CAT, { kind: 'empty' })).toMatchObject({ data: [], usage: { generated_images: 0 } });
    expect(fake.billed()).toBe(0);
    const wrong = await imageBody(CAT, { kind: 'wrong-type' });
    const reply = await fetch(wrong.data[0]!.url);
    expect([reply.headers.get('content-type'), Buffer.from(await reply.arrayBuffer())]).toEqual(['image/jpeg', NO_PICTURE]);
    const bomb = await imageBody({ ...CAT, response_format: 'b64_json' }, { kind: 'bomb' });
    expect(await sharp(Buffer.from(bomb.data[0]!.b64_json, 'base64')).metadata()).toMatchObject({ width: 8000, height: 5000 });
    expect(fake.billed()).toBe(2);
  });

  test('addresses die: at once, by a fault of the fetch, all together, and after a day', async () => {
    let now = 1_760_000_000_000;
    await start({ now: () => now });
    const status = async (url: string | undefined) => (await fetch(url ?? '')).status;
    expect(await status((await imageBody(CAT, { kind: 'expired-address' })).data[0]?.url)).toBe(403);
    const { url } = (await imageBody(CAT)).data[0]!;
    fake.faultAt('download', { kind: 'expired-address' }, { kind: 'slow', ms: 1 });
    expect([await status(url), await status(url)]).toEqual([403, 200]);
    now += 24 * 3_600_000;
    expect(await status(url)).toBe(403);
    const later = (await imageBody(CAT)).data[0]!;
    fake.expireAddresses();
    expect(await status(later.url)).toBe(403);
  });

  test.each<[number, string]>([
    [400, 'InputTextSensitiveContentDetected.PrivacyInformation'], [400, 'OutputImageRiskDetection'], [403, 'AccountOverdueError'], [403, 'OperationDenied.ServiceNotOpen'], [404, 'ModelNotOpen'],
    [429, 'ModelAccountIpmRateLimitExceeded'], [429, 'RateLimitExceeded.EndpointTPMExceeded'], [429, 'ServerOverloaded'], [429, 'QuotaExceeded'], [429, 'SetLimitExceeded'], [500, 'InternalServiceError'],
  ])('%i %s', async (status, code) => {
    await start();
    expect(await refusal(await images(CAT, { kind: 'status', status, code, retryAfterS: 3 }))).toMatchObject({ status, code });
    expect(fake.billed()).toBe(0);
  });

  test('a fault that Ark cannot have is told to the test', async () => {
    await start();
    expect(() => { fake.fault({ kind: 'task-failed' }); }).toThrow('no fault "task-failed"');
    expect(() => { fake.faultAt('download', { kind: 'empty' }); }).toThrow('no fault "empty"');
    expect(() => { fake.fault({ kind: 'status', status: 500, code: 'QuotaExceeded' }); }).toThrow('no QuotaExceeded under 500');
    vi.spyOn(console, 'error').mockReturnValue();
    expect((await images(CAT, { kind: 'slot', slot: 0 })).status).toBe(599);
    expect((await images(CAT, { kind: 'stream-error' })).status).toBe(599);
    expect((await images({ ...CAT, response_format: 'b64_json' }, { kind: 'expired-address' })).status).toBe(599);
    expect((await chat(SAY, { kind: 'slot', slot: 0 })).status).toBe(599);
    expect((await post('/images/edits', CAT)).status).toBe(404);
  });

  test('torn events hold the same, and what is lost is billed', async () => {
    await start();
    const text = async (...faults: Fault[]) => (await (await images({ ...GROUP, stream: true }, ...faults)).text()).replaceAll(/pictures[^"]*/g, 'address');
    expect(await text({ kind: 'split', bytes: 1 })).toBe(await text());
    await expect(images(CAT, { kind: 'lost' })).rejects.toThrow();
    expect(fake.billed()).toBe(7);
  });

  test('each picture takes its time', async () => {
    await start({ stepMs: 60 });
    const begun = performance.now();
    await images(GROUP);
    expect(performance.now() - begun).toBeGreaterThan(170);
  });
});

describe('words of Ark', () => {
  test('an answer, its thoughts and its count', async () => {
    await start({ now: () => 1_760_000_000_000 });
    const plain = await (await chat(SAY)).json();
    expect(plain).toEqual({ id: 'chatcmpl-1', object: 'chat.completion', created: 1_760_000_000, model: 'doubao-chat-full', choices: [{ index: 0, message: { role: 'assistant', content: 'echo: a story of 漫画' }, finish_reason: 'stop' }], usage: { prompt_tokens: 6, completion_tokens: 5, total_tokens: 11 } });
    const message = async (body: object) => ((await (await chat({ ...SAY, ...body })).json()) as { choices: { message: object }[] }).choices[0]?.message;
    const thoughtful = { role: 'assistant', content: 'echo: a story of 漫画', reasoning_content: 'thinking about: a story of 漫画' };
    expect(await message({ thinking: { type: 'enabled' } })).toEqual(thoughtful);
    expect(await message({ thinking: { type: 'auto' }, reasoning_effort: 'high' })).toEqual(thoughtful);
    expect(await message({ thinking: { type: 'disabled' } })).not.toHaveProperty('reasoning_content');
    expect(await message({ thinking: { type: 'enabled' }, reasoning_effort: 'minimal' })).not.toHaveProperty('reasoning_content');
    expect(fake.billed()).toBe(5);
  });

  test('the newer limit supersedes the older', async () => {
    await start();
    const cut = await (await chat({ ...SAY, max_tokens: 100, max_completion_tokens: 2 })).json() as { choices: object[] };
    expect(cut.choices[0]).toMatchObject({ message: { content: 'echo: a ' }, finish_reason: 'length' });
    expect((await (await chat({ ...SAY, stop: ' story' })).json() as { choices: object[] }).choices[0]).toMatchObject({ message: { content: 'echo: a' }, finish_reason: 'stop' });
  });

  test('JSON: any object, or what fits the schema, if the model has it', async () => {
    await start();
    const schema = { type: 'object', required: ['title', 'pages'], additionalProperties: false, properties: { title: { type: 'string', maxLength: 7 }, pages: { type: 'array', minItems: 2, items: { $ref: '#/$defs/page' } } }, $defs: { page: { type: 'object', required: ['kind', 'no'], properties: { kind: { enum: ['splash', 'grid'] }, no: { type: 'integer', minimum: 1 } } } } };
    const response_format = { type: 'json_schema', json_schema: { name: 'comic', strict: true, schema } };
    const words = async (body: object) => JSON.parse(((await (await chat({ ...SAY, ...body })).json()) as { choices: { message: { content: string } }[] }).choices[0]!.message.content) as unknown;
    expect(await words({ response_format })).toEqual({ title: 'echo: a', pages: [{ kind: 'splash', no: 1 }, { kind: 'splash', no: 1 }] });
    expect(await words({ response_format: { type: 'json_object' } })).toEqual({ echo: 'a story of 漫画' });
    expect(await refusal(await chat({ ...SAY, model: 'doubao-chat-plain', response_format }))).toMatchObject({ status: 400, code: 'InvalidParameter', param: 'response_format.type' });
    expect(await refusal(await chat({ ...SAY, response_format: { type: 'json_schema' } }))).toMatchObject({ status: 400, code: 'MissingParameter', param: 'response_format.json_schema' });
  });

  test('events: thoughts, words, the end, the count', async () => {
    await start({ says: (words) => (words === 'hello' ? 'good morning' : undefined) });
    const body = { ...SAY, messages: [{ role: 'user', content: 'hello' }], stream: true, thinking: { type: 'enabled' } };
    const told = events(await (await chat({ ...body, stream_options: { include_usage: true } })).text());
    const chunk = (delta: object, finish_reason: string | null = null) => [undefined, { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: expect.any(Number) as number, model: 'doubao-chat-full', choices: [{ index: 0, delta, finish_reason }], usage: null }];
    expect(told.slice(3, -1)).toEqual([
      chunk({ role: 'assistant', content: 'good mor' }), chunk({ role: 'assistant', content: 'ning' }), chunk({ role: 'assistant', content: '' }, 'stop'),
      [undefined, { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: expect.any(Number) as number, model: 'doubao-chat-full', choices: [], usage: { prompt_tokens: 2, completion_tokens: 9, total_tokens: 11 } }],
    ]);
    expect(told[0]).toEqual(chunk({ role: 'assistant', content: '', reasoning_content: 'thinking' }));
    expect(told.at(-1)).toEqual([undefined, '[DONE]']);
    const bare = await (await chat(body)).text();
    expect(bare).not.toContain('usage');
    const inEach = events(await (await chat({ ...body, stream_options: { chunk_include_usage: true } })).text());
    expect(inEach.slice(0, -1).every(([, data]) => typeof (data as { usage: unknown }).usage === 'object')).toBe(true);
  });

  test('torn events hold the same', async () => {
    await start({ now: () => 0 });
    const text = async (...faults: Fault[]) => (await (await chat({ ...SAY, stream: true, thinking: { type: 'enabled' } }, ...faults)).text()).replaceAll(/chatcmpl-\d+/g, 'id');
    expect(await text({ kind: 'split', bytes: 1 })).toBe(await text());
  });

  test('a filter, nothing, an error in the stream, a refusal', async () => {
    await start();
    const first = async (fault: Fault) => ((await (await chat(SAY, fault)).json()) as { choices: object[] }).choices[0];
    expect(await first({ kind: 'output-refused' })).toMatchObject({ message: { content: 'echo: a ' }, finish_reason: 'content_filter' });
    expect(await first({ kind: 'empty' })).toMatchObject({ message: { content: '' }, finish_reason: 'stop' });
    const told = events(await (await chat({ ...SAY, stream: true }, { kind: 'stream-error' })).text());
    expect(told.at(-1)?.[1]).toMatchObject({ error: { code: 'InternalServiceError' } });
    expect(told).toHaveLength(2);
    expect(await refusal(await chat(SAY, { kind: 'input-refused' }))).toMatchObject({ status: 400, code: 'InputTextSensitiveContentDetected' });
    vi.spyOn(console, 'error').mockReturnValue();
    expect((await chat(SAY, { kind: 'stream-error' })).status).toBe(599);
    expect((await chat(SAY, { kind: 'bomb' })).status).toBe(599);
  });

  test('pictures in messages', async () => {
    await start();
    const look = async (model: string, url: string) => chat({ model, messages: [{ role: 'user', content: [{ type: 'text', text: 'what is it?' }, { type: 'image_url', image_url: { url, detail: 'low' } }] }] });
    expect((await (await look('doubao-chat-full', await dataUrl(64, 64))).json() as { choices: object[] }).choices[0]).toMatchObject({ message: { content: 'echo: what is it?' } });
    expect((await look('doubao-chat-full', 'https://pictures.test/a.png')).status).toBe(200);
    expect(await refusal(await look('doubao-chat-plain', 'https://pictures.test/a.png'))).toMatchObject({ status: 400, code: 'InvalidParameter' });
    expect(await refusal(await look('doubao-chat-full', 'data:image/PNG;base64,AAAA'))).toMatchObject({ status: 400, code: 'InvalidParameter' });
  });

  test.each<[object, string, string]>([
    [{ messages: undefined }, 'MissingParameter', 'messages'], [{ messages: [] }, 'InvalidParameter', 'messages'], [{ messages: [{ content: 'x' }] }, 'MissingParameter', 'messages[0].role'], [{ messages: [{ role: 'king', content: 'x' }] }, 'InvalidParameter', 'role'],
    [{ thinking: true }, 'InvalidParameter', 'thinking.'], [{ thinking: { type: 'maybe' } }, 'InvalidParameter', 'thinking.type'], [{ reasoning_effort: 'max' }, 'InvalidParameter', 'reasoning_effort'], [{ max_tokens: 0 }, 'InvalidParameter', 'max_tokens'], [{ temperature: 3 }, 'InvalidParameter', 'temperature'],
    [{ response_format: { type: 'xml' } }, 'InvalidParameter', 'response_format.type'],
  ])('refuses %j', async (change, code, param) => {
    await start();
    expect(await refusal(await chat({ ...SAY, ...change }))).toMatchObject({ status: 400, code, param });
    expect(fake.billed()).toBe(0);
  });
});

test.each<[object, unknown]>([
  [{ type: ['string', 'null'], minLength: 12 }, 'echo: x.....'], [{ type: 'number', exclusiveMinimum: 0, maximum: 1 }, 0.5], [{ type: 'integer', exclusiveMinimum: 3, multipleOf: 5 }, 5], [{ type: 'integer', maximum: -2 }, -2], [{ type: 'string', format: 'date' }, '2026-01-02'],
  [{ anyOf: [{ const: 'a' }, { type: 'null' }] }, 'a'], [{ allOf: [{ type: 'object', properties: { a: { type: 'boolean' } } }, { properties: { b: { type: 'null' } } }] }, { a: true, b: null }], [{ type: 'array', prefixItems: [{ type: 'integer' }, { type: 'string' }] }, [1, 'echo: x']],
])('a value for %j', async (schema, value) => {
  await start();
  expect(answerToSchema(schema, 'echo: x')).toEqual(value);
});

test('a schema that holds itself ends', async () => {
  await start();
  expect(JSON.stringify(answerToSchema({ type: 'object', required: ['name'], properties: { name: { type: 'string' }, inside: { $ref: '#' } } }, 'x')).length).toBeLessThan(200);
  expect(() => answerToSchema({ type: 'string', pattern: '^a$' }, 'x')).toThrow('pattern');
});

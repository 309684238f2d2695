import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';
import sharp from 'sharp';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakePicture, NO_PICTURE } from './fake-pictures.ts';
import { startFakeVolcengineVisual, type FakeVolcengineVisual, type FakeVolcengineVisualOptions } from './fake-volcengine-visual.ts';
import type { Fault } from './fault.ts';

const CAT = { req_key: 'jimeng_t2i_v40', prompt: 'a cat', size: 1_048_576 };
const SUBMIT = 'CVSync2AsyncSubmitTask';
const POLL = 'CVSync2AsyncGetResult';
const WITH_URL = '{"return_url":true,"logo_info":{"add_logo":false}}';
/** The vendor's signature of `{"req_key":"jimeng_t2i_v40","prompt":"cat"}`, as the reference has it. */
const VECTOR = { date: '20260102T030405Z', body: '{"req_key":"jimeng_t2i_v40","prompt":"cat"}', signature: '8d46c857cacef7d68bf67a005b3ae0a5c9137341a454f38b518d17da442a5118' };

type Result = { code: number; message: string; request_id: string; data: { task_id?: string; status?: string; image_urls?: string[] | null; binary_data_base64?: string[] | null } | null };
type Signing = { ak?: string; sk?: string; date?: string; scope?: string; token?: string; names?: string; query?: string; host?: string; hash?: string; tamper?: boolean };

let fake: FakeVolcengineVisual;
const start = async (options?: FakeVolcengineVisualOptions) => { fake = await startFakeVolcengineVisual(options); };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Written from the five steps, apart from the stand-in's own. */
function signedHeaders(body: string, { ak = 'AKTESTEXAMPLE', sk = 'SKTESTEXAMPLE', date = '20260102T030405Z', scope = '20260102/cn-north-1/cv/request', token, names, query = `Action=${SUBMIT}&Version=2022-08-31`, host = new URL(fake.url).host, hash = sha256(body) }: Signing): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/json', host, 'x-content-sha256': hash, 'x-date': date, ...(token ? { 'x-security-token': token } : {}) };
  const signed = names ?? Object.keys(headers).toSorted().join(';');
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = `POST\n/\n${query}\n${lines}\n${signed}\n${sha256(body)}`;
  const toSign = `HMAC-SHA256\n${date}\n${scope}\n${sha256(canonical)}`;
  const key = hmac(hmac(hmac(hmac(sk, scope.split('/')[0]!), scope.split('/')[1]!), scope.split('/')[2]!), 'request');
  return { ...headers, authorization: `HMAC-SHA256 Credential=${ak}/${scope}, SignedHeaders=${signed}, Signature=${hmac(key, toSign).toString('hex')}` };
}

/** As a browser's fetch may not set `host`, by hand. */
function send(query: string, headers: Record<string, string>, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(`${fake.url}/?${query}`, { method: 'POST', headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('end', () => { resolve({ status: reply.statusCode ?? 0, text }); }).on('error', reject);
    });
    call.on('error', reject).end(body);
  });
}

async function call(action: string, body: object | string, signing: Signing = {}): Promise<{ status: number; text: string; body: Result }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const query = `Action=${action}&Version=2022-08-31`;
  const reply = await send(query, signedHeaders(text, { query, ...signing }), signing.tamper ? text.replace('cat', 'dog') : text);
  return { ...reply, get body() { return JSON.parse(reply.text) as Result; } };
}
const submit = async (body: object | string = CAT, ...faults: Fault[]) => { fake.fault(...faults); return call(SUBMIT, body); };
const submitted = async (body?: object, ...faults: Fault[]) => (await submit(body, ...faults)).body.data?.task_id ?? '';
const poll = async (task_id: string, more: object = { req_json: WITH_URL }) => call(POLL, { req_key: 'jimeng_t2i_v40', task_id, ...more });
async function done(task_id: string, more?: object): Promise<{ status: number; body: Result }> {
  await poll(task_id, more);
  await poll(task_id, more);
  return poll(task_id, more);
}

afterEach(() => {
  vi.restoreAllMocks();
  return fake.close();
});

describe('signatures of the visual service', () => {
  test('the vector of the reference is taken, to the letter', async () => {
    await start();
    const headers = { 'content-type': 'application/json', host: 'visual.volcengineapi.com', 'x-date': VECTOR.date, 'x-content-sha256': sha256(VECTOR.body) };
    const authorization = `HMAC-SHA256 Credential=AKTESTEXAMPLE/20260102/cn-north-1/cv/request, SignedHeaders=content-type;host;x-content-sha256;x-date, Signature=${VECTOR.signature}`;
    const query = `Action=${SUBMIT}&Version=2022-08-31`;
    expect(signedHeaders(VECTOR.body, { host: 'visual.volcengineapi.com' })['authorization']).toBe(authorization);
    const reply = await send(query, { ...headers, authorization }, VECTOR.body);
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { code: 10_000, data: { task_id: expect.stringMatching(/^\d+$/) as string }, message: 'Success', request_id: expect.any(String) as string }]);
    expect((await send(query, { ...headers, authorization: authorization.replace('8d46', '8d47') }, VECTOR.body)).status).toBe(401);
  });

  test('any order of the query, as it is sorted before it is signed', async () => {
    await start();
    const text = JSON.stringify(CAT);
    const headers = signedHeaders(text, { query: `Action=${SUBMIT}&Version=2022-08-31&a%20b=%2A~` });
    expect((await send(`a%20b=%2A~&Version=2022-08-31&Action=${SUBMIT}`, headers, text)).status).toBe(200);
  });

  test.each<[string, Signing, string]>([
    ['another secret', { sk: 'other' }, 'SignatureDoesNotMatch'], ['a prefix on the secret', { sk: 'AWS4SKTESTEXAMPLE' }, 'SignatureDoesNotMatch'], ['another access key', { ak: 'AKOTHER' }, 'InvalidAccessKey'],
    ['another region', { scope: '20260102/cn-beijing/cv/request' }, 'InvalidCredential'], ['the day before', { scope: '20260101/cn-north-1/cv/request' }, 'InvalidCredential'], ['a date of another form', { date: '2026-01-02T03:04:05Z' }, 'InvalidTimestamp'],
    ['another body', { tamper: true }, 'SignatureDoesNotMatch'], ['another hash', { hash: sha256('') }, 'SignatureDoesNotMatch'], ['the date unsigned', { names: 'content-type;host;x-content-sha256' }, 'InvalidAuthorization'], ['names unsorted', { names: 'host;content-type;x-content-sha256;x-date' }, 'InvalidAuthorization'],
    ['a query that is not the one sent', { query: 'Action=CVProcess&Version=2022-08-31' }, 'SignatureDoesNotMatch'],
  ])('refuses %s', async (_, signing, code) => {
    await start();
    const reply = await call(SUBMIT, CAT, signing);
    expect([reply.status, JSON.parse(reply.text)]).toEqual([401, { ResponseMetadata: { RequestId: expect.any(String) as string, Action: SUBMIT, Version: '2022-08-31', Service: 'cv', Region: 'cn-north-1', Error: { Code: code, Message: expect.any(String) as string } } }]);
    expect(fake.tasks()).toEqual([]);
  });

  test('nothing signed, and a refusal of another form', async () => {
    await start({ gatewayRefusal: ({ code }) => ({ status: 403, body: { code: 1, message: code } }) });
    const reply = await fetch(`${fake.url}/?Action=${SUBMIT}&Version=2022-08-31`, { method: 'POST', body: '{}' });
    expect([reply.status, await reply.json()]).toEqual([403, { code: 1, message: 'MissingAuthenticationToken' }]);
    expect((await call('CVOther', CAT)).text).toContain('InvalidActionOrVersion');
    expect((await fetch(`${fake.url}/else`)).status).toBe(404);
  });

  test('temporary keys come with a signed token', async () => {
    await start({ sessionToken: 'STS-1' });
    expect((await call(SUBMIT, CAT, { token: 'STS-1' })).status).toBe(200);
    expect((await call(SUBMIT, CAT)).text).toContain('InvalidAuthorization');
    expect((await call(SUBMIT, CAT, { token: 'STS-2' })).text).toContain('InvalidSecurityToken');
  });

  test('a clock that is wrong matters only where it is said', async () => {
    await start({ maxSkewMs: 900_000, now: () => Date.UTC(2026, 0, 2, 3, 19, 5) });
    expect((await call(SUBMIT, CAT)).status).toBe(200);
    expect((await call(SUBMIT, CAT, { date: '20260102T030404Z' })).text).toContain('InvalidTimestamp');
  });
});

describe('tasks of the visual service', () => {
  test('in the queue, generating, done: addresses', async () => {
    await start();
    const id = await submitted();
    expect((await poll(id)).body).toEqual({ code: 10_000, data: { binary_data_base64: null, image_urls: null, status: 'in_queue' }, message: 'Success', request_id: expect.any(String) as string });
    expect((await poll(id)).body.data?.status).toBe('generating');
    const { body } = await poll(id);
    expect(body).toMatchObject({ code: 10_000, data: { status: 'done', binary_data_base64: null, image_urls: [expect.stringContaining(`${fake.url}/pictures/0001.png?`) as string] } });
    const picture = await fetch(body.data!.image_urls![0]!);
    expect(await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).toMatchObject({ width: 1024, height: 1024, format: 'png' });
    expect(fake.tasks()).toEqual([{ taskId: id, reqKey: 'jimeng_t2i_v40', prompt: 'a cat', status: 'done', pictures: 1 }]);
    expect(fake.billed()).toBe(1);
  });

  test('base64, several, and empty lists where the setting says so', async () => {
    await start({ absent: [] });
    const { body } = await done(await submitted({ ...CAT, prompt: '3 pictures, 16:9' }), {});
    expect(body.data).toMatchObject({ status: 'done', image_urls: [] });
    expect(body.data?.binary_data_base64).toHaveLength(3);
    expect(await sharp(Buffer.from(body.data!.binary_data_base64![0]!, 'base64')).metadata()).toMatchObject({ width: 1360, height: 768 });
    expect((await done(await submitted({ ...CAT, prompt: '3 pictures', force_single: true }), {})).body.data?.binary_data_base64).toHaveLength(1);
    expect(fake.billed()).toBe(4);
  });

  test.each<[object, { width: number; height: number }]>([
    [{ size: undefined }, { width: 2048, height: 2048 }], [{ size: undefined, width: 1280, height: 1024 }, { width: 1280, height: 1024 }], [{ prompt: 'x 1:1', min_ratio: 4, max_ratio: 5 }, { width: 2048, height: 512 }], [{ req_key: 'jimeng_t2i_v31', seed: 5 }, { width: 1024, height: 1024 }],
  ])('the size of %j', async (change, size) => {
    await start();
    const body = { ...CAT, ...change };
    const result = await done(await submitted(body), { req_key: body.req_key });
    expect(await sharp(Buffer.from(result.body.data!.binary_data_base64![0]!, 'base64')).metadata()).toMatchObject(size);
  });

  test('by the clock; expired after 12 hours', async () => {
    let now = Date.UTC(2026, 0, 2);
    await start({ stepMs: 1000, now: () => now });
    const id = await submitted();
    const status = async () => (await poll(id)).body.data?.status;
    const seen = [await status(), await status()];
    now += 1000;
    seen.push(await status());
    now += 1000;
    seen.push(await status());
    now += 12 * 3_600_000;
    seen.push(await status());
    expect(seen).toEqual(['in_queue', 'in_queue', 'generating', 'done', 'expired']);
  });

  test('unknown, forgotten, expired, of another req_key', async () => {
    await start();
    const [one, other] = [await submitted(), await submitted()];
    fake.endTask(one, 'not_found');
    fake.endTask(other, 'expired');
    expect((await poll('77')).body).toMatchObject({ code: 10_000, data: { status: 'not_found', image_urls: null } });
    expect((await poll(one)).body.data?.status).toBe('not_found');
    expect((await poll(other)).body.data?.status).toBe('expired');
    expect((await poll(await submitted(), { req_key: 'jimeng_t2i_v30' })).body.data?.status).toBe('not_found');
  });

  test.each<[string, object]>([
    ['an unknown req_key', { req_key: 'x' }], ['no prompt', { prompt: '' }], ['801 characters', { prompt: '漫'.repeat(801) }], ['too small an area', { size: 1_048_575 }], ['too large an area', { size: 16_777_217 }], ['one side alone', { width: 1024 }], ['sides of too small an area', { width: 1000, height: 1000 }],
    ['a scale above 1', { scale: 1.1 }], ['11 references', { image_urls: Array<string>(11).fill('https://pictures.test/a.png') }], ['a single address', { image_urls: 'https://pictures.test/a.png' }], ['data for an address', { image_urls: ['data:image/png;base64,AAAA'] }], ['references for an older model', { req_key: 'jimeng_t2i_v31', image_urls: ['https://pictures.test/a.png'] }],
    ['ratios the wrong way round', { min_ratio: 2, max_ratio: 1 }], ['force_single in words', { force_single: 'yes' }], ['a seed on 4.0', { seed: 1 }], ['a field that is not there', { negative_prompt: 'x' }],
  ])('refuses %s', async (_, change) => {
    await start();
    const reply = await submit({ ...CAT, ...change });
    expect([reply.status, reply.body]).toEqual([400, { code: 50_215, data: null, message: expect.any(String) as string, request_id: expect.any(String) as string }]);
    expect(fake.tasks()).toEqual([]);
  });

  test('references are looked at where they can be fetched', async () => {
    await start();
    const pictures = await startFakeVolcengineVisual();
    const long = await done(await submitted({ ...CAT, size: undefined, width: 4096, height: 512 }));
    expect((await submit({ ...CAT, image_urls: ['https://pictures.test/a.png', ...(long.body.data?.image_urls ?? [])] })).body.code).toBe(50_215);
    const square = await done(await submitted());
    expect((await submit({ ...CAT, image_urls: square.body.data?.image_urls })).body.code).toBe(10_000);
    expect((await submit({ ...CAT, image_urls: [`${pictures.url}/pictures/none.png`] })).body.code).toBe(50_215);
    await pictures.close();
  });

  test('a poll without its fields, or with JSON that is no string', async () => {
    await start();
    const id = await submitted();
    for (const body of [{ task_id: id }, { req_key: CAT.req_key }, { req_key: CAT.req_key, task_id: id, req_json: { return_url: true } }, { req_key: CAT.req_key, task_id: id, req_json: '{' }, '[']) {
      const reply = await call(POLL, body);
      expect([reply.status, reply.body.code]).toEqual([400, 50_215]);
    }
  });
});

describe('what goes wrong at the visual service', () => {
  test('the words or a reference are refused at once', async () => {
    await start();
    const words = await submit(CAT, { kind: 'input-refused' });
    expect([words.status, words.body]).toEqual([400, { code: 50_412, data: null, message: expect.any(String) as string, request_id: expect.any(String) as string }]);
    expect((await submit({ ...CAT, image_urls: ['https://pictures.test/a.png'] }, { kind: 'input-refused' })).body.code).toBe(50_411);
    expect([fake.tasks(), fake.billed()]).toEqual([[], 0]);
  });

  test.each<[Fault, number]>([[{ kind: 'output-refused' }, 50_511], [{ kind: 'task-failed' }, 50_500]])('a task that will end with %j, from the submit or from a poll', async (fault, code) => {
    await start();
    const reply = await done(await submitted(CAT, fault));
    expect([reply.status, reply.body]).toEqual([200, { code, data: { status: 'done', image_urls: null, binary_data_base64: null }, message: expect.any(String) as string, request_id: expect.any(String) as string }]);
    const id = await submitted();
    expect(fake.billed()).toBe(1);
    fake.faultAt('poll', fault);
    expect((await poll(id)).body).toMatchObject({ code, data: { status: 'done' } });
    expect((await poll(id)).body).toMatchObject({ code, data: { status: 'done' } });
    expect(fake.billed()).toBe(0);
  });

  test('done without pictures; the input refused late; a status of its own', async () => {
    await start({ failedTaskStatus: 400, stepMs: 60_000 });
    const id = await submitted(CAT, { kind: 'empty' });
    fake.faultAt('poll', { kind: 'empty' }, { kind: 'input-refused' });
    expect((await poll(id)).body).toMatchObject({ code: 10_000, data: { status: 'done', image_urls: null } });
    const late = await poll(await submitted());
    expect([late.status, late.body.code, late.body.data?.status]).toEqual([400, 50_412, 'done']);
    expect(fake.billed()).toBe(0);
  });

  test('bytes that are no picture, a bomb, a dead address', async () => {
    await start();
    const address = async (...faults: Fault[]) => (await done(await submitted(CAT, ...faults))).body.data!.image_urls![0]!;
    const bytes = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(await bytes(await address({ kind: 'wrong-type' }))).toEqual(NO_PICTURE);
    expect(await sharp(await bytes(await address({ kind: 'bomb' }))).metadata()).toMatchObject({ width: 8000, height: 5000 });
    expect((await fetch(await address({ kind: 'expired-address' }))).status).toBe(403);
    const whole = await address();
    fake.faultAt('download', { kind: 'status', status: 503 }, { kind: 'expired-address' }, { kind: 'wrong-type' });
    expect([(await fetch(whole)).status, (await fetch(whole)).status, await bytes(whole)]).toEqual([503, 403, NO_PICTURE]);
    expect(await bytes(whole)).toEqual(await fakePicture(1024, 1024, 0, 'png'));
    fake.expireAddresses();
    expect((await fetch(whole)).status).toBe(403);
    expect(fake.billed()).toBe(4);
  });

  test('too many at once, and refusals by code at either call', async () => {
    await start({ maxRunning: 1 });
    const id = await submitted();
    const second = await submit();
    expect([second.status, second.body.code]).toEqual([429, 50_430]);
    fake.faultAt('poll', { kind: 'status', status: 429 }, { kind: 'status', status: 500, code: '50501', retryAfterS: 2 });
    fake.fault({ kind: 'status', status: 400, code: '50413' }, { kind: 'status', status: 401 });
    const seen = [await poll(id), await poll(id), await submit()].map(({ status, body }) => [status, body.code, body.data]);
    expect(seen).toEqual([[429, 50_429, null], [500, 50_501, null], [400, 50_413, null]]);
    expect((await submit()).text).toContain('SignatureDoesNotMatch');
    expect((await poll(id)).body.data?.status).toBe('in_queue');
  });

  test('an answer that is lost leaves a task behind, and it is billed', async () => {
    await start();
    await expect(submit(CAT, { kind: 'lost' })).rejects.toThrow();
    await expect(submit(CAT, { kind: 'cut', afterBytes: 20 })).rejects.toThrow();
    expect(fake.tasks()).toHaveLength(2);
    expect(fake.billed()).toBe(2);
    const { taskId } = fake.tasks()[0]!;
    fake.faultAt('poll', { kind: 'lost' }, { kind: 'html' });
    await expect(poll(taskId)).rejects.toThrow();
    expect((await poll(taskId)).text).toContain('<h1>');
    expect((await poll(taskId)).body.data?.status).toBe('done');
  });

  test('a torn answer holds the same', async () => {
    await start();
    const id = await submitted();
    const whole = (await done(id, {})).body.data;
    fake.faultAt('poll', { kind: 'split', bytes: 1 });
    expect((await poll(id, {})).body.data).toEqual(whole);
  });

  test('a fault that the service cannot have is told to the test', async () => {
    await start();
    expect(() => { fake.fault({ kind: 'slot', slot: 0 }); }).toThrow('no fault "slot"');
    expect(() => { fake.fault({ kind: 'stream-error' }); }).toThrow('no fault "stream-error"');
    expect(() => { fake.faultAt('poll', { kind: 'bomb' }); }).toThrow('no fault "bomb"');
    expect(() => { fake.fault({ kind: 'status', status: 400, code: '50429' }); }).toThrow('no 50429 under 400');
    expect(() => { fake.fault({ kind: 'status', status: 400, code: '1' }); }).toThrow('no 1 under 400');
    vi.spyOn(console, 'error').mockReturnValue();
    const id = await submitted(CAT, { kind: 'expired-address' });
    expect((await done(id, {})).status).toBe(599);
  });
});

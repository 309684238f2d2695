import { httpAnswer, startOtherSide, type Heard, type OtherSide } from '@komawari/testkit/suites/other-side';
import type { Socket } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { ProviderError, type ProviderFault } from '../../../ports/provider-error.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { openWire, type Ask, type Wire, type WireOptions } from './wire.ts';

const KEY = 'sk-secret-0123456789';
const PROMPT = 'A lighthouse at night, seen from the sea, with a boy who waits on the stairs';
const NOW = new Date('2026-11-22T12:00:00Z');

type Answering = (heard: Heard, socket: Socket) => void | Promise<void>;

async function against(answer: Answering | Buffer, more: Partial<WireOptions> = {}): Promise<{ wire: Wire; side: OtherSide; waits: number[] }> {
  const side = await startOtherSide(typeof answer === 'function' ? answer : (_heard, socket) => void socket.end(answer));
  onTestFinished(() => side.close());
  const waits: number[] = [];
  const web = safeFetch({ resolve: async () => ['127.0.0.1'] }).allowing([`127.0.0.1:${side.port}`]);
  const wire = openWire({
    url: `${side.url}/v1`, bills: true, secretsToMask: [KEY], headers: () => ({ Authorization: `Bearer ${KEY}` }), limits: { headTimeoutMs: 2000, idleTimeoutMs: 2000 },
    tools: { web, now: () => NOW, wait: async (ms) => void waits.push(ms) }, ...more,
  });
  return { wire, side, waits };
}

const asking = (more: Partial<Ask> = {}): Ask => ({ call: { signal: new AbortController().signal }, ...more });
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Buffer => httpAnswer(status, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));

async function failureOf(work: Promise<unknown>): Promise<ProviderError> {
  const error = await work.then(() => new Error('no failure'), (thrown: unknown) => thrown);
  if (!(error instanceof ProviderError)) throw error;
  return error;
}

describe('a request', () => {
  test('carries headers, query and body, signed over what leaves', async () => {
    const headers = vi.fn(() => ({ 'X-Sign': 'made', Authorization: `Bearer ${KEY}` }));
    const { wire, side } = await against(json(200, { ok: 1 }, { 'x-request-id': 'r1' }), { headers });
    const answered = await wire.postJson('/images?Action=Do', { prompt: '猫' }, { ...asking({ query: { Version: '2022', none: undefined, deep: true }, headers: { 'X-More': 'm' } }), reads: z.object({ ok: z.number() }) });
    expect([answered.json.ok, answered.status, answered.headers.get('x-request-id')]).toEqual([1, 200, 'r1']);
    expect(side.heard[0]).toMatchObject({ method: 'POST', path: '/v1/images?Action=Do&Version=2022&deep=true', body: '{"prompt":"猫"}' });
    expect(Object.fromEntries(side.heard[0]?.headers ?? [])).toMatchObject({ 'x-sign': 'made', 'x-more': 'm', authorization: `Bearer ${KEY}`, 'content-type': 'application/json' });
    expect(headers).toHaveBeenCalledWith({ method: 'POST', host: `127.0.0.1:${side.port}`, path: '/v1/images', query: 'Action=Do&Version=2022&deep=true', body: new TextEncoder().encode('{"prompt":"猫"}') });
  });

  test('tells that it leaves only when it may bill, before a byte of it; and does not leave when that fails', async () => {
    const { wire, side } = await against(json(200, {}));
    const onSending = vi.fn(async () => { expect(side.connections()).toBe(0); });
    await wire.postJson('/x', {}, asking({ call: { signal: asking().call.signal, onSending }, mayBill: true }));
    expect(onSending).toHaveBeenCalledOnce();
    await wire.getJson('/x', asking({ call: { signal: asking().call.signal, onSending } }));
    expect(onSending).toHaveBeenCalledOnce();
    const refusal = new Error('not stored');
    await expect(wire.postJson('/x', {}, asking({ call: { signal: asking().call.signal, onSending: () => Promise.reject(refusal) }, mayBill: true }))).rejects.toBe(refusal);
    expect(side.connections()).toBe(2);
  });

  test('as a form, for bytes, with an empty answer, by another method', async () => {
    const { wire, side } = await against((heard, socket) => void socket.end(heard.path.endsWith('/empty') ? httpAnswer(200, {}) : heard.path.includes('/view') ? httpAnswer(200, {}, 'bytes') : json(200, { name: 'a' })));
    const form = new FormData();
    form.set('image', new Blob(['png']), 'a.png');
    expect((await wire.postForm('/upload', form, { ...asking(), reads: z.object({ name: z.string() }) })).json.name).toBe('a');
    expect(Buffer.from((await wire.getBytes('/view', asking({ query: { filename: 'a b.png' } }))).bytes).toString()).toBe('bytes');
    expect((await wire.postJson('/empty', { model: 'm' }, { ...asking({ method: 'DELETE' }), mayBeEmpty: true })).json).toBeUndefined();
    expect(side.heard.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/upload', 'GET /v1/view?filename=a+b.png', 'DELETE /v1/empty']);
    const { discard } = await wire.stream('/edit', form, asking());
    await discard();
    expect([side.heard.at(-1)?.headers.get('content-type')?.split(';')[0], side.heard.at(-1)?.body.includes('filename="a.png"')]).toEqual(['multipart/form-data', true]);
  });

  test('with a key that no header can carry is denied before it leaves', async () => {
    const { wire, side } = await against(json(200, {}), { headers: () => ({ authorization: 'Bearer 钥匙\n' }) });
    expect(await failureOf(wire.getJson('/x', asking()))).toMatchObject({ fault: 'denied', facts: { code: 'key.malformed' } });
    expect(side.connections()).toBe(0);
  });
});

describe('what goes wrong', () => {
  const table: [number, ProviderFault, ProviderFault][] = [
    [400, 'invalid', 'invalid'], [401, 'denied', 'denied'], [402, 'exhausted', 'exhausted'], [403, 'denied', 'denied'], [404, 'invalid', 'invalid'], [408, 'down', 'down'], [422, 'invalid', 'invalid'],
    [429, 'busy', 'busy'], [500, 'down', 'down'], [502, 'unknown', 'down'], [503, 'down', 'down'], [504, 'unknown', 'down'], [529, 'down', 'down'], [302, 'invalid', 'invalid'],
  ];
  test.each(table)('%i is %s where it may have been billed, else %s', async (status, billed, free) => {
    const { wire } = await against(json(status, { error: { message: 'No.' } }, { 'retry-after': '7', 'x-request-id': 'r1', location: 'http://169.254.169.254/' }));
    expect(await failureOf(wire.postJson('/x', {}, asking({ mayBill: true })))).toMatchObject({ fault: billed, facts: { status, requestId: 'r1', ...(status === 302 ? { code: 'answer.redirect' } : { retryAfterMs: 7000 }) } });
    expect((await failureOf(wire.postJson('/x', {}, asking()))).fault).toBe(free);
    expect((await failureOf(wire.stream('/x', {}, asking()))).fault).toBe(free);
  });

  const lost: [string, Buffer | Answering][] = [
    ['a lost answer', Buffer.alloc(0)], ['a cut one', httpAnswer(200, { 'content-length': '100' }, '{"a":')], ['half a JSON', httpAnswer(200, {}, '{"a":')], ['a web page', httpAnswer(200, { 'content-type': 'text/html' }, '<html>')],
    ['an empty one', httpAnswer(200, {})], ['another shape', json(200, { b: 1 })], ['null', json(200, null)], ['none in time', () => undefined], ['one that stalls', (_heard, socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{')],
    ['one that is too large', httpAnswer(200, {}, JSON.stringify({ a: 'a'.repeat(5000) }))],
  ];
  test.each(lost)('%s is unknown where it may have been billed, else down', async (_case, answer) => {
    const { wire } = await against(answer, { limits: { headTimeoutMs: 200, idleTimeoutMs: 100, bytesMax: 1000 } });
    const reads = z.object({ a: z.string() });
    expect((await failureOf(wire.postJson('/x', {}, { ...asking({ mayBill: true }), reads }))).fault).toBe('unknown');
    expect((await failureOf(wire.getJson('/x', { ...asking(), reads }))).fault).toBe('down');
    const { wire: free } = await against(answer, { bills: false, limits: { headTimeoutMs: 200, idleTimeoutMs: 100, bytesMax: 1000 } });
    expect((await failureOf(free.postJson('/x', {}, { ...asking({ mayBill: true }), reads }))).fault).toBe('down');
  });

  test('nobody there is down, an address that is not allowed is invalid, an abort is cancelled', async () => {
    const { wire, side } = await against((_heard, _socket) => { stop.abort(); });
    const stop = new AbortController();
    expect(await failureOf(wire.postJson('/x', {}, asking({ call: { signal: stop.signal }, mayBill: true })))).toMatchObject({ fault: 'cancelled' });
    expect((await failureOf(wire.getJson('/x', asking({ call: { signal: stop.signal } })))).fault).toBe('cancelled');
    await side.left();
    const { wire: inside } = await against(json(200, {}), { url: 'http://169.254.169.254/v1' });
    expect(await failureOf(inside.postJson('/x', {}, asking({ mayBill: true })))).toMatchObject({ fault: 'invalid', facts: { code: 'address.blocked' } });
    await side.close();
    expect(await failureOf(wire.postJson('/x', {}, asking({ mayBill: true })))).toMatchObject({ fault: 'down', facts: { code: 'web.unreachable' } });
  });

  test('what an adapter reads out of a refusal goes first, and what it says is cut', async () => {
    const { wire } = await against(json(429, { code: 'QuotaExceeded', message: 'x '.repeat(2000) }), {
      readRefusal: ({ status, json: body }) => {
        const { code, message } = z.object({ code: z.string(), message: z.string() }).parse(body);
        return { fault: status === 429 && code === 'QuotaExceeded' ? 'exhausted' : undefined, code, said: message, retryAfterMs: undefined };
      },
    });
    const { fault, facts } = await failureOf(wire.getJson('/x', asking()));
    expect([fault, facts.code, facts.status, facts.said?.length]).toEqual(['exhausted', 'QuotaExceeded', 429, 500]);
  });

  test('no key, address, prompt or picture stands in what is said, however it comes back', async () => {
    const picture = Buffer.alloc(900, 7).toString('base64');
    const echo = `key ${KEY} ${encodeURIComponent(KEY)} ${Buffer.from(KEY).toString('base64')} at https://api.test/v1?key=1 saw "${PROMPT.slice(4, 60)}" and ${picture} in model doubao-seedream-4-0-250828`;
    for (const body of [JSON.stringify({ error: { message: echo } }), echo]) {
      const { wire } = await against(httpAnswer(400, {}, body));
      const { facts, message } = await failureOf(wire.postJson('/x', { prompt: PROMPT, model: 'doubao-seedream-4-0-250828' }, asking()));
      for (const secret of [KEY, 'c2stc2VjcmV0', 'api.test', 'lighthouse', 'seen from', picture.slice(0, 30)]) expect(`${facts.said} ${message}`).not.toContain(secret);
      expect(facts.said).toContain('doubao-seedream-4-0-250828');
    }
    const { wire } = await against(httpAnswer(502, { 'content-type': 'text/html' }, '<h1>Bad gateway of 10.0.0.7</h1>'));
    expect((await failureOf(wire.getJson('/x', asking()))).facts.said).toBeUndefined();
    expect(wire.fault('refused', { side: 'input', said: `${KEY}!`, code: `c-${KEY}` }).facts).toEqual({ side: 'input', said: '…!', code: 'c-…' });
  });
});

describe('streams', () => {
  test('of events and of lines, left by a break', async () => {
    const { wire, side } = await against((heard, socket) => void socket.write(httpAnswer(200, { 'transfer-encoding': 'chunked' }, heard.path.endsWith('/sse') ? '10\r\ndata: 1\n\ndata: 2\r\n' : '7\r\n{}\n{}\n{\r\n')));
    for await (const event of (await wire.stream('/sse', {}, asking())).events()) {
      expect(event.data).toBe('1');
      break;
    }
    for await (const line of (await wire.stream('/lines', undefined, asking())).lines()) {
      expect(line).toBe('{}');
      break;
    }
    await side.left();
    expect(side.heard.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  test('that break off are lost, as are web pages and pieces without an end', async () => {
    const { wire } = await against((heard, socket) => void socket.end(heard.path.endsWith('/page') ? httpAnswer(200, { 'content-type': 'text/html' }, '<p>') : httpAnswer(200, { 'content-length': '500' }, 'data: 1\n\ndata: 2')));
    const seen: string[] = [];
    const read = async (path: string): Promise<void> => { for await (const { data } of (await wire.stream(path, {}, asking({ mayBill: true }))).events()) seen.push(data); };
    expect(await failureOf(read('/cut'))).toMatchObject({ fault: 'unknown', facts: { code: 'web.cut' } });
    expect(seen).toEqual(['1']);
    expect(await failureOf(read('/page'))).toMatchObject({ fault: 'unknown', facts: { code: 'answer.unreadable' } });
    await (await wire.stream('/cut', {}, asking())).discard();
  });
});

describe('the address of a result', () => {
  test('is asked for without our headers, again when it stumbles', async () => {
    let count = 0;
    const { wire, side, waits } = await against((_heard, socket) => {
      count += 1;
      socket.end(count === 1 ? httpAnswer(503, {}) : count === 2 ? httpAnswer(200, { 'content-length': '9' }, 'ha') : httpAnswer(200, {}, 'whole'));
    });
    expect(Buffer.from(await wire.download(`${side.url}/a.png?sign=1`, asking())).toString()).toBe('whole');
    expect(side.heard.map(({ headers }) => headers.get('authorization'))).toEqual([null, null, null]);
    expect(waits).toEqual([500, 2000]);
  });

  test('that is over, too large, inside or never answers says so', async () => {
    const { wire, side, waits } = await against((heard, socket) => void socket.end(heard.path === '/gone' ? httpAnswer(403, {}) : heard.path === '/large' ? httpAnswer(200, {}, 'a'.repeat(2000)) : heard.path === '/away' ? httpAnswer(302, { location: 'http://169.254.169.254/' }) : httpAnswer(500, {})));
    const fetched = (path: string): Promise<ProviderError> => failureOf(wire.download(side.url + path, { ...asking(), limits: { bytesMax: 1000 } }));
    expect(await fetched('/gone')).toMatchObject({ fault: 'empty', facts: { code: 'picture.gone', status: 403 } });
    expect(await fetched('/large')).toMatchObject({ fault: 'empty', facts: { code: 'picture.too-large' } });
    expect(await fetched('/away')).toMatchObject({ fault: 'invalid', facts: { code: 'address.blocked' } });
    expect(waits).toEqual([]);
    expect((await fetched('/broken')).fault).toBe('unknown');
    expect((await failureOf(wire.download('file:///etc/passwd', asking()))).facts.code).toBe('address.blocked');
    const stop = new AbortController();
    stop.abort();
    expect((await failureOf(wire.download(`${side.url}/gone`, { call: { signal: stop.signal } }))).fault).toBe('cancelled');
  });
});

test('a socket that does not open is down, and one inside is not allowed', async () => {
  const { wire } = await against(httpAnswer(403, {}));
  expect(await failureOf(wire.openSocket('/ws', { ...asking(), query: { clientId: 'c' }, messageBytesMax: 1000 }))).toMatchObject({ fault: 'down', facts: { code: 'web.unreachable' } });
  const { wire: inside } = await against(httpAnswer(403, {}), { url: 'https://10.0.0.1' });
  expect((await failureOf(inside.openSocket('/ws', { ...asking(), messageBytesMax: 1000 }))).facts.code).toBe('address.blocked');
  expect([wire.lost({ mayBill: true }).fault, wire.lost({}).fault]).toEqual(['unknown', 'down']);
});

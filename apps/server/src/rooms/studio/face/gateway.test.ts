/** The gateway by hand: what no client would send, and who may not come in. */
import { connect } from 'node:net';
import { eventually, FROM_AFAR, type Reply } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHAT, DRAWS, openGateway, PLAIN_CHAT, type Gateway } from './testing/open-gateway.ts';

let gateway: Gateway;

beforeAll(async () => { gateway = await openGateway(); }, 60_000);
afterAll(() => gateway.close());
beforeEach(() => gateway.server.app.client.db.deleteFrom('provider_health').execute().then(() => undefined));

const post = (path: string, body: unknown, headers: Record<string, string> = gateway.me.headers) => gateway.server.call('POST', path, { headers, body });
const chat = (fields: object = {}, headers?: Record<string, string>) => post('/v1/chat/completions', { model: CHAT, messages: [{ role: 'user', content: 'x' }], ...fields }, headers);
const errorOf = (reply: Reply) => (reply.body as { error: { message: string; type: string; param: string | null; code: string | null } }).error;
const asked = () => gateway.fake.asked.filter(({ method }) => method === 'POST').length;

describe('who may come in', () => {
  test('keys alone: no cookie opens it, from whatever site', async () => {
    const cookie = await gateway.me.browser();
    for (const headers of [cookie, { ...cookie, origin: 'https://evil.example' }, {}, { authorization: 'Basic eDp5' }, { 'x-api-key': gateway.key }]) {
      const reply = await chat({}, headers);
      expect([reply.status >= 401 && reply.status <= 403, typeof errorOf(reply).message]).toEqual([true, 'string']);
    }
    expect(errorOf(await chat({}, cookie))).toMatchObject({ code: 'invalid_api_key', message: expect.stringContaining('API key') });
    const reply = await chat({}, { ...gateway.me.headers, origin: 'https://evil.example' });
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([200, null]);
    expect((await gateway.server.call('OPTIONS', '/v1/chat/completions', { headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } })).status).toBe(404);
  });

  test('who may make nothing here', async () => {
    const viewer = await gateway.server.account('viewer');
    expect(await chat({}, viewer.headers)).toMatchObject({ status: 403 });
    expect(await post('/v1/images/generations', { prompt: 'x' }, viewer.headers)).toMatchObject({ status: 403 });
  });

  test('what is unknown is said in the same shape', async () => {
    for (const [method, path] of [['GET', '/v1/embeddings'], ['POST', '/v1/responses'], ['GET', '/v1/../v1/nothing'], ['DELETE', '/v1/models/x']] as const) {
      const reply = await gateway.server.call(method, path, { headers: gateway.me.headers });
      expect([reply.status, errorOf(reply).type]).toEqual([404, 'invalid_request_error']);
    }
  });
});

describe('hostile', () => {
  const before = { asked: 0 };
  beforeEach(() => { before.asked = asked(); });

  test('bodies that are too much, or nothing', async () => {
    const raw = (bytes: string, type = 'application/json', path = '/v1/chat/completions') => gateway.server.call('POST', path, { headers: gateway.me.headers, raw: { type, bytes } });
    expect((await raw(`{"model":"${'x'.repeat(25_000_000)}"}`)).status).toBe(413);
    expect((await raw('{"model":', 'application/json', '/v1/images/generations')).status).toBe(400);
    expect((await raw('[]')).status).toBe(400);
    expect((await raw('null')).status).toBe(400);
    expect((await raw('<x/>', 'application/xml')).status).toBe(415);
    expect((await raw(`{"model":"${CHAT}","messages":${'['.repeat(5000)}${']'.repeat(5000)}}`)).status).toBe(400);
    expect((await raw('{"__proto__":{"model":"x"}}')).status).toBe(400);
    expect((await raw('--x\r\nbroken', 'multipart/form-data; boundary=x', '/v1/images/edits')).status).toBe(400);
    expect((await raw('--x--', 'multipart/form-data', '/v1/images/edits')).status).toBe(400);
    expect((await raw('{"prompt":"x"}', 'application/json', '/v1/images/edits')).status).toBe(400);
    expect(asked()).toBe(before.asked);
  });

  test.each(['../../v1/models', '..\\..', `a/${'../'.repeat(50)}x`, '\u0000', '\ud800', '${7*7}', "' or 1=1 --", '__proto__', 'constructor', 'komawari/', 'komawari/__proto__', 'komawari/picture', 'x'.repeat(399)])('a model called %j', async (model) => {
    const reply = await chat({ model });
    expect([400, 404]).toContain(reply.status);
    expect(errorOf(reply).param).toBe('model');
    expect(asked()).toBe(before.asked);
  });

  test('pictures that are bombs in few bytes', async () => {
    const wide = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#000' } }).png().toBuffer();
    const look = (url: string) => chat({ messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }] }] });
    const replies = [await look(`data:image/png;base64,${wide.toString('base64')}`), await look('data:image/png;base64,'), await look(`data:image/png;base64,${'/'.repeat(5_000_000)}`), await look(`data:${'a;'.repeat(100_000)}`)];
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    const many = await chat({ messages: [{ role: 'user', content: Array.from({ length: 500 }, () => ({ type: 'image_url', image_url: { url: `data:image/png;base64,${wide.toString('base64').slice(0, 200)}` } })) }] });
    expect(many.status).toBe(400);
    expect(asked()).toBe(before.asked);
  });

  test('headers and keys of idempotency that would be others', async () => {
    for (const key of ['a b', 'ü', 'x'.repeat(200)]) {
      const reply = await post('/v1/images/generations', { prompt: 'x', model: DRAWS }, { ...gateway.me.headers, 'idempotency-key': Buffer.from(key).toString('latin1') });
      expect(reply.status, key).toBe(400);
    }
    const reply = await chat({ model: 'x\r\nset-cookie: a=b' });
    expect([reply.status, reply.headers.get('set-cookie')]).toEqual([404, null]);
    expect(asked()).toBe(before.asked);
  });

  test('who reads no event and says nothing is let go when they leave', async () => {
    gateway.fake.say('word '.repeat(3000));
    const gone = gateway.fake.abandoned();
    const { hostname, port } = new URL(gateway.server.url);
    const body = JSON.stringify({ model: CHAT, messages: [{ role: 'user', content: 'x' }], stream: true });
    const socket = connect({ host: hostname, port: Number(port) });
    socket.pause();
    socket.write(`POST /v1/chat/completions HTTP/1.1\r\nhost: ${hostname}:${port}\r\nx-forwarded-for: ${FROM_AFAR['x-forwarded-for']}\r\nauthorization: Bearer ${gateway.key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    await eventually('it is asked', () => asked() > before.asked);
    socket.write('garbage\r\n\r\n');
    socket.destroy();
    await eventually('the provider hears of it', () => gateway.fake.abandoned() > gone);
    expect((await chat()).status).toBe(200);
  });
});

describe('a stream', () => {
  test('that fails after its first words says so inside, and has no end', async () => {
    gateway.fake.say('Once upon a time');
    gateway.fake.fault({ kind: 'stream-error' });
    const { status, text, headers } = await chat({ stream: true });
    expect([status, headers.get('content-type'), headers.get('x-accel-buffering')]).toEqual([200, 'text/event-stream; charset=utf-8', 'no']);
    const events = text.trim().split('\n\n').map((line) => line.replace(/^data: /, ''));
    expect(JSON.parse(events.at(-1) ?? '')).toMatchObject({ error: { type: 'server_error', code: 'answer_lost' } });
    expect(text).not.toContain('[DONE]');
  });

  test('of many bytes torn anywhere is whole', async () => {
    gateway.fake.say('雨の夜、灯台に 🐈 がいた。');
    gateway.fake.fault({ kind: 'split', bytes: 3 });
    const { text } = await chat({ stream: true });
    const words = text.trim().split('\n\n').filter((line) => line.startsWith('data: {')).map((line) => (JSON.parse(line.slice(6)) as { choices: { delta?: { content?: string } }[] }).choices[0]?.delta?.content ?? '').join('');
    expect([words, text.endsWith('data: [DONE]\n\n')]).toEqual(['雨の夜、灯台に 🐈 がいた。', true]);
  });
});

describe('what it costs', () => {
  test('each text that may cost is held and paid once, what comes to nothing is given back', async () => {
    const { db } = gateway.server.app.client;
    await db.deleteFrom('hold').execute();
    const states = async () => (await db.selectFrom('hold').select(['owner', 'state', 'amount']).execute()).map(({ owner, state, amount }) => [owner, state, amount]);
    const owner = `user:${gateway.me.userId}`;
    await chat();
    expect(await states()).toEqual([[owner, 'captured', 1]]);
    gateway.fake.fault({ kind: 'status', status: 500 });
    await chat();
    expect((await states()).sort()).toEqual([[owner, 'captured', 1], [owner, 'void', 1]]);
    await db.deleteFrom('provider_health').execute();
    gateway.fake.fault({ kind: 'stall' });
    const leaving = new AbortController();
    const waiting = fetch(`${gateway.server.url}/v1/chat/completions`, { method: 'POST', signal: leaving.signal, headers: { ...gateway.me.headers, 'content-type': 'application/json' }, body: JSON.stringify({ model: CHAT, messages: [{ role: 'user', content: 'left' }] }) });
    const sent = asked();
    await eventually('it is asked', () => asked() > sent || gateway.fake.asked.at(-1)?.body.includes('left'));
    leaving.abort();
    await waiting.catch(() => undefined);
    await eventually('what was sent is paid', async () => (await states()).filter(([, state]) => state === 'captured').length === 2);
  });

  test('the studio\'s own way: whole answers, kept ones free, and what a model cannot do said first', async () => {
    const { items } = (await gateway.server.call('GET', '/api/v1/studio/text-models', { headers: gateway.me.headers })).body as { items: { providerId: string; isDefault: boolean; model: { id: string } }[] };
    const plain = items.find(({ model }) => model.id === PLAIN_CHAT);
    expect([items.length, items.filter(({ isDefault }) => isDefault).length]).toEqual([2, 1]);
    const write = (fields: object) => post('/api/v1/studio/texts', { messages: [{ role: 'user', text: 'A line' }], ...fields });
    const named = { model: { providerId: plain?.providerId, modelId: PLAIN_CHAT }, temperature: 0 };
    gateway.fake.say('a line', 'another');
    const [one, two, fresh] = [await write(named), await write(named), await write({ ...named, isFresh: true })];
    expect([one, two, fresh].map(({ body }) => body)).toMatchObject([{ text: 'a line', finish: 'stop', isCached: false, model: named.model }, { text: 'a line', isCached: true }, { text: 'another', isCached: false }]);
    expect(await write({ ...named, seed: 4 })).toMatchObject({ status: 422, body: { error: { code: 'studio.cannot' } } });
    gateway.fake.fault({ kind: 'input-refused' });
    expect(await write({ purpose: 'script' })).toMatchObject({ status: 422, body: { error: { code: 'tasks.refused' } } });
    const { id } = (await gateway.server.call('POST', '/api/v1/studio/inputs', { headers: gateway.me.headers, raw: { type: 'image/png', bytes: await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } }).png().toBuffer() as never } })).body as { id: string };
    const seeing = items.find(({ model }) => model.id === CHAT);
    await write({ model: { providerId: seeing?.providerId, modelId: CHAT }, messages: [{ role: 'user', text: 'What?', pictureIds: [id] }] });
    expect(gateway.fake.asked.at(-1)?.body.toString()).toContain('data:image/png;base64,');
  });

  test('kept words go with the account, and after a while', async () => {
    const { app } = gateway.server;
    const { rooms } = { rooms: app.works };
    expect((await app.client.db.selectFrom('text_answer').selectAll().execute()).length).toBeGreaterThan(0);
    await app.client.db.transaction().execute((tx) => rooms.removeAll(tx, `user:${gateway.me.userId}` as never));
    expect(await app.client.db.selectFrom('text_answer').selectAll().execute()).toEqual([]);
  });
});

describe('limits', () => {
  test('a key that asks too often is told when to come back; another is not', async () => {
    const limited = await openGateway({ hasWorker: false, requestsPerMinute: 100_000 });
    try {
      const ask = (headers = limited.me.headers) => limited.server.call('POST', '/v1/chat/completions', { headers, body: {} });
      const replies: Reply[] = [];
      for (let i = 0; i < 121; i += 1) replies.push(await ask());
      const [last] = replies.slice(-1);
      expect([replies.filter(({ status }) => status === 400).length, last?.status, errorOf(last as Reply).code, Number(last?.headers.get('retry-after')) > 0]).toEqual([120, 429, 'rate_limit_exceeded', true]);
      expect((await ask((await limited.server.account('user')).headers)).status).toBe(400);
    } finally {
      await limited.close();
    }
  });

  test('a quota that is used up is no matter of waiting', async () => {
    const small = await openGateway({ hasWorker: false, unitsPerDay: 1 });
    try {
      const ask = () => small.server.call('POST', '/v1/chat/completions', { headers: small.me.headers, body: { model: CHAT, messages: [{ role: 'user', content: 'x' }] } });
      expect((await ask()).status).toBe(200);
      const refused = await ask();
      expect([refused.status, errorOf(refused), refused.headers.get('x-should-retry')]).toEqual([429, expect.objectContaining({ type: 'insufficient_quota', code: 'insufficient_quota' }), 'false']);
      const drawing = await small.server.call('POST', '/v1/images/generations', { headers: small.me.headers, body: { model: DRAWS, prompt: 'x' } });
      expect([drawing.status, errorOf(drawing).code]).toEqual([429, 'insufficient_quota']);
    } finally {
      await small.close();
    }
  });
});

import { Me, type UserId } from '@komawari/contract';
import { bootServer, heldClock, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const DAY_MS = 86_400_000;
const clock = heldClock(new Date());
let server: BootedServer;

beforeAll(async () => { server = await bootServer({ clock }); }, 60_000);
afterAll(() => server.close());

const cookiesOf = (headers: Headers) => headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
const OWNER = { name: 'Hana', email: 'Hana@Example.test', password: 'correct horse battery' };

describe('the welcome link', () => {
  test('makes the owner once, signs in, and hands over what the machine made before', async () => {
    const local = { headers: { authorization: `Bearer ${server.app.config.controlToken}` } };
    const made = (await server.call('POST', '/api/v1/comics', { ...local, body: { text: 'Before the owner came.' } })).body as { id: string };
    const first = await server.welcomeLink();
    const link = await server.welcomeLink();
    const token = new URL(link ?? '').searchParams.get('token') ?? '';
    expect((await server.call('POST', '/api/v1/welcome', { body: { ...OWNER, token: new URL(first ?? '').searchParams.get('token') } })).status, 'an earlier link has ended').toBe(410);

    const replies = await Promise.all([1, 2].map(() => server.call('POST', '/api/v1/welcome', { body: { ...OWNER, token } })));
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 410]);
    const won = replies.find((reply) => reply.status === 200);
    expect(Me.parse(won?.body)).toMatchObject({ kind: 'user', user: { name: 'Hana', email: 'hana@example.test', role: 'owner' } });
    const cookie = won?.headers.getSetCookie().find((value) => value.startsWith('koma.session_token=')) ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const headers = { cookie: cookiesOf(won?.headers ?? new Headers()) };
    expect((await server.call('GET', `/api/v1/comics/${made.id}`, { headers })).status).toBe(200);
    expect(await server.welcomeLink(), 'no link while there is an owner').toBeUndefined();
  });

  test('keeps no token readable', async () => {
    const rows = await server.app.client.db.selectFrom('welcome').selectAll().execute();
    expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.token_hash))).toBe(true);
  });
});

describe('a session', () => {
  test('ends for every process when signed out', async () => {
    const reply = await server.call('POST', '/api/v1/sign-in', { body: { email: OWNER.email, password: OWNER.password } });
    const headers = { cookie: cookiesOf(reply.headers) };
    expect((await server.call('GET', '/api/v1/me', { headers })).body).toMatchObject({ kind: 'user' });
    await server.call('POST', '/api/v1/sign-out', { headers });
    await expect.poll(async () => (await server.call('GET', '/api/v1/me', { headers })).body).toMatchObject({ kind: 'anonymous' });
  });

  test('is refused with a changed token or signature, and after its time', async () => {
    const reply = await server.call('POST', '/api/v1/sign-in', { body: { email: OWNER.email, password: OWNER.password } });
    const cookie = cookiesOf(reply.headers);
    const kindOf = async (value: string) => Me.parse((await server.call('GET', '/api/v1/me', { headers: { cookie: value } })).body).kind;
    expect(await kindOf(cookie)).toBe('user');
    expect(await kindOf(cookie.replace(/=(.)/, (_, c: string) => `=${c === 'a' ? 'b' : 'a'}`))).toBe('anonymous');
    expect(await kindOf(cookie.replace(/%3D$|=$|.$/, 'x'))).toBe('anonymous');
    clock.advance(31 * DAY_MS);
    expect(await kindOf(cookie)).toBe('anonymous');
    clock.advance(-31 * DAY_MS);
  });

  test('is not given for a wrong password or an unknown e-mail, with one answer for both', async () => {
    const wrong = await server.call('POST', '/api/v1/sign-in', { body: { email: OWNER.email, password: 'wrong wrong wrong' } });
    const unknown = await server.call('POST', '/api/v1/sign-in', { body: { email: 'nobody@example.test', password: 'wrong wrong wrong' } });
    expect(wrong.status).toBe(401);
    expect(unknown.text.replace(/"requestId":"[^"]+"/, '')).toBe(wrong.text.replace(/"requestId":"[^"]+"/, ''));
  });
});

describe('API keys', () => {
  test('work, are limited by scope, and stop when revoked', async () => {
    const headers = await (await server.account('user')).browser();
    const key = (await server.call('POST', '/api/v1/keys', { headers, body: { name: 'reader', scopes: ['read'] } })).body as { id: string; secret: string };
    const reader = { authorization: `Bearer ${key.secret}` };
    expect((await server.call('GET', '/api/v1/comics', { headers: reader })).status).toBe(200);
    expect((await server.call('POST', '/api/v1/comics', { headers: reader, body: { text: 'x' } })).status).toBe(403);
    expect((await server.call('GET', '/api/v1/keys', { headers })).text).not.toContain(key.secret);
    await server.call('DELETE', `/api/v1/keys/${key.id}`, { headers });
    await expect.poll(async () => (await server.call('GET', '/api/v1/comics', { headers: reader })).status).toBe(401);
  });

  test('make no keys: one that is short would leave one behind that is not', async () => {
    const headers = await (await server.account('owner')).browser();
    const { secret } = (await server.call('POST', '/api/v1/keys', { headers, body: { name: 'short', scopes: ['read', 'make', 'manage'], expiresInDays: 1 } })).body as { secret: string };
    const child = await server.call('POST', '/api/v1/keys', { headers: { authorization: `Bearer ${secret}` }, body: { name: 'forever', scopes: ['read', 'make', 'manage'] } });
    expect(child.status).toBe(403);
    expect(child.body).toMatchObject({ error: { code: 'accounts.session-needed' } });
    expect(((await server.call('GET', '/api/v1/keys', { headers })).body as { items: { name: string }[] }).items.map((item) => item.name)).not.toContain('forever');
  });

  test('end at their time', async () => {
    const headers = await (await server.account('user')).browser();
    const key = (await server.call('POST', '/api/v1/keys', { headers, body: { name: 'short', expiresInDays: 1 } })).body as { secret: string };
    const short = { authorization: `Bearer ${key.secret}` };
    expect((await server.call('GET', '/api/v1/comics', { headers: short })).status).toBe(200);
    clock.advance(DAY_MS + 1000);
    expect((await server.call('GET', '/api/v1/comics', { headers: short })).status).toBe(401);
    clock.advance(-DAY_MS - 1000);
  });
});

describe('a bearer token that is nobody\'s', () => {
  const post = (headers: Record<string, string>) => fetch(new URL('/api/v1/comics', server.url), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ text: 'A guest writes.' }) });

  async function expectRefused(reply: Response): Promise<void> {
    expect(reply.status).toBe(401);
    expect(await reply.json()).toMatchObject({ error: { code: 'access.bad-key' } });
    expect(reply.headers.getSetCookie()).toEqual([]);
  }

  test.each(['Bearer made-up-made-up-made-up', 'bearer made-up-made-up-made-up', 'Bearer short', 'Bearer', 'Bearer two words', 'Bearer\tmade-up-made-up'])('%j makes no guest and uses no cookie', async (authorization) => {
    const cookie = cookiesOf((await post({})).headers);
    expect(cookie).toContain('koma.guest=');
    expect((await post({ cookie })).status).toBe(202);
    await expectRefused(await post({ authorization }));
    await expectRefused(await post({ authorization, cookie }));
    for (const path of ['/api/v1/comics', '/api/v1/me', '/api/v1/no-such-route']) await expectRefused(await fetch(new URL(path, server.url), { headers: { authorization, cookie } }));
  });

  test('a revoked key is refused, also beside a guest or a session', async () => {
    const headers = await (await server.account('user')).browser();
    const key = (await server.call('POST', '/api/v1/keys', { headers, body: { name: 'short-lived' } })).body as { id: string; secret: string };
    const authorization = `Bearer ${key.secret}`;
    expect((await post({ authorization })).status).toBe(202);
    await server.call('DELETE', `/api/v1/keys/${key.id}`, { headers });
    await expect.poll(async () => (await post({ authorization })).status).toBe(401);
    await expectRefused(await post({ authorization, cookie: cookiesOf((await post({})).headers) }));
    const session = await server.call('POST', '/api/v1/sign-in', { body: { email: OWNER.email, password: OWNER.password } });
    await expectRefused(await post({ authorization, cookie: cookiesOf(session.headers) }));
  });

  test('the header of another scheme makes no guest, and brings cookies under the check of where they come from', async () => {
    expect((await post({ authorization: 'Basic bWU6bWU=' })).status).toBe(401);
    const cookie = cookiesOf((await post({})).headers);
    expect((await post({ authorization: 'Basic bWU6bWU=', cookie })).status).toBe(202);
    expect((await post({ authorization: 'Basic bWU6bWU=', cookie, origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('making users', () => {
  test('an admin makes users but no admins; the owner makes both, and they can sign in', async () => {
    const admin = await server.account('admin');
    const owner = await server.account('owner');
    const [byAdmin, byOwner] = [await admin.browser(), await owner.browser()];
    const make = (headers: Record<string, string>, role: string, email: string) => server.call('POST', '/api/v1/users', { headers, body: { email, role, withApiKey: true } });
    expect((await make(byAdmin, 'admin', 'a1@example.test')).status).toBe(403);
    expect((await make(byAdmin, 'user', 'u1@example.test')).status).toBe(201);
    expect((await make(byAdmin, 'user', 'U1@example.test')).status, 'the e-mail is taken').toBe(409);
    const made = (await make(byOwner, 'admin', 'a2@example.test')).body as { id: UserId; password: string; apiKey: string };
    expect((await server.call('POST', '/api/v1/sign-in', { body: { email: 'a2@example.test', password: made.password } })).body).toMatchObject({ user: { id: made.id, role: 'admin' } });
    expect((await server.call('GET', '/api/v1/users', { headers: { authorization: `Bearer ${made.apiKey}` } })).status).toBe(200);
  });
});

describe('guests', () => {
  const atHome = { 'x-forwarded-for': '' };

  test('at the machine itself may make a comic without an account, and keep it when they sign in', async () => {
    const direct = (path: string, init: RequestInit = {}) => fetch(new URL(path, server.url), init);
    const reply = await direct('/api/v1/comics', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'A guest writes.' }) });
    expect(reply.status).toBe(202);
    const { id } = (await reply.json()) as { id: string };
    const cookie = cookiesOf(reply.headers);
    expect((await direct(`/api/v1/comics/${id}`, { headers: { cookie } })).status).toBe(200);
    expect((await direct(`/api/v1/comics/${id}`)).status, 'not for others').toBe(401);
    const signedIn = await direct('/api/v1/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ email: OWNER.email, password: OWNER.password }) });
    expect(signedIn.status).toBe(200);
    expect((await direct(`/api/v1/comics/${id}`, { headers: { cookie: cookiesOf(signedIn.headers) } })).status, 'the work came along').toBe(200);
    await expect.poll(async () => (await direct(`/api/v1/comics/${id}`, { headers: { cookie } })).status).toBe(401);
  });

  test('from elsewhere, or through a proxy, are asked to sign in', async () => {
    expect((await server.call('POST', '/api/v1/comics', { headers: atHome, body: { text: 'x' } })).status).toBe(401);
    expect((await server.call('POST', '/api/v1/comics', { body: { text: 'x' } })).status).toBe(401);
  });
});

test('what changes accounts is written down, without secrets', async () => {
  const owner = await server.account('owner');
  const { items } = (await server.call('GET', '/api/v1/system/audit?limit=200', { headers: owner.headers })).body as { items: { action: string }[] };
  expect(new Set(items.map((item) => item.action))).toEqual(new Set(['comics.create', 'accounts.welcome', 'accounts.create-key', 'accounts.revoke-key', 'accounts.create-user', 'accounts.claim-guest-work']));
  expect(JSON.stringify(items)).not.toMatch(/koma_[A-Za-z0-9_-]{20}|password/);
});

import { ALL_ROUTES, API_PREFIX, ErrorBody } from '@komawari/contract';
import { bootServer, type Account, type BootedServer } from '@komawari/testkit';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let server: BootedServer;
let user: Account;
let webFolder: string;

beforeAll(async () => {
  webFolder = mkdtempSync(join(tmpdir(), 'koma-web-'));
  mkdirSync(join(webFolder, 'assets'));
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Komawari</title>');
  writeFileSync(join(webFolder, 'assets', 'app-abc123.js'), 'export {}');
  server = await bootServer({ webFolder });
  user = await server.account('user');
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(webFolder, { recursive: true });
});

describe('bad input is never a 500', () => {
  const hostile = ['\u0000', '\ud800', "' or 1=1 --", '../../etc/passwd', '%00', 'x'.repeat(5000), '💥', '{}'];

  test.each(ALL_ROUTES.map((route) => [route.id, route] as const))('%s', async (_id, route) => {
    for (const value of hostile) {
      const path = API_PREFIX + route.path.replace(/:\w+/g, encodeURIComponent(value.toWellFormed()));
      const query = `?after=${encodeURIComponent(value.toWellFormed())}&limit=${encodeURIComponent(value.toWellFormed())}`;
      for (const call of [
        server.call(route.method, path, { headers: user.headers }),
        ...(route.query ? [server.call(route.method, path + query, { headers: user.headers })] : []),
        ...(route.method === 'GET' ? [] : [
          server.call(route.method, path, { headers: user.headers, body: { text: value, name: value, email: value, token: value, password: value, format: value, options: { title: value } } }),
          server.call(route.method, path, { headers: user.headers, raw: { type: 'application/json', bytes: value } }),
          server.call(route.method, path, { headers: user.headers, raw: { type: 'text/plain', bytes: value } }),
        ]),
      ]) {
        const reply = await call;
        expect(reply.status, `${route.method} ${path}: ${reply.text}`).toBeLessThan(500);
        if (reply.status >= 400) ErrorBody.parse(reply.body);
      }
    }
  });

  test('broken JSON, a wrong media type, too much, a broken address', async () => {
    const post = (raw: { type: string; bytes: string }) => server.call('POST', '/api/v1/comics', { headers: user.headers, raw });
    expect((await post({ type: 'application/json', bytes: '{"text":' })).body).toMatchObject({ error: { code: 'request.not-json' } });
    expect((await post({ type: 'application/xml', bytes: '<a/>' })).body).toMatchObject({ error: { code: 'request.media-type' } });
    expect((await post({ type: 'application/json', bytes: JSON.stringify({ text: 'x'.repeat(4_100_000) }) })).body).toMatchObject({ error: { code: 'request.too-large' } });
    expect((await server.call('GET', '/api/v1/comics/%E0%A4%A')).status).toBe(404);
  });
});

describe('errors', () => {
  test.each([['zh-CN,zh;q=0.9,en;q=0.8', '内容不存在'], ['ja', '見つからない'], ['fr', 'There is nothing here'], ['en;q=0.1, ja;q=0.9', '見つからない'], ['', 'There is nothing here']])('speak the language of "%s"', async (language, words) => {
    const reply = await server.call('GET', '/api/v1/nowhere', { headers: { 'accept-language': language } });
    expect(reply.status).toBe(404);
    expect(ErrorBody.parse(reply.body).error.message).toContain(words);
  });

  test('what goes wrong inside is masked', async () => {
    const { pool } = server.app.client;
    const whole = pool.query.bind(pool);
    pool.query = (() => { throw new Error('password=hunter2'); }) as never;
    const reply = await server.call('GET', '/api/v1/comics', { headers: user.headers });
    pool.query = whole as never;
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain('hunter2');
  });
});

describe('origin', () => {
  const body = { text: 'x' };
  const host = () => new URL(server.url).host;
  test('another site may not write, the own may', async () => {
    const post = (headers: Record<string, string>) => server.call('POST', '/api/v1/sign-out', { headers });
    expect((await post({ origin: 'https://evil.example' })).body).toMatchObject({ error: { code: 'request.foreign-origin' } });
    expect((await post({ origin: 'null' })).status).toBe(403);
    expect((await post({ origin: 'http://127.0.0.1:1' })).status, 'another program on this machine').toBe(403);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await post({ origin: `http://${host()}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await server.call('POST', '/api/v1/comics', { headers: { ...user.headers, origin: 'https://evil.example' }, body })).status, 'a bearer token brings no cookies').toBe(202);
  });

  test('a foreign name for this machine is no way around', async () => {
    const { isLocalCaller } = await import('./origin.ts');
    expect(isLocalCaller('127.0.0.1', { host: 'evil.example' })).toBe(false);
    expect(isLocalCaller('::ffff:127.0.0.1', { host: 'localhost:8080' })).toBe(true);
    expect(isLocalCaller('127.0.0.1', { host: 'localhost', 'x-forwarded-for': '203.0.113.1' })).toBe(false);
    expect(isLocalCaller('10.0.0.2', { host: 'localhost' })).toBe(false);
  });
});

describe('pages and probes', () => {
  test('the web app: assets for ever, the page fresh, unknown addresses of the app give the page', async () => {
    const asset = await server.call('GET', '/assets/app-abc123.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const page = await server.call('GET', '/welcome?token=x', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>Komawari');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect((await server.call('GET', '/missing.js', { headers: { accept: '*/*' } })).status).toBe(404);
    expect((await server.call('GET', '/api/v1/nowhere', { headers: { accept: 'text/html' } })).status).toBe(404);
    expect((await server.call('GET', '/../../etc/passwd')).text).not.toContain('root:');
  });

  test('probes answer machines; metrics are for this machine or an operator', async () => {
    expect((await server.call('GET', '/healthz')).body).toEqual({ status: 'ok' });
    expect((await server.call('GET', '/readyz')).body).toEqual({ status: 'ready' });
    expect((await server.call('GET', '/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
    expect((await server.call('GET', '/api')).text).toContain('/api/v1/comics/:comicId');
    expect((await server.call('GET', '/metrics')).status).toBe(401);
    expect((await server.call('GET', '/metrics', { headers: user.headers })).status).toBe(403);
    const operator = await server.account('operator');
    expect((await server.call('GET', '/metrics', { headers: operator.headers })).text).toContain('koma_tasks_open{state="queued"}');
    expect((await fetch(`${server.url}/metrics`)).status).toBe(200);
  });
});

test('a route that does not declare who may call it stops the start', async () => {
  const { default: Fastify } = await import('fastify');
  const { demandAccess } = await import('./server.ts');
  const bare = Fastify();
  demandAccess(bare);
  expect(() => bare.get('/api/v1/open-door', async () => 'hello')).toThrow('does not declare who may call it');
  expect(() => bare.get('/fine', { config: { access: { who: 'anyone' } } }, async () => 'hello')).not.toThrow();
});

test('a handler that forgets whose thing it is answers nothing', async () => {
  const { default: Fastify } = await import('fastify');
  const { mountRoute } = await import('./mount.ts');
  const bare = Fastify();
  bare.decorateRequest('ctx');
  bare.addHook('onRequest', async (request) => { request.ctx = server.ctxOf({ kind: 'local', owner: 'local:instance' as never }); });
  const route = ALL_ROUTES.find((one) => one.id === 'tasks.get');
  if (!route) throw new Error('tasks.get is gone');
  mountRoute(bare, { route, handle: async () => ({ secret: 'leaked' }) }, { mayEnter: () => false, open: async () => ({ kind: 'anonymous' }) });
  const reply = await bare.inject({ method: 'GET', url: `/api/v1/tasks/task_${'0'.repeat(26)}` });
  expect(reply.statusCode).toBe(500);
  expect(reply.body).not.toContain('leaked');
});

test('limits: a caller who asks too much is told to wait', async () => {
  const limited = await bootServer({ requestsPerMinute: 20 });
  const statuses: number[] = [];
  for (let i = 0; i < 25; i += 1) statuses.push((await limited.call('GET', '/api/v1/me')).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
  expect(statuses.at(-1)).toBe(429);
  await limited.close();
});

test('only the bare reader may be framed by others', async () => {
  const visit = (path: string) => server.call('GET', path, { headers: { accept: 'text/html' } });
  const bare = await visit(`/embed/${'a'.repeat(43)}?x=1`);
  expect(bare.status).toBe(200);
  expect(bare.headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(bare.headers.get('x-frame-options')).toBeNull();
  for (const path of ['/', `/read/${'a'.repeat(43)}`, '/embed/', '/embed/short', `/embed/${'a'.repeat(43)}/x`, `/embedded/${'a'.repeat(43)}`]) {
    const page = await visit(path);
    expect(page.headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-frame-options'), path).toBe('DENY');
  }
});

/** Somebody hostile on the same network talks to a running instance: nothing is given away, and others are served meanwhile. */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realInstance, type RealInstance } from './testing/real-instance.ts';

let koma: RealInstance;
beforeAll(async () => {
  koma = await realInstance();
  await koma.start();
}, 90_000);
afterAll(async () => {
  await koma.stop();
  koma.remove();
});

/** Bytes as they are, which no well-behaved client would send. Resolves with what came back until the server hung up, or until `ms`. */
async function raw(bytes: string, ms = 3000): Promise<string> {
  const socket = open(bytes);
  let answer = '';
  socket.on('data', (chunk) => { answer += String(chunk); });
  await Promise.race([new Promise((resolve) => socket.once('close', resolve)), sleep(ms)]);
  socket.destroy();
  return answer;
}

function open(bytes: string): Socket {
  const socket = connect(koma.port, '127.0.0.1', () => socket.write(bytes));
  return socket.on('error', () => undefined);
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

describe('addresses', () => {
  test.each(['/../../../../etc/passwd', '/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/package.json', '/assets/..%5c..%5cpackage.json', '/assets//etc/passwd', '/.git/config', '/secrets.json', '/run/instance.json', '/%00', '/%c0%ae%c0%ae/etc/passwd', '/%zz', '//evil.example/..', '/api/v1/comics/..%2f..%2fsecrets.json'])('%s leads nowhere', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    expect([400, 401, 404]).toContain(statusOf(answer));
    expect(answer).not.toMatch(/root:|authSecret|"workspaces"/);
  });

  test('a picture is found by its hash within one comic, never by a path', async () => {
    for (const key of ['..%2f..%2f..%2fsecrets.json', 'a'.repeat(64), '%00', 'A'.repeat(64)]) {
      expect((await koma.call('GET', `/api/v1/comics/comic_${'0'.repeat(26)}/pictures/${key}`)).status).toBeLessThan(500);
      expect((await koma.call('GET', `/api/v1/comics/comic_${'0'.repeat(26)}/pictures/${key}`)).status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('requests', () => {
  test('two ways to read one request are refused', async () => {
    const answer = await raw('POST /api/v1/comics HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    expect(statusOf(answer)).toBe(400);
    expect(answer).not.toContain('koma_http');
  });

  test('a foreign host, or a second one, is not this machine', async () => {
    for (const hosts of ['Host: evil.example', 'Host: evil.example\r\nHost: 127.0.0.1', 'Host: 127.0.0.1\r\nX-Forwarded-For: 127.0.0.1']) {
      expect(statusOf(await raw(`GET /metrics HTTP/1.1\r\n${hosts}\r\nConnection: close\r\n\r\n`)), hosts).toBeGreaterThanOrEqual(400);
      expect(statusOf(await raw(`POST /api/v1/comics HTTP/1.1\r\n${hosts}\r\nContent-Type: application/json\r\nContent-Length: 15\r\nConnection: close\r\n\r\n{"text":"Hi."} `)), hosts).toBeGreaterThanOrEqual(400);
    }
  });

  test.each([
    ['another site', { origin: 'http://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a site that the browser names', { 'sec-fetch-site': 'cross-site' }],
  ])('a write from %s is refused', async (_name, headers: Record<string, string>) => {
    for (const type of ['application/json', 'text/plain']) {
      const path = type === 'text/plain' ? '/api/v1/comics/upload' : '/api/v1/comics';
      expect((await koma.call('POST', path, { isAnonymous: true, headers: { ...headers, 'content-type': type }, body: { text: 'Hi.' } })).status).toBe(403);
    }
  });

  test('deep, poisoned and giant JSON is refused at once', async () => {
    const send = async (json: string) => statusOf(await raw(`POST /api/v1/comics HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\nConnection: close\r\n\r\n${json}`));
    expect(await send('['.repeat(50_000) + ']'.repeat(50_000))).toBe(400);
    expect(await send('{"text":"Hi.","__proto__":{"isAdmin":true}}')).toBe(400);
    expect(await send('{"text":"Hi.","options":{"constructor":{"prototype":{"isAdmin":true}}}}')).toBe(400);
    expect([413, 0]).toContain(await send(JSON.stringify({ text: 'x'.repeat(5_000_000) })));
    expect(statusOf(await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`))).not.toBe(200);
  });
});

describe('floods', () => {
  test('three hundred bodies that never end keep nobody else waiting', async () => {
    const slow = Array.from({ length: 300 }, () => open('POST /api/v1/comics HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{'));
    await sleep(500);
    const startedAt = performance.now();
    expect((await koma.call('GET', '/api/v1/comics')).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(3000);
    for (const socket of slow) socket.destroy();
  });

  test('guessing keys and passwords is stopped, whatever address is claimed', async () => {
    const signIn = (n: number) => koma.call('POST', '/api/v1/sign-in', { isAnonymous: true, headers: { 'x-forwarded-for': `10.0.0.${n}` }, body: { email: 'owner@example.test', password: `guess number ${n}` } });
    const statuses: number[] = [];
    for (let n = 0; n < 60; n += 10) statuses.push(...(await Promise.all(Array.from({ length: 10 }, (_, k) => signIn(n + k)))).map(({ status }) => status));
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(30);
    for (const key of ['koma_', `koma_${'0'.repeat(43)}`, 'x'.repeat(5000), `' or 1=1 --`]) {
      const reply = await koma.call('GET', '/api/v1/comics', { isAnonymous: true, headers: { authorization: `Bearer ${key}` } });
      expect(reply.status).toBe(401);
    }
  });
});

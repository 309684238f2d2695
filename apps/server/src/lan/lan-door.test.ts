import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootServer, type BootedServer } from '@komawari/testkit';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../supervisor/testing/instances.ts';
import { openAuthority, type Authority } from './authority.ts';
import { openLanDoor, type LanDoor } from './lan-door.ts';
import { thisMachine, type Machine } from './names.ts';
import { secureCall, shownCertificate } from './testing/secure-get.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('the whole server with --lan', () => {
  let dataDir: string;
  let authority: Authority;
  let server: BootedServer;
  let port: number;
  let trustUrl: string;
  const local = (path: string, options: { name?: string; method?: string; headers?: Record<string, string> } = {}) => secureCall(port, path, { ca: authority.certPem, ...options });

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'koma-lan-'));
    authority = await openAuthority({ dataDir, machine: thisMachine(), now: new Date() });
    const trustPort = await freePort();
    server = await bootServer({ config: { dataDir, publicUrl: 'https://192.168.1.20:8080', lan: { trustPort } } });
    port = Number(new URL(server.url).port);
    trustUrl = `http://127.0.0.1:${trustPort}`;
  }, 60_000);
  afterAll(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('speaks HTTPS to those who trust it, and never demands it for ever', async () => {
    const reply = await local('/healthz');
    expect([reply.status, reply.text]).toEqual([200, '{"status":"ok"}']);
    expect(reply.headers['strict-transport-security']).toBeUndefined();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  test('answers to the names of its certificate and to no other', async () => {
    expect((await local('/api/v1/me')).status).toBe(200);
    expect((await local('/api/v1/me', { name: '127.0.0.1' })).status).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, `8.8.8.8:${port}`, 'localhost.evil.example', `user@localhost:${port}`, 'localhost, evil.example']) {
      const reply = await local('/api/v1/me', { headers: { host } });
      expect(reply.status, host).toBe(421);
      expect(reply.text, host).not.toContain('"kind"');
    }
    expect((await local('/', { headers: { host: 'evil.example', accept: 'text/html' } })).status).toBe(421);
    expect((await local('/healthz', { headers: { host: 'whatever-the-watchdog-says' } })).status).toBe(200);
  });

  test('takes writes from each of its own pages and from no other', async () => {
    const signOut = (headers: Record<string, string>, name = 'localhost') => local('/api/v1/sign-out', { method: 'POST', headers, name });
    expect((await signOut({ origin: `https://localhost:${port}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await signOut({ origin: `https://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' }, '127.0.0.1')).status).toBe(200);
    expect((await signOut({ origin: `https://127.0.0.1:${port}` })).status, 'one of its names to another').toBe(403);
    expect((await signOut({ origin: trustUrl, 'sec-fetch-site': 'cross-site' })).status, 'its own plain page').toBe(403);
    expect((await signOut({ origin: 'https://evil.example' })).status).toBe(403);
  });

  test('plain HTTP beside it: the page, the certificate, and a way to HTTPS', async () => {
    const page = await fetch(`${trustUrl}/`, { headers: { 'accept-language': 'ja' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('家の Komawari');
    expect((await fetch(`${trustUrl}/trust/komawari.crt`)).headers.get('content-type')).toBe('application/x-x509-ca-cert');
    const elsewhere = await fetch(`${trustUrl}/comics/x?page=2`, { redirect: 'manual' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([307, `https://127.0.0.1:${port}/comics/x?page=2`]);
    expect((await fetch(`${trustUrl}/api/v1/me`, { redirect: 'manual' })).status).toBe(307);
    expect((await fetch(`${trustUrl}//evil.example/`, { redirect: 'manual' })).headers.get('location')).toBe(`https://127.0.0.1:${port}//evil.example/`);
    expect((await fetch(`${trustUrl}/`, { method: 'POST' })).status).toBe(405);
    expect((await local('/trust', { headers: { 'accept-language': 'zh' } })).text).toContain('核对指纹');
  });

  test('plain HTTP: the command line of this machine reaches the program with its token, nobody else does', async () => {
    const ask = (authorization: string) => fetch(`${trustUrl}/api/v1/me`, { headers: { authorization }, redirect: 'manual' });
    expect(await (await ask(`Bearer ${server.app.config.controlToken}`)).json()).toMatchObject({ kind: 'local' });
    expect((await ask('Bearer not-the-token-of-anybody')).status).toBe(401);
    expect((await ask('Basic bm9ib2R5OnBhc3N3b3Jk')).status).toBe(307);
  });

  test('a name that leads elsewhere is refused on plain HTTP too', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => request(`${trustUrl}/`, { headers: { host: 'evil.example' } }, (response) => resolve(response.resume().statusCode)).end());
    expect(status).toBe(421);
  });
});

describe('the door', () => {
  let dataDir: string;
  let door: LanDoor;
  let server: FastifyInstance;
  let authority: Authority;
  let blocker: Server;
  let trustPort: number;
  let machine: Machine = { hostname: 'study', addresses: ['192.168.1.20'] };
  let now = new Date();
  const port = () => (server.server.address() as AddressInfo).port;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'koma-lan-'));
    authority = await openAuthority({ dataDir, machine, now });
    blocker = createHttpServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    trustPort = (blocker.address() as AddressInfo).port;
    door = await openLanDoor({ config: { dataDir, host: '0.0.0.0', port: 0, lan: { trustPort } }, clock: { now: () => now }, log: quiet, machine: () => machine });
    server = Fastify({ https: door.tls() }) as unknown as FastifyInstance;
    door.mount(server);
    await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await server.close();
    blocker.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('shows a new certificate without a restart when an address changes', async () => {
    expect(await door.renew()).toBe(false);
    expect(await shownCertificate(port(), { ca: authority.certPem, name: '192.168.1.77' })).toContain('wrong address');
    expect(door.isOwnName('192.168.1.77')).toBe(false);
    machine = { ...machine, addresses: ['192.168.1.77'] };
    expect(await door.renew()).toBe(true);
    expect(await shownCertificate(port(), { ca: authority.certPem, name: '192.168.1.77' })).toMatchObject({ subject: { O: 'Komawari' } });
    expect([door.isOwnName('192.168.1.77'), door.isOwnName('192.168.1.20')]).toEqual([true, false]);
  });

  test('goes on without any network, under its own name', async () => {
    machine = { ...machine, addresses: [] };
    expect(await door.renew()).toBe(true);
    expect(await shownCertificate(port(), { ca: authority.certPem, name: 'study.local' })).toMatchObject({ subject: { O: 'Komawari' } });
  });

  test('serves although the port of the page is taken', async () => {
    expect((await secureCall(port(), '/trust', { ca: authority.certPem })).status).toBe(200);
    expect((await secureCall(port(), '/trust/probe', { ca: authority.certPem })).text).toBe('trusted');
  });

  test('shows a new certificate in time', async () => {
    now = new Date(now.getTime() + 365 * 86_400_000);
    expect(await door.renew()).toBe(false);
    now = new Date(now.getTime() + 2 * 86_400_000);
    expect(await door.renew()).toBe(true);
  });
});

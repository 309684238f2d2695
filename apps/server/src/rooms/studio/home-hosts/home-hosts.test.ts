/** A whole way: the command as a process of its own, the server, and behind the command what a home has. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { HomeHost, Provider } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { startFakeA1111 } from '../../../../../../packages/testkit/fakes/providers/fake-a1111.ts';
import { startFakeOllama, type FakeOllama } from '../../../../../../packages/testkit/fakes/providers/fake-ollama.ts';
import { killableRole } from '../../../../../../packages/testkit/faults/killable.ts';
import { PROVIDER_KINDS } from '../../../adapters/providers/kinds.ts';
import { safeFetch } from '../../../adapters/safe-fetch/safe-fetch.ts';
import type { Outgoing, SafeFetch } from '../../../ports/safe-fetch.ts';
import { webWithHomeHosts } from './host-web.ts';
import { connected, startKomaHost, type KomaHost } from './testing/start-koma-host.ts';
import { writeFrame } from './tunnel/frames.ts';

const MB = 2 ** 20;

let server: BootedServer;
let owner: Account;
let ollama: FakeOllama;
let home: Server;
let homeUrl: string;
let web: SafeFetch;
const hosts: KomaHost[] = [];

beforeAll(async () => {
  server = await bootServer({ providerKinds: PROVIDER_KINDS, config: { innerHost: 'localhost' } });
  owner = await server.account('owner');
  ollama = await startFakeOllama({ stepMs: 5 });
  home = createServer((request, response) => {
    if (request.url === '/redirect') return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    if (request.url === '/never') return void response.writeHead(200).write('begun');
    request.pipe(response.writeHead(200, { 'content-type': 'application/octet-stream' }));
  });
  new WebSocketServer({ server: home, path: '/ws' }).on('connection', (socket) => socket.on('message', (data, isBinary) => { socket.send(data, { binary: isBinary }); }));
  await new Promise<void>((resolve) => { home.listen(0, '127.0.0.1', resolve); });
  homeUrl = `http://127.0.0.1:${(home.address() as AddressInfo).port}`;
  web = webWithHomeHosts(server.app, safeFetch()).allowing(['home.koma-host.internal:80']);
}, 60_000);
afterAll(async () => {
  await Promise.all(hosts.map((host) => host.stop()));
  home.closeAllConnections();
  home.close();
  await ollama.close();
  await server.close();
});

const call = async <Body>(method: string, path: string, body?: object): Promise<Body> => (await server.call(method, `/api/v1${path}`, { headers: owner.headers, ...(body ? { body } : {}) })).body as Body;
const addHost = (name: string) => call<{ host: HomeHost; token: string }>('POST', '/home-hosts', { name });
const hostCalled = async (name: string) => (await call<{ items: HomeHost[] }>('GET', '/home-hosts')).items.find((one) => one.name === name)!;
const limits = (over: Partial<Outgoing> = {}): Outgoing => ({ signal: AbortSignal.timeout(90_000), headTimeoutMs: 80_000, idleTimeoutMs: 30_000, bytesMax: 64 * MB, ...over });

async function start(name: string, to: string): Promise<{ host: KomaHost; token: string; id: string }> {
  const { token, host: { id } } = await addHost(name);
  const host = startKomaHost({ server: server.url, to, token });
  hosts.push(host);
  await connected(host);
  return { host, token, id };
}

let main: Awaited<ReturnType<typeof start>>;

test('a host is named, connects with its token, and is seen', async () => {
  const { host, token } = await addHost('home');
  expect(host).toMatchObject({ address: 'http://home.koma-host.internal', isConnected: false, lastSeenAt: null });
  expect(await server.app.client.db.selectFrom('home_host').select('token_hash').execute()).not.toContainEqual({ token_hash: token });
  expect((await server.call('POST', '/api/v1/home-hosts', { headers: owner.headers, body: { name: 'Home ' } })).body).toMatchObject({ error: { code: 'studio.home-host-taken' } });
  const running = startKomaHost({ server: server.url, to: homeUrl, token });
  hosts.push(running);
  await connected(running);
  main = { host: running, token, id: host.id };
  expect(await hostCalled('home')).toMatchObject({ isConnected: true, connectedAt: expect.any(String) });
  expect(running.said()).not.toContain(token);
}, 30_000);

test('models are listed, and words come through as they are written', async () => {
  await start('attic', ollama.url);
  const provider = await call<Provider>('POST', '/providers', { kind: 'ollama', name: 'Attic', url: 'http://attic.koma-host.internal', isPrivateAllowed: true });
  const model = provider.models.find(({ job, text }) => job === 'text' && text)!;
  expect(model).toBeDefined();
  const before = performance.now();
  const reply = await fetch(`${server.url}/v1/chat/completions`, { method: 'POST', headers: { ...owner.headers, 'content-type': 'application/json' }, body: JSON.stringify({ model: `attic/${model.modelId}`, stream: true, messages: [{ role: 'user', content: 'Tell of a lighthouse, of the sea and of the gulls above it' }] }) });
  const pieces: number[] = [];
  let text = '';
  for await (const piece of reply.body!) {
    pieces.push(performance.now() - before);
    text += Buffer.from(piece).toString();
  }
  expect([reply.status, text]).toEqual([200, expect.stringContaining('[DONE]')]);
  expect(pieces.length).toBeGreaterThan(3);
}, 30_000);

test('a picture is drawn by the worker, a process of its own, through the one that holds the connection', async () => {
  const fake = await startFakeA1111({});
  const { config } = server.app;
  const worker = killableRole('worker', { config: { ...config, role: 'worker', databaseConnectionsMax: 8 }, engine: { delayMs: 0 } }, join(config.dataDir, 'worker.log'));
  try {
    await start('cellar', fake.url);
    const provider = await call<Provider>('POST', '/providers', { kind: 'a1111', name: 'Cellar', url: 'http://cellar.koma-host.internal', isPrivateAllowed: true });
    const modelId = provider.models.find(({ job }) => job === 'image')!.modelId;
    const made = await call<{ id: string }>('POST', '/studio/generations', { recipe: { prompt: 'a lighthouse', model: { providerId: provider.id, modelId }, size: { kind: 'pixels', width: 512, height: 512 } } });
    const picture = await eventually('the picture', async () => {
      const [one] = (await call<{ pictures: { state: string; width: number }[] }>('GET', `/studio/generations/${made.id}`)).pictures;
      return one && !['queued', 'running'].includes(one.state) && one;
    }, 50_000);
    expect(picture).toMatchObject({ state: 'done', width: 512 });
  } finally {
    await worker.stop();
    await fake.close();
  }
}, 80_000);

test('20 MB go there and back, 5 MB beside them, and a small one does not wait for either', async () => {
  const body = Buffer.from(Array.from({ length: 20 * MB }, (_, index) => index % 253));
  const send = async (bytes: Uint8Array) => (await web.fetch('http://home.koma-host.internal/echo', limits({ method: 'POST', body: bytes }))).bytes();
  const large = [send(body), send(body.subarray(0, 5 * MB))];
  const small = await (await web.fetch('http://home.koma-host.internal/echo', limits({ method: 'POST', body: 'small' }))).bytes();
  expect(Buffer.from(small).toString()).toBe('small');
  const [all, part] = await Promise.all(large);
  expect([body.equals(all!), body.subarray(0, 5 * MB).equals(part!)]).toEqual([true, true]);
}, 100_000);

test('a socket goes through as well', async () => {
  const socket = await web.openSocket('ws://home.koma-host.internal/ws', { headers: {}, signal: AbortSignal.timeout(10_000), openTimeoutMs: 5000, messageBytesMax: MB });
  socket.send('over and back');
  for await (const message of socket.messages) {
    expect(message).toBe('over and back');
    break;
  }
  socket.close();
});

test('it leads nowhere that was not allowed', async () => {
  const failure = (work: Promise<unknown>) => work.then(() => undefined, (error: unknown) => error);
  expect(await failure(webWithHomeHosts(server.app, safeFetch()).fetch('http://home.koma-host.internal/', limits()))).toMatchObject({ kind: 'blocked', wasSent: false });
  expect(await failure(web.fetch('https://home.koma-host.internal/', limits()))).toMatchObject({ kind: 'blocked' });
  expect(await failure(web.fetch('http://home.koma-host.internal:81/', limits()))).toMatchObject({ kind: 'blocked' });
  expect((await web.fetch('http://home.koma-host.internal/redirect', limits({ redirectsMax: 3 }))).status).toBe(302);
  // The door of the process asks for a key of its own: who finds the port has nothing.
  const { door, connection_id: id } = (await server.app.client.db.selectFrom('home_host').select(['door', 'connection_id']).where('name', '=', 'home').executeTakeFirstOrThrow());
  expect(door).toMatch(/^localhost:\d+$/);
  const knocked = await fetch(`http://${door}/echo`, { headers: { 'x-koma-connection': id ?? '', 'x-koma-key': 'x'.repeat(43) } });
  expect([knocked.status, knocked.headers.get('x-koma-tunnel')]).toEqual([502, 'unreachable']);
});

test('who asked and goes is let go at home too', async () => {
  const stop = new AbortController();
  const answer = await web.fetch('http://home.koma-host.internal/never', limits({ signal: stop.signal }));
  const open = () => new Promise<number>((resolve) => { home.getConnections((_error, count) => { resolve(count); }); });
  expect(await open()).toBeGreaterThan(0);
  const read = answer.bytes().catch((error: unknown) => error);
  stop.abort();
  await read;
  await eventually('the request at home ends', async () => (await open()) === 0);
});

test('a token that is none opens nothing, and the command says so and ends', async () => {
  const wrong = startKomaHost({ server: server.url, to: homeUrl, token: `komahost_${'x'.repeat(43)}` });
  hosts.push(wrong);
  expect(await wrong.ended).toBe(1);
  expect(wrong.said()).toContain('does not take this token');
  const shown = startKomaHost({ server: server.url, to: homeUrl, token: 'x'.repeat(40), args: ['--token', 'komahost_secret'] });
  hosts.push(shown);
  expect([await shown.ended, shown.said().includes('secret')]).toEqual([1, false]);
}, 30_000);

test('the newest connection of a token is the one, and the older one ends', async () => {
  const second = startKomaHost({ server: server.url, to: homeUrl, token: main.token });
  hosts.push(second);
  await connected(second);
  expect(await main.host.ended).toBe(1);
  expect(main.host.said()).toContain('same token');
  expect(Buffer.from(await (await web.fetch('http://home.koma-host.internal/echo', limits({ method: 'POST', body: 'x' }))).bytes()).toString()).toBe('x');
  main = { ...main, host: second };
}, 30_000);

test('garbage ends the connection it came on, and nothing else', async () => {
  const { token } = await addHost('rude');
  const address = `${server.url.replace('http', 'ws')}/api/v1/home-hosts/socket`;
  for (const message of ['words', Buffer.from([9, 9]), writeFrame({ kind: 'open', stream: 2 }), writeFrame({ kind: 'data', stream: 5, bytes: Buffer.from('x') }), Buffer.alloc(20_000, 1)]) {
    const socket = new WebSocket(address, { headers: { 'x-koma-host-token': token } });
    const closed = new Promise<number>((resolve) => { socket.once('close', resolve); });
    socket.once('open', () => { socket.send(message); });
    expect([4003, 1009]).toContain(await closed);
  }
  // A page of another site has no token, and is not asked for one.
  const foreign = new WebSocket(address, { headers: { 'x-koma-host-token': token, origin: 'https://evil.example' } });
  foreign.on('error', () => undefined);
  expect(await new Promise((resolve) => { foreign.once('unexpected-response', (_request, answer) => { resolve(answer.statusCode); }); })).toBe(403);
  foreign.terminate();
  expect((await web.fetch('http://home.koma-host.internal/echo', limits({ method: 'POST', body: 'x' }))).status).toBe(200);
}, 30_000);

test('killed in the middle of an answer, it is a cut connection; after that, one that is out of reach', async () => {
  const answer = await web.fetch('http://home.koma-host.internal/never', limits());
  const read = answer.bytes().then(() => undefined, (error: unknown) => error);
  main.host.child.kill('SIGKILL');
  expect(await read).toMatchObject({ kind: 'cut', wasSent: true });
  await eventually('it is seen', async () => !(await hostCalled('home')).isConnected);
  expect(await web.fetch('http://home.koma-host.internal/echo', limits()).catch((error: unknown) => error)).toMatchObject({ kind: 'unreachable', wasSent: false });
  // It comes back with the same token.
  const again = startKomaHost({ server: server.url, to: homeUrl, token: main.token });
  hosts.push(again);
  await connected(again);
  expect((await web.fetch('http://home.koma-host.internal/echo', limits({ method: 'POST', body: 'x' }))).status).toBe(200);
  main = { ...main, host: again };
}, 30_000);

test('a new token ends the connection at once, and so does removing the host', async () => {
  const answer = await web.fetch('http://home.koma-host.internal/never', limits());
  const read = answer.bytes().then(() => undefined, (error: unknown) => error);
  const { token } = await call<{ token: string }>('POST', `/home-hosts/${main.id}/token`);
  expect(await read).toMatchObject({ kind: 'cut' });
  expect(await main.host.ended).toBe(1);
  expect(main.host.said()).toContain('does not take this token');
  const next = startKomaHost({ server: server.url, to: homeUrl, token });
  hosts.push(next);
  await connected(next);
  expect(await call('DELETE', `/home-hosts/${main.id}`)).toEqual({ isRemoved: true });
  expect(await next.ended).toBe(1);
  const audit = await server.app.client.db.selectFrom('audit').select('action').where('subject', '=', main.id).orderBy('id').execute();
  expect(audit.map(({ action }) => action)).toEqual(['studio.add-home-host', 'studio.renew-home-host', 'studio.remove-home-host']);
}, 30_000);

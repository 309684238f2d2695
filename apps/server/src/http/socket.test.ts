import { SocketOut } from '@komawari/contract';
import { bootServer, eventually, heldClock, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { inTransaction } from '../db/transaction.ts';
import { appendEvents, openStream } from '../kernel/events.ts';

const clock = heldClock(new Date());
let server: BootedServer;
beforeAll(async () => { server = await bootServer({ clock }); }, 60_000);
afterAll(() => server.close());

type Client = { messages: SocketOut[]; send(message: object): void; close(): void; closed: Promise<number> };

async function connect(headers: Record<string, string>): Promise<Client> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/socket`, { headers: { 'x-forwarded-for': '203.0.113.7', ...headers } });
  const messages: SocketOut[] = [];
  socket.on('message', (data) => messages.push(SocketOut.parse(JSON.parse(String(data)))));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve, reject) => { socket.once('open', resolve); socket.once('error', reject); });
  return { messages, send: (message) => socket.send(JSON.stringify(message)), close: () => socket.close(), closed };
}

/** A stream of one's own with `count` events in it. */
async function streamOf(userId: string, id: string, count: number): Promise<void> {
  await inTransaction(server.app.client.db, (tx) => openStream(tx, { id, owner: `user:${userId}` }));
  await append(id, 1, count);
}

async function append(stream: string, from: number, to: number): Promise<void> {
  if (to < from) return;
  await inTransaction(server.app.client.db, (tx) => appendEvents(tx, stream, Array.from({ length: to - from + 1 }, (_, index) => ({ type: 'comic.page' as const, page: from + index, picture: '', preview: null })), new Date()));
}

const seqsOf = (client: Client, stream: string) => client.messages.flatMap((message) => (message.type === 'event' && message.stream === stream ? [message.seq] : []));
const upTo = (n: number, from = 1) => Array.from({ length: n - from + 1 }, (_, index) => index + from);

describe('the socket', () => {
  test('replays from the last number seen, says when it is live, and goes on in order', async () => {
    const { userId, headers } = await server.account('user');
    await streamOf(userId, 'replayed', 450);
    const client = await connect(headers);
    client.send({ type: 'subscribe', stream: 'replayed', after: 100 });
    await eventually('live', () => client.messages.some((message) => message.type === 'live'));
    expect(seqsOf(client, 'replayed')).toEqual(upTo(450, 101));
    await Promise.all(Array.from({ length: 20 }, () => append('replayed', 1, 5)));
    await eventually('all events came', () => seqsOf(client, 'replayed').length === 450);
    expect(seqsOf(client, 'replayed')).toEqual(upTo(550, 101));
    client.close();
  });

  test('shows every socket the same, each from where it was', async () => {
    const { userId, headers } = await server.account('user');
    await streamOf(userId, 'shared', 10);
    const clients = await Promise.all(upTo(8).map(() => connect(headers)));
    clients.forEach((client, index) => client.send({ type: 'subscribe', stream: 'shared', after: index }));
    for (let i = 0; i < 10; i += 1) await append('shared', 1, 3);
    await eventually('all events came', () => clients.every((client, index) => seqsOf(client, 'shared').length === 40 - index));
    clients.forEach((client, index) => expect(seqsOf(client, 'shared')).toEqual(upTo(40, index + 1)));
    clients.forEach((client) => client.close());
  });

  test('another\'s stream answers as a missing one', async () => {
    const owner = await server.account('user');
    const stranger = await server.account('admin');
    await streamOf(owner.userId, 'private', 1);
    const client = await connect(stranger.headers);
    client.send({ type: 'subscribe', stream: 'private', after: 0 });
    client.send({ type: 'subscribe', stream: 'missing', after: 0 });
    await eventually('two answers', () => client.messages.length === 2);
    expect(client.messages).toMatchObject([{ type: 'error', code: 'not-found', stream: 'private' }, { type: 'error', code: 'not-found', stream: 'missing' }]);
    client.close();
  });

  test('answers nonsense with a sentence and lives on', async () => {
    const client = await connect((await server.account('user')).headers);
    client.send([1, 2, 3]);
    client.send({ type: 'subscribe', stream: 7 });
    client.send({ type: 'ping' });
    await eventually('three answers', () => client.messages.length === 3);
    expect(client.messages.map((message) => message.type)).toEqual(['error', 'error', 'pong']);
    client.close();
  });

  test('is closed to strangers and other sites', async () => {
    await expect(connect({})).rejects.toThrow('401');
    const { headers } = await server.guest();
    await expect(connect({ ...headers, origin: 'https://evil.example' })).rejects.toThrow('403');
    const own = await connect({ ...headers, origin: server.url });
    own.close();
  });

  test('one who floods it is let go, and nobody else waits meanwhile', async () => {
    const { headers } = await server.account('user');
    const client = await connect(headers);
    for (let i = 0; i < 5000; i += 1) client.send({ type: 'subscribe', stream: `comic_${String(i).padStart(26, '0')}`, after: 0 });
    expect(await client.closed).toBe(1008);
    expect(client.messages.length).toBeLessThan(1000);
    expect((await server.call('GET', '/api/v1/me', { headers })).status).toBe(200);
  });

  test('a giant frame closes the socket', async () => {
    const { headers } = await server.account('user');
    const client = await connect(headers);
    client.send({ type: 'subscribe', stream: 'x'.repeat(100_000), after: 0 });
    expect(await client.closed).toBe(1009);
  });
});

describe('who listens', () => {
  const liveOn = async (client: Client, stream: string) => {
    client.send({ type: 'subscribe', stream, after: 0 });
    await eventually('live', () => client.messages.some((message) => message.type === 'live' && message.stream === stream));
  };
  const closeOf = (client: Client) => Promise.race([client.closed, new Promise<number>((resolve) => setTimeout(resolve, 3000, 0))]);

  test('hears nothing more once the session has ended, and the other sessions hear on', async () => {
    const account = await server.account('user');
    await streamOf(account.userId, 'revoked', 1);
    const [lost, kept] = [await account.browser(), await account.browser()];
    const [gone, stays] = [await connect(lost), await connect(kept)];
    await Promise.all([liveOn(gone, 'revoked'), liveOn(stays, 'revoked')]);
    expect((await server.call('POST', '/api/v1/sign-out', { headers: lost })).status).toBe(200);
    await append('revoked', 1, 3);
    expect(await closeOf(gone)).toBe(1008);
    await eventually('the other goes on', () => seqsOf(stays, 'revoked').length === 4);
    expect(seqsOf(gone, 'revoked'), 'what happened after the end').toEqual([1]);
    stays.close();
  });

  test.each([
    ['a revoked key', async (userId: string) => { await server.app.client.db.updateTable('api_key').set({ revoked_at: new Date() }).where('user_id', '=', userId).execute(); }],
    ['a suspended account', async (userId: string) => { await server.app.client.db.updateTable('user').set({ state: 'suspended' }).where('id', '=', userId).execute(); }],
    ['an account that leaves', async (userId: string) => { await server.app.client.db.updateTable('user').set({ deletion_at: new Date() }).where('id', '=', userId).execute(); }],
    ['an account that is gone', async (userId: string) => { await server.app.client.db.deleteFrom('user').where('id', '=', userId).execute(); }],
  ])('%s closes its socket', async (_what, end) => {
    const { userId, headers } = await server.account('user');
    const client = await connect(headers);
    client.send({ type: 'ping' });
    await eventually('open', () => client.messages.length === 1);
    await end(userId);
    expect(await closeOf(client)).toBe(1008);
  });

  test('a guest who signs up comes back with the account', async () => {
    const { headers } = await server.guest();
    const client = await connect(headers);
    const reply = await server.call('POST', '/api/v1/comics', { headers, body: { text: 'A guest writes.' } });
    const { id } = reply.body as { id: string };
    await liveOn(client, id);
    const account = await server.account('user');
    const browser = await account.browser();
    await server.app.client.db.transaction().execute(async (tx) => {
      await tx.updateTable('guest').set({ claimed_by: `user:${account.userId}` }).where('claimed_by', 'is', null).execute();
      await tx.updateTable('stream').set({ owner: `user:${account.userId}` }).where('id', '=', id).execute();
    });
    expect(await closeOf(client)).toBe(1008);
    const again = await connect(browser);
    await liveOn(again, id);
    again.close();
  });

  test('nothing is subscribed to for a session whose time is over', async () => {
    const account = await server.account('user');
    await streamOf(account.userId, 'quiet', 1);
    const client = await connect(await account.browser());
    client.send({ type: 'ping' });
    await eventually('open', () => client.messages.length === 1);
    clock.advance(86_401_000);
    client.send({ type: 'subscribe', stream: 'quiet', after: 0 });
    const code = await closeOf(client);
    clock.advance(-86_401_000);
    expect(code).toBe(1008);
    expect(client.messages.map((message) => message.type)).toEqual(['pong']);
  });
});

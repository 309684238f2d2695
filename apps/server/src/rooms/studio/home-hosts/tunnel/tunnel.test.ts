import { createServer, request as ask } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Duplex } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATA_BYTES_MAX, readFrame, WINDOW_BYTES, writeFrame, type Frame } from './frames.ts';
import { addressBelow, serveTarget } from './serve-target.ts';
import { openTunnel, STREAMS_MAX, type Tunnel } from './tunnel.ts';

const number = fc.integer({ min: 0, max: 0xffff_ffff });
const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({ kind: fc.constantFrom('open' as const, 'end' as const, 'reset' as const), stream: number }),
  fc.record({ kind: fc.constant('data' as const), stream: number, bytes: fc.uint8Array({ minLength: 1, maxLength: 600 }) }),
  fc.record({ kind: fc.constant('more' as const), stream: number, count: fc.integer({ min: 1, max: WINDOW_BYTES }) }),
);

describe('frames', () => {
  test('are read as they were written', () => {
    fc.assert(fc.property(frame, (one) => {
      const read = readFrame(writeFrame(one));
      expect(read && 'bytes' in read ? { ...read, bytes: new Uint8Array(read.bytes) } : read).toEqual(one);
    }));
  });

  test('any bytes are a frame that is written the same, or none', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const read = readFrame(bytes);
      if (read) expect(new Uint8Array(writeFrame(read))).toEqual(bytes);
    }), { numRuns: 500 });
    expect(readFrame(new Uint8Array(5 + DATA_BYTES_MAX + 1).fill(1))).toBeUndefined();
  });
});

/** Two ends on one line; what is sent arrives in a later turn, in order. */
function pair(onStream: (stream: Duplex) => void): { near: Tunnel; far: Tunnel; sent: () => number } {
  let bytes = 0;
  const near: Tunnel = openTunnel({ send: (message) => { bytes += message.byteLength; const copy = new Uint8Array(message); setImmediate(() => { expect(far.take(copy)).toBe(true); }); } });
  const far: Tunnel = openTunnel({ onStream, send: (message) => { const copy = new Uint8Array(message); setImmediate(() => { expect(near.take(copy)).toBe(true); }); } });
  return { near, far, sent: () => bytes };
}

async function allOf(stream: Duplex): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

describe('a tunnel', () => {
  test('brings every byte of every stream, in its order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(fc.integer({ min: 1, max: 90_000 }), { maxLength: 6 }), { minLength: 1, maxLength: 5 }), async (streams) => {
      const { near } = pair((stream) => { void allOf(stream).then((bytes) => stream.end(bytes)); });
      await Promise.all(streams.map(async (sizes, which) => {
        const stream = near.open()!;
        const parts = sizes.map((size, index) => Buffer.alloc(size, which * 16 + index));
        for (const part of parts) stream.write(part);
        stream.end();
        expect((await allOf(stream)).equals(Buffer.concat(parts))).toBe(true);
      }));
    }), { numRuns: 20 });
  });

  test('a reader that does not read holds its own sender up, and no other', async () => {
    const lazy: Duplex[] = [];
    const { near, sent } = pair((stream) => { lazy.push(stream); });
    const stuck = near.open()!;
    stuck.write(Buffer.alloc(4 * WINDOW_BYTES));
    await sleep(30);
    expect(sent()).toBeLessThan(WINDOW_BYTES + 1000);
    const free = near.open()!;
    free.end('through');
    await sleep(10);
    expect((await allOf(lazy[1]!)).toString()).toBe('through');
    const read = allOf(lazy[0]!);
    stuck.end();
    expect((await read).byteLength).toBe(4 * WINDOW_BYTES);
  });

  test('its end is the end of all streams, and more than there may be are not opened', async () => {
    const { near, far } = pair((stream) => stream.resume());
    const open = Array.from({ length: STREAMS_MAX }, () => near.open()!);
    expect(near.open()).toBeUndefined();
    const cut = Promise.all(open.map((stream) => new Promise((resolve) => { stream.once('error', resolve); })));
    near.end();
    far.end();
    expect((await cut).length).toBe(STREAMS_MAX);
    expect(near.open()).toBeUndefined();
  });

  test('garbage never throws: it is taken, or its sender is let go', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.uint8Array({ maxLength: 30 }), frame.map(writeFrame)), { maxLength: 30 }), fc.boolean(), (messages, doesServe) => {
      const tunnel = openTunnel({ send: () => undefined, ...(doesServe ? { onStream: () => undefined } : {}) });
      tunnel.open();
      for (const message of messages) if (!tunnel.take(message)) break;
      tunnel.end();
    }), { numRuns: 300 });
  });

  test.each<[string, Frame[]]>([
    ['a stream that nobody opened', [{ kind: 'data', stream: 7, bytes: new Uint8Array(1) }]],
    ['a stream opened by the side that may not', [{ kind: 'open', stream: 2 }]],
    ['more than the window', Array.from({ length: 20 }, () => ({ kind: 'data', stream: 1, bytes: new Uint8Array(DATA_BYTES_MAX) }))],
    ['words after the end', [{ kind: 'end', stream: 1 }, { kind: 'data', stream: 1, bytes: new Uint8Array(1) }]],
    ['room that was never taken', [{ kind: 'more', stream: 1, count: 1 }]],
  ])('%s breaks the rules', (_what, frames) => {
    const tunnel = openTunnel({ send: () => undefined });
    tunnel.open();
    expect(frames.every((one) => tunnel.take(writeFrame(one)))).toBe(false);
  });
});

describe('the end at home', () => {
  test.each([
    ['http://127.0.0.1:11434', '/api/tags?x=1', 'http://127.0.0.1:11434/api/tags?x=1'],
    ['http://127.0.0.1:1234/v1', '/models', 'http://127.0.0.1:1234/v1/models'],
    ['http://127.0.0.1:1234/v1/', '/', 'http://127.0.0.1:1234/v1/'],
    ['http://127.0.0.1:1234/v1', '/../secret', undefined], ['http://127.0.0.1:1234/v1', '/%2e%2e/secret', undefined], ['http://127.0.0.1:1234/v1', '/a/..%2f..%2fsecret', undefined],
    ['http://127.0.0.1:1234/v1', '/..\\secret', undefined], ['http://127.0.0.1:1', '//evil.example/x', 'http://127.0.0.1:1//evil.example/x'], ['http://127.0.0.1:1', 'http://evil.example/', undefined],
    ['http://127.0.0.1:1', '@evil.example/', undefined], ['http://127.0.0.1:1', '2/', undefined], ['http://127.0.0.1:1', '', undefined], ['http://127.0.0.1:1', '*', undefined],
  ])('%s and %s', (target, path, expected) => { expect(addressBelow(new URL(target), path)?.href).toBe(expected); });

  test('no path leads out of the folder it was started with', () => {
    const target = new URL('http://127.0.0.1:1234/deep/v1');
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('/', '.', '..', '%2e', '%2F', '\\', '@', ':', '?', '#', 'a', '%00', '\t', ' ') }), (path) => {
      const address = addressBelow(target, path);
      if (address) expect(decodeURIComponent(address.href.replace(/[?#].*/s, ''))).toMatch(/^http:\/\/127\.0\.0\.1:1234\/deep\/v1(?:\/|$)/);
    }), { numRuns: 500 });
  });

  const seen: { url: string | undefined; headers: NodeJS.Dict<string | string[]> }[] = [];
  const behind = createServer((request, response) => {
    seen.push({ url: request.url, headers: request.headers });
    response.setHeader('x-koma-tunnel', 'unreachable').setHeader('connection', 'close, x-own').setHeader('x-own', '1');
    request.pipe(response);
  });
  let target = new URL('http://127.0.0.1:1');
  beforeAll(async () => {
    await new Promise<void>((resolve) => { behind.listen(0, '127.0.0.1', resolve); });
    target = new URL(`http://127.0.0.1:${(behind.address() as AddressInfo).port}`);
  });
  afterAll(() => { behind.close(); });

  const send = (to: URL, path: string, body: Uint8Array) => new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; bytes: Buffer }>((resolve, reject) => {
    const served = serveTarget(to);
    const { near } = pair((stream) => { served.take(stream); });
    ask({ createConnection: () => near.open()!, method: 'POST', path, headers: { 'x-koma-key': 'k', 'x-forwarded-for': '1.2.3.4', connection: 'x-drop', 'x-drop': '1', authorization: 'Bearer theirs', host: 'home' } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => { resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts) }); });
    }).on('error', reject).end(body);
  });

  test('passes a request and its answer on, 3 MB each, and of the headers what belongs to them', async () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 251));
    const answer = await send(target, '/echo?q=1', bytes);
    expect(answer.status).toBe(200);
    expect(answer.bytes.equals(bytes)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ url: '/echo?q=1', headers: { host: target.host, authorization: 'Bearer theirs' } });
    for (const name of ['x-koma-key', 'x-forwarded-for', 'x-drop']) expect(seen.at(-1)?.headers[name]).toBeUndefined();
    // Whatever lies behind has no voice in what the tunnel says of itself.
    for (const name of ['x-koma-tunnel', 'x-own']) expect(answer.headers[name]).toBeUndefined();
  });

  test.each(['000', '099', '999'])('an answer with the status %s is none, and ends nothing else', async (status) => {
    const odd = createTcpServer((socket) => { socket.on('error', () => undefined).once('data', () => { socket.end(`HTTP/1.1 ${status} x\r\ncontent-length: 0\r\n\r\n`); }); });
    await new Promise<void>((resolve) => { odd.listen(0, '127.0.0.1', resolve); });
    const { port } = odd.address() as AddressInfo;
    await expect(send(new URL(`http://127.0.0.1:${port}`), '/', Buffer.from('x'))).rejects.toThrow();
    odd.close();
    expect((await send(target, '/echo', Buffer.from('x'))).status).toBe(200);
  });

  test('says when nobody is there, and when an address is not its own', async () => {
    expect(await send(new URL('http://127.0.0.1:1'), '/', Buffer.from('x'))).toMatchObject({ status: 502, headers: { 'x-koma-tunnel': 'unreachable' } });
    const before = seen.length;
    expect(await send(new URL(`${target.origin}/v1`), '/../admin', Buffer.from('x'))).toMatchObject({ status: 502, headers: { 'x-koma-tunnel': 'refused' } });
    expect(seen.length).toBe(before);
  });
});

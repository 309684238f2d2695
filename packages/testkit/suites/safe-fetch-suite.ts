import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebError, type Incoming, type Outgoing, type SafeFetch, type WebErrorKind } from '../../../apps/server/src/ports/safe-fetch.ts';
import { httpAnswer, startOtherSide, type Heard, type OtherSide } from './other-side.ts';

/** `resolve` stands in for the name server. */
export type OpenSafeFetch = (options: { resolve(name: string): Promise<readonly string[]> }) => SafeFetch;

const asking = (more: Partial<Outgoing> = {}): Outgoing => ({ signal: new AbortController().signal, headTimeoutMs: 5000, idleTimeoutMs: 5000, bytesMax: 1_000_000, ...more });

/** What every way out must do and refuse: addresses, redirects, limits, breaks, aborts, and what it says of each. */
export function safeFetchSuite(name: string, open: OpenSafeFetch): void {
  const local = open({ resolve: async () => ['127.0.0.1'] });

  async function against(answer: (heard: Heard, socket: Socket) => void | Promise<void>): Promise<OtherSide & { web: SafeFetch }> {
    const side = await startOtherSide(answer);
    onTestFinished(() => side.close());
    return { ...side, web: local.allowing([`127.0.0.1:${side.port}`]) };
  }

  describe(`safe fetch: ${name}: addresses`, () => {
    test.each([
      'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f.0.0.1/', 'http://0177.0.0.1/', 'http://127.0.0.1./', 'http://１２７.0.0.1/', 'http://0/',
      'http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.1.1/', 'http://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/', 'http://198.18.0.1/', 'http://192.0.2.1/',
      'http://224.0.0.1/', 'http://240.0.0.1/', 'http://255.255.255.255/', 'http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::127.0.0.1]/',
      'http://[64:ff9b::127.0.0.1]/', 'http://[2002:7f00:1::]/', 'http://[2001:0:1::1]/', 'http://[fe80::1]/', 'http://[fe80::1%25eth0]/', 'http://[fc00::1]/', 'http://[ff02::1]/',
      'ftp://example.test/', 'file:///etc/passwd', 'data:text/plain,x', 'http://user:word@example.test/', 'http://', 'not an address', '',
    ])('does not reach %s', async (url) => {
      await expectFailure(local.fetch(url, asking()), 'blocked', false);
      await expectFailure(local.openSocket(url.replace(/^http/, 'ws'), { signal: asking().signal, openTimeoutMs: 1000, messageBytesMax: 100 }), 'blocked', false);
    });

    test('does not reach a name that leads inside, nor one that leads there among others', async () => {
      const side = await against((_heard, socket) => void socket.end(httpAnswer(200, {})));
      for (const addresses of [['127.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['::ffff:127.0.0.1'], ['169.254.169.254']]) {
        const web = open({ resolve: async () => addresses });
        for (const host of ['rebound.test', 'rebound.test.', 'ⓡebound.test']) await expectFailure(web.fetch(`http://${host}:${side.port}/`, asking()), 'blocked', false);
      }
      expect(side.connections()).toBe(0);
    });

    test('asks for a name once, and connects to what it was told then', async () => {
      const side = await against((_heard, socket) => void socket.end(httpAnswer(200, {}, 'here')));
      const told = [['127.0.0.1'], ['127.0.0.2'], ['127.0.0.3']];
      let asked = 0;
      const web = open({ resolve: async () => told[asked++] ?? [] }).allowing([`inside.test:${side.port}`]);
      expect(await textOf(await web.fetch(`http://inside.test:${side.port}/`, asking()))).toBe('here');
      expect(asked).toBe(1);
      expect(side.heard[0]?.headers.get('host')).toBe(`inside.test:${side.port}`);
    });

    test('reaches what was allowed and nothing beside it', async () => {
      const side = await against((_heard, socket) => void socket.end(httpAnswer(200, {}, 'here')));
      const web = local.allowing([`Inside.test:${side.port}`]);
      expect(await textOf(await web.fetch(`http://inside.test.:${side.port}/x?y=1#z`, asking()))).toBe('here');
      expect(side.heard[0]?.path).toBe('/x?y=1');
      for (const url of [`http://127.0.0.1:${side.port}/`, `http://other.test:${side.port}/`, `http://inside.test:${side.port + 1}/`, 'http://inside.test/', 'https://inside.test/']) await expectFailure(web.fetch(url, asking()), 'blocked', false);
      await expectFailure(local.fetch(`http://inside.test:${side.port}/`, asking()), 'blocked', false);
      const more = web.allowing([`127.0.0.1:${side.port}`]);
      for (const host of ['127.0.0.1', '0x7f000001', 'inside.test']) expect((await more.fetch(`http://${host}:${side.port}/`, asking())).status).toBe(200);
      expect(side.connections()).toBe(4);
    });

    test('sends nothing where there is no name, no address, nobody who listens', async () => {
      const side = await startOtherSide(() => undefined);
      await side.close();
      await expectFailure(open({ resolve: () => Promise.reject(new Error('ENOTFOUND')) }).fetch('http://nowhere.test/', asking()), 'unreachable', false);
      await expectFailure(open({ resolve: async () => [] }).fetch('http://nowhere.test/', asking()), 'unreachable', false);
      await expectFailure(open({ resolve: () => new Promise(() => undefined) }).fetch('http://nowhere.test/', asking({ headTimeoutMs: 50 })), 'unreachable', false);
      await expectFailure(local.allowing([`127.0.0.1:${side.port}`]).fetch(side.url, asking()), 'unreachable', false);
    });

    test('takes no proxy from the environment', async () => {
      const side = await against((_heard, socket) => void socket.end(httpAnswer(200, {}, 'here')));
      const before = { ...process.env };
      Object.assign(process.env, { HTTP_PROXY: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9', ALL_PROXY: 'http://127.0.0.1:9', NODE_USE_ENV_PROXY: '1' });
      onTestFinished(() => { process.env = before; });
      expect(await textOf(await side.web.fetch(side.url, asking()))).toBe('here');
    });
  });

  describe(`safe fetch: ${name}: requests and answers`, () => {
    test('sends method, headers and body, and gives status, headers and body back', async () => {
      const side = await against((_heard, socket) => void socket.end(httpAnswer(418, { 'x-kept': 'yes', 'content-type': 'text/plain' }, '茶')));
      const answer = await side.web.fetch(`${side.url}/tea`, asking({ method: 'POST', headers: { Authorization: 'Bearer k', 'content-type': 'application/json', Host: 'evil.test', 'Content-Length': '1' }, body: '{"a":"茶"}' }));
      expect([answer.status, answer.headers.get('x-kept'), await textOf(answer)]).toEqual([418, 'yes', '茶']);
      expect(side.heard[0]).toMatchObject({ method: 'POST', path: '/tea', body: '{"a":"茶"}' });
      expect(side.heard[0]?.headers.get('host')).toBe(`127.0.0.1:${side.port}`);
      expect(side.heard[0]?.headers.get('authorization')).toBe('Bearer k');
    });

    test('sends a form as multipart', async () => {
      const side = await against((_heard, socket) => void socket.end(httpAnswer(200, {})));
      const form = new FormData();
      form.set('prompt', '一只猫');
      form.set('image', new Blob(['bytes'], { type: 'image/png' }), 'a.png');
      await (await side.web.fetch(side.url, asking({ method: 'POST', body: form }))).discard();
      expect(side.heard[0]?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
      expect(side.heard[0]?.body).toContain('一只猫');
    });

    test('decompresses, and gives pieces as they come', async () => {
      const side = await against(async (heard, socket) => {
        if (heard.path === '/gzip') return void socket.end(httpAnswer(200, { 'content-encoding': 'gzip' }, gzipSync('packed')));
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\none\r\n');
        await onceAsked;
        socket.end('3\r\ntwo\r\n0\r\n\r\n');
      });
      let ask = (): void => undefined;
      const onceAsked = new Promise<void>((resolve) => { ask = resolve; });
      expect(await textOf(await side.web.fetch(`${side.url}/gzip`, asking()))).toBe('packed');
      const pieces: string[] = [];
      for await (const piece of (await side.web.fetch(`${side.url}/slow`, asking())).body) {
        pieces.push(Buffer.from(piece).toString());
        ask();
      }
      expect(pieces.join('|')).toBe('one|two');
    });

    test('leaves the connection when a reader leaves, discards or never reads', async () => {
      const side = await against((_heard, socket) => void socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\none\r\n'));
      for await (const piece of (await side.web.fetch(side.url, asking())).body) {
        expect(piece.byteLength).toBe(3);
        break;
      }
      await side.left();
      await (await side.web.fetch(side.url, asking())).discard();
      await side.left();
      const stop = new AbortController();
      await side.web.fetch(side.url, asking({ signal: stop.signal }));
      stop.abort();
      await side.left();
    });
  });

  describe(`safe fetch: ${name}: redirects`, () => {
    test('are an answer unless they are to be followed', async () => {
      const side = await against((_heard, socket) => void socket.end(httpAnswer(302, { location: '/next' })));
      const answer = await side.web.fetch(side.url, asking());
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/next']);
    });

    test.each([[301, 'POST', 'GET'], [302, 'POST', 'GET'], [303, 'PUT', 'GET'], [307, 'POST', 'POST'], [308, 'PUT', 'PUT'], [301, 'PUT', 'PUT']] as const)('%i of %s goes on as %s', async (status, method, then) => {
      const side = await against((heard, socket) => void socket.end(heard.path === '/' ? httpAnswer(status, { location: '/next' }) : httpAnswer(200, {}, 'there')));
      expect(await textOf(await side.web.fetch(side.url, asking({ method, body: 'words', headers: { 'content-type': 'text/x-words', 'x-key': 'k' }, redirectsMax: 1 })))).toBe('there');
      expect(side.heard[1]).toMatchObject({ method: then, path: '/next', body: then === 'GET' ? '' : 'words' });
      expect(side.heard[1]?.headers.get('content-type')).toBe(then === 'GET' ? null : 'text/x-words');
      expect(side.heard[1]?.headers.get('x-key')).toBe('k');
    });

    test('carry no key to another origin', async () => {
      const other = await against((_heard, socket) => void socket.end(httpAnswer(200, {}, 'there')));
      const side = await against((_heard, socket) => void socket.end(httpAnswer(307, { location: `${other.url}/next` })));
      const web = side.web.allowing([`127.0.0.1:${other.port}`]);
      await (await web.fetch(side.url, asking({ headers: { Authorization: 'Bearer k', Cookie: 'a=b', 'x-goog-api-key': 'k', 'X-Date': 'now', Accept: 'image/png' }, redirectsMax: 3 }))).discard();
      expect([...(other.heard[0]?.headers.keys() ?? [])].filter((header) => !['accept', 'accept-encoding', 'connection', 'host', 'user-agent'].includes(header))).toEqual([]);
    });

    test('to a private address, another protocol or a name that leads inside are not followed', async () => {
      const inside = await against((_heard, socket) => void socket.end(httpAnswer(200, {}, 'secret')));
      for (const location of ['http://169.254.169.254/latest/', `http://127.0.0.1:${inside.port}/`, `//127.0.0.1:${inside.port}/`, 'file:///etc/passwd', 'http://a:b@example.test/', `http://rebound.test:${inside.port}/`]) {
        const side = await against((heard, socket) => void socket.end(heard.path === '/' ? httpAnswer(302, { location: '/second' }) : httpAnswer(302, { location })));
        await expectFailure(side.web.fetch(side.url, asking({ redirectsMax: 5 })), 'blocked', true);
      }
      expect(inside.connections()).toBe(0);
    });

    test('end after as many as were allowed', async () => {
      const side = await against((heard, socket) => void socket.end(httpAnswer(302, { location: `${heard.path}a` })));
      await expectFailure(side.web.fetch(side.url, asking({ redirectsMax: 3 })), 'too-many-redirects', true);
      expect(side.heard).toHaveLength(4);
    });
  });

  describe(`safe fetch: ${name}: answers that do harm`, () => {
    test('a body without an end is cut at its limit', async () => {
      const side = await against((_heard, socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        const more = (): void => { while (socket.writable && socket.write(Buffer.alloc(65_536))); };
        socket.on('drain', more);
        more();
      });
      await expectFailure((await side.web.fetch(side.url, asking())).bytes(), 'too-large', true);
      await side.left();
    });

    test('a body as large as allowed is taken, one byte more is not', async () => {
      const side = await against((heard, socket) => void socket.end(httpAnswer(200, {}, Buffer.alloc(Number(heard.path.slice(1))))));
      expect((await (await side.web.fetch(`${side.url}/1000`, asking({ bytesMax: 1000 }))).bytes()).byteLength).toBe(1000);
      await expectFailure((await side.web.fetch(`${side.url}/1001`, asking({ bytesMax: 1000 }))).bytes(), 'too-large', true);
    });

    test('few bytes that become many are not unpacked to their end', async () => {
      const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20));
      const side = await against((heard, socket) => void socket.end(heard.path === '/twice' ? httpAnswer(200, { 'content-encoding': 'gzip, gzip' }, gzipSync(bomb)) : httpAnswer(200, { 'content-encoding': 'gzip' }, bomb)));
      const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
      for (const path of ['/once', '/twice']) await expectFailure((await side.web.fetch(side.url + path, asking())).bytes(), 'too-large', true);
      expect(process.memoryUsage().arrayBuffers + process.memoryUsage().external - before).toBeLessThan(60 * 2 ** 20);
    });

    test('a head without an end is not kept', async () => {
      const side = await against((_heard, socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const more = (): void => { while (socket.writable && socket.write(`x-more: ${'a'.repeat(2000)}\r\n`)); };
        socket.on('drain', more);
        more();
      });
      await expectFailure(side.web.fetch(side.url, asking()), 'too-large', true);
      await side.left();
    });

    test.each([
      ['less than was announced', httpAnswer(200, { 'content-length': '10' }, 'four')],
      ['an open chunk', Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nfive')],
      ['no last chunk', Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nfour\r\n')],
      ['half of what was packed', httpAnswer(200, { 'content-encoding': 'gzip' }, gzipSync('four and more').subarray(0, 20))],
      ['what was never packed', httpAnswer(200, { 'content-encoding': 'gzip' }, 'four')],
    ])('%s is a broken answer', async (_case, bytes) => {
      const side = await against((_heard, socket) => void socket.end(bytes));
      await expectFailure(side.web.fetch(side.url, asking()).then((answer) => answer.bytes()), 'cut', true);
    });

    test('more than was announced is not taken for a part of it', async () => {
      const side = await against((_heard, socket) => void socket.end(httpAnswer(200, { 'content-length': '4' }, 'four HTTP/1.1 200 OK\r\n\r\n')));
      expect(await textOf(await side.web.fetch(side.url, asking()))).toBe('four');
    });

    test.each([['nothing', ''], ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'], ['half a head', 'HTTP/1.1 200 OK\r\ncontent-le']])('%s, and the end, is a lost answer', async (_case, bytes) => {
      const side = await against((_heard, socket) => void socket.end(bytes));
      await expectFailure(side.web.fetch(side.url, asking()), 'cut', true);
      expect(side.connections()).toBe(1);
    });

    test('an empty answer that calls itself packed is empty', async () => {
      const side = await against((_heard, socket) => void socket.end(httpAnswer(204, { 'content-encoding': 'gzip' })));
      expect((await (await side.web.fetch(side.url, asking())).bytes()).byteLength).toBe(0);
    });
  });

  describe(`safe fetch: ${name}: time and aborts`, () => {
    test('waits for the head so long and no longer, however it drips', async () => {
      const side = await against((heard, socket) => {
        if (heard.path === '/drip') drip(socket, 'HTTP/1.1 200 OK\r\nx-slow: 1\r\n\r\n');
      });
      await expectFailure(side.web.fetch(side.url, asking({ headTimeoutMs: 100 })), 'timeout', true);
      await expectFailure(side.web.fetch(`${side.url}/drip`, asking({ headTimeoutMs: 100 })), 'timeout', true);
      await side.left();
    });

    test('waits for the next piece so long and no longer; a slow reader takes his time', async () => {
      const side = await against((heard, socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\none');
        if (heard.path === '/whole') socket.end('two');
      });
      await expectFailure((await side.web.fetch(side.url, asking({ idleTimeoutMs: 100 }))).bytes(), 'idle', true);
      await side.left();
      let text = '';
      for await (const piece of (await side.web.fetch(`${side.url}/whole`, asking({ idleTimeoutMs: 60 }))).body) {
        text += Buffer.from(piece).toString();
        await new Promise((resolve) => { setTimeout(resolve, 150); });
      }
      expect(text).toBe('onetwo');
    });

    test('an abort ends it with its reason: before, at the name, at the head, in the body', async () => {
      const side = await against((heard, socket) => {
        if (heard.path === '/body') socket.write('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\none');
        stop.abort(reason);
      });
      const reason = new Error('enough');
      let stop = new AbortController();
      const named = open({ resolve: () => { stop.abort(reason); return new Promise(() => undefined); } });
      await expect(side.web.fetch(side.url, asking({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
      expect(side.connections()).toBe(0);
      await expect(named.fetch('http://name.test/', asking({ signal: stop.signal }))).rejects.toBe(reason);
      stop = new AbortController();
      await expect(side.web.fetch(`${side.url}/head`, asking({ signal: stop.signal }))).rejects.toBe(reason);
      stop = new AbortController();
      const answer = side.web.fetch(`${side.url}/body`, asking({ signal: stop.signal }));
      await expect(answer.then((incoming) => incoming.bytes())).rejects.toBe(reason);
      await side.left();
    });
  });
}

/** A byte now and then, until the other side goes away. */
function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.writable) socket.write(text[at++] ?? '');
    if (at >= text.length) clearInterval(timer);
  }, 20);
  socket.on('close', () => { clearInterval(timer); });
}

async function textOf(answer: Incoming): Promise<string> {
  return Buffer.from(await answer.bytes()).toString('utf8');
}

async function expectFailure(work: Promise<unknown>, kind: WebErrorKind, wasSent: boolean): Promise<void> {
  const error = await work.then(() => 'an answer', (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WebError);
  expect({ kind: (error as WebError).kind, wasSent: (error as WebError).wasSent }).toEqual({ kind, wasSent });
}

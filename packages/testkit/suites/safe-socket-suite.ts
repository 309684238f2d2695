import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { WebError, type SafeFetch, type WebErrorKind } from '../../../apps/server/src/ports/safe-fetch.ts';
import type { OpenSafeFetch } from './safe-fetch-suite.ts';

type Served = { web: SafeFetch; url: string; sockets: Set<WebSocket> };

/** What every way out must do with a WebSocket. */
export function safeSocketSuite(name: string, open: OpenSafeFetch): void {
  async function serve(talk: (socket: WebSocket, headers: Record<string, unknown>) => void): Promise<Served> {
    const server = createServer((_request, response) => void response.writeHead(403).end());
    const sockets = new WebSocketServer({ server, path: '/ws' });
    sockets.on('connection', (socket, request) => { talk(socket, request.headers); });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    return { web: open({ resolve: async () => ['127.0.0.1'] }).allowing([`inside.test:${port}`]), url: `ws://inside.test:${port}/ws`, sockets: sockets.clients };
  }
  const options = (more = {}): Parameters<SafeFetch['openSocket']>[1] => ({ signal: new AbortController().signal, openTimeoutMs: 5000, messageBytesMax: 100_000, ...more });

  describe(`safe fetch: ${name}: sockets`, () => {
    test('carry words and bytes both ways, from the first message on', async () => {
      const { web, url } = await serve((socket, headers) => {
        socket.send(`hello ${String(headers['x-key'])}`);
        socket.on('message', (data: Buffer, isBinary) => {
          socket.send(data, { binary: isBinary });
          if (isBinary) socket.close();
        });
      });
      const socket = await web.openSocket(url, options({ headers: { 'x-key': 'k' } }));
      socket.send('言葉');
      socket.send(new Uint8Array([1, 2]));
      const heard: unknown[] = [];
      for await (const message of socket.messages) heard.push(message);
      expect(heard).toEqual(['hello k', '言葉', new Uint8Array([1, 2])]);
      expect(() => { socket.send('late'); }).toThrow(WebError);
    });

    test('end with an error when they break, with another when a message is too large', async () => {
      const broken = await serve((socket) => { socket.send('one', () => { socket.terminate(); }); });
      const heard: unknown[] = [];
      await expectFailure((async () => { for await (const message of (await broken.web.openSocket(broken.url, options())).messages) heard.push(message); })(), 'cut');
      expect(heard).toEqual(['one']);
      const large = await serve((socket) => { socket.send('a'.repeat(100_001)); });
      await expectFailure((await large.web.openSocket(large.url, options())).messages[Symbol.asyncIterator]().next(), 'too-large');
    });

    test('make the other side wait for a slow reader, and lose nothing', async () => {
      let unsent = 0;
      const { web, url, sockets } = await serve((socket) => {
        for (let at = 0; at < 400; at += 1) socket.send(String(at).padEnd(100_000, '.'));
        socket.close();
      });
      const socket = await web.openSocket(url, options());
      await expect.poll(() => { const before = unsent; unsent = [...sockets][0]?.bufferedAmount ?? 0; return unsent > 0 && unsent === before; }).toBe(true);
      let count = 0;
      for await (const message of socket.messages) expect((message as string).startsWith(`${count++}.`)).toBe(true);
      expect(count).toBe(400);
    });

    test('do not open where they are refused, where nobody answers, or inside', async () => {
      const { web, url } = await serve(() => undefined);
      await expectFailure(web.openSocket(url.replace('/ws', '/other'), options()), 'unreachable');
      await expectFailure(web.openSocket(url.replace('inside.test', '127.0.0.1'), options()), 'blocked');
      await expectFailure(web.openSocket('ws://rebound.test/', options()), 'blocked');
      await expectFailure(web.openSocket(url.replace('ws:', 'http:'), options()), 'blocked');
      const mute = open({ resolve: () => new Promise(() => undefined) });
      await expectFailure(mute.openSocket('wss://mute.test/', options({ openTimeoutMs: 50 })), 'unreachable');
    });

    test('end with the reason of an abort, opening or open; and close when they are left', async () => {
      const { web, url, sockets } = await serve((socket) => { socket.send('one'); });
      const reason = new Error('enough');
      await expect(web.openSocket(url, options({ signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
      const stop = new AbortController();
      const socket = await web.openSocket(url, options({ signal: stop.signal }));
      const read = (async () => { for await (const message of socket.messages) expect(message).toBe('one'); })();
      stop.abort(reason);
      await expect(read).rejects.toBe(reason);
      for await (const message of (await web.openSocket(url, options())).messages) {
        expect(message).toBe('one');
        break;
      }
      await expect.poll(() => sockets.size).toBe(0);
    });
  });
}

async function expectFailure(work: Promise<unknown>, kind: WebErrorKind): Promise<void> {
  const error = await work.then(() => 'no failure', (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WebError);
  expect((error as WebError).kind).toBe(kind);
}

import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { startOtherSide } from '@komawari/testkit/suites/other-side';
import { safeFetchSuite } from '@komawari/testkit/suites/safe-fetch-suite';
import { safeSocketSuite } from '@komawari/testkit/suites/safe-socket-suite';
import { expect, onTestFinished, test } from 'vitest';
import { certificateFor } from './testing/certificate.ts';
import { safeFetch, type SafeFetchOptions } from './safe-fetch.ts';

safeFetchSuite('undici', (options) => safeFetch(options));
safeSocketSuite('ws', (options) => safeFetch(options));

const asking = { signal: new AbortController().signal, headTimeoutMs: 5000, idleTimeoutMs: 5000, bytesMax: 1000 };

async function overTls(options: SafeFetchOptions & { name: string }): Promise<unknown> {
  const { key, certificate } = await certificateFor('inside.test');
  let requests = 0;
  const server = createServer({ key, cert: certificate }, (_request, response) => {
    requests += 1;
    response.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  const { port } = server.address() as AddressInfo;
  const web = safeFetch({ resolve: async () => ['127.0.0.1'], tls: options.tls ?? { ca: certificate } }).allowing([`${options.name}:${port}`]);
  const answer = await web.fetch(`https://${options.name}:${port}/`, asking).then(async (incoming) => Buffer.from(await incoming.bytes()).toString(), (error: unknown) => error);
  return { answer, requests };
}

test('a certificate is checked against the name, not against the address that was connected to', async () => {
  expect(await overTls({ name: 'inside.test' })).toEqual({ answer: 'here', requests: 1 });
  expect(await overTls({ name: 'other.test' })).toMatchObject({ answer: { kind: 'unreachable', wasSent: false }, requests: 0 });
});

test('a certificate of nobody is refused before anything is sent, whatever the environment says', async () => {
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  onTestFinished(() => { delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']; });
  expect(await overTls({ name: 'inside.test', tls: {} })).toMatchObject({ answer: { kind: 'unreachable', wasSent: false }, requests: 0 });
});

test('a handshake that never ends is over in time or by an abort, and nothing was sent', async () => {
  const side = await startOtherSide(() => undefined);
  onTestFinished(() => side.close());
  const web = safeFetch({ resolve: async () => ['127.0.0.1'] }).allowing([`inside.test:${side.port}`]);
  await expect(web.fetch(`https://inside.test:${side.port}/`, { ...asking, headTimeoutMs: 100 })).rejects.toMatchObject({ kind: 'unreachable', wasSent: false });
  await side.left();
  const stop = new AbortController();
  const asked = web.fetch(`https://inside.test:${side.port}/`, { ...asking, signal: stop.signal }).catch((error: unknown) => error);
  await expect.poll(() => side.connections()).toBe(2);
  stop.abort('enough');
  expect(await asked).toBe('enough');
  await side.left();
  await expect(web.openSocket(`wss://inside.test:${side.port}/`, { signal: asking.signal, openTimeoutMs: 100, messageBytesMax: 100 })).rejects.toMatchObject({ kind: 'unreachable', wasSent: false });
  await side.left();
});

test('what is allowed has to be a host and a port', () => {
  for (const host of ['', ':', 'http://', 'a b:1', '[::1', 'host:99999']) expect(() => safeFetch().allowing([host])).toThrow(TypeError);
});

test('a header that cannot be written is a defect of ours, and says nothing of its value', async () => {
  const web = safeFetch({ resolve: async () => ['127.0.0.1'] }).allowing(['inside.test:80']);
  const failure = await web.fetch('http://inside.test/', { ...asking, headers: { authorization: 'Bearer secret\r\nx-more: 1' } }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(TypeError);
  expect(String(failure)).not.toContain('secret');
});

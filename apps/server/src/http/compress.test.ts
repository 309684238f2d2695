import { ALL_ROUTES } from '@komawari/contract';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '../kernel/ctx.ts';
import { codingOf, sendCompressed } from './compress.ts';

const TEXT = JSON.stringify({ lines: Array.from({ length: 400 }, (_, i) => `Rain fell on the old town. 雨 ${i}`) });
const server = Fastify();
server.decorateRequest('ctx');
server.addHook('onRequest', async (asked) => { asked.ctx = { isLocal: asked.headers['x-here'] !== undefined } as Ctx; });
const answer = async (_request: unknown, reply: Parameters<typeof sendCompressed>[0]) => sendCompressed(reply.type('application/json; charset=utf-8'), TEXT);
server.get('/large', answer);
server.post('/large', answer);
server.get('/small', async (_request, reply) => sendCompressed(reply, '{"token":"x"}'));
let port = 0;
beforeAll(async () => {
  await server.listen({ host: '127.0.0.1', port: 0 });
  port = (server.server.address() as { port: number }).port;
});
afterAll(() => server.close());

type Got = { headers: NodeJS.Dict<string | string[]>; bytes: Buffer };
const ask = (method: string, path: string, headers: Record<string, string>) => new Promise<Got>((resolve, reject) => {
  request({ port, host: '127.0.0.1', method, path, headers }, (reply) => {
    const parts: Buffer[] = [];
    reply.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ headers: reply.headers, bytes: Buffer.concat(parts) }));
  }).on('error', reject).end();
});

test('large answers come as small as the client takes them', async () => {
  for (const [accepted, coding, unpack] of [['gzip, deflate, br, zstd', 'br', brotliDecompressSync], ['gzip', 'gzip', gunzipSync]] as const) {
    const { headers, bytes } = await ask('GET', '/large', { 'accept-encoding': accepted });
    expect(headers).toMatchObject({ 'content-encoding': coding, vary: 'accept-encoding', 'content-length': String(bytes.length), 'content-type': 'application/json; charset=utf-8' });
    expect(bytes.length).toBeLessThan(Buffer.byteLength(TEXT) / 4);
    expect(unpack(bytes).toString('utf8')).toBe(TEXT);
  }
});

test('who takes none, who sits here, what is small and what answers a POST comes as it is', async () => {
  for (const [method, path, headers] of [['GET', '/large', {}], ['GET', '/large', { 'accept-encoding': 'br;q=0, identity' }], ['GET', '/large', { 'accept-encoding': 'br', 'x-here': '1' }], ['GET', '/small', { 'accept-encoding': 'br' }], ['POST', '/large', { 'accept-encoding': 'br' }]] as [string, string, Record<string, string>][]) {
    const got = await ask(method, path, headers);
    expect(got.headers['content-encoding']).toBeUndefined();
    expect(got.bytes.toString('utf8')).toBe(path === '/large' ? TEXT : '{"token":"x"}');
    expect(got.headers['vary']).toBe(path === '/large' && method === 'GET' ? 'accept-encoding' : undefined);
  }
});

test.each([[undefined, undefined], ['', undefined], ['*', 'br'], ['gzip;q=1.0, br;q=0.5', 'gzip'], ['br;q=0, *', 'gzip'], ['GZIP', 'gzip'], ['identity', undefined], ['br;q=x', undefined]])('of "%s" it takes %s', (accepted, coding) => {
  expect(codingOf(accepted)).toBe(coding);
});

test('no answer to a GET gives out a secret but the link of a comic, which is small; other addresses open nothing by themselves', () => {
  const giving = ALL_ROUTES.filter((route) => route.method === 'GET' && route.response && /^(token|secret|password|apiKey|url|uri|codes)$/m.test(namesOf(route.response.toJSONSchema({ io: 'output', unrepresentable: 'any' })).join('\n')));
  // The pictures of the studio have addresses that need their owner's session; a provider's has no name or password in it.
  expect(giving.map((route) => route.id)).toEqual(['comics.share-of', 'studio.generation', 'studio.pictures', 'studio.picture', 'studio.grid', 'studio.providers', 'studio.queue']);
});

function namesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, inner]) => [...(key === 'properties' ? Object.keys(inner as object) : []), ...namesOf(inner)]);
}

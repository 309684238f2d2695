import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { demandAccess } from './server.ts';
import { mountWebApp } from './web-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'koma-assets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('files with a hash are served for ever by one route, also those built after the start, and nothing beside them', async () => {
  mkdirSync(join(folder, 'assets/choices-abc/pose'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Komawari</title>');
  writeFileSync(join(folder, 'assets/choices-abc/pose/run.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const server = Fastify();
  demandAccess(server);
  await mountWebApp(server, folder);
  writeFileSync(join(folder, 'assets/late-abc.js'), 'export {}');
  expect((await server.inject('/assets/late-abc.js')).statusCode).toBe(200);
  const found = await server.inject('/assets/choices-abc/pose/run.svg');
  expect(found.statusCode).toBe(200);
  expect(found.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' });
  for (const path of ['/assets/choices-abc/pose/none.svg', '/assets/choices-abc', '/assets/', '/assets//etc/passwd', '/assets/choices-abc/..%2f..%2f/index.html', '/assets/choices-abc/pose/..%2f..%2f..%2findex.html']) expect((await server.inject(path)).statusCode, path).toBeGreaterThanOrEqual(400);
  await server.close();
});

test('a script goes out packed to who can unpack it, and as it is to others', async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Komawari</title>');
  for (const [ending, text] of [['', 'plain'], ['.br', 'brotli'], ['.gz', 'gzip']]) writeFileSync(join(folder, `assets/part-abc.js${ending}`), text!);
  const server = Fastify();
  demandAccess(server);
  await mountWebApp(server, folder);
  const ask = async (accepted?: string) => server.inject({ url: '/assets/part-abc.js', headers: accepted === undefined ? {} : { 'accept-encoding': accepted } });
  for (const [accepted, text, encoding] of [['gzip, deflate, br', 'brotli', 'br'], ['gzip, deflate', 'gzip', 'gzip'], [undefined, 'plain', undefined]] as const) {
    const answer = await ask(accepted);
    expect(answer.body).toBe(text);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/javascript; charset=utf-8', vary: 'accept-encoding', 'cache-control': 'public, max-age=31536000, immutable' });
  }
  await server.close();
});

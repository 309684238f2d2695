import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { demandAccess } from './server.ts';
import { mountWebApp } from './web-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'koma-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('pictures of choices are served for ever by one route, and nothing beside them', async () => {
  mkdirSync(join(folder, 'assets/choices-abc/pose'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Komawari</title>');
  writeFileSync(join(folder, 'assets/choices-abc/pose/run.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const server = Fastify();
  demandAccess(server);
  await mountWebApp(server, folder);
  const found = await server.inject('/assets/choices-abc/pose/run.svg');
  expect(found.statusCode).toBe(200);
  expect(found.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' });
  for (const path of ['/assets/choices-abc/pose/none.svg', '/assets/choices-abc/..%2f..%2f/index.html', '/assets/choices-abc/pose/..%2f..%2f..%2findex.html']) expect((await server.inject(path)).statusCode).toBeGreaterThanOrEqual(400);
  await server.close();
});

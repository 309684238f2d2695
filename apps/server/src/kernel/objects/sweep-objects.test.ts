import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { countUnnamedObjects, sweepObjects } from './sweep-objects.ts';

let server: BootedServer;
let author: Account;
const booted: BootedServer[] = [];
beforeEach(async () => {
  server = await bootServer({ hasWorker: true });
  booted.push(server);
  author = await server.account('user');
}, 60_000);
afterAll(() => Promise.all(booted.map((one) => one.close())));

const sweep = () => sweepObjects(server.app, new AbortController().signal, 10);
const root = () => join(server.app.config.dataDir, 'objects');
const files = () => readdirSync(root(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const keys = () => files().map(({ name }) => name);
const pages = async (id: string) => ((await server.call('GET', `/api/v1/comics/${id}`, { headers: author.headers })).body as { state: string; pages: { picture: string }[] });

function makeOld(): void {
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const { parentPath, name } of files()) utimesSync(join(parentPath, name), twoDaysAgo, twoDaysAgo);
}

async function makeComic(title: string): Promise<string> {
  const { id } = (await server.call('POST', '/api/v1/comics', { headers: author.headers, body: { text: Array.from({ length: 8 }, (_, n) => `${title} ${n}`).join('\n'), options: { title } } })).body as { id: string };
  await eventually('the comic is made', async () => (await pages(id)).state === 'done', 60_000);
  return id;
}

async function removeForGood(id: string): Promise<void> {
  for (const where of ['trash', 'gone']) expect((await server.call('DELETE', `/api/v1/comics/${id}?forGood=true`, { headers: author.headers })).body).toEqual({ where });
}

async function storeUnnamed(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await server.app.ports.objects.put(new TextEncoder().encode(`nobody's ${n}`));
}

async function makeDue(): Promise<void> {
  await server.app.client.db.updateTable('object_sweep').set({ ended_at: null, after_key: null }).execute();
}

test('what a deleted comic leaves goes after a day; what another comic names stays', async () => {
  const [kept, gone] = [await makeComic('Kept'), await makeComic('Gone')];
  const before = keys().length;
  await removeForGood(gone);
  expect(await sweep(), 'nothing is a day old').toBe(0);
  makeOld();
  await makeDue();
  const unnamed = await countUnnamedObjects(server.app);
  expect(unnamed.count).toBeGreaterThan(8);
  expect(unnamed.sizeBytes).toBeGreaterThan(0);
  expect(await sweep()).toBe(unnamed.count);
  expect(keys()).toHaveLength(before - unnamed.count);
  for (const { picture } of (await pages(kept)).pages) expect((await server.call('GET', picture, { headers: author.headers })).status).toBe(200);
  expect(await countUnnamedObjects(server.app)).toEqual({ count: 0, sizeBytes: 0 });
});

test('a comic in the trash keeps its objects', async () => {
  const id = await makeComic('Trashed');
  await server.call('DELETE', `/api/v1/comics/${id}`, { headers: author.headers });
  makeOld();
  expect(await sweep()).toBe(0);
});

test('it runs once a day, and an object that was stored again is new', async () => {
  await storeUnnamed(3);
  makeOld();
  await storeUnnamed(1);
  expect(await sweep()).toBe(2);
  makeOld();
  expect(await sweep(), 'done for today').toBe(0);
  await makeDue();
  expect(await sweep()).toBe(1);
});

test('killed in the middle it goes on, and takes nothing that is named', async () => {
  const id = await makeComic('Survivor');
  const named = keys();
  await storeUnnamed(400);
  makeOld();
  const program = fileURLToPath(new URL('./testing/run-sweep.ts', import.meta.url));
  let killedWithLeft = 0;
  for (const goal of [350, 250, 120]) {
    const child = spawn(process.execPath, [program, JSON.stringify(server.app.config)], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    await eventually('some are gone', () => keys().length < named.length + goal, 60_000);
    child.kill('SIGKILL');
    await ended;
    killedWithLeft += keys().length > named.length ? 1 : 0;
  }
  expect(killedWithLeft, 'kills before the end').toBeGreaterThan(0);
  await eventually('the rest is swept', async () => {
    await sweep();
    return keys().length === named.length;
  }, 30_000);
  expect(keys().sort()).toEqual([...named].sort());
  for (const { picture } of (await pages(id)).pages) expect((await server.call('GET', picture, { headers: author.headers })).status).toBe(200);
});

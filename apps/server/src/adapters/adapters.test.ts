import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneTestDatabase, heldClock, stopOwnTestServer, type TestDatabase } from '@komawari/testkit';
import { cacheSuite } from '@komawari/testkit/suites/cache-suite';
import { objectStoreSuite } from '@komawari/testkit/suites/object-store-suite';
import { signalSuite } from '@komawari/testkit/suites/signal-suite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClient, type Client } from '../db/client.ts';
import { memoryCache } from './cache/memory/memory-cache.ts';
import { systemClock } from './clock/system/system-clock.ts';
import { sortableIds } from './ids/sortable/sortable-ids.ts';
import { consoleMailer } from './mailer/console/console-mailer.ts';
import { diskObjectStore } from './objects/disk/disk-object-store.ts';
import { PIXELS_MAX, rasteriseTools } from './rasterise/rasterise-tools.ts';
import { postgresSignal } from './signal/postgres/postgres-signal.ts';

const folder = mkdtempSync(join(tmpdir(), 'koma-adapters-'));
let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await cloneTestDatabase();
  client = openClient({ connectionString: database.url, max: 4, name: 'test', onError: () => undefined });
}, 60_000);
afterAll(async () => {
  await client.close();
  await database.drop();
  await stopOwnTestServer();
  rmSync(folder, { recursive: true });
});

objectStoreSuite('disk', async () => diskObjectStore(mkdtempSync(join(folder, 'objects-'))));
cacheSuite('memory', (clock) => memoryCache<string>({ clock, ttlMs: 1000, entriesMax: 3 }));
signalSuite('postgres', {
  open: () => postgresSignal({ connectionString: database.url, pool: client.pool, onError: () => undefined }),
  breakOff: async () => { await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'koma-signal' and datname = current_database()`.execute(client.db); },
});

test('the disk store leaves nothing half written behind', async () => {
  const root = mkdtempSync(join(folder, 'objects-'));
  await diskObjectStore(root).put(new Uint8Array([1, 2, 3]));
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map((file) => /^[0-9a-f]{64}$/.test(file.name))).toEqual([true]);
});

test('ids sort by time and fit the contract', () => {
  const clock = heldClock();
  const ids = sortableIds(clock);
  const made = Array.from({ length: 50 }, () => { clock.advance(1); return ids.next('comic'); });
  expect([...made].sort()).toEqual(made);
  expect(made.every((id) => /^comic_[0-9a-z]{26}$/.test(id))).toBe(true);
  expect(ids.secret(32)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(Math.abs(systemClock().now().getTime() - Date.now())).toBeLessThan(1000);
});

test('the console mailer shows the whole letter', async () => {
  const shown: string[] = [];
  await consoleMailer((text) => shown.push(text)).send({ to: 'a@b.co', subject: 'Hi', text: 'There', html: '' });
  expect(shown.join('')).toBe('To: a@b.co\nSubject: Hi\n\nThere\n');
});

describe('rasterising', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="10" height="10" fill="#f00"/></svg>';

  test('gives grey or colour pixels of the width asked for', async () => {
    const grey = await rasteriseTools.rasterise(svg, { width: 40, isColour: false });
    expect(grey).toMatchObject({ width: 40, height: 20, channels: 1 });
    expect(grey.data).toHaveLength(800);
    expect(grey.data[39], 'white where nothing is drawn').toBe(255);
    const colour = await rasteriseTools.rasterise(svg, { width: 40, isColour: true });
    expect([...colour.data.subarray(0, 3)]).toEqual([255, 0, 0]);
    expect(colour.data).toHaveLength(2400);
  });

  test('encodes PNG and JPEG', async () => {
    const raster = await rasteriseTools.rasterise(svg, { width: 40, isColour: false });
    expect(Buffer.from(await rasteriseTools.encodePng(raster)).subarray(1, 4).toString()).toBe('PNG');
    expect([...(await rasteriseTools.encodeJpeg(raster, 80)).subarray(0, 2)]).toEqual([0xff, 0xd8]);
  });

  test('refuses more pixels than allowed before drawing them', async () => {
    await expect(rasteriseTools.rasterise(svg, { width: Math.ceil(Math.sqrt(PIXELS_MAX * 2)) + 10, isColour: false })).rejects.toThrow(RangeError);
    await expect(rasteriseTools.rasterise('<svg', { width: 10, isColour: false })).rejects.toThrow();
  });
});

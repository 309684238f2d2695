import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, removeFolder } from '../supervisor/testing/instances.ts';
import { checkServer } from './check-server.ts';
import { cloneTemplate } from './clone-template.ts';
import { clusterHome } from './cluster-home.ts';
import { ensurePostgres } from './ensure-postgres.ts';
import { processesIn } from './leftovers.ts';
import { choosePostgresUser } from './postgres-user.ts';

const folder = makeFolder();
const templateDir = join(folder, 'template');

beforeAll(async () => {
  const postgres = await ensurePostgres({ dataDir: templateDir, isThrowaway: true });
  await query(postgres.connectionString, 'create table kept (word text); ');
  await query(postgres.connectionString, `insert into kept values ('漫画')`);
  await postgres.stop();
});
afterAll(() => removeFolder(folder));

async function query(connectionString: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

function clone(name: string): string {
  const dataDir = join(folder, name);
  cloneTemplate({ templateDir, dataDir });
  return dataDir;
}

test('keeps its data and gives the program a role that is no superuser', async () => {
  const postgres = await ensurePostgres({ dataDir: clone('a'), isThrowaway: true });
  const [row] = await query(postgres.connectionString, `select word, current_user, current_setting('is_superuser') as super, current_setting('listen_addresses') as tcp from kept`);
  expect(row).toEqual({ word: '漫画', current_user: 'komawari', super: 'off', tcp: '' });
  expect(await query(postgres.adminConnectionString, `select current_setting('is_superuser') as super`)).toEqual([{ super: 'on' }]);
  await checkServer(postgres.connectionString);
  await postgres.stop();
  await postgres.stop();
});

test('finds Chinese by trigrams', async () => {
  const postgres = await ensurePostgres({ dataDir: clone('b'), isThrowaway: true });
  const [row] = await query(postgres.connectionString, `create extension pg_trgm; select 1 as one`).then(() =>
    query(postgres.connectionString, `select array_length(show_trgm('漫画家'), 1) as count, lower('ÄÉ') as lower`),
  );
  expect(row).toEqual({ count: 4, lower: 'äé' });
  await postgres.stop();
});

test('starts again after kill -9 of its main process while a backend is busy', async () => {
  const dataDir = clone('c');
  const cluster = clusterHome(dataDir, choosePostgresUser());
  const first = await ensurePostgres({ dataDir, isThrowaway: true });
  const busy = query(first.connectionString, 'select count(*) from generate_series(1, 1000000000)').catch(() => 'cut off');
  await expect.poll(() => query(first.connectionString, `select count(*)::int as n from pg_stat_activity where query like '%generate_series%' and state = 'active' and pid <> pg_backend_pid()`)).toEqual([{ n: 1 }]);
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  await first.stop();
  const startedAt = performance.now();
  const second = await ensurePostgres({ dataDir, isThrowaway: true });
  expect(performance.now() - startedAt).toBeLessThan(8_000);
  expect(await busy).toBe('cut off');
  expect(await query(second.connectionString, 'select word from kept')).toEqual([{ word: '漫画' }]);
  await second.stop();
  if (process.platform === 'linux') expect(processesIn(cluster.dataPath)).toEqual([]);
});

test('does not stumble over the pid file of a machine that was switched off', async () => {
  const dataDir = clone('d');
  const { dataPath } = clusterHome(dataDir, choosePostgresUser());
  // Our own number: a process that lives and has nothing to do with it.
  writeFileSync(join(dataPath, 'postmaster.pid'), `${process.pid}\n${dataPath}\n`);
  const postgres = await ensurePostgres({ dataDir, isThrowaway: true });
  await postgres.stop();
});

test('refuses a folder of another PostgreSQL, and a folder in use', async () => {
  const dataDir = clone('e');
  const { dataPath } = clusterHome(dataDir, choosePostgresUser());
  const version = readFileSync(join(dataPath, 'PG_VERSION'));
  writeFileSync(join(dataPath, 'PG_VERSION'), '17\n');
  await expect(ensurePostgres({ dataDir })).rejects.toThrow(/belongs to PostgreSQL 17.*brings PostgreSQL 18/);
  writeFileSync(join(dataPath, 'PG_VERSION'), version);
  const postgres = await ensurePostgres({ dataDir, isThrowaway: true });
  await expect(ensurePostgres({ dataDir })).rejects.toThrow(/Another instance/);
  expect(() => cloneTemplate({ templateDir: dataDir, dataDir: join(folder, 'never') })).toThrow(/running/);
  await postgres.stop();
});

test.runIf(process.getuid?.() === 0)('keeps its files elsewhere when its user cannot reach the data folder', async () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  chmodSync(closed, 0o700);
  const dataDir = join(closed, 'data');
  mkdirSync(dataDir);
  const { home } = clusterHome(dataDir, choosePostgresUser());
  const postgres = await ensurePostgres({ dataDir, isThrowaway: true });
  expect(await query(postgres.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  await postgres.stop();
  expect(home).toMatch(/^\/var\/lib\/komawari-postgres\//);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  removeFolder(home);
});

test('a path too long for a socket does not matter', async () => {
  const postgres = await ensurePostgres({ dataDir: clone('long-'.repeat(25)), isThrowaway: true });
  expect(await query(postgres.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  await postgres.stop();
});

test('a server older than 15 is refused', async () => {
  const postgres = await ensurePostgres({ dataDir: clone('old'), isThrowaway: true });
  // A function of the same name, found first, gives the answer that an old server would give.
  await query(postgres.connectionString, `create schema past; create function past.current_setting(text) returns text language sql as $$ select case $1 when 'server_version_num' then '140011' else '14.11' end $$`);
  await expect(checkServer(`${postgres.connectionString}&options=${encodeURIComponent('-c search_path=past,pg_catalog')}`)).rejects.toThrow('The database runs PostgreSQL 14.11; Komawari needs 15 or newer.');
  await postgres.stop();
});

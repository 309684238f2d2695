import { cloneTestDatabase, stopOwnTestServer, type TestDatabase } from '@komawari/testkit';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { schemaStamp } from '../db/schema-stamp.ts';
import { isPrepared, prepareDatabase } from './prepare-database.ts';

let database: TestDatabase;
beforeEach(async () => { database = await cloneTestDatabase(); }, 60_000);
afterEach(async () => {
  await database.drop();
  await stopOwnTestServer();
});

async function query(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

test('the stamp names the last migration and the job runner', () => {
  expect(schemaStamp()).toMatch(/^\d{4}-[a-z-]+ graphile-worker \d+\.\d+\.\d+/);
});

test('a database that was brought up to date is known again', async () => {
  expect(await isPrepared({ databaseUrl: database.url })).toBe(true);
});

test.each([
  ['was never prepared', 'drop table prepared'], ['was prepared by another version', `update prepared set stamp = '0001-kernel graphile-worker 0.1.0'`], ['has a migration after its stamp', `insert into kysely_migration values ('9999-from-the-future', '2031-01-01')`],
])('a database that %s is not', async (_name, statement) => {
  await query(statement);
  expect(await isPrepared({ databaseUrl: database.url })).toBe(false);
});

test('one with an old stamp is prepared, and then known', async () => {
  await query(`update prepared set stamp = 'old'`);
  await prepareDatabase({ databaseUrl: database.url });
  expect(await isPrepared({ databaseUrl: database.url })).toBe(true);
});

import { cloneTestDatabase, stopOwnTestServer, type TestDatabase } from '@komawari/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseTooNewError, migrate } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => { database = await cloneTestDatabase(); }, 60_000);
afterAll(async () => {
  await database.drop();
  await stopOwnTestServer();
});

async function query(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

test('does nothing to a database that is up to date, also from two processes at once', async () => {
  await Promise.all([migrate(database.url), migrate(database.url)]);
});

test('refuses a database written by a newer version with one clear sentence', async () => {
  await query(`insert into kysely_migration values ('9999-from-the-future', '2031-01-01')`);
  await expect(migrate(database.url)).rejects.toThrow(DatabaseTooNewError);
  await expect(migrate(database.url)).rejects.toThrow('9999-from-the-future');
});

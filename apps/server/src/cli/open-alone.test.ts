import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { makeFolder, removeFolder } from '../supervisor/testing/instances.ts';
import { openAlone } from './open-alone.ts';

test('a command opens a migrated database by itself, and the next one waits for it', async () => {
  const dir = makeFolder();
  const env = { KOMA_DATA: join(dir, 'data') };
  const first = await openAlone(env);
  const second = openAlone(env);
  const client = new pg.Client({ connectionString: first.config.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from kysely_migration');
  await client.end();
  expect(rows[0]?.count).toBeGreaterThan(0);
  expect(first.config).toMatchObject({ role: 'cli', isDatabaseOurs: true });
  await first.close();
  const opened = await second;
  await opened.close();
  removeFolder(dir);
});

test('gives the folder back when the database does not answer', async () => {
  const dir = makeFolder();
  const env = { KOMA_DATA: dir, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
  await expect(openAlone(env)).rejects.toThrow(/does not answer/);
  await expect(openAlone(env)).rejects.toThrow(/does not answer/);
  removeFolder(dir);
});

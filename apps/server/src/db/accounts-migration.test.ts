import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { cloneTestDatabase, stopOwnTestServer, type TestDatabase } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardPool } from './client.ts';
import { up as makeBefore } from './migrations/0002-accounts.ts';
import { up } from './migrations/0006-accounts.ts';

let database: TestDatabase;
let db: Kysely<unknown>;

beforeAll(async () => {
  database = await cloneTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 2, options: '-c search_path=before' });
  guardPool(pool, () => undefined);
  db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  await sql`create schema before`.execute(db);
}, 60_000);
afterAll(async () => {
  await db.destroy();
  await database.drop();
  await stopOwnTestServer();
});

test('who was signed in stays so, with a token that is no longer readable, and passwords go on working', async () => {
  await makeBefore(db);
  await sql`insert into "user" ("id", "name", "email", "emailVerified", "updatedAt", "role") values ('u1', 'Hana', 'hana@example.test', true, now(), 'owner'), ('u2', 'Ren', 'ren@example.test', false, now(), 'user')`.execute(db);
  await sql`insert into "account" ("id", "accountId", "providerId", "userId", "password", "updatedAt") values ('a1', 'u1', 'credential', 'u1', '$argon2id$kept', now())`.execute(db);
  await sql`insert into "session" ("id", "expiresAt", "token", "updatedAt", "ipAddress", "userAgent", "userId") values ('s1', now() + interval '9 days', 'a-readable-token', now(), '192.0.2.1', 'Firefox', 'u1')`.execute(db);
  await up(db);
  const { rows: users } = await sql<object>`select id, state, role, password_hash, is_email_verified, theme from "user" order by id`.execute(db);
  expect(users).toEqual([
    { id: 'u1', state: 'active', role: 'owner', password_hash: '$argon2id$kept', is_email_verified: true, theme: 'system' },
    { id: 'u2', state: 'active', role: 'user', password_hash: null, is_email_verified: false, theme: 'system' },
  ]);
  const { rows: sessions } = await sql<{ id: string; token_hash: string }>`select * from session`.execute(db);
  expect(sessions).toHaveLength(1);
  expect(sessions[0]).toMatchObject({ user_id: 'u1', token_hash: createHash('sha256').update('a-readable-token').digest('hex'), address: '192.0.2.1', previous_hash: null });
  expect(sessions[0]?.id).toMatch(/^session_[0-9a-z]{26}$/);
  expect(JSON.stringify(sessions)).not.toContain('a-readable-token');
});

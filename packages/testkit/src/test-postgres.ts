import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../../apps/server/src/db/migrate.ts';
import { ensurePostgres } from '../../../apps/server/src/postgres/ensure-postgres.ts';

/** Servers whose role may create databases, one for each lane, with spaces between; set by `global-setup.ts`, or by hand to use a server of one's own. */
export const SERVER_VARIABLE = 'KOMA_TEST_DATABASE_URL';
const TEMPLATE = 'koma_test_template';

export type TestServer = { adminUrl: string; stop(): Promise<void> };
export type TestDatabase = { url: string; drop(): Promise<void> };

/** Starts a real PostgreSQL that forgets everything, with a migrated template to clone from. */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'koma-test-'));
  const server = await ensurePostgres({ dataDir: folder, isThrowaway: true });
  await makeTemplate(server.adminConnectionString);
  return {
    adminUrl: server.adminConnectionString,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(adminUrl: string): Promise<void> {
  await run(adminUrl, `create database ${TEMPLATE}`).catch((error: unknown) => { if (!/already exists/.test(String(error))) throw error; });
  await migrate(withDatabase(adminUrl, TEMPLATE));
}

let own: Promise<TestServer> | undefined;

/** A fresh database, cloned from the migrated template (about 30 ms). Starts a server when none was set up. */
export async function cloneTestDatabase(): Promise<TestDatabase> {
  const adminUrl = serverOfLane() ?? (await (own ??= startTestServer())).adminUrl;
  const name = `koma_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await clone(adminUrl, name);
  return { url: withDatabase(adminUrl, name), drop: () => run(adminUrl, `drop database if exists ${name} with (force)`) };
}

function serverOfLane(): string | undefined {
  const servers = process.env[SERVER_VARIABLE]?.split(' ');
  return servers?.[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % servers.length];
}

/** A template that somebody is copying from can not be copied: wait and try again. */
async function clone(adminUrl: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(adminUrl, `create database ${name} template ${TEMPLATE}`);
    } catch (error) {
      if (/does not exist/.test(String(error))) await makeTemplate(adminUrl);
      else if (attempt > 50 || !/being accessed by other users/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Ends the server that this file started for itself, if it did. */
export async function stopOwnTestServer(): Promise<void> {
  const server = await own;
  own = undefined;
  await server?.stop();
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same server, another database. Socket addresses (`postgres://user@/db?host=...`) keep their query. */
export function withDatabase(url: string, name: string): string {
  const match = /^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*(\?.*)?$/.exec(url);
  if (!match) throw new Error('The address of the test database is not understood');
  return `${match[1]}${name}${match[2] ?? ''}`;
}

import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

// Counts and sequence numbers stay far below 2^53; as strings they would sort wrongly.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Client = { db: Db; pool: pg.Pool; close(): Promise<void> };

/**
 * Opens a pool. A connection that breaks while idle is reported and replaced by the next query;
 * without a listener it would end the process.
 */
export function openClient(options: { connectionString: string; max: number; name: string; onError(error: Error): void }): Client {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.max,
    application_name: options.name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on('error', options.onError);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

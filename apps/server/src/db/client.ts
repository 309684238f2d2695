import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

// Counts and sequence numbers stay far below 2^53; as strings they would sort wrongly.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Client = { db: Db; pool: pg.Pool; close(): Promise<void> };

/** A connection in use that breaks reports itself twice: to its query and as an event, which nobody else hears. */
export function guardPool(pool: pg.Pool, onError: (error: Error) => void): void {
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

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
  guardPool(pool, options.onError);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    db, pool,
    async close() {
      await db.destroy();
      // Kysely ends the pool only when it has used it itself.
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

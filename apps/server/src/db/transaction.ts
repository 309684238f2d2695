import type { Db, Tx } from './client.ts';

const RETRIED = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction and again, at most four times, when PostgreSQL ended it for a
 * deadlock or a serialization failure. `work` must have no effect outside of the transaction.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= 5 || !RETRIED.has(sqlStateOf(error) ?? '')) throw error;
    }
  }
}

/** The five-character SQLSTATE of a PostgreSQL error, or undefined for anything else. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { sqlStateOf } from '../../db/transaction.ts';

const PATIENCE_MS = 15_000;

/**
 * Repeats work that PostgreSQL's absence interrupted until it answers again, for 15 seconds at most.
 * The work must be safe to repeat after a commit whose answer was lost.
 */
export async function untilDatabaseAnswers<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 500)) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionTrouble(error) || Date.now() > until) throw error;
      await sleep(waitMs);
    }
  }
}

/** The connection broke, was refused, or the server is starting or stopping. */
export function isConnectionTrouble(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== undefined && /^(08|57P|53300)/.test(state)) return true;
  const text = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : '';
  return /ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|Connection terminated|Connection ended|timeout exceeded when trying to connect|not queryable/.test(text);
}

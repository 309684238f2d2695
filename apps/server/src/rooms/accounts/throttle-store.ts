/** The SQL of attempts that fail: how many there were under a key, and until when it rests. */
import { sql } from 'kysely';
import type { Db } from '../../db/client.ts';

export type Limit = { free: number; firstSeconds: number; maxSeconds: number; forgetSeconds: number };

/**
 * Counts one attempt as failed before it is judged, so that many at once are all counted. False when the key
 * rests; then nothing is counted. From the `free`th failure on the key rests, twice as long each time.
 */
export async function countAttempt(db: Db, key: string, limit: Limit, now: Date): Promise<boolean> {
  const failures = sql`(case when throttle.last_at < ${now}::timestamptz - make_interval(secs => ${limit.forgetSeconds}::float8) then 1 else throttle.failures + 1 end)`;
  const rest = sql`least(${limit.maxSeconds}::float8, ${limit.firstSeconds}::float8 * power(2, least(${failures} - ${limit.free}::int, 30)))`;
  const { rows } = await sql`
    insert into throttle (key, failures, last_at, locked_until) values (${key}, 1, ${now}, null)
    on conflict (key) do update set failures = ${failures}, last_at = ${now},
      locked_until = case when ${failures} >= ${limit.free}::int then ${now}::timestamptz + make_interval(secs => ${rest}) end
    where throttle.locked_until is null or throttle.locked_until <= ${now}
    returning 1`.execute(db);
  return rows.length > 0;
}

export async function findRestingUntil(db: Db, key: string): Promise<Date | undefined> {
  return (await db.selectFrom('throttle').select('locked_until').where('key', '=', key).executeTakeFirst())?.locked_until ?? undefined;
}

/** The attempt was right: its key starts anew. */
export async function forgetAttempts(db: Db, keys: readonly string[]): Promise<void> {
  await db.deleteFrom('throttle').where('key', 'in', [...keys]).execute();
}

/** An attempt that says nothing about a guesser is taken back. */
export async function uncountAttempt(db: Db, key: string): Promise<void> {
  await db.updateTable('throttle').set({ failures: sql`greatest(failures - 1, 0)`, locked_until: null }).where('key', '=', key).execute();
}

export async function removeOldAttempts(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('throttle').where('last_at', '<', before).execute();
}

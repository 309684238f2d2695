import { sql, type Kysely } from 'kysely';

/** One row: how far the search for objects that nothing names has come, and when it last came to its end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table object_sweep (is_only boolean primary key default true check (is_only), after_key text, ended_at timestamptz)`.execute(db);
  await sql`insert into object_sweep default values`.execute(db);
}

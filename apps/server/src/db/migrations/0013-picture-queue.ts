import { sql, type Kysely } from 'kysely';

/** Work that is not to begin for now, work that stands before somebody else's door, and who wants none of their pictures begun, or nothing of a provider's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table task add column paused_at timestamptz, add column is_in_line boolean not null default false`.execute(db);
  await sql`create index task_in_line on task (owner) where is_in_line`.execute(db);
  await sql`create table provider_pause (provider_id text primary key references provider (id) on delete cascade, paused_at timestamptz not null)`.execute(db);
  await sql`create table queue_pause (owner text primary key, paused_at timestamptz not null)`.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** Takes that a model drew: who it was then, and what it was told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table comic_take add column artist_name text not null default '', add column prompt text not null default ''`.execute(db);
}

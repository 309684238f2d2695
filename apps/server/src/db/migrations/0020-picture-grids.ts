import { sql, type Kysely } from 'kysely';

/** Grids: a generation whose pictures each have a recipe of their own, and what of it goes across and down. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table generation add column axes jsonb`.execute(db);
  await sql`create index generation_grid on generation (owner, created_at desc, id desc) where axes is not null`.execute(db);
  // Null: that of the generation.
  await sql`alter table picture add column recipe jsonb`.execute(db);
}

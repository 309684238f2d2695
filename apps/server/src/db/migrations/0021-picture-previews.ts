import { sql, type Kysely } from 'kysely';

/** How a picture looks while it is drawn. Unlogged: after a crash the next one is on its way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table picture_preview (
      picture_id text primary key references picture on delete cascade,
      epoch integer not null, count integer not null, bytes bytea not null, made_at timestamptz not null
    )`.execute(db);
  await sql`create index picture_preview_made on picture_preview (made_at)`.execute(db);
}

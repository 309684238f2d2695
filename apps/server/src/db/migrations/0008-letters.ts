import { sql, type Kysely } from 'kysely';

/** Letters on their way, and what a bundle was made of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A row goes when its letter was handed over. `sealed` holds address, words and link, readable with the instance's key alone.
  await sql`
    create table letter (
      id text primary key, kind text not null, sealed text not null, tries int not null default 0,
      next_at timestamptz not null, give_up_at timestamptz not null, created_at timestamptz not null
    )`.execute(db);
  await sql`create index letter_next on letter (next_at)`.execute(db);
  // Takes come and go while the book stays as it is. Files made before this are not known to differ.
  await sql`alter table comic_file add column takes_mark text`.execute(db);
}

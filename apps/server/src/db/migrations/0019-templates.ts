import { sql, type Kysely } from 'kysely';

/** Prompts that are kept, styles of one's own, and pictures found by their style. A template can be shared later by what is added to its row: it has an id of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table prompt_template (id text primary key, owner text not null, content jsonb not null, created_at timestamptz not null, changed_at timestamptz not null)`.execute(db);
  await sql`create index prompt_template_owner on prompt_template (owner, changed_at desc)`.execute(db);
  await sql`create table picture_style (
    owner text not null, id text not null, name text not null, words text not null, negative_words text not null, is_hidden boolean not null, created_at timestamptz not null, primary key (owner, id)
  )`.execute(db);
  await sql`create index generation_style on generation (owner, (recipe #>> '{style,id}')) where recipe #>> '{style,id}' is not null`.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** Words that were written once, for whoever asks the same again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // An answer is its owner's alone: what somebody asked for is nobody else's to find out.
  await sql`
    create table text_answer (
      key text primary key, owner text not null, provider_id text not null references provider (id) on delete cascade, model_id text not null, answer jsonb not null, created_at timestamptz not null, used_at timestamptz not null
    )`.execute(db);
  await sql`create index text_answer_owner on text_answer (owner)`.execute(db);
  await sql`create index text_answer_used on text_answer (used_at)`.execute(db);
}

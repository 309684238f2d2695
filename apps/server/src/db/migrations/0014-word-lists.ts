import { sql, type Kysely } from 'kysely';

/** Lists of words that prompts name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table word_list (owner text not null, name text not null, lines jsonb not null, changed_at timestamptz not null, primary key (owner, name))`.execute(db);
}

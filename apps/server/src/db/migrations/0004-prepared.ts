import { sql, type Kysely } from 'kysely';

/** One row: what the schema was last brought up to. A start that finds its own stamp has nothing to migrate. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table prepared (is_only boolean primary key default true check (is_only), stamp text not null)`.execute(db);
}

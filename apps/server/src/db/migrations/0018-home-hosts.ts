import { sql, type Kysely } from 'kysely';

/** Machines at home that offer their models; of the one connection of each, which process holds it and where that is asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table home_host (
      id text primary key, name text not null unique, token_hash text not null unique, created_at timestamptz not null,
      connection_id text, door text, connected_at timestamptz, last_seen_at timestamptz,
      check ((connection_id is null) = (door is null) and (connection_id is null) = (connected_at is null))
    )`.execute(db);
}

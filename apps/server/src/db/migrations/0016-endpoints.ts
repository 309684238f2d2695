import { sql, type Kysely } from 'kysely';

/** Further addresses and keys of a provider; what is asked remembers which of them took it (null: the provider's own). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table provider_endpoint (
      id text primary key, provider_id text not null references provider (id) on delete cascade, name text not null, url text not null, sealed_secrets text not null, is_enabled boolean not null default true,
      is_private_allowed boolean not null default false, in_flight_max int not null, revision int not null default 1, created_at timestamptz not null, changed_at timestamptz not null,
      failures int not null default 0, closed_until timestamptz, last_fault text, last_said text, last_good_at timestamptz
    )`.execute(db);
  await sql`create index provider_endpoint_provider on provider_endpoint (provider_id)`.execute(db);
  await sql`alter table provider_call add column endpoint_id text`.execute(db);
}

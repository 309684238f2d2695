import { sql, type Kysely } from 'kysely';

/** How long pictures stay and how much room they may take; why one is in the trash; small pictures that are made again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One row, once somebody said otherwise than for ever; with what everything took when it was last measured, and what the last run did.
  await sql`
    create table picture_keeping (
      is_only boolean primary key default true check (is_only), keep_days int not null, quota_bytes bigint not null, total_bytes bigint not null, trash_days int not null, changed_at timestamptz not null,
      used_bytes bigint not null default 0, measured_at timestamptz, ran_at timestamptz, went_count int not null default 0, went_bytes bigint not null default 0
    )`.execute(db);
  // Taken out of the trash, a picture is as new.
  await sql`alter table picture add column trashed_by text, add column kept_from timestamptz, add column thumbnail_tries int not null default 0`.execute(db);
  await sql`create index picture_age on picture (coalesce(kept_from, ended_at, created_at), id) where trashed_at is null`.execute(db);
  await sql`create index picture_without_thumbnail on picture (created_at desc) where thumbnail_key is null and object_key is not null`.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** Providers of models, what was asked of them, and the pictures that came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `sealed_secrets` opens with the instance's key alone. `revision` goes up with each change, so that every process notices.
  await sql`
    create table provider (
      id text primary key, kind text not null, name text not null, url text not null, sealed_secrets text not null, settings jsonb not null,
      is_enabled boolean not null default true, is_private_allowed boolean not null default false, in_flight_max int not null, position int not null,
      revision int not null default 1, created_at timestamptz not null, changed_at timestamptz not null
    )`.execute(db);
  await sql`
    create table provider_model (
      provider_id text not null references provider (id) on delete cascade, job text not null, model_id text not null, facts jsonb not null, is_enabled boolean not null default true,
      price jsonb, is_listed boolean not null default true, seen_at timestamptz not null, primary key (provider_id, job, model_id)
    )`.execute(db);
  // The model that is used for a purpose unless another is asked for.
  await sql`
    create table model_default (
      purpose text primary key, provider_id text not null, job text not null, model_id text not null,
      foreign key (provider_id, job, model_id) references provider_model (provider_id, job, model_id) on delete cascade
    )`.execute(db);
  // All processes see a provider's troubles; a row that is missing is one without.
  await sql`
    create table provider_health (
      provider_id text primary key references provider (id) on delete cascade, failures int not null default 0, closed_until timestamptz, last_fault text, last_said text, last_good_at timestamptz, changed_at timestamptz not null
    )`.execute(db);

  // Written before a request leaves: what is found `sent` by a later attempt may have been billed, and is not sent again by itself.
  await sql`
    create table provider_call (
      id text primary key, task_id text not null, epoch int not null, provider_id text not null, model_id text not null, does_bill boolean not null, state text not null,
      handle text, results jsonb, fault text, cost_micros bigint, currency text, sent_at timestamptz not null, ended_at timestamptz
    )`.execute(db);
  await sql`create index provider_call_task on provider_call (task_id, sent_at)`.execute(db);
  await sql`create index provider_call_open on provider_call (provider_id) where state in ('sent', 'accepted')`.execute(db);

  await sql`
    create table generation (
      id text primary key, owner text not null, task_id text not null, recipe jsonb not null, quoted_micros bigint, currency text, created_at timestamptz not null, trashed_at timestamptz
    )`.execute(db);
  await sql`create index generation_owner on generation (owner, created_at desc, id desc)`.execute(db);
  await sql`
    create table picture (
      id text primary key, generation_id text not null references generation (id) on delete cascade, owner text not null, task_id text not null unique, slot int not null, state text not null,
      prompt text not null, seed bigint, provider_id text, model_id text, object_key text, media_type text, width int not null default 0, height int not null default 0, size_bytes int not null default 0,
      is_favourite boolean not null default false, is_cached boolean not null default false, error_code text, error_detail text, created_at timestamptz not null, ended_at timestamptz, trashed_at timestamptz
    )`.execute(db);
  await sql`create index picture_owner on picture (owner, created_at desc, id desc) where trashed_at is null`.execute(db);
  await sql`create index picture_generation on picture (generation_id, slot)`.execute(db);
  await sql`create index picture_object on picture (object_key) where object_key is not null`.execute(db);

  // Pictures that go in: references, sources, masks. Kept while a recipe names them.
  await sql`
    create table picture_input (
      id text primary key, owner text not null, object_key text not null, media_type text not null, width int not null, height int not null, size_bytes int not null, created_at timestamptz not null
    )`.execute(db);
  await sql`create index picture_input_owner on picture_input (owner, created_at)`.execute(db);
  await sql`create index picture_input_object on picture_input (object_key)`.execute(db);

  // The same request of the same model with the same seed has the same answer.
  await sql`
    create table answer_cache (
      key text primary key, job text not null, provider_id text not null references provider (id) on delete cascade, model_id text not null, answer jsonb not null, object_key text, created_at timestamptz not null, used_at timestamptz not null, uses int not null default 0
    )`.execute(db);
  await sql`create index answer_cache_object on answer_cache (object_key) where object_key is not null`.execute(db);
  await sql`create index answer_cache_used on answer_cache (used_at)`.execute(db);
}

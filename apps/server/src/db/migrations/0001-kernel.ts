import { sql, type Kysely } from 'kysely';

/** Tasks, events, holds, audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stream (
      id text primary key,
      owner text not null,
      last_seq bigint not null default 0
    )`.execute(db);
  await sql`
    create table event (
      stream_id text not null references stream (id) on delete cascade,
      seq bigint not null,
      at timestamptz not null,
      data jsonb not null,
      primary key (stream_id, seq)
    )`.execute(db);
  await sql`
    create table task (
      id text primary key,
      owner text not null,
      kind text not null,
      parent_id text references task (id) on delete cascade,
      key text,
      stream text not null references stream (id) on delete cascade,
      state text not null check (state in ('queued','running','done','incomplete','failed','refused','cancelled','unknown')),
      epoch int not null default 0,
      holder text,
      lease_until timestamptz,
      failures int not null default 0,
      interruptions int not null default 0,
      priority int not null default 0,
      input jsonb not null,
      result jsonb,
      error_code text,
      error_detail text,
      idempotency_key text,
      is_cancelling boolean not null default false,
      created_at timestamptz not null,
      started_at timestamptz,
      ended_at timestamptz,
      unique (parent_id, key)
    ) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, fillfactor = 80)`.execute(db);
  await sql`create unique index task_idempotency on task (owner, idempotency_key) where idempotency_key is not null`.execute(db);
  await sql`create index task_stream on task (stream)`.execute(db);
  await sql`create index task_open on task (lease_until) where state in ('queued', 'running')`.execute(db);
  await sql`create index task_open_owner on task (owner) where state = 'queued'`.execute(db);
  await sql`
    create table spare (
      id bigint generated always as identity primary key,
      task_id text not null references task (id) on delete cascade,
      epoch int not null,
      result jsonb not null,
      at timestamptz not null
    )`.execute(db);
  await sql`
    create table hold (
      task_id text primary key,
      owner text not null,
      amount int not null check (amount >= 0),
      state text not null default 'held' check (state in ('held', 'captured', 'void')),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db);
  await sql`create index hold_owner on hold (owner, created_at) where state <> 'void'`.execute(db);
  await sql`create index hold_expiry on hold (expires_at) where state = 'held'`.execute(db);
  await sql`
    create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      actor text not null,
      action text not null,
      subject text not null,
      data jsonb not null,
      request_id text
    )`.execute(db);
}

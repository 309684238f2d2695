import { sql, type Kysely } from 'kysely';

/** Accounts of our own: sessions hashed at rest, links, passkeys, second factor, invitations, settings of the site. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger koma_user_changed on "user"`.execute(db);
  await sql`drop trigger koma_session_changed on "session"`.execute(db);
  await sql`alter table "user" rename column "emailVerified" to is_email_verified`.execute(db);
  await sql`alter table "user" rename column "createdAt" to created_at`.execute(db);
  await sql`alter table "user" rename column "updatedAt" to updated_at`.execute(db);
  await sql`
    alter table "user" drop column "image", alter column created_at drop default, alter column updated_at drop default,
      add column state text not null default 'active' check (state in ('active', 'pending', 'suspended')),
      add column suspended_reason text, add column password_hash text, add column avatar_key text,
      add column language text, add column theme text not null default 'system', add column time_zone text, add column notices jsonb not null default '{}',
      add column last_seen_at timestamptz, add column deletion_at timestamptz`.execute(db);
  await sql`update "user" set password_hash = account.password from account where account."userId" = "user".id and account."providerId" = 'credential'`.execute(db);
  await sql`create index user_list on "user" (created_at, id)`.execute(db);
  await sql`create index user_deletion on "user" (deletion_at) where deletion_at is not null`.execute(db);
  await sql`create index user_avatar on "user" (avatar_key) where avatar_key is not null`.execute(db);

  await sql`
    create table login (
      id text primary key, user_id text not null references "user" (id) on delete cascade, token_hash text not null unique, previous_hash text unique,
      method text not null, address text, user_agent text, created_at timestamptz not null, last_seen_at timestamptz not null,
      rotated_at timestamptz not null, confirmed_at timestamptz, expires_at timestamptz not null
    )`.execute(db);
  // Nobody is signed out: what was readable is kept as its hash. The ids get the form of all others.
  await sql`
    insert into login (id, user_id, token_hash, method, address, user_agent, created_at, last_seen_at, rotated_at, expires_at)
    select 'session_' || left(encode(sha256(convert_to("id", 'UTF8')), 'hex'), 26), "userId", encode(sha256(convert_to("token", 'UTF8')), 'hex'), 'password', "ipAddress", "userAgent", "createdAt", "updatedAt", "createdAt", "expiresAt" from "session"`.execute(db);
  await sql`drop table "session"`.execute(db);
  await sql`alter table login rename to session`.execute(db);
  await sql`create index session_by_user on session (user_id)`.execute(db);
  await sql`drop table "account"`.execute(db);
  await sql`drop table "verification"`.execute(db);

  await sql`
    create table one_time_token (
      token_hash text primary key, purpose text not null, user_id text references "user" (id) on delete cascade, email text, data jsonb not null default '{}',
      created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz
    )`.execute(db);
  await sql`create index one_time_token_user on one_time_token (user_id)`.execute(db);
  await sql`create index one_time_token_expiry on one_time_token (expires_at)`.execute(db);
  await sql`
    create table passkey (
      id text primary key, user_id text not null references "user" (id) on delete cascade, name text not null, rp_id text not null, credential_id text not null unique,
      public_key text not null, counter bigint not null, transports text[] not null, is_synced boolean not null, created_at timestamptz not null, last_used_at timestamptz
    )`.execute(db);
  await sql`create index passkey_user on passkey (user_id)`.execute(db);
  await sql`create table totp (user_id text primary key references "user" (id) on delete cascade, secret text not null, last_step bigint not null default 0, created_at timestamptz not null, proved_at timestamptz)`.execute(db);
  await sql`create table recovery_code (user_id text not null references "user" (id) on delete cascade, code_hash text not null, used_at timestamptz, primary key (user_id, code_hash))`.execute(db);
  await sql`
    create table invitation (
      id text primary key, token_hash text not null unique, role text not null, email text, note text not null, max_uses int not null, uses int not null default 0 check (uses <= max_uses),
      created_by text references "user" (id) on delete set null, created_at timestamptz not null, expires_at timestamptz not null, revoked_at timestamptz
    )`.execute(db);
  await sql`create table throttle (key text primary key, failures int not null, last_at timestamptz not null, locked_until timestamptz)`.execute(db);
  await sql`create table site_setting (name text primary key, value jsonb not null, changed_at timestamptz not null, changed_by text)`.execute(db);
  await sql`create table own_export (task_id text primary key, user_id text not null references "user" (id) on delete cascade, object_key text not null, size_bytes bigint not null, created_at timestamptz not null, expires_at timestamptz not null)`.execute(db);
  await sql`create index own_export_user on own_export (user_id)`.execute(db);

  // Being seen somewhere changes nothing about who somebody is: it wakes no cache.
  await sql`create trigger koma_session_changed after update of token_hash, previous_hash, expires_at, confirmed_at or delete on session for each statement execute function koma_actor_changed()`.execute(db);
  await sql`create trigger koma_user_changed after update of name, email, role, state, deletion_at or delete on "user" for each statement execute function koma_actor_changed()`.execute(db);
}

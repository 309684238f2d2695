import { sql, type Kysely } from 'kysely';

/** The first form of accounts; 0006 makes it what it is now. Names in camel case come from a library that is no longer used. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table "user" (
      "id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null, "role" text not null
    )`.execute(db);
  await sql`
    create table "session" (
      "id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
      "userId" text not null references "user" ("id") on delete cascade
    )`.execute(db);
  await sql`
    create table "account" (
      "id" text not null primary key, "accountId" text not null, "providerId" text not null,
      "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text,
      "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null
    )`.execute(db);
  await sql`
    create table "verification" (
      "id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null
    )`.execute(db);
  await sql`create index "session_userId_idx" on "session" ("userId")`.execute(db);
  await sql`create index "account_userId_idx" on "account" ("userId")`.execute(db);
  await sql`create index "verification_identifier_idx" on "verification" ("identifier")`.execute(db);

  await sql`create table guest (id text primary key, token_hash text not null unique, created_at timestamptz not null, claimed_by text)`.execute(db);
  await sql`
    create table api_key (
      id text primary key, user_id text not null references "user" (id) on delete cascade, name text not null, prefix text not null,
      hash text not null unique, scopes text[] not null, created_at timestamptz not null, expires_at timestamptz, last_used_at timestamptz, revoked_at timestamptz
    )`.execute(db);
  await sql`create index api_key_user on api_key (user_id)`.execute(db);
  await sql`create table welcome (token_hash text primary key, created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz)`.execute(db);

  // Cached answers about who somebody is are dropped in every process as soon as they change.
  await sql`
    create function koma_actor_changed() returns trigger language plpgsql as $$
    begin
      perform pg_notify('koma_actor', '');
      return null;
    end $$`.execute(db);
  await sql`create trigger koma_session_changed after update or delete on "session" for each statement execute function koma_actor_changed()`.execute(db);
  await sql`create trigger koma_user_changed after update or delete on "user" for each statement execute function koma_actor_changed()`.execute(db);
  await sql`create trigger koma_key_changed after update of revoked_at, scopes, expires_at or delete on api_key for each statement execute function koma_actor_changed()`.execute(db);
  await sql`create trigger koma_guest_changed after update or delete on guest for each statement execute function koma_actor_changed()`.execute(db);
}

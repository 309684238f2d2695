/** The SQL of lists of people. */
import type { Role, UserId, UserState } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';

export type PersonRow = {
  id: string; name: string; email: string; role: Role; state: UserState; isEmailVerified: boolean; twoFactor: boolean; avatarKey: string | null;
  createdAt: Date; lastSeenAt: Date | null; suspendedReason: string | null; deletionAt: Date | null;
};
export type PeoplePage = { after?: string | undefined; limit: number; search?: string | undefined; role?: Role | undefined; state?: UserState | undefined };

const PERSON = sql`
  select "user".id, "user".name, "user".email, "user".role, case when "user".state <> 'suspended' and "user".deletion_at is not null then 'leaving' else "user".state end as state,
    "user".is_email_verified as "isEmailVerified", "user".avatar_key as "avatarKey", "user".created_at as "createdAt", "user".suspended_reason as "suspendedReason", "user".deletion_at as "deletionAt",
    exists (select 1 from totp where totp.user_id = "user".id and proved_at is not null) as "twoFactor",
    greatest("user".last_seen_at, (select max(session.last_seen_at) from session where session.user_id = "user".id)) as "lastSeenAt"
  from "user"`;

/** In the order they joined. One more than `limit` says that there are more. */
export async function listPeople(db: Db, page: PeoplePage): Promise<PersonRow[]> {
  const state = page.state === 'leaving' ? sql`state <> 'suspended' and deletion_at is not null` : sql`state = ${page.state} and (deletion_at is null or state = 'suspended')`;
  const wanted = page.search ? `%${page.search.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const { rows } = await sql<PersonRow>`
    ${PERSON} where true
      ${page.after === undefined ? sql`` : sql`and (created_at, id) > (select created_at, id from "user" where id = ${page.after})`}
      ${wanted === undefined ? sql`` : sql`and (name ilike ${wanted} or email ilike ${wanted})`}
      ${page.role === undefined ? sql`` : sql`and role = ${page.role}`}
      ${page.state === undefined ? sql`` : sql`and ${state}`}
    order by created_at, id limit ${page.limit + 1}`.execute(db);
  return rows;
}

export async function findPerson(db: Db | Tx, id: UserId): Promise<PersonRow | undefined> {
  return (await sql<PersonRow>`${PERSON} where id = ${id}`.execute(db)).rows[0];
}

/** Those who decide who comes in. */
export async function listAdmins(db: Db) {
  return db.selectFrom('user').select(['email', 'name', 'language', 'time_zone']).where('role', 'in', ['owner', 'admin']).where('state', '=', 'active').where('deletion_at', 'is', null).where('is_email_verified', '=', true).limit(20).execute();
}

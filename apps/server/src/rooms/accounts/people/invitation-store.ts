/** The SQL of invitations. */
import type { InvitationId, Role } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';

export type InvitationRow = { id: InvitationId; role: Role; email: string | null; note: string; maxUses: number; uses: number; invitedBy: string | null; createdAt: Date; expiresAt: Date; revokedAt: Date | null };

const INVITATION = sql`
  select invitation.id, invitation.role, invitation.email, note, max_uses as "maxUses", uses, "user".name as "invitedBy", invitation.created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"
  from invitation left join "user" on "user".id = invitation.created_by`;

export async function addInvitation(tx: Tx, row: { id: string; tokenHash: string; role: Role; email: string | null; note: string; maxUses: number; createdBy: string | null; now: Date; expiresAt: Date }): Promise<void> {
  await tx.insertInto('invitation').values({
    id: row.id, token_hash: row.tokenHash, role: row.role, email: row.email, note: row.note, max_uses: row.maxUses, created_by: row.createdBy, created_at: row.now, expires_at: row.expiresAt, revoked_at: null,
  }).execute();
}

export async function findInvitationOfToken(db: Db, tokenHash: string): Promise<InvitationRow | undefined> {
  return (await sql<InvitationRow>`${INVITATION} where token_hash = ${tokenHash}`.execute(db)).rows[0];
}

export async function findInvitation(db: Db | Tx, id: InvitationId): Promise<InvitationRow | undefined> {
  return (await sql<InvitationRow>`${INVITATION} where invitation.id = ${id}`.execute(db)).rows[0];
}

/** Those that can still be used, newest first. */
export async function listInvitationRows(db: Db, now: Date): Promise<InvitationRow[]> {
  return (await sql<InvitationRow>`${INVITATION} where revoked_at is null and uses < max_uses and expires_at > ${now} order by invitation.id desc limit 500`.execute(db)).rows;
}

/** Uses an invitation once: of many at once no more get in than it allows. */
export async function takeInvitation(tx: Tx, id: InvitationId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('invitation').set({ uses: sql`uses + 1` })
    .where('id', '=', id).where('revoked_at', 'is', null).where('expires_at', '>', now).where(sql<boolean>`uses < max_uses`).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function revokeInvitationRow(tx: Tx, id: InvitationId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('invitation').set({ revoked_at: now }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

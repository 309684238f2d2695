import type { BodyOf, Invitation, InvitationId, accountRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { putLetter } from '../letters/send-letter.ts';
import { hashToken } from '../tokens.ts';
import { addInvitation, findInvitation, findInvitationOfToken, listInvitationRows, revokeInvitationRow, type InvitationRow } from './invitation-store.ts';
import { mayGive } from './rules.ts';

const DAY_MS = 86_400_000;

/** An invitation that can be used now. Throws `accounts.invitation-invalid` or `accounts.invitation-used-up`. */
export async function findOpenInvitation(ctx: Ctx, token: string): Promise<InvitationRow> {
  const row = await findInvitationOfToken(ctx.app.client.db, hashToken(token));
  if (!row || row.revokedAt || row.expiresAt <= ctx.app.ports.clock.now()) throw new AppError('accounts.invitation-invalid');
  if (row.uses >= row.maxUses) throw new AppError('accounts.invitation-used-up');
  return row;
}

export async function checkInvitation(ctx: Ctx, token: string) {
  const { role, email, invitedBy, expiresAt } = await findOpenInvitation(ctx, token);
  return { role, email, invitedBy, expiresAt: expiresAt.toISOString() };
}

export async function listInvitations(ctx: Ctx): Promise<{ items: Invitation[] }> {
  return { items: (await listInvitationRows(ctx.app.client.db, ctx.app.ports.clock.now())).map(present) };
}

/** Makes a link that brings people in with a role; mailed when it names one address. */
export async function createInvitation(ctx: Ctx, body: BodyOf<typeof accountRoutes.createInvitation>): Promise<Invitation & { url: string; isMailed: boolean }> {
  if (!mayGive(ctx.actor, body.role)) throw new AppError('access.denied');
  const { app } = ctx;
  const now = app.ports.clock.now();
  const token = app.ports.ids.secret(32);
  const id = app.ports.ids.next('invitation') as InvitationId;
  const expiresAt = new Date(now.getTime() + body.expiresInDays * DAY_MS);
  const path = `/sign-up?invitation=${token}`;
  const { row, hand } = await inTransaction(app.client.db, async (tx) => {
    await addInvitation(tx, {
      id, tokenHash: hashToken(token), role: body.role, email: body.email ?? null, note: body.note, maxUses: body.email === undefined ? body.maxUses : 1, createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null, now, expiresAt,
    });
    await audit(tx, ctx, { action: 'accounts.create-invitation', subject: id, data: { role: body.role, maxUses: body.maxUses } });
    const made = (await findInvitation(tx, id)) as InvitationRow;
    if (body.email === undefined || !app.ports.mailer.delivers) return { row: made, hand: undefined };
    const by = made.invitedBy === null ? {} : { by: made.invitedBy };
    return { row: made, hand: await putLetter(ctx, tx, { kind: 'invitation', to: { email: body.email, language: null }, path, facts: { note: body.note, ...by }, at: expiresAt }) };
  });
  // Whoever is told that it was not mailed hands the link over himself: it does not arrive later after all.
  const isMailed = (await hand?.({ forget: true })) ?? false;
  return { ...present(row), url: app.config.publicUrl + path, isMailed };
}

export async function revokeInvitation(ctx: Ctx, id: InvitationId): Promise<{ isRevoked: true }> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await findInvitation(tx, id))) throw new AppError('not-found');
    await revokeInvitationRow(tx, id, ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: 'accounts.revoke-invitation', subject: id });
  });
  return { isRevoked: true };
}

function present({ id, role, email, note, maxUses, uses, invitedBy, ...row }: InvitationRow): Invitation {
  return { id, role, email, note, maxUses, uses, invitedBy, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
}

import type { Role, UserEntry, UserId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addresseeOf, putLetter, type HandOver } from '../letters/send-letter.ts';
import { avatarAddress } from '../me.ts';
import { makeToken } from '../one-time.ts';
import { removeAccount } from '../own/remove-account.ts';
import { removeSessions } from '../session/session-store.ts';
import { changeUser, countOwnersLocked, lockUser, type User } from '../store.ts';
import { findPerson, listPeople, type PeoplePage, type PersonRow } from './people-store.ts';
import { mayChange, mayGive } from './rules.ts';

const DAY_MS = 86_400_000;

export async function listUsers(ctx: Ctx, page: PeoplePage): Promise<{ items: UserEntry[]; next: string | null }> {
  const rows = await listPeople(ctx.app.client.db, page);
  const items = rows.slice(0, page.limit).map(present);
  return { items, next: rows.length > page.limit ? items.at(-1)?.id ?? null : null };
}

export async function getUser(ctx: Ctx, userId: UserId): Promise<UserEntry> {
  const row = await findPerson(ctx.app.client.db, userId);
  if (!row) throw new AppError('not-found');
  return present(row);
}

export function changeRole(ctx: Ctx, userId: UserId, role: Role): Promise<UserEntry> {
  return change(ctx, userId, async (tx, user) => {
    if (!mayChange(ctx.actor, user.role) || !mayGive(ctx.actor, role)) throw new AppError('access.denied');
    if (user.role === role) return;
    if (user.role === 'owner') await keepAnOwner(tx, user);
    await changeUser(tx, userId, { role }, ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: 'accounts.change-role', subject: `user:${userId}`, data: { from: user.role, to: role } });
  });
}

/** Sessions end at once; keys rest as long as it lasts. */
export function suspendUser(ctx: Ctx, userId: UserId, reason: string): Promise<UserEntry> {
  return change(ctx, userId, async (tx, user) => {
    if (ctx.actor.kind === 'user' && ctx.actor.userId === userId) throw new AppError('accounts.not-yourself');
    if (!mayChange(ctx.actor, user.role)) throw new AppError('access.denied');
    if (user.role === 'owner') await keepAnOwner(tx, user);
    await changeUser(tx, userId, { state: 'suspended', suspended_reason: reason || null }, ctx.app.ports.clock.now());
    await removeSessions(tx, userId);
    await audit(tx, ctx, { action: 'accounts.suspend-user', subject: `user:${userId}` });
  });
}

export function unsuspendUser(ctx: Ctx, userId: UserId): Promise<UserEntry> {
  return change(ctx, userId, async (tx, user) => {
    if (!mayChange(ctx.actor, user.role)) throw new AppError('access.denied');
    if (user.state !== 'suspended') return;
    await changeUser(tx, userId, { state: 'active', suspended_reason: null }, ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: 'accounts.unsuspend-user', subject: `user:${userId}` });
  });
}

export async function approveUser(ctx: Ctx, userId: UserId): Promise<UserEntry> {
  let hand: HandOver | undefined;
  const entry = await change(ctx, userId, async (tx, user) => {
    if (user.state !== 'pending') throw new AppError('accounts.not-waiting');
    await changeUser(tx, userId, { state: 'active' }, ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: 'accounts.approve-user', subject: `user:${userId}` });
    hand = await putLetter(ctx, tx, { kind: 'approved', to: addresseeOf(user), path: '/' });
  });
  void hand?.();
  return entry;
}

/** Who is turned away leaves nothing behind, not what came along from being a guest either: nobody could take it down any more. They may ask again. */
export async function denyUser(ctx: Ctx, userId: UserId): Promise<{ isDenied: true }> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    const user = await lockUser(tx, userId);
    if (!user) throw new AppError('not-found');
    if (user.state !== 'pending') throw new AppError('accounts.not-waiting');
    await removeAccount(ctx.app, tx, userId);
    await audit(tx, ctx, { action: 'accounts.deny-user', subject: `user:${userId}` });
  });
  return { isDenied: true };
}

/** For sites without mail, and mailboxes that are gone: a link to hand over. It sets a password, nothing else. */
export async function makeResetLink(ctx: Ctx, userId: UserId): Promise<{ url: string; expiresAt: string }> {
  const { app } = ctx;
  return inTransaction(app.client.db, async (tx) => {
    const user = await lockUser(tx, userId);
    if (!user) throw new AppError('not-found');
    if (!mayChange(ctx.actor, user.role)) throw new AppError('access.denied');
    const { token, expiresAt } = await makeToken(app, tx, { purpose: 'reset', userId, email: user.email, lifeMs: DAY_MS });
    await audit(tx, ctx, { action: 'accounts.make-reset-link', subject: `user:${userId}` });
    return { url: `${app.config.publicUrl}/password/reset?token=${token}`, expiresAt: expiresAt.toISOString() };
  });
}

async function change(ctx: Ctx, userId: UserId, work: (tx: Tx, user: User) => Promise<void>): Promise<UserEntry> {
  return inTransaction(ctx.app.client.db, async (tx) => {
    const user = await lockUser(tx, userId);
    if (!user) throw new AppError('not-found');
    await work(tx, user);
    return present((await findPerson(tx, userId)) as PersonRow);
  });
}

/** Throws `accounts.last-owner` when nobody else could act as owner. */
export async function keepAnOwner(tx: Tx, leaving: User): Promise<void> {
  const countsNow = leaving.state === 'active' && leaving.deletion_at === null;
  if (countsNow && (await countOwnersLocked(tx)) < 2) throw new AppError('accounts.last-owner');
}

function present(row: PersonRow): UserEntry {
  const { avatarKey, createdAt, lastSeenAt, deletionAt, ...rest } = row;
  return { ...rest, id: row.id as UserId, avatar: avatarAddress(avatarKey), createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt?.toISOString() ?? null, deletionAt: deletionAt?.toISOString() ?? null };
}

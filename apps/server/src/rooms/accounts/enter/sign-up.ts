import type { BodyOf, GuestId, InvitationId, Me, Role, UserId, accountRoutes } from '@komawari/contract';
import { Role as RoleSchema } from '@komawari/contract';
import { z } from 'zod';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addresseeOf, putLetter, sendLetter } from '../letters/send-letter.ts';
import { describeMe } from '../me.ts';
import { takeLink } from '../one-time.ts';
import { makeToken } from '../one-time.ts';
import { hashPassword, refuseCommonPassword } from '../passwords.ts';
import { takeInvitation } from '../people/invitation-store.ts';
import { findOpenInvitation } from '../people/invitations.ts';
import { claimGuestWork } from '../session/claim-guest-work.ts';
import { signUpModeOf } from '../settings.ts';
import { addUser, findUser, findUserByEmail, type User } from '../store.ts';
import { mayMail } from '../throttle.ts';
import { tellAdmins } from '../people/tell-admins.ts';
import { enter } from './finish-sign-in.ts';
import { inBackground } from './link.ts';
import { admissionOf } from './rules.ts';

const VALID_MINUTES = 24 * 60;

/** What is remembered of a sign-up until its address is proved. The account itself does not exist before. */
const Waiting = z.object({
  name: z.string(), passwordHash: z.string(), language: z.string().nullable(), invitationId: z.string().nullable(), role: RoleSchema, isPending: z.boolean(), guestId: z.string().nullable(),
});
type Applicant = z.infer<typeof Waiting> & { email: string; isEmailVerified: boolean };

/**
 * Makes an account, or, where mail goes out, sends the link that makes it: an account never stands under an address
 * that its owner has not proved, and the answer is the same for known addresses.
 */
export async function signUp(ctx: Ctx, body: BodyOf<typeof accountRoutes.signUp>): Promise<Me> {
  const { app } = ctx;
  const invitation = body.invitation === undefined ? undefined : await findOpenInvitation(ctx, body.invitation);
  const admission = admissionOf(await signUpModeOf(app), { hasInvitation: invitation !== undefined });
  if (admission === 'closed') throw new AppError('accounts.sign-up-closed');
  if (admission === 'needs-invitation') throw new AppError('accounts.invitation-needed');
  if (invitation?.email && invitation.email !== body.email) throw new AppError('accounts.invitation-invalid');
  await refuseCommonPassword(body.password, [body.email, body.name]);
  const applicant: Applicant = {
    name: body.name, email: body.email, passwordHash: await hashPassword(body.password), language: body.language ?? ctx.language, invitationId: invitation?.id ?? null, role: invitation?.role ?? 'user',
    isPending: admission === 'pending', guestId: ctx.actor.kind === 'guest' ? ctx.actor.guestId : null, isEmailVerified: false,
  };
  if (!app.ports.mailer.delivers) return join(ctx, applicant);
  void inBackground(ctx, () => sendConfirmation(ctx, applicant));
  return describeMe(ctx, { nextStep: 'check-mail' });
}

async function sendConfirmation(ctx: Ctx, applicant: Applicant): Promise<void> {
  const { email, isEmailVerified: _, ...waiting } = applicant;
  if (!(await mayMail(ctx, email))) return;
  const known = await findUserByEmail(ctx.app.client.db, email);
  if (known) return sendLetter(ctx, { kind: 'already-known', to: addresseeOf(known), path: '/sign-in' });
  const hand = await inTransaction(ctx.app.client.db, async (tx) => {
    const { token } = await makeToken(ctx.app, tx, { purpose: 'sign-up', email, data: waiting });
    return putLetter(ctx, tx, { kind: 'sign-up', to: { email, name: waiting.name, language: waiting.language }, path: `/sign-up/confirm?token=${token}`, validMinutes: VALID_MINUTES });
  });
  await hand();
}

/** The link was opened: the account is made and signed in, also in another browser than the one it began in. */
export async function confirmSignUp(ctx: Ctx, token: string): Promise<Me> {
  return join(ctx, async (tx) => {
    const { email, data } = await takeLink(ctx.app, tx, token, 'sign-up');
    return { ...Waiting.parse(data), email: email ?? '', isEmailVerified: true };
  });
}

/** Everything in one transaction: an account, its invitation's use, its session and the guest's work, or none of them. */
async function join(ctx: Ctx, from: Applicant | ((tx: Tx) => Promise<Applicant>)): Promise<Me> {
  const { client } = ctx.app;
  const joined = await inTransaction(client.db, async (tx) => {
    const applicant = typeof from === 'function' ? await from(tx) : from;
    if ((await signUpModeOf(ctx.app, tx)) === 'closed') throw new AppError('accounts.sign-up-closed');
    if (applicant.invitationId !== null && !(await takeInvitation(tx, applicant.invitationId as InvitationId, ctx.app.ports.clock.now()))) throw new AppError('accounts.invitation-used-up');
    const user = await makeAccount(ctx, tx, applicant);
    if (applicant.guestId !== null) await claimGuestWork(ctx, tx, user.id, applicant.guestId as GuestId);
    return { user, entered: await enter(ctx, tx, user, 'sign-up') };
  });
  if (joined.user.state === 'pending') void inBackground(ctx, () => tellAdmins(ctx, joined.user));
  return joined.entered.me();
}

async function makeAccount(ctx: Ctx, tx: Tx, applicant: Applicant): Promise<User> {
  const { clock, ids } = ctx.app.ports;
  const id = ids.secret(15) as UserId;
  const state = applicant.isPending ? 'pending' : 'active';
  const row = { id, name: applicant.name, email: applicant.email, role: applicant.role as Role, state, isEmailVerified: applicant.isEmailVerified, passwordHash: applicant.passwordHash, language: applicant.language, now: clock.now() } as const;
  if (!(await addUser(tx, row))) throw new AppError('accounts.email-taken');
  await audit(tx, ctx, { action: 'accounts.sign-up', subject: `user:${id}`, data: { state, role: applicant.role, invitation: applicant.invitationId } });
  return (await findUser(tx, id)) as User;
}

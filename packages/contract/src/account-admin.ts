/** Who looks after the people of a site: users, invitations, how one signs up. */
import { z } from 'zod';
import { Role } from './access.ts';
import { Email, Invitation, Password, PersonName, SignUpMode, UserEntry, UserState } from './account-shapes.ts';
import { InvitationId, UserId } from './ids.ts';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';

const params = z.object({ userId: UserId });
const manage = { who: 'user', permission: 'users.manage', subject: 'user' } as const;
/** A key shuts people out where it has to be quick; it lets nobody in. */
const letIn = { ...manage, noKeys: true } as const;
const note = z.string().max(2000).overwrite(oneLine).max(200);

export const accountAdminRoutes = {
  listUsers: defineRoute({
    id: 'accounts.list-users', method: 'GET', path: '/users', summary: 'Everybody with an account; search looks into names and e-mails',
    access: { who: 'user', permission: 'users.read' },
    query: z.object({ after: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(100).default(50), search: z.string().max(100).overwrite(oneLine).optional(), role: Role.optional(), state: UserState.optional() }),
    response: z.object({ items: z.array(UserEntry), next: z.string().nullable() }),
  }),
  getUser: defineRoute({
    id: 'accounts.get-user', method: 'GET', path: '/users/:userId', summary: 'One account',
    access: { who: 'user', permission: 'users.read', subject: 'user' }, params, response: UserEntry, errors: ['not-found'],
  }),
  createUser: defineRoute({
    id: 'accounts.create-user', method: 'POST', path: '/users', summary: 'Make an account; without a password one is chosen and shown this once. Not with an API key',
    access: { who: 'user', permission: 'users.manage', noKeys: true },
    body: z.strictObject({ email: Email, name: PersonName.optional(), role: Role.default('user'), password: Password.optional(), withApiKey: z.boolean().default(false) }),
    response: z.object({ id: UserId, email: z.string(), role: Role, password: z.string().nullable(), apiKey: z.string().nullable() }), status: 201,
    errors: ['accounts.email-taken', 'access.denied'], limit: { max: 60, windowSeconds: 60 },
  }),
  changeRole: defineRoute({
    id: 'accounts.change-role', method: 'PUT', path: '/users/:userId/role', summary: 'Give somebody another role; only an owner makes or unmakes owners and admins. Not with an API key',
    access: letIn, params, body: z.strictObject({ role: Role }), response: UserEntry, errors: ['not-found', 'access.denied', 'accounts.last-owner'],
  }),
  suspendUser: defineRoute({
    id: 'accounts.suspend-user', method: 'POST', path: '/users/:userId/suspend', summary: 'Shut somebody out; their sessions end and their keys rest',
    access: manage, params, body: z.strictObject({ reason: note.default('') }), response: UserEntry, errors: ['not-found', 'access.denied', 'accounts.last-owner', 'accounts.not-yourself'],
  }),
  unsuspendUser: defineRoute({
    id: 'accounts.unsuspend-user', method: 'POST', path: '/users/:userId/unsuspend', summary: 'Let somebody back in. Not with an API key',
    access: letIn, params, response: UserEntry, errors: ['not-found', 'access.denied'],
  }),
  approveUser: defineRoute({
    id: 'accounts.approve-user', method: 'POST', path: '/users/:userId/approve', summary: 'Let in somebody who waits. Not with an API key',
    access: letIn, params, response: UserEntry, errors: ['not-found', 'accounts.not-waiting'],
  }),
  denyUser: defineRoute({
    id: 'accounts.deny-user', method: 'POST', path: '/users/:userId/deny', summary: 'Turn away somebody who waits; their account is removed',
    access: manage, params, response: z.object({ isDenied: z.literal(true) }), errors: ['not-found', 'accounts.not-waiting'],
  }),
  makeResetLink: defineRoute({
    id: 'accounts.make-reset-link', method: 'POST', path: '/users/:userId/reset-link', summary: 'A link for a new password to hand over oneself; good once, for a day. Not with an API key',
    access: letIn, params, response: z.object({ url: z.string(), expiresAt: z.iso.datetime() }), status: 201, errors: ['not-found', 'access.denied'],
  }),

  listInvitations: defineRoute({
    id: 'accounts.list-invitations', method: 'GET', path: '/invitations', summary: 'Invitations that are open',
    access: { who: 'user', permission: 'users.manage' }, response: z.object({ items: z.array(Invitation) }),
  }),
  createInvitation: defineRoute({
    id: 'accounts.create-invitation', method: 'POST', path: '/invitations', summary: 'Make an invitation; its link is shown this once, and mailed when it names an address. Not with an API key',
    access: { who: 'user', permission: 'users.manage', noKeys: true },
    body: z.strictObject({ role: Role.default('user'), email: Email.optional(), note: note.default(''), maxUses: z.int().min(1).max(1000).default(1), expiresInDays: z.int().min(1).max(365).default(7) }),
    response: Invitation.extend({ url: z.string(), isMailed: z.boolean() }), status: 201, errors: ['access.denied'], limit: { max: 30, windowSeconds: 60 },
  }),
  revokeInvitation: defineRoute({
    id: 'accounts.revoke-invitation', method: 'DELETE', path: '/invitations/:invitationId', summary: 'Take an invitation back',
    access: { who: 'user', permission: 'users.manage', subject: 'invitation' }, params: z.object({ invitationId: InvitationId }), response: z.object({ isRevoked: z.literal(true) }), errors: ['not-found'],
  }),

  accountRules: defineRoute({
    id: 'accounts.rules', method: 'GET', path: '/site/accounts', summary: 'How one gets an account here, and how many wait for approval',
    access: { who: 'user', permission: 'users.manage' }, response: z.object({ signUpMode: SignUpMode, hasMailer: z.boolean(), waiting: z.int() }),
  }),
  changeAccountRules: defineRoute({
    id: 'accounts.change-rules', method: 'PUT', path: '/site/accounts', summary: 'Change how one gets an account here; holds at once. Not with an API key',
    access: { who: 'user', permission: 'users.manage', noKeys: true }, body: z.strictObject({ signUpMode: SignUpMode }), response: z.object({ signUpMode: SignUpMode, hasMailer: z.boolean(), waiting: z.int() }),
  }),
};

/** Accounts: who one is, and what one may do. */
import { z } from 'zod';
import { Role, Scope } from './access.ts';
import { accountAdminRoutes } from './account-admin.ts';
import { accountSettingsRoutes } from './account-settings.ts';
import { ApiKey, Email, LinkToken, Me, PasskeyAnswer, PasskeyCeremony, Password, PersonName } from './account-shapes.ts';
import { ApiKeyId } from './ids.ts';
import { UI_LANGUAGES } from './errors.ts';
import { defineRoute } from './route.ts';

const rare = { max: 10, windowSeconds: 60 };
const sent = z.object({ isSent: z.literal(true) });

export const accountRoutes = {
  welcome: defineRoute({
    id: 'accounts.welcome', method: 'POST', path: '/welcome', summary: 'Use the welcome link: makes the site\'s owner and signs in',
    access: { who: 'anyone' }, body: z.strictObject({ token: LinkToken, name: PersonName, email: Email, password: Password }), response: Me,
    errors: ['accounts.welcome-invalid', 'accounts.password-weak', 'accounts.password-common'], limit: rare,
  }),
  me: defineRoute({
    id: 'accounts.me', method: 'GET', path: '/me', summary: 'Who one is here, and what one may do',
    access: { who: 'anyone' }, response: Me,
  }),

  signIn: defineRoute({
    id: 'accounts.sign-in', method: 'POST', path: '/sign-in', summary: 'Sign in with e-mail and password; `nextStep` asks for a second factor',
    access: { who: 'anyone' }, body: z.strictObject({ email: Email, password: z.string().min(1).max(128) }), response: Me,
    errors: ['accounts.wrong-credentials', 'accounts.locked', 'accounts.suspended'], limit: rare,
  }),
  secondFactor: defineRoute({
    id: 'accounts.second-factor', method: 'POST', path: '/sign-in/second-factor', summary: 'The second step of signing in: six digits of the authenticator, or a recovery code',
    access: { who: 'anyone' }, body: z.strictObject({ code: z.string().min(6).max(40) }), response: Me,
    errors: ['accounts.second-factor-over', 'accounts.wrong-code', 'accounts.code-used', 'accounts.locked'], limit: rare,
  }),
  askLink: defineRoute({
    id: 'accounts.ask-link', method: 'POST', path: '/sign-in/link', summary: 'Have a link for signing in sent by e-mail; the answer is the same for every address',
    access: { who: 'anyone' }, body: z.strictObject({ email: Email }), response: sent, limit: rare,
  }),
  useLink: defineRoute({
    id: 'accounts.use-link', method: 'POST', path: '/sign-in/link/use', summary: 'Sign in with the token of `/sign-in/link?token=...`',
    access: { who: 'anyone' }, body: z.strictObject({ token: LinkToken }), response: Me, errors: ['accounts.link-used', 'accounts.link-expired', 'accounts.suspended'], limit: rare,
  }),
  passkeySignInOptions: defineRoute({
    id: 'accounts.passkey-sign-in-options', method: 'POST', path: '/sign-in/passkey/options', summary: 'Begin signing in with a passkey, also by the browser\'s own suggestion',
    access: { who: 'anyone' }, response: PasskeyCeremony, errors: ['accounts.passkeys-insecure'], limit: { max: 60, windowSeconds: 60 },
  }),
  passkeySignIn: defineRoute({
    id: 'accounts.passkey-sign-in', method: 'POST', path: '/sign-in/passkey', summary: 'Sign in with a passkey',
    access: { who: 'anyone' }, body: z.strictObject({ challengeId: LinkToken, answer: PasskeyAnswer }), response: Me,
    errors: ['accounts.passkey-failed', 'accounts.passkey-over', 'accounts.suspended'], limit: rare,
  }),
  signOut: defineRoute({
    id: 'accounts.sign-out', method: 'POST', path: '/sign-out', summary: 'End this session',
    access: { who: 'anyone' }, response: z.object({ isSignedOut: z.literal(true) }),
  }),

  signUp: defineRoute({
    id: 'accounts.sign-up', method: 'POST', path: '/sign-up', summary: 'Make an account as the site allows it. With a mailer `nextStep` is `check-mail`, whether the address is known or not',
    access: { who: 'anyone' },
    body: z.strictObject({ name: PersonName, email: Email, password: Password, invitation: LinkToken.optional(), language: z.enum(UI_LANGUAGES).optional() }), response: Me,
    errors: ['accounts.sign-up-closed', 'accounts.invitation-needed', 'accounts.invitation-invalid', 'accounts.invitation-used-up', 'accounts.email-taken', 'accounts.password-common'], limit: rare,
  }),
  confirmSignUp: defineRoute({
    id: 'accounts.confirm-sign-up', method: 'POST', path: '/sign-up/confirm', summary: 'Make the account with the token of `/sign-up/confirm?token=...` and sign in',
    access: { who: 'anyone' }, body: z.strictObject({ token: LinkToken }), response: Me,
    errors: ['accounts.link-used', 'accounts.link-expired', 'accounts.email-taken', 'accounts.invitation-used-up', 'accounts.sign-up-closed'], limit: rare,
  }),
  checkInvitation: defineRoute({
    id: 'accounts.check-invitation', method: 'POST', path: '/invitations/check', summary: 'What the token of `/sign-up?invitation=...` offers; nothing is used up',
    access: { who: 'anyone' }, body: z.strictObject({ token: LinkToken }),
    response: z.object({ role: Role, email: z.string().nullable(), invitedBy: z.string().nullable(), expiresAt: z.iso.datetime() }),
    errors: ['accounts.invitation-invalid', 'accounts.invitation-used-up'], limit: rare,
  }),

  askReset: defineRoute({
    id: 'accounts.ask-reset', method: 'POST', path: '/password/reset', summary: 'Have a link for a new password sent; the answer is the same for every address',
    access: { who: 'anyone' }, body: z.strictObject({ email: Email }), response: sent, limit: rare,
  }),
  useReset: defineRoute({
    id: 'accounts.use-reset', method: 'POST', path: '/password/reset/use', summary: 'Set a new password with the token of `/password/reset?token=...`; every other session ends',
    access: { who: 'anyone' }, body: z.strictObject({ token: LinkToken, password: Password }), response: Me,
    errors: ['accounts.link-used', 'accounts.link-expired', 'accounts.password-common', 'accounts.suspended'], limit: rare,
  }),
  confirmEmail: defineRoute({
    id: 'accounts.confirm-email', method: 'POST', path: '/email/confirm', summary: 'Prove an address with the token of `/email/confirm?token=...`: one\'s own, or the new one',
    access: { who: 'anyone' }, body: z.strictObject({ token: LinkToken }), response: z.object({ email: z.string(), isChanged: z.boolean() }),
    errors: ['accounts.link-used', 'accounts.link-expired', 'accounts.email-taken'], limit: rare,
  }),

  listKeys: defineRoute({
    id: 'accounts.list-keys', method: 'GET', path: '/keys', summary: 'One\'s own API keys',
    access: { who: 'user' }, response: z.object({ items: z.array(ApiKey) }),
  }),
  createKey: defineRoute({
    id: 'accounts.create-key', method: 'POST', path: '/keys', summary: 'Make an API key; it is shown this once. A key makes no keys',
    access: { who: 'user', session: 'any' }, body: z.strictObject({ name: PersonName, scopes: z.array(Scope).min(1).default(['read', 'make']), expiresInDays: z.int().min(1).max(3650).optional() }),
    response: ApiKey.extend({ secret: z.string() }), status: 201, limit: rare,
  }),
  revokeKey: defineRoute({
    id: 'accounts.revoke-key', method: 'DELETE', path: '/keys/:keyId', summary: 'Revoke an API key',
    access: { who: 'user', author: 'key', scope: 'manage' }, params: z.object({ keyId: ApiKeyId }), response: z.object({ isRevoked: z.literal(true) }), errors: ['not-found'],
  }),
  ...accountSettingsRoutes,
  ...accountAdminRoutes,
};


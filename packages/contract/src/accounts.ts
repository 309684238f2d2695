/** Accounts: who one is, and what one may do. */
import { z } from 'zod';
import { PERMISSIONS, Role, SCOPES, Scope } from './access.ts';
import { ApiKeyId, UserId } from './ids.ts';
import { defineRoute } from './route.ts';

export const Email = z.email().max(254).toLowerCase();
export const Password = z.string().min(10).max(128);
const name = z.string().trim().min(1).max(80);

export const Me = z.object({
  kind: z.enum(['anonymous', 'guest', 'user', 'local']),
  user: z.object({ id: UserId, name: z.string(), email: z.string(), role: Role }).nullable(),
  permissions: z.array(z.enum(PERMISSIONS)),
  /** Anonymous callers of this address may start the main job; their work belongs to a guest session. */
  guestsMayMake: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const ApiKey = z.object({
  id: ApiKeyId, name: z.string(), prefix: z.string(), scopes: z.array(z.enum(SCOPES)),
  createdAt: z.iso.datetime(), expiresAt: z.iso.datetime().nullable(), lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

const rare = { max: 10, windowSeconds: 60 };

export const accountRoutes = {
  welcome: defineRoute({
    id: 'accounts.welcome', method: 'POST', path: '/welcome', summary: 'Use the welcome link: makes the site\'s owner and signs in',
    access: { who: 'anyone' }, body: z.strictObject({ token: z.string().min(20).max(200), name, email: Email, password: Password }), response: Me,
    errors: ['accounts.welcome-invalid', 'accounts.password-weak'], limit: rare,
  }),
  signIn: defineRoute({
    id: 'accounts.sign-in', method: 'POST', path: '/sign-in', summary: 'Sign in with e-mail and password',
    access: { who: 'anyone' }, body: z.strictObject({ email: Email, password: z.string().min(1).max(128) }), response: Me,
    errors: ['accounts.wrong-credentials'], limit: rare,
  }),
  signOut: defineRoute({
    id: 'accounts.sign-out', method: 'POST', path: '/sign-out', summary: 'End this session',
    access: { who: 'anyone' }, response: z.object({ isSignedOut: z.literal(true) }),
  }),
  me: defineRoute({
    id: 'accounts.me', method: 'GET', path: '/me', summary: 'Who one is here, and what one may do',
    access: { who: 'anyone' }, response: Me,
  }),
  listKeys: defineRoute({
    id: 'accounts.list-keys', method: 'GET', path: '/keys', summary: 'One\'s own API keys',
    access: { who: 'user' }, response: z.object({ items: z.array(ApiKey) }),
  }),
  createKey: defineRoute({
    id: 'accounts.create-key', method: 'POST', path: '/keys', summary: 'Make an API key; it is shown this once',
    access: { who: 'user', scope: 'manage' }, body: z.strictObject({ name, scopes: z.array(Scope).min(1).default(['read', 'make']), expiresInDays: z.int().min(1).max(3650).optional() }),
    response: ApiKey.extend({ secret: z.string() }), status: 201, limit: rare,
  }),
  revokeKey: defineRoute({
    id: 'accounts.revoke-key', method: 'DELETE', path: '/keys/:keyId', summary: 'Revoke an API key',
    access: { who: 'user', author: 'key', scope: 'manage' }, params: z.object({ keyId: ApiKeyId }), response: z.object({ isRevoked: z.literal(true) }), errors: ['not-found'],
  }),
  listUsers: defineRoute({
    id: 'accounts.list-users', method: 'GET', path: '/users', summary: 'Everybody with an account',
    access: { who: 'user', permission: 'users.read' },
    query: z.object({ after: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    response: z.object({ items: z.array(z.object({ id: UserId, name: z.string(), email: z.string(), role: Role, createdAt: z.iso.datetime() })), next: z.string().nullable() }),
  }),
  createUser: defineRoute({
    id: 'accounts.create-user', method: 'POST', path: '/users', summary: 'Make an account; without a password one is chosen and shown this once',
    access: { who: 'user', permission: 'users.manage' },
    body: z.strictObject({ email: Email, name: name.optional(), role: Role.default('user'), password: Password.optional(), withApiKey: z.boolean().default(false) }),
    response: z.object({ id: UserId, email: z.string(), role: Role, password: z.string().nullable(), apiKey: z.string().nullable() }), status: 201,
    errors: ['accounts.email-taken', 'access.denied'], limit: { max: 60, windowSeconds: 60 },
  }),
};

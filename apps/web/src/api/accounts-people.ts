/** Looking after the people of a site, as functions. */
import type { accountRoutes, Role, SignUpMode, UserEntry, UserState } from '@komawari/contract';
import { call, type AnswerOf } from './call.ts';

type Routes = typeof accountRoutes;
export type Made = AnswerOf<Routes['createUser']>;
export type AccountRules = AnswerOf<Routes['accountRules']>;

export function listUsers(query: { after?: string; search?: string; role?: Role; state?: UserState }, signal: AbortSignal) {
  return call<Routes['listUsers']>('GET', '/users', { query, signal });
}

export function createUser(body: { email: string; name?: string; role: Role }): Promise<Made> {
  return call<Routes['createUser']>('POST', '/users', { body });
}

export function changeRole(userId: string, role: Role): Promise<UserEntry> {
  return call<Routes['changeRole']>('PUT', '/users/:userId/role', { params: { userId }, body: { role } });
}

export function suspendUser(userId: string, reason: string): Promise<UserEntry> {
  return call<Routes['suspendUser']>('POST', '/users/:userId/suspend', { params: { userId }, body: { reason } });
}

export function unsuspendUser(userId: string): Promise<UserEntry> {
  return call<Routes['unsuspendUser']>('POST', '/users/:userId/unsuspend', { params: { userId } });
}

export function approveUser(userId: string): Promise<UserEntry> {
  return call<Routes['approveUser']>('POST', '/users/:userId/approve', { params: { userId } });
}

export function denyUser(userId: string) {
  return call<Routes['denyUser']>('POST', '/users/:userId/deny', { params: { userId } });
}

export function makeResetLink(userId: string) {
  return call<Routes['makeResetLink']>('POST', '/users/:userId/reset-link', { params: { userId } });
}

export function listInvitations(signal: AbortSignal) {
  return call<Routes['listInvitations']>('GET', '/invitations', { signal });
}

export function createInvitation(body: { role: Role; email?: string; note: string; maxUses: number; expiresInDays: number }) {
  return call<Routes['createInvitation']>('POST', '/invitations', { body });
}

export function revokeInvitation(invitationId: string) {
  return call<Routes['revokeInvitation']>('DELETE', '/invitations/:invitationId', { params: { invitationId } });
}

export function getAccountRules(signal: AbortSignal): Promise<AccountRules> {
  return call<Routes['accountRules']>('GET', '/site/accounts', { signal });
}

export function changeAccountRules(signUpMode: SignUpMode): Promise<AccountRules> {
  return call<Routes['changeAccountRules']>('PUT', '/site/accounts', { body: { signUpMode } });
}

/** The routes of accounts as functions. */
import type { accountRoutes, Me } from '@komawari/contract';
import { call } from './call.ts';

type Routes = typeof accountRoutes;

export function getMe(): Promise<Me> {
  return call<Routes['me']>('GET', '/me');
}

export function acceptWelcome(body: { token: string; name: string; email: string; password: string }): Promise<Me> {
  return call<Routes['welcome']>('POST', '/welcome', { body });
}

export function signIn(body: { email: string; password: string }): Promise<Me> {
  return call<Routes['signIn']>('POST', '/sign-in', { body });
}

export function signOut() {
  return call<Routes['signOut']>('POST', '/sign-out');
}

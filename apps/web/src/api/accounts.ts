/** The ways in, as functions. */
import type { accountRoutes, Me, UiLanguage } from '@komawari/contract';
import { call, type AnswerOf } from './call.ts';

type Routes = typeof accountRoutes;
export type InvitationOffer = AnswerOf<Routes['checkInvitation']>;
export type Ceremony = AnswerOf<Routes['passkeySignInOptions']>;
/** What a browser answered to a ceremony. */
export type CeremonyAnswer = { challengeId: string; answer: unknown };

export function getMe(): Promise<Me> {
  return call<Routes['me']>('GET', '/me');
}

export function acceptWelcome(body: { token: string; name: string; email: string; password: string }): Promise<Me> {
  return call<Routes['welcome']>('POST', '/welcome', { body });
}

export function signIn(body: { email: string; password: string }): Promise<Me> {
  return call<Routes['signIn']>('POST', '/sign-in', { body });
}

export function showSecondFactor(code: string): Promise<Me> {
  return call<Routes['secondFactor']>('POST', '/sign-in/second-factor', { body: { code } });
}

export function askLink(email: string) {
  return call<Routes['askLink']>('POST', '/sign-in/link', { body: { email } });
}

export function enterByLink(token: string): Promise<Me> {
  return call<Routes['useLink']>('POST', '/sign-in/link/use', { body: { token } });
}

export function beginPasskeySignIn(): Promise<Ceremony> {
  return call<Routes['passkeySignInOptions']>('POST', '/sign-in/passkey/options');
}

export function enterByPasskey(body: CeremonyAnswer): Promise<Me> {
  return call<Routes['passkeySignIn']>('POST', '/sign-in/passkey', { body });
}

export function signOut() {
  return call<Routes['signOut']>('POST', '/sign-out');
}

export function signUp(body: { name: string; email: string; password: string; invitation?: string; language: UiLanguage }): Promise<Me> {
  return call<Routes['signUp']>('POST', '/sign-up', { body });
}

export function confirmSignUp(token: string): Promise<Me> {
  return call<Routes['confirmSignUp']>('POST', '/sign-up/confirm', { body: { token } });
}

export function checkInvitation(token: string): Promise<InvitationOffer> {
  return call<Routes['checkInvitation']>('POST', '/invitations/check', { body: { token } });
}

export function askReset(email: string) {
  return call<Routes['askReset']>('POST', '/password/reset', { body: { email } });
}

export function enterByReset(body: { token: string; password: string }): Promise<Me> {
  return call<Routes['useReset']>('POST', '/password/reset/use', { body });
}

export function confirmEmail(token: string) {
  return call<Routes['confirmEmail']>('POST', '/email/confirm', { body: { token } });
}

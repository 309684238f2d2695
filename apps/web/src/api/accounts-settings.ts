/** What one does with one's own account, as functions. Those that need a fresh confirmation throw `accounts.confirm-needed`. */
import type { accountRoutes, Me, NoticeChoices, SCOPES, UiLanguage } from '@komawari/contract';
import type { Ceremony, CeremonyAnswer } from './accounts.ts';
import { call, type AnswerOf } from './call.ts';
import { upload } from './upload.ts';

type Routes = typeof accountRoutes;
export type ProfileWish = { name?: string; language?: UiLanguage | null; theme?: 'light' | 'dark' | 'system'; timeZone?: string | null; notices?: Partial<NoticeChoices> };
export type KeyScope = (typeof SCOPES)[number];
export type TwoFactorStart = AnswerOf<Routes['startTwoFactor']>;

export function changeProfile(body: ProfileWish): Promise<Me> {
  return call<Routes['changeProfile']>('PATCH', '/account', { body });
}

export function setAvatar(file: Blob): Promise<Me> {
  return upload<Routes['setAvatar']>('PUT', '/account/avatar', { file });
}

export function removeAvatar(): Promise<Me> {
  return call<Routes['removeAvatar']>('DELETE', '/account/avatar');
}

export function confirmByPassword(password: string): Promise<Me> {
  return call<Routes['confirm']>('POST', '/account/confirm', { body: { password } });
}

export function beginPasskeyConfirm(): Promise<Ceremony> {
  return call<Routes['confirmPasskeyOptions']>('POST', '/account/confirm/passkey/options');
}

export function confirmByPasskey(body: CeremonyAnswer): Promise<Me> {
  return call<Routes['confirmPasskey']>('POST', '/account/confirm/passkey', { body });
}

export function changePassword(password: string): Promise<Me> {
  return call<Routes['changePassword']>('PUT', '/account/password', { body: { password } });
}

export function changeEmail(email: string) {
  return call<Routes['changeEmail']>('PUT', '/account/email', { body: { email } });
}

export function askEmailProof() {
  return call<Routes['askEmailProof']>('POST', '/account/email/proof');
}

export function listSessions(signal: AbortSignal) {
  return call<Routes['listSessions']>('GET', '/sessions', { signal });
}

export function endSession(sessionId: string) {
  return call<Routes['endSession']>('DELETE', '/sessions/:sessionId', { params: { sessionId } });
}

export function endOtherSessions() {
  return call<Routes['endOtherSessions']>('POST', '/sessions/end-others');
}

export function listPasskeys(signal: AbortSignal) {
  return call<Routes['listPasskeys']>('GET', '/passkeys', { signal });
}

export function beginAddPasskey(): Promise<Ceremony> {
  return call<Routes['passkeyOptions']>('POST', '/passkeys/options');
}

export function addPasskey(body: CeremonyAnswer & { name: string }) {
  return call<Routes['addPasskey']>('POST', '/passkeys', { body });
}

export function renamePasskey(passkeyId: string, name: string) {
  return call<Routes['renamePasskey']>('PATCH', '/passkeys/:passkeyId', { params: { passkeyId }, body: { name } });
}

export function removePasskey(passkeyId: string) {
  return call<Routes['removePasskey']>('DELETE', '/passkeys/:passkeyId', { params: { passkeyId } });
}

export function getTwoFactor(signal: AbortSignal) {
  return call<Routes['twoFactor']>('GET', '/two-factor', { signal });
}

export function startTwoFactor(): Promise<TwoFactorStart> {
  return call<Routes['startTwoFactor']>('POST', '/two-factor/start');
}

export function turnOnTwoFactor(code: string) {
  return call<Routes['turnOnTwoFactor']>('POST', '/two-factor/on', { body: { code } });
}

export function turnOffTwoFactor() {
  return call<Routes['turnOffTwoFactor']>('POST', '/two-factor/off');
}

export function renewRecoveryCodes() {
  return call<Routes['renewRecoveryCodes']>('POST', '/two-factor/recovery-codes');
}

export function listKeys(signal: AbortSignal) {
  return call<Routes['listKeys']>('GET', '/keys', { signal });
}

export function createKey(body: { name: string; scopes: KeyScope[]; expiresInDays?: number }) {
  return call<Routes['createKey']>('POST', '/keys', { body });
}

export function revokeKey(keyId: string) {
  return call<Routes['revokeKey']>('DELETE', '/keys/:keyId', { params: { keyId } });
}

export function listExports(signal: AbortSignal) {
  return call<Routes['listExports']>('GET', '/account/exports', { signal });
}

export function startExport() {
  return call<Routes['startExport']>('POST', '/account/exports');
}

export function exportAddress(exportId: string): string {
  return `/api/v1/account/exports/${encodeURIComponent(exportId)}/file`;
}

export function deleteAccount() {
  return call<Routes['deleteAccount']>('POST', '/account/deletion');
}

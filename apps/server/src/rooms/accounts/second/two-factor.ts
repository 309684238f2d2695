import type { UserId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addresseeOf, putLetter, type HandOver } from '../letters/send-letter.ts';
import { seal, sealingKeys, unseal } from '../../../kernel/seal.ts';
import { browserOf } from '../session/sessions.ts';
import { findUser } from '../store.ts';
import { guardGuess, keyOfUser } from '../throttle.ts';
import { hashToken } from '../tokens.ts';
import { countRecoveryCodes, findTotp, proveTotp, removeTotp, replaceRecoveryCodes, saveTotp, TOTP_SEAL, useRecoveryCode, useStep } from './totp-store.ts';

const PERIOD_S = 30;
const RECOVERY_CODES = 10;
const SECRET_BYTES = 20;

export async function describeTwoFactor(ctx: Ctx) {
  const { userId } = browserOf(ctx);
  const totp = await findTotp(ctx.app.client.db, userId);
  return { isOn: Boolean(totp?.proved_at), since: totp?.proved_at?.toISOString() ?? null, recoveryCodesLeft: await countRecoveryCodes(ctx.app.client.db, userId) };
}

/** Makes a secret for an authenticator. It counts from when its first code is shown. */
export async function startTwoFactor(ctx: Ctx) {
  const { userId, email } = browserOf(ctx);
  const { app } = ctx;
  const { Secret, TOTP } = await import('otpauth');
  const secret = new Secret({ size: SECRET_BYTES });
  const isSaved = await saveTotp(app.client.db, { userId, sealed: seal(secret.base32, sealOptions(app, userId)), now: app.ports.clock.now() });
  if (!isSaved) throw new AppError('accounts.two-factor-on');
  const host = URL.parse(app.config.publicUrl)?.hostname ?? '';
  const uri = new TOTP({ issuer: `Komawari ${host}`.trim(), label: email, secret, period: PERIOD_S }).toString();
  const { renderSVG } = await import('uqr');
  return { secret: secret.base32, uri, qrSvg: renderSVG(uri, { border: 2 }) };
}

export async function turnOnTwoFactor(ctx: Ctx, code: string): Promise<{ recoveryCodes: string[] }> {
  const { userId } = browserOf(ctx);
  const { app } = ctx;
  const guess = await guardGuess(ctx, keyOfUser(userId, 'code'));
  const codes = newRecoveryCodes(app);
  const hand = await inTransaction(app.client.db, async (tx) => {
    const totp = await findTotp(tx, userId);
    if (!totp) throw new AppError('accounts.two-factor-off');
    if (totp.proved_at) throw new AppError('accounts.two-factor-on');
    await useTotp(app, tx, userId, totp.secret, code);
    if (!(await proveTotp(tx, userId, app.ports.clock.now()))) throw new AppError('accounts.two-factor-on');
    await replaceRecoveryCodes(tx, userId, codes.map(hashOfCode));
    await audit(tx, ctx, { action: 'accounts.two-factor-on', subject: `user:${userId}` });
    return tell(ctx, tx, userId, 'two-factor-on');
  });
  await guess.succeed();
  void hand?.();
  return { recoveryCodes: codes };
}

export async function turnOffTwoFactor(ctx: Ctx): Promise<{ isDone: true }> {
  const { userId } = browserOf(ctx);
  const hand = await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await removeTotp(tx, userId))) throw new AppError('accounts.two-factor-off');
    await audit(tx, ctx, { action: 'accounts.two-factor-off', subject: `user:${userId}` });
    return tell(ctx, tx, userId, 'two-factor-off');
  });
  void hand?.();
  return { isDone: true };
}

export async function renewRecoveryCodes(ctx: Ctx): Promise<{ recoveryCodes: string[] }> {
  const { userId } = browserOf(ctx);
  const codes = newRecoveryCodes(ctx.app);
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await findTotp(tx, userId))?.proved_at) throw new AppError('accounts.two-factor-off');
    await replaceRecoveryCodes(tx, userId, codes.map(hashOfCode));
    await audit(tx, ctx, { action: 'accounts.renew-recovery-codes', subject: `user:${userId}` });
  });
  return { recoveryCodes: codes };
}

/**
 * Uses up a code of the authenticator or a recovery code. True for a recovery code. Throws `accounts.wrong-code`, or
 * `accounts.code-used` for one that was right before.
 */
export async function checkCode(app: App, tx: Tx, userId: UserId, typed: string): Promise<boolean> {
  const totp = await findTotp(tx, userId);
  if (!totp?.proved_at) throw new AppError('accounts.second-factor-over');
  if (/^\d{6}$/.test(digitsOf(typed))) {
    await useTotp(app, tx, userId, totp.secret, typed);
    return false;
  }
  const state = await useRecoveryCode(tx, userId, hashOfCode(typed), app.ports.clock.now());
  if (state !== 'right') throw new AppError(state === 'used' ? 'accounts.code-used' : 'accounts.wrong-code');
  return true;
}

/** One step to either side is taken for clocks that go wrong; a step that was used is not. */
async function useTotp(app: App, tx: Tx, userId: UserId, sealed: string, typed: string): Promise<void> {
  const timestamp = app.ports.clock.now().getTime();
  const { Secret, TOTP } = await import('otpauth');
  const secret = Secret.fromBase32(unseal(sealed, sealOptions(app, userId)));
  const delta = new TOTP({ secret, period: PERIOD_S }).validate({ token: digitsOf(typed), timestamp, window: 1 });
  if (delta === null) throw new AppError('accounts.wrong-code');
  if (!(await useStep(tx, userId, Math.floor(timestamp / 1000 / PERIOD_S) + delta))) throw new AppError('accounts.code-used');
}

/** Digits as keyboards of East Asia give them are digits too. */
function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '');
}

function newRecoveryCodes(app: App): string[] {
  // 50 bits each, in letters that are not mistaken for one another.
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const letter = (byte: number) => letters[byte % letters.length] ?? 'a';
  return Array.from({ length: RECOVERY_CODES }, () => [...Buffer.from(app.ports.ids.secret(10), 'base64url')].map(letter).join('').replace(/^(.{5})/, '$1-'));
}

function hashOfCode(typed: string): string {
  return hashToken(`recovery:${digitsOf(typed).toLowerCase()}`);
}

function sealOptions(app: App, userId: UserId) {
  return { ...sealingKeys(app.config.secrets), purpose: TOTP_SEAL, owner: userId };
}

async function tell(ctx: Ctx, tx: Tx, userId: UserId, kind: 'two-factor-on' | 'two-factor-off'): Promise<HandOver | undefined> {
  const user = await findUser(tx, userId);
  return user && putLetter(ctx, tx, { kind, to: addresseeOf(user), at: ctx.app.ports.clock.now() });
}

import type { BodyOf, Me, UserId, accountRoutes } from '@komawari/contract';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { finishSignIn } from '../enter/finish-sign-in.ts';
import { confirmBrowser } from '../own/confirm.ts';
import { browserOf } from '../session/sessions.ts';
import { findUser } from '../store.ts';
import { authenticationOf, keepChallenge, orFailed, placeOrRefuse, takeChallenge } from './ceremony.ts';
import { findPasskeyOfCredential, listPasskeyRows, markPasskeyUsed, type PasskeyRow } from './passkey-store.ts';

type Body = BodyOf<typeof accountRoutes.passkeySignIn>;

/** Begins signing in. No account is named: the browser offers what it has, also as a suggestion in the form. */
export async function passkeySignInOptions(ctx: Ctx) {
  const place = placeOrRefuse(ctx);
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({ rpID: place.rpId, userVerification: 'required' });
  return { challengeId: await keepChallenge(ctx, 'passkey-sign-in', place, options.challenge), options: { ...options } };
}

/** A passkey is something one has and something one is or knows: no further factor is asked for. */
export async function passkeySignIn(ctx: Ctx, { challengeId, answer }: Body): Promise<Me> {
  const expected = await takeChallenge(ctx, 'passkey-sign-in', challengeId);
  const row = await verifyAnswer(ctx, answer, expected);
  const user = await findUser(ctx.app.client.db, row.user_id as UserId);
  if (!user) throw new AppError('accounts.passkey-failed');
  return finishSignIn(ctx, user, 'passkey', { hasSecondFactor: true });
}

export async function confirmPasskeyOptions(ctx: Ctx) {
  const { userId } = browserOf(ctx);
  const place = placeOrRefuse(ctx);
  const own = (await listPasskeyRows(ctx.app.client.db, userId)).filter((row) => row.rp_id === place.rpId);
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({ rpID: place.rpId, userVerification: 'required', allowCredentials: own.map((row) => ({ id: row.credential_id, transports: row.transports as never })) });
  return { challengeId: await keepChallenge(ctx, 'passkey-confirm', place, options.challenge, userId), options: { ...options } };
}

export async function confirmByPasskey(ctx: Ctx, { challengeId, answer }: Body): Promise<Me> {
  const { userId } = browserOf(ctx);
  const expected = await takeChallenge(ctx, 'passkey-confirm', challengeId, userId);
  const row = await verifyAnswer(ctx, answer, expected);
  if (row.user_id !== userId) throw new AppError('accounts.passkey-failed');
  return confirmBrowser(ctx);
}

async function verifyAnswer(ctx: Ctx, answer: Body['answer'], expected: Awaited<ReturnType<typeof takeChallenge>>): Promise<PasskeyRow> {
  const { client, ports } = ctx.app;
  const row = await findPasskeyOfCredential(client.db, answer.id);
  if (!row || row.rp_id !== expected.expectedRPID) throw new AppError('accounts.passkey-failed');
  const handle = answer.response['userHandle'];
  if (typeof handle === 'string' && Buffer.from(handle, 'base64url').toString() !== row.user_id) throw new AppError('accounts.passkey-failed');
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const credential = { id: row.credential_id, publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')), counter: row.counter, transports: row.transports as never };
  // A counter that goes back means a copied authenticator; the library refuses it.
  const { verified, authenticationInfo } = await orFailed(ctx, () => verifyAuthenticationResponse({ response: authenticationOf(answer), ...expected, credential }));
  if (!verified) throw new AppError('accounts.passkey-failed');
  if (!(await markPasskeyUsed(client.db, row.id, { counter: authenticationInfo.newCounter, isSynced: authenticationInfo.credentialBackedUp, now: ports.clock.now() }))) throw new AppError('accounts.passkey-failed');
  return row;
}

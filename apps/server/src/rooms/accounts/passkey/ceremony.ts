import type { PasskeyAnswer, UserId } from '@komawari/contract';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { takeOneTimeToken, type Purpose } from '../one-time-store.ts';
import { makeToken } from '../one-time.ts';
import { hashToken } from '../tokens.ts';
import { passkeyPlace, type PasskeyPlace } from './place.ts';

const Challenge = z.object({ challenge: z.string(), rpId: z.string(), origin: z.string() });
type PasskeyPurpose = Extract<Purpose, `passkey-${string}`>;
type Answer = z.infer<typeof PasskeyAnswer>;

/** Where the caller's browser is, or `accounts.passkeys-insecure`. */
export function placeOrRefuse(ctx: Ctx): PasskeyPlace {
  const place = passkeyPlace(ctx);
  if (!place) throw new AppError('accounts.passkeys-insecure');
  return place;
}

/** Remembers the challenge of a ceremony; its id is a secret that is good once. */
export async function keepChallenge(ctx: Ctx, purpose: PasskeyPurpose, place: PasskeyPlace, challenge: string, userId?: UserId): Promise<string> {
  return (await makeToken(ctx.app, ctx.app.client.db, { purpose, userId, data: { challenge, ...place } })).token;
}

/** Uses the challenge up, whatever becomes of the answer: an answer that was caught can not be shown again. */
export async function takeChallenge(ctx: Ctx, purpose: PasskeyPurpose, challengeId: string, userId?: UserId) {
  const { app } = ctx;
  const taken = await takeOneTimeToken(app.client.db, hashToken(challengeId), purpose, app.ports.clock.now());
  if (!taken || taken.userId !== (userId ?? null)) throw new AppError('accounts.passkey-over');
  const { challenge, rpId, origin } = Challenge.parse(taken.data);
  return { expectedChallenge: challenge, expectedRPID: rpId, expectedOrigin: origin, requireUserVerification: true };
}

/** The library checks the form of what a browser answered; results of extensions, which may hold secrets, are left out. */
export function registrationOf(answer: Answer): RegistrationResponseJSON {
  return { ...answer, clientExtensionResults: {} } as unknown as RegistrationResponseJSON;
}

export function authenticationOf(answer: Answer): AuthenticationResponseJSON {
  return { ...answer, clientExtensionResults: {} } as unknown as AuthenticationResponseJSON;
}

/** Whatever is wrong with an answer, the caller learns only that it was not accepted. */
export async function orFailed<T>(ctx: Ctx, verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    ctx.app.log.info({ err: error, requestId: ctx.requestId }, 'the answer of a passkey was refused');
    throw new AppError('accounts.passkey-failed', { cause: error });
  }
}

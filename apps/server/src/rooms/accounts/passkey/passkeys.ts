import type { BodyOf, Passkey, PasskeyId, accountRoutes } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addresseeOf, putLetter, type HandOver } from '../letters/send-letter.ts';
import { browserOf } from '../session/sessions.ts';
import { findUser, lockUser } from '../store.ts';
import { keepChallenge, orFailed, placeOrRefuse, registrationOf, takeChallenge } from './ceremony.ts';
import { addPasskeyRow, findPasskeyOwner, listPasskeyRows, removePasskeyRow, renamePasskeyRow, type PasskeyRow } from './passkey-store.ts';

const PASSKEYS_MAX = 20;
/** ES256, EdDSA and RS256: what authenticators have. */
const ALGORITHMS = [-8, -7, -257];

export async function listOwnPasskeys(ctx: Ctx): Promise<{ items: Passkey[] }> {
  return { items: (await listPasskeyRows(ctx.app.client.db, browserOf(ctx).userId)).map(present) };
}

/** Begins to add one: discoverable, so that it signs in without a name typed, and with the person verified by the device. */
export async function passkeyOptions(ctx: Ctx) {
  const { userId, name, email } = browserOf(ctx);
  const place = placeOrRefuse(ctx);
  const known = await listPasskeyRows(ctx.app.client.db, userId);
  if (known.length >= PASSKEYS_MAX) throw new AppError('accounts.too-many');
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const options = await generateRegistrationOptions({
    rpID: place.rpId, rpName: 'Komawari', userID: Buffer.from(userId), userName: email, userDisplayName: name, attestationType: 'none', supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.filter((row) => row.rp_id === place.rpId).map((row) => ({ id: row.credential_id, transports: row.transports as never })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { challengeId: await keepChallenge(ctx, 'passkey-add', place, options.challenge, userId), options: { ...options } };
}

export async function addPasskey(ctx: Ctx, { challengeId, name, answer }: BodyOf<typeof accountRoutes.addPasskey>): Promise<Passkey> {
  const { userId } = browserOf(ctx);
  const { client, ports } = ctx.app;
  const expected = await takeChallenge(ctx, 'passkey-add', challengeId, userId);
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const verified = await orFailed(ctx, () => verifyRegistrationResponse({ response: registrationOf(answer), ...expected, supportedAlgorithmIDs: ALGORITHMS }));
  if (!verified.verified) throw new AppError('accounts.passkey-failed');
  const { credential, credentialBackedUp } = verified.registrationInfo;
  const row: PasskeyRow = {
    id: ports.ids.next('passkey'), user_id: userId, name, rp_id: expected.expectedRPID, credential_id: credential.id, public_key: Buffer.from(credential.publicKey).toString('base64url'), counter: credential.counter,
    transports: (credential.transports ?? []).slice(0, 10).map((transport) => transport.slice(0, 20)), is_synced: credentialBackedUp, created_at: ports.clock.now(), last_used_at: null,
  };
  const hand = await inTransaction(client.db, async (tx) => {
    await lockUser(tx, userId);
    if ((await listPasskeyRows(tx, userId)).length >= PASSKEYS_MAX) throw new AppError('accounts.too-many');
    // Already there, perhaps with somebody else: that is not told.
    if (!(await addPasskeyRow(tx, row))) throw new AppError('accounts.passkey-failed');
    await audit(tx, ctx, { action: 'accounts.add-passkey', subject: row.id });
    return tell(ctx, tx, 'passkey-added', name);
  });
  void hand?.();
  return present(row);
}

export async function renamePasskey(ctx: Ctx, id: PasskeyId, name: string): Promise<Passkey> {
  return inTransaction(ctx.app.client.db, async (tx) => {
    mustBeAuthor(ctx, await findPasskeyOwner(tx, id));
    const row = await renamePasskeyRow(tx, id, name);
    if (!row) throw new AppError('not-found');
    return present(row);
  });
}

/** Removes one; never the only way in that does not hang on a mailbox. */
export async function removePasskey(ctx: Ctx, id: PasskeyId): Promise<{ isDone: true }> {
  const { userId } = browserOf(ctx);
  const hand = await inTransaction(ctx.app.client.db, async (tx) => {
    const user = await lockUser(tx, userId);
    // Asked under the lock: another tab may have removed it.
    mustBeAuthor(ctx, await findPasskeyOwner(tx, id));
    if (user?.password_hash === null && (await listPasskeyRows(tx, userId)).length === 1) throw new AppError('accounts.last-way-in');
    await audit(tx, ctx, { action: 'accounts.remove-passkey', subject: id });
    return tell(ctx, tx, 'passkey-removed', (await removePasskeyRow(tx, id)).name);
  });
  void hand?.();
  return { isDone: true };
}

function present(row: PasskeyRow): Passkey {
  return { id: row.id as PasskeyId, name: row.name, isSynced: row.is_synced, createdAt: row.created_at.toISOString(), lastUsedAt: row.last_used_at?.toISOString() ?? null };
}

async function tell(ctx: Ctx, tx: Tx, kind: 'passkey-added' | 'passkey-removed', note: string): Promise<HandOver | undefined> {
  const user = await findUser(tx, browserOf(ctx).userId);
  return user && putLetter(ctx, tx, { kind, to: addresseeOf(user), facts: { note }, at: ctx.app.ports.clock.now() });
}

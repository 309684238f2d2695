import type { ApiKey, ApiKeyId, BodyOf, Scope, UserId, accountRoutes } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { accountOf } from './profile.ts';
import { browserOf } from '../session/sessions.ts';
import { addKey, findKeyOwner, listKeys, revokeKey } from '../store.ts';
import { hashToken } from '../tokens.ts';

const DAY_MS = 86_400_000;
const PREFIX = 'koma_';

type KeySpec = { userId: UserId; name: string; scopes: readonly Scope[]; expiresAt: Date | null };

/** Makes a key. Its secret is returned this once; a hash is kept. */
export async function makeKey(ctx: Ctx, tx: Tx, spec: KeySpec): Promise<ApiKey & { secret: string }> {
  const { clock, ids } = ctx.app.ports;
  const secret = PREFIX + ids.secret(32);
  const key = { ...spec, id: ids.next('key'), prefix: secret.slice(0, 10), hash: hashToken(secret), now: clock.now() };
  await addKey(tx, key);
  await audit(tx, ctx, { action: 'accounts.create-key', subject: key.id, data: { scopes: [...spec.scopes] } });
  return { id: key.id as ApiKeyId, name: spec.name, prefix: key.prefix, scopes: [...spec.scopes], createdAt: key.now.toISOString(), expiresAt: spec.expiresAt?.toISOString() ?? null, lastUsedAt: null, secret };
}

/** Keys are made in a browser alone: one made with another key would live on after that one's time, or after it was revoked. */
export async function createKey(ctx: Ctx, body: BodyOf<typeof accountRoutes.createKey>): Promise<ApiKey & { secret: string }> {
  const { userId } = browserOf(ctx);
  const days = body.expiresInDays;
  const expiresAt = days === undefined ? null : new Date(ctx.app.ports.clock.now().getTime() + days * DAY_MS);
  return inTransaction(ctx.app.client.db, (tx) => makeKey(ctx, tx, { userId, name: body.name, scopes: body.scopes, expiresAt }));
}

export async function listOwnKeys(ctx: Ctx): Promise<{ items: ApiKey[] }> {
  const rows = await listKeys(ctx.app.client.db, await accountOf(ctx));
  return { items: rows.map((row) => ({
    id: row.id as ApiKeyId, name: row.name, prefix: row.prefix, scopes: row.scopes as Scope[], createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null, lastUsedAt: row.last_used_at?.toISOString() ?? null,
  })) };
}

export async function revokeOwnKey(ctx: Ctx, keyId: ApiKeyId): Promise<{ isRevoked: true }> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    mustBeAuthor(ctx, await findKeyOwner(tx, keyId));
    await revokeKey(tx, keyId, ctx.app.ports.clock.now());
    await audit(tx, ctx, { action: 'accounts.revoke-key', subject: keyId });
  });
  return { isRevoked: true };
}

/** A whole instance for a measurement: its settings, its owner's key, and a provider of models. */
import { randomBytes } from 'node:crypto';
import type { OwnerRef } from '@komawari/contract';
import { compose } from '../../apps/server/src/compose.ts';
import type { Config } from '../../apps/server/src/config/config.ts';
import { createUser } from '../../apps/server/src/rooms/accounts/index.ts';

/** `url` is where the API is, without its path. */
export type Door = { url: string; key: string };

export function configOf({ dataDir, databaseUrl }: { dataDir: string; databaseUrl: string }): Config {
  return {
    dataDir, host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:8080', databaseUrl, isDatabaseOurs: true, databaseConnectionsMax: 16,
    secrets: { authSecret: randomBytes(32).toString('hex'), encryptionKeyB64: randomBytes(32).toString('base64') }, controlToken: randomBytes(32).toString('hex'), role: 'web', logLevel: 'warn',
  };
}

export type KeyHolder = { userId: string; key: string };

/** Somebody of a migrated database, with a key that may do all that its role may. */
export async function makeKeyHolder(config: Config, { email, role }: { email: string; role: 'owner' | 'user' }): Promise<KeyHolder> {
  const composition = await compose(config);
  try {
    const ctx = { app: composition.app, actor: { kind: 'local', owner: 'local:instance' as OwnerRef }, requestId: 'bench', language: 'en', isLocal: true, proof: { isAuthor: false } } as const;
    const { id, apiKey } = await createUser(ctx, { email, password: 'a password for measuring', role, withApiKey: true });
    if (!apiKey) throw new Error('there is no key');
    return { userId: id, key: apiKey };
  } finally {
    await composition.close();
  }
}

/** Asks the API, and throws what it answers with when that is no success. */
export async function ask<Answer>({ url, key }: Door, method: string, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(new URL(`/api/v1${path}`, url), { method, headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

export async function addProvider(door: Door, { url, inFlightMax }: { url: string; inFlightMax?: number }): Promise<void> {
  await ask(door, 'POST', '/providers', { kind: 'openai', name: 'Provider', url, secrets: { apiKey: 'sk-test' }, isPrivateAllowed: true, ...(inFlightMax === undefined ? {} : { inFlightMax }) });
}

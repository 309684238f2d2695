import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Secrets } from './config.ts';
import { StartupError } from './startup-error.ts';

const keyB64 = z.string().refine((text) => Buffer.from(text, 'base64').length === 32);
const secretsSchema = z.object({ authSecret: z.string().min(32), encryptionKeyB64: keyB64, oldEncryptionKeysB64: z.array(keyB64).min(1).optional() });

/**
 * The secrets of this data folder; made when the file is missing, never overwritten when it is damaged.
 * Machines without a common data folder give theirs by `KOMA_AUTH_SECRET` and `KOMA_ENCRYPTION_KEY`, and while the key is
 * exchanged the one before by `KOMA_ENCRYPTION_KEY_OLD`.
 * @throws StartupError data.secrets
 */
export function loadSecrets(dataDir: string, env: NodeJS.ProcessEnv): Secrets {
  const file = secretsFile(dataDir);
  const stored = readSecrets(file) ?? makeSecrets(file);
  const { oldEncryptionKeysB64: storedOld, ...present } = stored;
  const old = isKeyGiven(env) ? givenOld(env) : storedOld;
  const given = { authSecret: env.KOMA_AUTH_SECRET || present.authSecret, encryptionKeyB64: env.KOMA_ENCRYPTION_KEY || present.encryptionKeyB64, ...(old ? { oldEncryptionKeysB64: old } : {}) };
  const result = secretsSchema.safeParse(given);
  if (!result.success) throw StartupError.one('data.secrets', { file: 'KOMA_AUTH_SECRET / KOMA_ENCRYPTION_KEY' });
  return result.data;
}

/** Whether the key comes from the environment, and is not ours to exchange. */
export function isKeyGiven(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env.KOMA_ENCRYPTION_KEY);
}

/**
 * Puts a new key into the file and keeps the one before as one that still opens; where an exchange was begun and not
 * ended, there is a new one already. @throws StartupError data.secrets
 */
export function beginKeyExchange(dataDir: string): Secrets {
  const file = secretsFile(dataDir);
  const stored = readSecrets(file) ?? makeSecrets(file);
  if (stored.oldEncryptionKeysB64) return stored;
  const next = { ...stored, encryptionKeyB64: randomBytes(32).toString('base64'), oldEncryptionKeysB64: [stored.encryptionKeyB64] };
  replaceSecrets(file, next);
  return next;
}

/** Forgets the keys before: nothing is sealed with them any more. */
export function endKeyExchange(dataDir: string): void {
  const file = secretsFile(dataDir);
  const stored = readSecrets(file);
  if (!stored?.oldEncryptionKeysB64) return;
  const { oldEncryptionKeysB64: _, ...present } = stored;
  replaceSecrets(file, present);
}

function secretsFile(dataDir: string): string {
  return join(dataDir, 'secrets.json');
}

function givenOld({ KOMA_ENCRYPTION_KEY_OLD: old }: NodeJS.ProcessEnv): string[] | undefined {
  return old ? [old] : undefined;
}

function readSecrets(file: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw StartupError.one('data.secrets', { file }, { cause: error });
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw StartupError.one('data.secrets', { file }, { cause: error });
  }
}

/** Written beside and linked into place: a kill half-way leaves no half file, and of two writers one wins. */
function makeSecrets(file: string): Secrets {
  const secrets = { authSecret: randomBytes(32).toString('base64url'), encryptionKeyB64: randomBytes(32).toString('base64') };
  const draft = writeDraft(file, secrets);
  try {
    linkSync(draft, file);
    return secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readSecrets(file) ?? secrets;
  } finally {
    unlinkSync(draft);
  }
}

/** The file is the one before or the new one, whole, after a loss of power too; it stays that of its owner. */
function replaceSecrets(file: string, secrets: Secrets): void {
  const draft = writeDraft(file, secrets);
  const { uid, gid } = statSync(file);
  if (process.getuid?.() === 0) chownSync(draft, uid, gid);
  renameSync(draft, file);
  // Folders cannot be opened on Windows.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function writeDraft(file: string, secrets: Secrets): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(secrets, null, 2) + '\n', { mode: 0o600, flush: true });
  return draft;
}

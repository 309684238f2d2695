import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Secrets } from './config.ts';
import { StartupError } from './startup-error.ts';

const secretsSchema = z.object({
  authSecret: z.string().min(32),
  encryptionKeyB64: z.string().refine((text) => Buffer.from(text, 'base64').length === 32),
});

/**
 * The secrets of this data folder; made when the file is missing, never overwritten when it is damaged.
 * Machines without a common data folder give theirs by `KOMA_AUTH_SECRET` and `KOMA_ENCRYPTION_KEY`.
 * @throws StartupError data.secrets
 */
export function loadSecrets(dataDir: string, env: NodeJS.ProcessEnv): Secrets {
  const file = join(dataDir, 'secrets.json');
  const stored = readSecrets(file) ?? makeSecrets(file);
  const given = { authSecret: env.KOMA_AUTH_SECRET || stored.authSecret, encryptionKeyB64: env.KOMA_ENCRYPTION_KEY || stored.encryptionKeyB64 };
  const result = secretsSchema.safeParse(given);
  if (!result.success) throw StartupError.one('data.secrets', { file: 'KOMA_AUTH_SECRET / KOMA_ENCRYPTION_KEY' });
  return result.data;
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
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(secrets, null, 2) + '\n', { mode: 0o600, flush: true });
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

import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { prepareDataDir } from '../config/data-folder.ts';
import { loadSettings } from '../config/load-settings.ts';
import { loadSecrets } from '../config/secrets.ts';
import { ensurePostgres } from '../postgres/ensure-postgres.ts';
import { acquireInstanceLock } from '../supervisor/instance-lock.ts';
import { prepareDatabase } from '../supervisor/prepare-database.ts';

/** Two commands in a row must not fail because the first is still closing its database. */
const lockWaitMs = 15_000;

/**
 * For a command that found no running instance: takes the data folder, starts PostgreSQL, migrates. `close` gives
 * everything back. @throws StartupError
 */
export async function openAlone(env: NodeJS.ProcessEnv): Promise<{ config: Config; close(): Promise<void> }> {
  const settings = loadSettings(env);
  prepareDataDir(settings.dataDir);
  const lock = await acquireInstanceLock(settings.dataDir, lockWaitMs);
  let postgres: Awaited<ReturnType<typeof ensurePostgres>> | undefined;
  const close = async () => {
    await postgres?.stop();
    await lock.release();
  };
  try {
    if (!settings.databaseUrl) postgres = await ensurePostgres({ dataDir: settings.dataDir, lock });
    const databaseUrl = postgres?.connectionString ?? settings.databaseUrl ?? '';
    await prepareDatabase({ databaseUrl });
    const config: Config = {
      ...settings,
      databaseUrl,
      isDatabaseOurs: postgres !== undefined,
      databaseConnectionsMax: 8,
      secrets: loadSecrets(settings.dataDir, env),
      controlToken: randomBytes(32).toString('base64url'),
      role: 'cli',
    };
    return { config, close };
  } catch (error) {
    await close();
    throw error;
  }
}

import type { Config } from '../config/config.ts';
import { StartupError } from '../config/startup-error.ts';
import { checkServer } from '../postgres/check-server.ts';

/** Checks the database and brings it to this version. Two machines that do so at once are safe. @throws StartupError */
export async function prepareDatabase({ databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<void> {
  await checkServer(databaseUrl);
  const { migrate, DatabaseTooNewError } = await import('../db/migrate.ts');
  try {
    await migrate(databaseUrl);
  } catch (error) {
    if (!(error instanceof DatabaseTooNewError)) throw error;
    throw StartupError.one('data.newer', { found: /"(.+)"/.exec(error.message)?.[1] ?? '?' }, { cause: error });
  }
}

import type { Config } from '../config/config.ts';
import { StartupError } from '../config/startup-error.ts';
import { schemaStamp } from '../db/schema-stamp.ts';
import { sqlStateOf } from '../db/transaction.ts';
import { checkServer } from '../postgres/check-server.ts';

/** Checks the database and tells whether a start of this very version has brought it up to date before. @throws StartupError */
export async function isPrepared({ databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<boolean> {
  const found = await checkServer(databaseUrl, async (client) => {
    try {
      return (await client.query<{ stamp: string; last: string }>('select stamp, (select max(name) from kysely_migration) as last from prepared')).rows[0];
    } catch (error) {
      if (sqlStateOf(error) === UNDEFINED_TABLE) return undefined;
      throw error;
    }
  });
  // A newer version that was killed before it left its stamp has left its migrations.
  return found?.stamp === schemaStamp() && found.stamp.startsWith(`${found.last} `);
}

const UNDEFINED_TABLE = '42P01';

/** Checks the database and brings it to this version. Two machines that do so at once are safe. @throws StartupError */
export async function prepareDatabase({ databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<void> {
  if (await isPrepared({ databaseUrl })) return;
  const { migrate, DatabaseTooNewError } = await import('../db/migrate.ts');
  try {
    await migrate(databaseUrl);
  } catch (error) {
    if (!(error instanceof DatabaseTooNewError)) throw error;
    throw StartupError.one('data.newer', { found: /"(.+)"/.exec(error.message)?.[1] ?? '?' }, { cause: error });
  }
}

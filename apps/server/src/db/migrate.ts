import { runMigrations as runJobMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import pg from 'pg';
import { guardPool } from './client.ts';
import * as kernel from './migrations/0001-kernel.ts';
import * as accounts from './migrations/0002-accounts.ts';
import * as comics from './migrations/0003-comics.ts';
import * as prepared from './migrations/0004-prepared.ts';
import * as objectSweep from './migrations/0005-object-sweep.ts';
import * as ownAccounts from './migrations/0006-accounts.ts';
import * as bookEdits from './migrations/0007-book-edits.ts';
import * as letters from './migrations/0008-letters.ts';
import * as studio from './migrations/0009-studio.ts';
import * as pictureHistory from './migrations/0010-picture-history.ts';
import * as textAnswers from './migrations/0011-text-answers.ts';
import * as modelTakes from './migrations/0012-model-takes.ts';
import * as pictureQueue from './migrations/0013-picture-queue.ts';
import * as wordLists from './migrations/0014-word-lists.ts';
import * as budgets from './migrations/0015-budgets.ts';
import * as endpoints from './migrations/0016-endpoints.ts';
import * as retention from './migrations/0017-retention.ts';
import * as homeHosts from './migrations/0018-home-hosts.ts';
import * as templates from './migrations/0019-templates.ts';
import * as pictureGrids from './migrations/0020-picture-grids.ts';
import * as picturePreviews from './migrations/0021-picture-previews.ts';
import { schemaStamp } from './schema-stamp.ts';

/** In order; a name never changes once released. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-kernel': kernel, '0002-accounts': accounts, '0003-comics': comics, '0004-prepared': prepared,
  '0005-object-sweep': objectSweep, '0006-accounts': ownAccounts, '0007-book-edits': bookEdits, '0008-letters': letters,
  '0009-studio': studio, '0010-picture-history': pictureHistory, '0011-text-answers': textAnswers, '0012-model-takes': modelTakes,
  '0013-picture-queue': pictureQueue, '0014-word-lists': wordLists, '0015-budgets': budgets, '0016-endpoints': endpoints,
  '0017-retention': retention, '0018-home-hosts': homeHosts, '0019-templates': templates, '0020-picture-grids': pictureGrids,
  '0021-picture-previews': picturePreviews,
};

/** The database was written by a newer version of the program; nothing was changed. */
export class DatabaseTooNewError extends Error {
  override name = 'DatabaseTooNewError';
}

/**
 * Brings the database to the state this program needs. Safe to run by several processes at once.
 * Throws DatabaseTooNewError when the data was written by a newer version.
 */
export async function migrate(connectionString: string): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 3 });
  guardPool(pool, () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await refuseNewer(pool);
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    await runJobMigrations({ pgPool: pool, logger: undefined });
    await pool.query('insert into prepared (stamp) values ($1) on conflict (is_only) do update set stamp = excluded.stamp', [schemaStamp()]);
  } finally {
    await db.destroy();
  }
}

async function refuseNewer(pool: pg.Pool): Promise<void> {
  const { rows: tables } = await pool.query<{ found: boolean }>(`select to_regclass('kysely_migration') is not null as found`);
  if (!tables[0]?.found) return;
  const { rows } = await pool.query<{ name: string }>('select name from kysely_migration order by name');
  const unknown = rows.map((row) => row.name).filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) throw new DatabaseTooNewError(`The data was written by a newer version of Komawari (it knows "${unknown.at(-1)}"). Start that version, or use another data folder.`);
}

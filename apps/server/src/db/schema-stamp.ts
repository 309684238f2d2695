import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Names the schema that this program needs: its last migration and the version of the job runner, which keeps a schema
 * of its own. Told without loading either: a start that finds this stamp in the database loads no migration code.
 */
export function schemaStamp(): string {
  const last = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.ts')).sort().at(-1) ?? '';
  const runner = dirname(dirname(createRequire(import.meta.url).resolve('graphile-worker')));
  const { version } = JSON.parse(readFileSync(join(runner, 'package.json'), 'utf8')) as { version: string };
  return `${basename(last, '.ts')} graphile-worker ${version}`;
}

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDataDir } from '../config/data-folder.ts';
import { clusterHome } from './cluster-home.ts';
import { choosePostgresUser } from './postgres-user.ts';

/**
 * Copies the stopped PostgreSQL of one data folder into an empty other one (50 to 80 ms instead of a second).
 * For tests: `ensurePostgres` and migrate once, stop, then clone for each test.
 */
export function cloneTemplate(options: { templateDir: string; dataDir: string }): void {
  const user = choosePostgresUser();
  prepareDataDir(options.dataDir);
  const from = clusterHome(options.templateDir, user).dataPath;
  const to = clusterHome(options.dataDir, user).dataPath;
  if (existsSync(join(from, 'postmaster.pid'))) throw new Error(`The template ${options.templateDir} is running: stop it before it is cloned.`);
  if (existsSync(to)) throw new Error(`${options.dataDir} holds a database already.`);
  // cp keeps the owner, which cpSync does not.
  if (spawnSync('cp', ['-a', from, to]).status !== 0) cpSync(from, to, { recursive: true });
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, chownSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config/startup-error.ts';
import { runAs } from '../supervisor/spawn-bound.ts';
import { ourMajorVersion } from './binaries.ts';
import type { ClusterHome } from './cluster-home.ts';
import { namedUser, type PostgresUser } from './postgres-user.ts';

/** Role and database of the program. The role is no superuser: an injected statement cannot run programs. */
export const databaseName = 'komawari';

const firstStatements = `
CREATE ROLE ${databaseName} LOGIN;
GRANT pg_monitor, pg_checkpoint TO ${databaseName};
CREATE DATABASE ${databaseName} OWNER ${databaseName};
`;

/**
 * Creates the cluster when there is none (0.6 to 1 s). Made beside and renamed: a kill half-way leaves no half cluster.
 * @throws StartupError postgres.failed, postgres.cluster-version
 */
export function createClusterWhenMissing(options: { binaries: string; cluster: ClusterHome; user: PostgresUser; isThrowaway: boolean }): void {
  const { binaries, cluster, user, isThrowaway } = options;
  const versionFile = join(cluster.dataPath, 'PG_VERSION');
  if (existsSync(versionFile)) return assertVersion(readFileSync(versionFile, 'utf8').trim(), cluster.dataPath);
  const draft = join(cluster.home, 'data.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const maker = user.isSelf ? user : namedUser();
  if (!maker.isSelf) chownSync(draft, maker.uid, maker.gid);
  initialise({ binaries, draft, maker, isThrowaway });
  addDatabase({ binaries, draft, maker, isThrowaway });
  if (!user.isSelf && spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, draft]).status !== 0) throw StartupError.one('postgres.failed', { why: 'chown' });
  rmSync(cluster.dataPath, { recursive: true, force: true });
  renameSync(draft, cluster.dataPath);
}

interface Making {
  binaries: string;
  draft: string;
  maker: PostgresUser;
  isThrowaway: boolean;
}

/** Sorting and case by Unicode rules that never change under an index; C.UTF-8 so that pg_trgm sees Chinese. */
function initialise({ binaries, draft, maker, isThrowaway }: Making): void {
  const args = ['-D', draft, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  if (isThrowaway) args.push('--no-sync');
  const run = (more: string[]) => runAs(maker, join(binaries, 'bin/initdb'), [...args, ...more], { env: postgresEnv(), cwd: draft });
  let done = run(['--lc-ctype=C.UTF-8']);
  // Some systems have no C.UTF-8 of their own: the built-in rules still hold.
  if (done.status !== 0 && /locale/i.test(done.stderr ?? '')) done = run([]);
  if (done.status !== 0) throw StartupError.one('postgres.failed', { why: lastLine(done.stderr || String(done.error ?? done.signal)) });
}

function addDatabase({ binaries, draft, maker, isThrowaway }: Making): void {
  const args = ['--single', '-D', draft, '-c', 'log_min_messages=fatal', ...(isThrowaway ? ['-c', 'fsync=off'] : []), 'postgres'];
  const done = runAs(maker, join(binaries, 'bin/postgres'), args, { env: postgresEnv(), cwd: draft, input: firstStatements.trimStart() });
  if (done.status !== 0 || /ERROR|FATAL/.test(done.stderr ?? '')) throw StartupError.one('postgres.failed', { why: lastLine(done.stderr ?? '') });
}

function assertVersion(found: string, dir: string): void {
  if (found !== String(ourMajorVersion)) throw StartupError.one('postgres.cluster-version', { dir, found, ours: ourMajorVersion });
}

/** PostgreSQL needs nothing of our environment, and secrets in it are none of its business. */
export function postgresEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

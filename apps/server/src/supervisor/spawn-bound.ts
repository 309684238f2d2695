import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import type { PostgresUser } from '../postgres/postgres-user.ts';

export interface BoundSpawn {
  file: string;
  args: string[];
  stdio: StdioOptions;
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** Run as this user, without any privilege of ours. Absent: as ourselves. */
  user?: PostgresUser;
}

/**
 * Starts a process that does not outlive us: on Linux the kernel sends it TERM when our main thread ends, however
 * that happens. It has a process group of its own, so that Ctrl-C in the terminal reaches us alone.
 */
export function spawnBound({ file, args, stdio, env, cwd, user }: BoundSpawn): ChildProcess {
  const options = { stdio, env, detached: true, ...(cwd ? { cwd } : {}) };
  const isForeign = user !== undefined && !user.isSelf;
  if (!hasSetpriv()) return spawn(file, args, isForeign ? { ...options, uid: user.uid, gid: user.gid } : options);
  const flags = ['--pdeathsig', 'TERM'];
  if (isForeign) flags.push(...dropEverything(user));
  return spawn('setpriv', [...flags, '--', file, ...args], options);
}

/** Flags of setpriv that leave a process nothing of root's. */
function dropEverything(user: PostgresUser): string[] {
  return [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
}

/** Like spawnSync, as another user where one is given. */
export function runAs(user: PostgresUser, file: string, args: string[], options: { env: NodeJS.ProcessEnv; input?: string; cwd: string }) {
  const common = { ...options, encoding: 'utf8' as const };
  if (user.isSelf) return spawnSync(file, args, common);
  if (hasSetpriv()) return spawnSync('setpriv', [...dropEverything(user), '--', file, ...args], common);
  return spawnSync(file, args, { ...common, uid: user.uid, gid: user.gid });
}

let isSetprivThere: boolean | undefined;

/** util-linux's setpriv: everywhere on Linux except in very small images, nowhere else. */
function hasSetpriv(): boolean {
  isSetprivThere ??= process.platform === 'linux' && /--pdeathsig/.test(spawnSync('setpriv', ['--help'], { encoding: 'utf8' }).stdout ?? '');
  return isSetprivThere;
}

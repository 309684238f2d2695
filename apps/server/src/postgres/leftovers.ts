import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterHome } from './cluster-home.ts';

/**
 * Ends what a killed instance left behind. The caller holds the instance's lock, so whatever still uses this
 * cluster is an orphan: after `kill -9` of PostgreSQL's main process a busy backend runs on for many seconds,
 * and a new server may not start before it is gone.
 */
export async function endLeftovers(cluster: ClusterHome): Promise<void> {
  if (!existsSync(cluster.dataPath)) return;
  const orphans = () => (process.platform === 'linux' ? processesIn(cluster.dataPath) : postmasterOf(cluster.dataPath));
  // QUIT: stop at once, the log is replayed at the next start. Then KILL for those that do not listen.
  for (const [signal, patienceMs] of [
    ['SIGQUIT', 1_500],
    ['SIGKILL', 5_000],
  ] as const) {
    const endsAt = performance.now() + patienceMs;
    for (const pid of orphans()) kill(pid, signal);
    while (orphans().length > 0 && performance.now() < endsAt) await sleep(10);
  }
  // The number in these files may by now belong to somebody else, and PostgreSQL would then refuse to start.
  rmSync(join(cluster.dataPath, 'postmaster.pid'), { force: true });
  rmSync(join(cluster.socketDir, '.s.PGSQL.5432'), { force: true });
  rmSync(join(cluster.socketDir, '.s.PGSQL.5432.lock'), { force: true });
}

/** Every process of PostgreSQL works in the cluster's folder. */
export function processesIn(dir: string): number[] {
  const real = realpathSync(dir);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === real;
      } catch {
        // Ended meanwhile, or another user's: not ours either way.
        return false;
      }
    });
}

function postmasterOf(dir: string): number[] {
  try {
    const pid = Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const command = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout;
    return command.includes('postgres') ? [pid] : [];
  } catch {
    // No pid file: nothing ran.
    return [];
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

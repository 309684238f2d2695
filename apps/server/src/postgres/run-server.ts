import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../config/startup-error.ts';
import { spawnBound } from '../supervisor/spawn-bound.ts';
import type { ClusterHome } from './cluster-home.ts';
import { postgresEnv } from './create-cluster.ts';
import type { PostgresUser } from './postgres-user.ts';

/** Small: 15 MB when idle, 2 MB a connection. All processes together stay below `max_connections`. */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '40',
  shared_buffers: '32MB',
  max_wal_size: '256MB',
  autovacuum_max_workers: '1',
  max_parallel_workers: '0',
  io_method: 'sync',
  jit: 'off',
  wal_level: 'replica',
  max_wal_senders: '0',
  log_min_messages: 'warning',
  log_timezone: 'UTC',
  timezone: 'UTC',
  // After a kill: one call for the whole file system instead of one for each of a thousand files, 0.2 s instead of 2.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
};

/** Nothing in it is worth keeping: tests. */
const throwawaySettings: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export interface Server {
  pid: number;
  /** Settles when the server has ended, with the last lines it wrote. */
  exited: Promise<{ why: string }>;
  stop(): Promise<void>;
}

/** Starts the server and waits until it accepts connections (20 to 35 ms; some seconds after a crash). */
export async function runServer(options: { binaries: string; cluster: ClusterHome; user: PostgresUser; isThrowaway: boolean }): Promise<Server> {
  const { binaries, cluster, user, isThrowaway } = options;
  const all = { ...settings, ...(isThrowaway ? throwawaySettings : {}), unix_socket_directories: `"${cluster.socketDir}"` };
  const args = ['-D', cluster.dataPath, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = spawnBound({ file: join(binaries, 'bin/postgres'), args, stdio: ['ignore', 'ignore', 'pipe'], env: postgresEnv(), cwd: cluster.home, user });
  const lines = keepLastLines(child);
  const exited = once(child, 'exit').then(
    ([code, signal]) => ({ why: lines.at(-1) ?? String(signal ?? code) }),
    (error: Error) => ({ why: error.message }),
  );
  let isOver = false;
  void exited.then(() => {
    isOver = true;
  });
  while (!isReady(cluster.dataPath, child.pid)) {
    if (isOver) throw StartupError.one('postgres.failed', { why: (await exited).why });
    await sleep(4);
  }
  return { pid: child.pid ?? -1, exited, stop: () => stopServer(child, exited, () => isOver) };
}

/** PostgreSQL writes its state into the eighth line of its pid file. */
function isReady(dataPath: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(dataPath, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** INT: roll back what is open and end (10 to 60 ms). Whoever does not answer is ended harder. */
async function stopServer(child: ChildProcess, exited: Promise<unknown>, isOver: () => boolean): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (isOver()) return;
    child.kill(signal);
    const timer = new AbortController();
    await Promise.race([exited, sleep(patienceMs, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }
}

/** A pipe that nobody reads fills up and stops the writer: it is always read. */
function keepLastLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  if (!child.stderr) return lines;
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line.replace(/^\S+ \S+ UTC \[\d+\] /, ''));
    if (lines.length > 20) lines.shift();
  });
  return lines;
}

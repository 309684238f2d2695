import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../config/startup-error.ts';
import { shortHash } from '../postgres/cluster-home.ts';

export interface InstanceLock {
  release(): Promise<void>;
}

/**
 * One instance a data folder. The lock is a listening socket, so it ends with the process, however that ends.
 * Linux: a name without a file. Windows: a pipe. Elsewhere a socket file, taken over when nobody answers on it.
 * @param waitMs how long to wait for another holder to finish (a command that is about to end)
 * @throws StartupError data.locked
 */
export async function acquireInstanceLock(dataDir: string, waitMs = 0): Promise<InstanceLock> {
  const path = lockPath(realpathSync(dataDir));
  const endsAt = performance.now() + waitMs;
  for (;;) {
    const server = await tryListen(path);
    if (server) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    if (performance.now() >= endsAt) throw StartupError.one('data.locked', { dir: dataDir });
    await sleep(50);
  }
}

/** True while some process holds the folder. */
export async function isLocked(dataDir: string): Promise<boolean> {
  return answers(lockPath(realpathSync(dataDir)));
}

function lockPath(dir: string): string {
  const name = `komawari-${shortHash(dir)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const folder = join(tmpdir(), 'komawari-locks');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

async function tryListen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  const outcome = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen({ path, exclusive: true }, () => resolve(undefined));
  });
  if (!outcome) {
    server.unref();
    return server;
  }
  if (outcome.code !== 'EADDRINUSE') throw outcome;
  if (!path.startsWith('/') || (await answers(path))) return undefined;
  rmSync(path, { force: true });
  return tryListen(path);
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

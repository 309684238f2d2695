import { readFileSync, renameSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

/** How a command finds the instance that runs on a data folder, and proves that its user may read that folder. */
export interface RunningInstance {
  pid: number;
  host: string;
  port: number;
  /** Where this machine reaches the web process; not the public address. */
  url: string;
  /** Bearer token of the owner; a new one for each start. */
  token: string;
}

const instanceSchema = z.object({ pid: z.number().int(), host: z.string(), port: z.number().int(), url: z.string(), token: z.string().min(32) });

/** Folder for what lives only as long as the instance. */
export function runDir(dataDir: string): string {
  return join(dataDir, 'run');
}

export function instanceFile(dataDir: string): string {
  return join(runDir(dataDir), 'instance.json');
}

/** Readable by its owner alone; complete or absent. */
export function writeInstanceFile(dataDir: string, instance: RunningInstance): void {
  mkdirSync(runDir(dataDir), { recursive: true, mode: 0o700 });
  const draft = `${instanceFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(instance), { mode: 0o600 });
  renameSync(draft, instanceFile(dataDir));
}

export function removeInstanceFile(dataDir: string): void {
  rmSync(instanceFile(dataDir), { force: true });
}

/** The instance that answers on this data folder; absent when none runs or the file is of a killed one. */
export async function findRunningInstance(dataDir: string): Promise<RunningInstance | undefined> {
  let instance: RunningInstance;
  try {
    instance = instanceSchema.parse(JSON.parse(readFileSync(instanceFile(dataDir), 'utf8')));
  } catch {
    // No file, not readable by this user, or cut off: nothing to attach to.
    return undefined;
  }
  return isAlive(instance.pid) && (await listens(instance)) ? instance : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function listens({ url }: RunningInstance): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), timeout: 2_000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

/** The whole program as a user starts it: `koma serve` on a data folder of its own, with ways to kill each part of it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { databaseName } from '../../apps/server/src/postgres/create-cluster.ts';
import { clusterHome, type ClusterHome } from '../../apps/server/src/postgres/cluster-home.ts';
import { processesIn } from '../../apps/server/src/postgres/leftovers.ts';
import { choosePostgresUser } from '../../apps/server/src/postgres/postgres-user.ts';
import { startOf } from '../../apps/server/src/supervisor/leftover-children.ts';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.mjs', import.meta.url));

export type Part = 'web' | 'worker' | 'postgres' | 'supervisor';
export type Answer = { status: number; body: unknown; text: string; bytes: Uint8Array; headers: Headers };
export type CallOptions = { body?: unknown; headers?: Record<string, string>; isAnonymous?: boolean };

export interface RealInstance {
  dataDir: string;
  port: number;
  logFile: string;
  databaseUrl(): string;
  /** Serves now: resolves when the instance answers on its port. */
  start(): Promise<void>;
  /** The number of a part that lives; undefined while it is being started again. */
  pidOf(part: Part): number | undefined;
  /** Kills without warning and waits for the end. False when the part does not live at the moment. */
  kill(part: Part): Promise<boolean>;
  /** With the token of the running instance, unless anonymous. Throws when nobody answers. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  stop(): Promise<void>;
  /** Whatever of this instance, or of an earlier one on the same folder, still lives. */
  processes(): number[];
  remove(): void;
}

export async function realInstance(env: Record<string, string> = {}): Promise<RealInstance> {
  const folder = mkdtempSync(join(tmpdir(), 'koma e2e '));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  const logFile = join(folder, 'serve.log');
  const port = await freePort();
  let supervisor: ChildProcess | undefined;
  const cluster = (): ClusterHome => clusterHome(dataDir, choosePostgresUser());

  const pidOf = (part: Part): number | undefined => {
    if (part === 'supervisor') return supervisor && supervisor.exitCode === null && supervisor.signalCode === null ? supervisor.pid : undefined;
    const pid = part === 'postgres' ? postmasterIn(cluster().dataPath) : childrenOf(supervisor?.pid).find((child) => child.role === part)?.pid;
    return pid !== undefined && startOf(pid) !== undefined ? pid : undefined;
  };
  const processes = () => [...new Set([...processesWith(`KOMA_DATA=${dataDir}`), ...processesIn(cluster().dataPath)])];
  const call = (method: string, path: string, options: CallOptions = {}) => callInstance(dataDir, port, method, path, options);

  return {
    dataDir, port, logFile, pidOf, processes, call,
    databaseUrl: () => `postgresql://${databaseName}@localhost/${databaseName}?host=${encodeURIComponent(cluster().socketDir)}`,
    async start() {
      const { VITEST: _vitest, NODE_ENV: _env, ...rest } = process.env;
      const next = spawn(process.execPath, [MAIN, 'serve'], { env: { ...rest, KOMA_DATA: dataDir, KOMA_PORT: String(port), KOMA_LOG_LEVEL: 'warn', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
      supervisor = next;
      const keep = (chunk: Buffer) => appendFileSync(logFile, chunk);
      next.stdout.on('data', keep);
      next.stderr.on('data', keep);
      for (let waitedMs = 0; !(await answers(dataDir, next.pid, port)); waitedMs += 50) {
        if (next.exitCode !== null || waitedMs > 60_000) throw new Error(`the instance did not start: ${readFileSync(logFile, 'utf8').slice(-2000)}`);
        await sleep(50);
      }
    },
    async kill(part) {
      const pid = pidOf(part);
      if (pid === undefined) return false;
      process.kill(pid, 'SIGKILL');
      while (startOf(pid) !== undefined) await sleep(5);
      return true;
    },
    async stop() {
      const running = supervisor;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      running.kill('SIGTERM');
      await ended;
    },
    remove() {
      const { home } = cluster();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * A free port below those that the system lends to outgoing connections: while an instance is down for a moment,
 * somebody's client must not get its port, nor an instance of another lane, whose process has a number near this one's.
 */
export async function freePort(): Promise<number> {
  for (let offset = (process.pid % 1000) * 10; ; offset += 1) {
    const port = 20_000 + (offset % 10_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)));
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

function readInstanceFile(dataDir: string): { pid: number; token: string } | undefined {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'run', 'instance.json'), 'utf8')) as { pid: number; token: string };
  } catch {
    // Not there yet, or of an instance that has ended.
    return undefined;
  }
}

async function answers(dataDir: string, pid: number | undefined, port: number): Promise<boolean> {
  if (readInstanceFile(dataDir)?.pid !== pid) return false;
  return fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) }).then((reply) => reply.ok, () => false);
}

async function callInstance(dataDir: string, port: number, method: string, path: string, options: CallOptions): Promise<Answer> {
  const headers: Record<string, string> = { connection: 'close', ...options.headers };
  if (!options.isAnonymous) headers['authorization'] = `Bearer ${readInstanceFile(dataDir)?.token ?? ''}`;
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }), redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  return { status: reply.status, text, bytes, headers: reply.headers, body: reply.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : undefined };
}

function postmasterIn(dataPath: string): number | undefined {
  try {
    const lines = readFileSync(join(dataPath, 'postmaster.pid'), 'utf8').split('\n');
    return lines[7]?.trim() === 'ready' ? Number(lines[0]) : undefined;
  } catch {
    return undefined;
  }
}

function childrenOf(parent: number | undefined): { pid: number; role: string }[] {
  if (parent === undefined) return [];
  return readProcesses((pid) => {
    const [, ppid] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    const role = /--role\0(\w+)\0--supervised/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1];
    return Number(ppid) === parent && role !== undefined ? { pid, role } : undefined;
  });
}

function processesWith(variable: string): number[] {
  return readProcesses((pid) => (startOf(pid) !== undefined && readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(variable) ? pid : undefined));
}

function readProcesses<T>(look: (pid: number) => T | undefined): T[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const found = look(Number(name));
      return found === undefined ? [] : [found];
    } catch {
      // Ended meanwhile.
      return [];
    }
  });
}

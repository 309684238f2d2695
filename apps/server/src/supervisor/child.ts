import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import { StartupError } from '../config/startup-error.ts';
import { describeEnd } from './describe-end.ts';
import type { FromChild, Part, ToChild } from './messages.ts';
import { spawnBound } from './spawn-bound.ts';

export interface Child {
  pid: number;
  /** Settles when the child says that it serves. @throws StartupError when it says or shows that it cannot */
  ready: Promise<void>;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Hands over the configuration; until then the child only loads its code. */
  start(config: Config): void;
  /** Asks, waits ten seconds, insists, ends. */
  stop(): Promise<void>;
}

export interface ChildProgram {
  /** Arguments of Node: flags, the program's file, its own arguments. */
  args: string[];
  env: NodeJS.ProcessEnv;
}

export function startChild(part: Part, program: ChildProgram): Child {
  const child = spawnBound({ file: process.execPath, args: program.args, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: program.env });
  // A channel that broke because the child died is reported by its end, not by the write.
  child.on('error', () => undefined);
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => child.pid === undefined && resolve({ code: 1, signal: null }));
  });
  return {
    pid: child.pid ?? -1,
    ready: readiness(part, child, exited),
    exited,
    start: (config) => send(child, { kind: 'start', config }),
    stop: () => stopChild(child, exited),
  };
}

function readiness(part: Part, child: ChildProcess, exited: Child['exited']): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (message: FromChild) => {
      if (message.kind === 'ready') resolve();
      else reject(new StartupError(message.mistakes));
    });
    void exited.then(({ code, signal }) => reject(StartupError.one('child.failed', { part, why: describeEnd({ code, signal }) })));
  });
  // Whoever does not wait for it hears of the end through `exited`.
  ready.catch(() => undefined);
  return ready;
}

/** A little longer than a child allows itself (see role-process). */
const patienceMs = 10_000;

async function stopChild(child: ChildProcess, exited: Child['exited']): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  send(child, { kind: 'stop' });
  if (await endsWithin(exited, patienceMs)) return;
  child.kill('SIGTERM');
  if (await endsWithin(exited, 1_000)) return;
  child.kill('SIGKILL');
  await exited;
}

async function endsWithin(exited: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false);
  const isOver = await Promise.race([exited.then(() => true), late]);
  timer.abort();
  return isOver;
}

function send(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined);
}

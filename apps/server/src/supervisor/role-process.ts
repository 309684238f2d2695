import { flushCompileCache } from 'node:module';
import type { Config } from '../config/config.ts';
import { mistakesOf, type FromChild, type Part, type ToChild } from './messages.ts';

export interface RunningRole {
  stop(): Promise<void>;
}

/** How long a role may take to finish after it was asked to stop, or after its supervisor died. */
export const stopLimitMs = 9_000;

/** The code of each part, loaded only where it is used: a worker never pays for the web server. */
const parts: Record<Part, () => Promise<(config: Config) => Promise<RunningRole | void>>> = {
  prepare: async () => (await import('./prepare-database.ts')).prepareDatabase,
  web: async () => (await import('../web.ts')).runWeb,
  worker: async () => (await import('../worker.ts')).runWorker,
};

type LoadedPart = Promise<(config: Config) => Promise<RunningRole | void>>;

export function loadPart(part: Part): LoadedPart {
  return parts[part]();
}

/**
 * A child's side of the supervision: loads its code while PostgreSQL still starts, runs when told, stops when told,
 * when signalled, or when the supervisor is gone.
 */
export function runSupervisedRole(part: Part, loading: LoadedPart = loadPart(part)): void {
  loading.catch(() => undefined);
  let running: Promise<RunningRole | void> | undefined;
  let isStopping = false;

  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    const role = await running?.catch(() => undefined);
    await role?.stop();
    process.exit(0);
  };
  const stopOrFail = () =>
    void stop().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });

  process.on('message', (message: ToChild) => {
    if (message.kind === 'stop') return stopOrFail();
    running = start(part, loading, message.config);
  });
  process.on('disconnect', stopOrFail);
  process.on('SIGTERM', stopOrFail);
  // The terminal's Ctrl-C is the supervisor's business.
  process.on('SIGINT', () => undefined);
}

async function start(part: Part, loading: LoadedPart, config: Config): Promise<RunningRole | void> {
  try {
    const role = await (await loading)(config);
    tell({ kind: 'ready' });
    // Otherwise written at the end of the process, which a kill would skip.
    setTimeout(flushCompileCache, 1_000).unref();
    // Without a role nothing is left to do, and the open channel alone must not keep the process.
    if (!role) process.disconnect();
    return role;
  } catch (error) {
    const mistakes = mistakesOf(error, part, config);
    if (mistakes.some(({ code }) => code === 'child.failed')) console.error(error);
    tell({ kind: 'failed', mistakes }, () => process.exit(1));
  }
}

function tell(message: FromChild, done: () => void = () => undefined): void {
  if (process.send && process.connected) process.send(message, done);
  else done();
}

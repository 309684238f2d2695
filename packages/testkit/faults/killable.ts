import { fork, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type Killable = {
  name: string;
  /** Ends it without warning; it comes back by itself. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

const RUN_ROLE = fileURLToPath(new URL('./run-role.ts', import.meta.url));

/** A role of the server as a process that is started again whenever it ends, as a supervisor does. */
export function killableRole(name: string, job: object, logFile: string): Killable {
  let isStopping = false;
  let child: ChildProcess = start();

  function start(): ChildProcess {
    const next = fork(RUN_ROLE, [JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const log = createWriteStream(logFile, { flags: 'a' });
    next.stdout?.pipe(log, { end: false });
    next.stderr?.pipe(log, { end: false });
    next.once('exit', () => { if (!isStopping) setTimeout(() => { if (!isStopping) child = start(); }, 50); });
    return next;
  }

  const gone = (process: ChildProcess) => (process.exitCode !== null || process.signalCode !== null ? Promise.resolve() : new Promise<void>((resolve) => process.once('exit', () => resolve())));
  return {
    name,
    async kill() {
      child.kill('SIGKILL');
      await gone(child);
    },
    async stop() {
      isStopping = true;
      child.kill('SIGKILL');
      await Promise.race([gone(child), sleep(5000, undefined, { ref: false })]);
    },
  };
}

import { availableParallelism } from 'node:os';
import { compose, type Overrides } from './compose.ts';
import type { Config } from './config/config.ts';
import { startWorkerPool } from './kernel/tasks/worker-pool.ts';

export type WorkerProcess = { stop(): Promise<void> };

/** Drawing needs the one thread of JavaScript, rasterising a thread of its own, storing the disk: two tasks more than processors keep all of them busy. */
const TASKS_BESIDE_PROCESSORS = 2;
/** A request on its way costs a socket and the picture that comes back. */
const TASKS_THAT_WAIT = 128;

/** Works off tasks until stopped. Expects a migrated database. */
export async function runWorker(config: Config, options: Overrides & { concurrency?: number } = {}): Promise<WorkerProcess> {
  const composition = await compose(config, options);
  const concurrency = options.concurrency ?? Math.min(availableParallelism() + TASKS_BESIDE_PROCESSORS, Math.max(config.databaseConnectionsMax - 4, 1));
  const pool = await startWorkerPool(composition.app, { working: concurrency, waiting: TASKS_THAT_WAIT });
  return {
    async stop() {
      await pool.stop();
      await composition.close();
    },
  };
}

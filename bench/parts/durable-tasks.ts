/** Our durable tasks, ready to be measured: rows, events, leases and epochs round a handler that does nothing. */
import { z } from 'zod';
import { compose } from '../../apps/server/src/compose.ts';
import type { Config } from '../../apps/server/src/config/config.ts';
import { inTransaction } from '../../apps/server/src/db/transaction.ts';
import { openStream } from '../../apps/server/src/kernel/events.ts';
import { createTasks } from '../../apps/server/src/kernel/tasks/create-task.ts';
import { startWorkerPool } from '../../apps/server/src/kernel/tasks/worker-pool.ts';
import type { Contestant } from './tasks-contest.ts';

const KIND = 'bench.nothing';
const OWNER = 'user:bench';

export async function durableTasks(config: Config): Promise<Contestant> {
  const composition = await compose(config);
  const { app } = composition;
  let onStart: (mark: string) => void = () => undefined;
  app.jobs.add({
    kind: KIND, type: 'work', failuresMax: 0, input: z.object({ mark: z.string() }),
    run: async ({ task }) => { onStart(task.input.mark); return { result: {} }; },
  });
  let streams = 0;
  return {
    // As a room does it: the stream of a new thing and its tasks, all in one transaction.
    enqueue: (marks) => inTransaction(app.client.db, async (tx) => {
      const stream = `bench_${streams += 1}`;
      await openStream(tx, { id: stream, owner: OWNER });
      await createTasks(app, tx, marks.map((mark) => ({ kind: KIND, owner: OWNER, stream, input: { mark } })));
    }),
    async run(concurrency, listener) {
      onStart = listener;
      const pool = await startWorkerPool(app, { working: concurrency, waiting: 1 });
      return () => pool.stop();
    },
    async openCount() {
      const { rows } = await app.client.pool.query<{ count: number }>(`select count(*)::int as count from task where state in ('queued', 'running')`);
      return rows[0]?.count ?? 0;
    },
    close: () => composition.close(),
  };
}

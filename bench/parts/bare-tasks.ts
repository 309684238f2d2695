/** The peer of `tasks`: graphile-worker by itself, as its documentation shows it. */
import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { guardPool } from '../../apps/server/src/db/client.ts';
import type { Contestant } from './tasks-contest.ts';

const KIND = 'bench.bare';

/** `isTuned`: with the local queue and the batched completion that our own worker asks for. */
export function bareTasks(options: { databaseUrl: string; connectionsMax: number; isTuned: boolean }): Contestant {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: options.connectionsMax });
  guardPool(pool, () => undefined);
  return {
    async enqueue(marks) {
      if (marks.length === 1) return void (await pool.query('select graphile_worker.add_job($1, $2)', [KIND, JSON.stringify({ mark: marks[0] })]));
      await pool.query('select graphile_worker.add_job($1, item) from json_array_elements($2::json) as item', [KIND, JSON.stringify(marks.map((mark) => ({ mark })))]);
    },
    async run(concurrency, onStart) {
      const runner = await run({
        pgPool: pool, concurrency, noHandleSignals: true, parsedCronItems: [], logger: new Logger(() => () => undefined),
        taskList: { [KIND]: async (payload) => onStart((payload as { mark: string }).mark) },
        ...(options.isTuned ? { preset: { worker: { localQueue: { size: concurrency }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } } } : {}),
      });
      return () => runner.stop();
    },
    async openCount() {
      const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from graphile_worker.jobs where task_identifier = $1', [KIND]);
      return rows[0]?.count ?? 0;
    },
    close: () => pool.end(),
  };
}

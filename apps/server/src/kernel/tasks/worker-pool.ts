import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger as JobLogger, run, type Runner as JobRunner, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { App } from '../app.ts';
import { sweepObjects } from '../objects/sweep-objects.ts';
import { LEASE_MS, openRunner, runTask, type Running } from './run-task.ts';
import { sweepTasks } from './sweep.ts';

const SWEEP_LOCKS_MS = 2000;
const SWEEP_TASKS_MS = 20_000;
/** How often it is asked whether the daily sweep of objects is due. */
const SWEEP_OBJECTS_MS = 600_000;
const STOP_PATIENCE_MS = 8000;

export type WorkerPool = { stop(): Promise<void> };

/** How many jobs run at once: those that compute, and those that wait for somebody else. */
export type Hands = { working: number; waiting: number };

/**
 * Runs jobs until stopped. A *generation* is a runner of graphile-worker for each lane together with one
 * connection that holds an advisory lock on each runner's pool id: as long as the lock is held the runner
 * lives. Peers (and the next generation) unlock the jobs of a pool whose lock is free. When the connection
 * breaks, the generation ends and another begins.
 */
export async function startWorkerPool(app: App, hands: Hands): Promise<WorkerPool> {
  const running: Running = new Map();
  const stop = new AbortController();
  const offCancel = app.ports.signal.on('koma_cancel', (taskId) => cancelRunning(running, taskId));
  const offGap = app.ports.signal.onGap(() => void cancelMissed(app, running));
  let ready: () => void;
  const isReady = new Promise<void>((resolve) => { ready = resolve; });

  const loop = (async () => {
    while (!stop.signal.aborted) {
      try {
        await runGeneration(app, { hands, running, stop: stop.signal, onReady: () => ready() });
      } catch (error) {
        app.log.warn({ err: error }, 'the job runner lost the database; it starts again');
      }
      if (!stop.signal.aborted) await sleep(200, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();

  await Promise.race([isReady, loop]);
  return {
    async stop() {
      stop.abort();
      offCancel();
      offGap();
      await loop;
    },
  };
}

type Generation = { hands: Hands; running: Running; stop: AbortSignal; onReady(): void };

async function runGeneration(app: App, generation: Generation): Promise<void> {
  const guard = new pg.Client({ connectionString: app.config.databaseUrl, application_name: 'koma-worker-guard' });
  const isBroken = new Promise<never>((_, reject) => {
    guard.on('error', reject);
    guard.once('end', () => reject(new Error('the connection of the worker ended')));
  });
  isBroken.catch(() => undefined);
  await guard.connect();
  const runners: JobRunner[] = [];
  const timers: NodeJS.Timeout[] = [];
  const over = new AbortController();
  try {
    await unlockDead(guard, []);
    const lanes = lanesOf(app, generation.hands).map((lane) => ({ ...lane, poolId: '' }));
    for (const lane of lanes) runners.push(await startLane(app, { lane, guard, running: generation.running, over: over.signal }));
    const poolIds = () => lanes.map(({ poolId }) => poolId);
    await sweepTasks(app);
    timers.push(every(SWEEP_LOCKS_MS, () => unlockDead(guard, poolIds())), every(SWEEP_TASKS_MS, () => sweepTasks(app)), every(SWEEP_OBJECTS_MS, () => sweepObjects(app, over.signal)), every(LEASE_MS / 3, () => extendLeases(app, poolIds())));
    timers.push(...app.chores.list().map((chore) => every(chore.everyMs, () => chore.run(app, over.signal))));
    generation.onReady();
    const stopped = new Promise<void>((resolve) => { generation.stop.addEventListener('abort', () => resolve(), { once: true }); if (generation.stop.aborted) resolve(); });
    await Promise.race([isBroken, stopped, ...runners.map((runner) => runner.promise)]);
  } finally {
    for (const timer of timers) clearInterval(timer);
    over.abort();
    for (const entry of generation.running.values()) entry.abort.abort(new Error('the worker stops'));
    await Promise.all(runners.map((runner) => stopRunner(app, runner)));
    await guard.end().catch(() => undefined);
  }
}

type Lane = { kinds: readonly string[]; hands: number; poolId: string };

/** Whoever waits for a provider takes no hand from those who draw. */
function lanesOf(app: App, hands: Hands): Omit<Lane, 'poolId'>[] {
  const isWaiting = (kind: string) => {
    const job = app.jobs.get(kind);
    return job.type === 'work' && job.lane === 'waiting';
  };
  const kinds = Map.groupBy(app.jobs.kinds(), (kind) => (isWaiting(kind) ? 'waiting' : 'working'));
  return (['working', 'waiting'] as const).flatMap((name) => (kinds.has(name) ? [{ kinds: kinds.get(name) ?? [], hands: hands[name] }] : []));
}

async function startLane(app: App, { lane, guard, running, over }: { lane: Lane; guard: pg.Client; running: Running; over: AbortSignal }): Promise<JobRunner> {
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    lane.poolId = workerPool.id;
    void guard.query('select pg_advisory_lock(hashtextextended($1, 0))', [lane.poolId]).catch(() => undefined);
  });
  return run({
    pgPool: app.client.pool, concurrency: lane.hands, noHandleSignals: true, events, taskList: taskListOf(app, lane, running, over),
    logger: quietLogger(app), parsedCronItems: [],
    // Jobs are fetched and taken off the list in handfuls; a handful is no more than the hands there are, so that none is hoarded.
    preset: { worker: { pollInterval: 2000, localQueue: { size: lane.hands }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
}

function taskListOf(app: App, lane: Lane, running: Running, over: AbortSignal): TaskList {
  const runner = openRunner(app, { holder: () => lane.poolId, running, isStopping: () => over.aborted });
  return Object.fromEntries(lane.kinds.map((kind) => [kind, (payload: unknown) => runTask(runner, kind, (payload as { taskId: string }).taskId)]));
}

/** Gives running attempts a few seconds to end; what hangs longer is left to the lock's release. */
async function stopRunner(app: App, runner: JobRunner): Promise<void> {
  const stopping = runner.stop().catch((error: unknown) => app.log.debug({ err: error }, 'the job runner did not stop cleanly'));
  runner.promise.catch(() => undefined);
  await Promise.race([stopping, sleep(STOP_PATIENCE_MS, undefined, { ref: false })]);
}

/** Frees the jobs of pools whose process is gone. Half a second of age keeps a pool that is just taking its lock out of it; a lock from the future is from before the clock was set back. */
async function unlockDead(guard: pg.Client, ownPoolIds: readonly string[]): Promise<void> {
  const { rows } = await guard.query<{ pool: string }>(`
    select distinct locked_by as pool from graphile_worker._private_jobs where (locked_at < now() - interval '500 milliseconds' or locked_at > now() + interval '1 minute') and locked_by <> all($1::text[])
    union select distinct locked_by from graphile_worker._private_job_queues where (locked_at < now() - interval '500 milliseconds' or locked_at > now() + interval '1 minute') and locked_by <> all($1::text[])`, [[...ownPoolIds]]);
  for (const { pool } of rows) {
    const { rows: [answer] } = await guard.query<{ isFree: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as "isFree"', [pool]);
    if (!answer?.isFree) continue;
    await guard.query('select graphile_worker.force_unlock_workers($1::text[])', [[pool]]);
    await guard.query('select pg_advisory_unlock(hashtextextended($1, 0))', [pool]);
  }
}

async function extendLeases(app: App, holders: readonly string[]): Promise<void> {
  await app.client.db.updateTable('task').set({ lease_until: new Date(app.ports.clock.now().getTime() + LEASE_MS) }).where('holder', 'in', [...holders]).where('state', '=', 'running').execute();
}

function cancelRunning(running: Running, taskId: string): void {
  const entry = running.get(taskId);
  if (!entry) return;
  entry.isCancelling = true;
  entry.abort.abort(new Error('cancelled'));
}

/** Cancels that were announced while nobody listened. */
async function cancelMissed(app: App, running: Running): Promise<void> {
  if (running.size === 0) return;
  const rows = await app.client.db.selectFrom('task').select('id').where('id', 'in', [...running.keys()]).where('is_cancelling', '=', true).execute();
  for (const row of rows) cancelRunning(running, row.id);
}

/** Repeats quietly: what fails now is tried again, and a broken connection ends the generation anyway. */
function every(ms: number, work: () => Promise<unknown>): NodeJS.Timeout {
  const timer = setInterval(() => void work().catch(() => undefined), ms);
  timer.unref();
  return timer;
}

function quietLogger(app: App): JobLogger {
  return new JobLogger(() => (level, message) => {
    if (level === 'error') app.log.warn({ from: 'jobs' }, message);
    else app.log.debug({ from: 'jobs' }, message);
  });
}

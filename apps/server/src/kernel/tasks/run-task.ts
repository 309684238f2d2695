import type { App } from '../app.ts';
import { inTransaction } from '../../db/transaction.ts';
import { appendEvents } from '../events.ts';
import { advanceParent } from './advance-parent.ts';
import { batched } from './batch.ts';
import type { WorkJob } from './job-registry.ts';
import { enqueueAdvances, enqueueTasks } from './queue.ts';
import { untilDatabaseAnswers } from './retry.ts';
import { INTERRUPTIONS_MAX, verdictOn, type Verdict } from './rules.ts';
import { claimTasks, settleTask } from './store.ts';
import { storeResults, type Finished } from './store-results.ts';
import { stateEvent, type TaskRow } from './task.ts';
import type { Tx } from '../../db/client.ts';

export const LEASE_MS = 60_000;

/** The attempts that run in this process, so that a cancel or a stop can reach them. */
export type Running = Map<string, { abort: AbortController; isCancelling: boolean }>;

export type Runner = {
  app: App;
  running: Running;
  isStopping(): boolean;
  claim(taskId: string): Promise<TaskRow | undefined>;
  store(finished: Finished): Promise<boolean>;
};

const BATCH_MAX = 50;

/** Attempts of one process: their claims and results travel to the database together. */
export function openRunner(app: App, options: { holder(): string; running: Running; isStopping(): boolean }): Runner {
  const claim = (ids: readonly string[]) => {
    const now = app.ports.clock.now();
    const inLine = app.jobs.kinds().filter((kind) => { const job = app.jobs.get(kind); return job.type === 'work' && job.standsInLine; });
    return claimTasks(app.client.db, ids, { holder: options.holder(), now, leaseUntil: new Date(now.getTime() + LEASE_MS), inLine });
  };
  return { app, running: options.running, isStopping: options.isStopping, claim: batched(claim, BATCH_MAX), store: batched((finished) => storeResults(app, finished), BATCH_MAX) };
}

/** One attempt at one task, from its claim to its end. Throws only when the database is out of reach. */
export async function runTask(runner: Runner, kind: string, taskId: string): Promise<void> {
  const { app } = runner;
  const job = app.jobs.get(kind);
  if (job.type === 'parent') return advanceParent(app, job, taskId);
  const task = await runner.claim(taskId);
  if (!task) return;
  if (task.is_cancelling) return endAttempt(runner, job, task, { state: 'cancelled', code: 'cancelled' });
  if (task.interruptions > INTERRUPTIONS_MAX) return endAttempt(runner, job, task, { state: 'failed', code: 'tasks.crashing' });
  await attempt(runner, job, task);
}

async function attempt(runner: Runner, job: WorkJob<unknown>, task: TaskRow): Promise<void> {
  const entry = { abort: new AbortController(), isCancelling: false };
  runner.running.set(task.id, entry);
  try {
    const input = job.input.parse(task.input);
    const made = await job.run({ app: runner.app, task: { ...task, input }, signal: entry.abort.signal });
    await untilDatabaseAnswers(() => runner.store({ job, task, made }));
  } catch (error) {
    const verdict = verdictOn(error, { failures: task.failures, failuresMax: job.failuresMax, isCancelling: entry.isCancelling, isStopping: runner.isStopping() });
    if (verdict.state !== 'cancelled') runner.app.log.warn({ err: error, taskId: task.id, kind: task.kind, next: verdict.state }, 'an attempt at a task ended with an error');
    await untilDatabaseAnswers(() => endAttempt(runner, job, task, verdict));
  } finally {
    runner.running.delete(task.id);
  }
}

async function endAttempt(runner: Runner, job: WorkJob<unknown>, task: TaskRow, verdict: Verdict): Promise<void> {
  await inTransaction(runner.app.client.db, (tx) => (verdict.state === 'queued' ? queueAgain(runner.app, tx, task, verdict) : giveUp(runner.app, tx, job, task, verdict)));
}

async function queueAgain(app: App, tx: Tx, task: TaskRow, verdict: Extract<Verdict, { state: 'queued' }>): Promise<void> {
  const waiting = await tx.updateTable('task').set({ state: 'queued', holder: null, lease_until: null, is_in_line: false, failures: task.failures + (verdict.isFailure ? 1 : 0) })
    .where('id', '=', task.id).where('epoch', '=', task.epoch).where('state', '=', 'running').returning(['priority', 'paused_at']).executeTakeFirst();
  // Its place may have changed meanwhile; one that was paused has its job when it goes on.
  if (!waiting || waiting.paused_at) return;
  await enqueueTasks(tx, [{ ...task, priority: waiting.priority, runAt: new Date(app.ports.clock.now().getTime() + verdict.waitMs) }]);
}

async function giveUp(app: App, tx: Tx, job: WorkJob<unknown>, task: TaskRow, verdict: Exclude<Verdict, { state: 'queued' }>): Promise<void> {
  const now = app.ports.clock.now();
  const end = { state: verdict.state, code: verdict.code, detail: verdict.detail ?? null, now };
  if (!(await settleTask(tx, task, end))) return;
  if (verdict.state !== 'unknown') await app.billing.release(tx, [task.id], now);
  await job.onEnd?.(tx, task, end);
  await enqueueAdvances(tx, task.parent_id === null ? [] : [task.parent_id]);
  await appendEvents(tx, task.stream, [stateEvent(task, verdict.state, verdict.code)], now);
}

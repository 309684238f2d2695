/** Fetches of models, as an operator begins, sees and stops them. */
import { type ModelPull, type OwnerRef, type ProviderId, type TaskId, type TaskState, type UiLanguage } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { openStream } from '../../../kernel/events.ts';
import { cancelTask } from '../../../kernel/tasks/cancel-task.ts';
import { createTasks } from '../../../kernel/tasks/create-task.ts';
import { errorOf } from '../../../kernel/tasks/present-task.ts';
import type { TaskRow } from '../../../kernel/tasks/task.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { lockProvider } from '../providers/provider-store.ts';
import { findHost, needHost } from './open-host.ts';
import { PullInput } from './pull-job.ts';
import { listPulls, lockOpenPulls, PULL_JOB, streamOf } from './pull-store.ts';

/** So long it is told how a fetch ended. */
const TOLD_MS = 60 * 60_000;

export async function showPulls(ctx: Ctx, book: ProviderBook, id: ProviderId): Promise<{ items: ModelPull[] }> {
  const { app } = ctx;
  await findHost(app, book, id);
  const rows = await listPulls(app.client.db, id, new Date(app.ports.clock.now().getTime() - TOLD_MS));
  return { items: rows.map((row) => presentPull(row, ctx.language)) };
}

/** Throws `studio.no-host`, and `studio.pull-running` while the same name is on its way. */
export async function startPull(ctx: Ctx, book: ProviderBook, id: ProviderId, model: string): Promise<ModelPull> {
  const { app } = ctx;
  const host = await needHost(app, book, id);
  if (!host.pull) throw new AppError('studio.no-host');
  return inTransaction(app.client.db, async (tx) => {
    if (!(await lockProvider(tx, id))) throw new AppError('not-found');
    if ((await lockOpenPulls(tx, id)).some((row) => isSameName(modelOf(row), model))) throw new AppError('studio.pull-running', { detail: model });
    const stream = streamOf(id);
    // It is the machine's, and stays when the operator who began it goes.
    const owner = `local:${id}` as OwnerRef;
    await openStream(tx, { id: stream, owner });
    const [taskId] = await createTasks(app, tx, [{ kind: PULL_JOB, owner, stream, input: { providerId: id, model } satisfies PullInput }]);
    await audit(tx, ctx, { action: 'studio.pull', subject: id, data: { model } });
    const row = (await lockOpenPulls(tx, id)).find((one) => one.id === taskId);
    if (!row) throw new Error('studio: the fetch was not created');
    return presentPull(row, ctx.language);
  });
}

/** Throws `tasks.not-cancellable` when it is over, or never was. */
export async function stopPull(ctx: Ctx, id: ProviderId, model: string): Promise<ModelPull> {
  const { app } = ctx;
  await inTransaction(app.client.db, async (tx) => {
    if (!(await lockProvider(tx, id))) throw new AppError('not-found');
    const task = (await lockOpenPulls(tx, id)).find((row) => isSameName(modelOf(row), model));
    if (!task) throw new AppError('tasks.not-cancellable');
    await cancelTask(app, tx, task);
    await audit(tx, ctx, { action: 'studio.stop-pull', subject: id, data: { model } });
  });
  const now = (await listPulls(app.client.db, id, new Date(app.ports.clock.now().getTime() - TOLD_MS))).find((row) => isSameName(modelOf(row), model));
  if (!now) throw new AppError('tasks.not-cancellable');
  return presentPull(now, ctx.language);
}

function modelOf({ input }: TaskRow): string {
  return PullInput.parse(input).model;
}

/** A name without a tag is that of the latest. */
function isSameName(a: string, b: string): boolean {
  const bare = (name: string) => name.replace(/:latest$/, '').toLowerCase();
  return bare(a) === bare(b);
}

function presentPull(row: TaskRow, language: UiLanguage): ModelPull {
  const { done, total } = toldBytes(row.result);
  return {
    taskId: row.id as TaskId, model: modelOf(row), state: row.state as TaskState, isStopping: row.is_cancelling, doneBytes: done, totalBytes: total,
    error: errorOf(row.error_code, row.error_detail, language), createdAt: row.created_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
  };
}

/** Also of one that waits for its next attempt. */
function toldBytes(result: unknown): { done: number; total: number } {
  const { done, total } = (typeof result === 'object' && result !== null ? result : {}) as { done?: unknown; total?: unknown };
  return Number.isSafeInteger(done) && Number.isSafeInteger(total) ? { done: Number(done), total: Number(total) } : { done: 0, total: 0 };
}

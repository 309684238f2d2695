import type { App } from '../app.ts';
import type { TaskRow } from './task.ts';

const PAUSE_MS = 500;

/**
 * How far a task without parts is, for whoever asks: kept where its result will stand, while it runs. Told at most twice
 * a second, and never waited for: a word lost is no harm.
 */
export function tellProgress(app: App, task: Pick<TaskRow, 'id' | 'epoch'>): (done: number, total: number) => void {
  let toldAt = 0;
  return (done, total) => {
    const now = app.ports.clock.now().getTime();
    if (now - toldAt < PAUSE_MS) return;
    toldAt = now;
    app.client.db.updateTable('task').set({ result: JSON.stringify({ done, total }) }).where('id', '=', task.id).where('epoch', '=', task.epoch).where('state', '=', 'running').execute()
      .catch((error: unknown) => app.log.debug({ err: error, taskId: task.id }, 'progress was not told'));
  };
}

/** Progress of a running task as it was told. */
export function toldProgress(task: Pick<TaskRow, 'state' | 'result'>): { total: number; done: number; failed: number } | undefined {
  if (task.state !== 'running' || typeof task.result !== 'object' || task.result === null) return undefined;
  const { done, total } = task.result as { done?: unknown; total?: unknown };
  return Number.isInteger(done) && Number.isInteger(total) ? { total: Number(total), done: Number(done), failed: 0 } : undefined;
}

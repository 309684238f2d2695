import { ERRORS, type ErrorCode, type Task, type TaskId, type TaskState, type UiLanguage } from '@komawari/contract';
import { toldError } from '@komawari/contract/told-error';
import type { Db } from '../../db/client.ts';
import { AppError } from '../errors.ts';
import { countProgress, findTask } from './store.ts';
import { toldProgress } from './tell-progress.ts';

/** A task as the contract shows it. Throws `not-found`. */
export async function presentTask(db: Db, id: string, language: UiLanguage): Promise<Task> {
  const task = await findTask(db, id);
  if (!task) throw new AppError('not-found');
  return {
    id: task.id as TaskId, kind: task.kind, state: task.state as TaskState, parentId: task.parent_id as TaskId | null, stream: task.stream,
    progress: toldProgress(task) ?? (await countProgress(db, id)), error: errorOf(task.error_code, task.error_detail, language),
    createdAt: task.created_at.toISOString(), startedAt: task.started_at?.toISOString() ?? null, endedAt: task.ended_at?.toISOString() ?? null,
  };
}

/** An error kept with a task, as a sentence in the reader's language; a cancel is no error. */
export function errorOf(code: string | null, detail: string | null, language: UiLanguage): { code: string; message: string } | null {
  if (code === null || code === 'cancelled') return null;
  const known: ErrorCode = code in ERRORS ? (code as ErrorCode) : 'server.error';
  return { code, message: toldError(known, language, detail ?? undefined) };
}

import type { StreamEvent, TaskState } from '@komawari/contract';
import type { Selectable } from 'kysely';
import type { TaskTable } from '../../db/database.ts';

export type TaskRow = Selectable<TaskTable>;

/** Work to be created. A child's `key` is unique below its parent: creating it again changes nothing. */
export type NewTask = {
  kind: string;
  owner: string;
  stream: string;
  input: object;
  parentId?: string;
  key?: string;
  idempotencyKey?: string;
  /** Units to hold for it; captured when the result is stored. */
  units?: number;
};

export type NewChild = Pick<NewTask, 'kind' | 'input' | 'units'> & { key: string };

export type ChildState = { id: string; key: string; kind: string; state: TaskState; errorCode: string | null };

export const OPEN_STATES: readonly TaskState[] = ['queued', 'running'];

export function isEnded(state: string): boolean {
  return state !== 'queued' && state !== 'running';
}

export function stateEvent(task: { id: string; kind: string; key: string | null }, state: TaskState, code: string | null = null): StreamEvent {
  return { type: 'task.state', taskId: task.id as never, kind: task.kind, key: task.key, state, code };
}

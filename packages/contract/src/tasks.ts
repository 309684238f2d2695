/** Durable work as a client sees it. */
import { z } from 'zod';
import { TaskId } from './ids.ts';
import { defineRoute } from './route.ts';

export const TASK_STATES = ['queued', 'running', 'done', 'incomplete', 'failed', 'refused', 'cancelled', 'unknown'] as const;
export const TaskState = z.enum(TASK_STATES);
export type TaskState = z.infer<typeof TaskState>;

/** How many parts stand where; for a task without parts all are 0. */
export const Progress = z.object({ total: z.int(), done: z.int(), failed: z.int() });

export const Task = z.object({
  id: TaskId,
  kind: z.string(),
  state: TaskState,
  parentId: TaskId.nullable(),
  /** Sequence of events about this task is kept under this name; see the socket. */
  stream: z.string(),
  progress: Progress,
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type Task = z.infer<typeof Task>;

const params = z.object({ taskId: TaskId });

export const taskRoutes = {
  get: defineRoute({
    id: 'tasks.get', method: 'GET', path: '/tasks/:taskId', summary: 'State and progress of a task',
    access: { who: 'guest', author: 'task' }, params, response: Task, errors: ['not-found'],
  }),
  cancel: defineRoute({
    id: 'tasks.cancel', method: 'POST', path: '/tasks/:taskId/cancel', summary: 'Stop a task and its parts; what is stored stays',
    access: { who: 'guest', author: 'task' }, params, response: Task, errors: ['not-found', 'tasks.not-cancellable'],
  }),
  continue: defineRoute({
    id: 'tasks.continue', method: 'POST', path: '/tasks/:taskId/continue', summary: 'Go on with the parts that are missing',
    access: { who: 'guest', author: 'task' }, params, response: Task, errors: ['not-found', 'tasks.nothing-to-continue'],
  }),
};

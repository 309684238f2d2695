import { taskRoutes as routes } from '@komawari/contract';
import type { Tx } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { mustBeAuthor } from '../../kernel/access.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { handle, type Room } from '../../kernel/room.ts';
import { cancelTask } from '../../kernel/tasks/cancel-task.ts';
import { continueTask } from '../../kernel/tasks/continue-task.ts';
import { presentTask } from '../../kernel/tasks/present-task.ts';
import { findTask, lockTask } from '../../kernel/tasks/store.ts';
import type { TaskRow } from '../../kernel/tasks/task.ts';

/** Any task of one's own, whatever room it belongs to. */
export function tasksRoom(): Room {
  return {
    name: 'tasks',
    routes: [
      handle(routes.get, async (ctx, { params }) => {
        mustBeAuthor(ctx, await findTask(ctx.app.client.db, params.taskId));
        return presentTask(ctx.app.client.db, params.taskId, ctx.language);
      }),
      handle(routes.cancel, (ctx, { params }) => change(ctx, params.taskId, (tx, task) => cancelTask(ctx.app, tx, task))),
      handle(routes.continue, (ctx, { params }) => change(ctx, params.taskId, (tx, task) => continueTask(ctx.app, tx, task))),
    ],
  };
}

async function change(ctx: Ctx, taskId: string, work: (tx: Tx, task: TaskRow) => Promise<void>) {
  await inTransaction(ctx.app.client.db, async (tx) => {
    const task = await lockTask(tx, taskId);
    mustBeAuthor(ctx, task);
    await work(tx, task as TaskRow);
  });
  return presentTask(ctx.app.client.db, taskId, ctx.language);
}

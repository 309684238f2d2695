/** What a person does about panels, takes and scripts whose answer was lost at a provider. */
import type { BodyOf, comicDrawingRoutes, ComicId } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { lockTask } from '../../../kernel/tasks/store.ts';
import { decideCall } from '../../studio/index.ts';
import { lockOwn } from '../book/edit-book.ts';
import { listUnknownTasks } from '../making/making-store.ts';

type Decision = BodyOf<typeof comicDrawingRoutes.decide>['decision'];

/** All lost answers of a panel at once, or that of the script. Throws `tasks.not-unknown` when there is none, `studio.cannot-check` where none can be looked for. */
export async function decideLost(ctx: Ctx, comicId: ComicId, of: { panelId: string } | 'script', decision: Decision): Promise<{ decided: number }> {
  const { app } = ctx;
  return inTransaction(app.client.db, async (tx) => {
    await lockOwn(ctx, tx, comicId);
    let decided = 0;
    const ids = await listUnknownTasks(tx, comicId, of);
    for (const id of ids) {
      const task = await lockTask(tx, id);
      if (task?.state === 'unknown' && (await decideCall(app, tx, task, decision))) decided += 1;
    }
    if (decided === 0) throw new AppError(ids.length === 0 ? 'tasks.not-unknown' : 'studio.cannot-check');
    await audit(tx, ctx, { action: `comics.${decision}`, subject: comicId, data: { of: of === 'script' ? of : of.panelId, decided } });
    return { decided };
  });
}

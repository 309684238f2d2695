/** What a person does about a picture whose answer was lost. */
import type { Picture, PictureId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { abandonUnknown, reopenUnknown } from '../../../kernel/tasks/decide-unknown.ts';
import { lockTask } from '../../../kernel/tasks/store.ts';
import type { TaskRow } from '../../../kernel/tasks/task.ts';
import { closeCalls, markChecking } from '../gateway/call-store.ts';
import { findPicture } from '../making/picture-store.ts';
import { presentPicture } from '../present.ts';

/** Looks at the provider under the name it gave. Throws `studio.cannot-check` where it gave none. */
export function checkLost(ctx: Ctx, id: PictureId): Promise<Picture> {
  return decide(ctx, id, 'studio.check', async (tx, task) => {
    if (task.state === 'unknown' && !(await markChecking(tx, task.id))) throw new AppError('studio.cannot-check');
    await reopenUnknown(ctx.app, tx, task);
  });
}

export function resendLost(ctx: Ctx, id: PictureId): Promise<Picture> {
  return decide(ctx, id, 'studio.resend', (tx, task) => reopenUnknown(ctx.app, tx, task));
}

export function abandonLost(ctx: Ctx, id: PictureId): Promise<Picture> {
  return decide(ctx, id, 'studio.abandon', async (tx, task) => {
    await abandonUnknown(ctx.app, tx, task);
    await closeCalls(tx, task.id, ctx.app.ports.clock.now());
  });
}

async function decide(ctx: Ctx, id: PictureId, action: string, work: (tx: Tx, task: TaskRow) => Promise<void>): Promise<Picture> {
  return inTransaction(ctx.app.client.db, async (tx) => {
    const picture = await findPicture(tx, id);
    mustBeAuthor(ctx, picture);
    const task = picture && (await lockTask(tx, picture.task_id));
    if (!task) throw new AppError('not-found');
    await work(tx, task);
    await audit(tx, ctx, { action, subject: id });
    const now = await findPicture(tx, id);
    if (!now) throw new AppError('not-found');
    return presentPicture(now, ctx.language);
  });
}

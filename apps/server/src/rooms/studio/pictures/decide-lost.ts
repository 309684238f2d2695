import type { Picture, PictureId } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { lockTask } from '../../../kernel/tasks/store.ts';
import { decideCall, type LostDecision } from '../gateway/decide-call.ts';
import { findPicture } from '../making/picture-store.ts';
import { presentPicture } from '../present.ts';

/** What a person does about a picture whose answer was lost. Throws `studio.cannot-check` where its provider gave no name to look under. */
export async function decideLost(ctx: Ctx, id: PictureId, decision: LostDecision): Promise<Picture> {
  return inTransaction(ctx.app.client.db, async (tx) => {
    const picture = await findPicture(tx, id);
    mustBeAuthor(ctx, picture);
    const task = picture && (await lockTask(tx, picture.task_id));
    if (!task) throw new AppError('not-found');
    if (!(await decideCall(ctx.app, tx, task, decision))) throw new AppError('studio.cannot-check');
    await audit(tx, ctx, { action: `studio.${decision}`, subject: id });
    const now = await findPicture(tx, id);
    if (!now) throw new AppError('not-found');
    return presentPicture(now, ctx.language);
  });
}

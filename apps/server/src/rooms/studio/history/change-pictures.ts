import type { OwnerRef, Picture, PictureChange, PictureId, PicturesChange } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor, ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { continueTask } from '../../../kernel/tasks/continue-task.ts';
import { lockTask } from '../../../kernel/tasks/store.ts';
import { findPicture } from '../making/picture-store.ts';
import { presentPicture } from '../present.ts';
import { layOnBoard, lockBoards, setBoards, takeOffBoard } from './board-store.ts';
import { changeTags, removeTrashed, restore, setFavourite, setNote, setTags, trash } from './change-store.ts';

/** Throws `studio.board-gone` for a board that is not there or not one's own. */
export async function changePicture(ctx: Ctx, id: PictureId, change: PictureChange): Promise<Picture> {
  const owner = ownerOrNotFound(ctx);
  return inTransaction(ctx.app.client.db, async (tx) => {
    mustBeAuthor(ctx, await findPicture(tx, id));
    if (change.isFavourite !== undefined) await setFavourite(tx, { owner, ids: [id] }, change.isFavourite);
    if (change.note !== undefined) await setNote(tx, id, change.note);
    if (change.tags !== undefined) await setTags(tx, id, change.tags);
    if (change.boardIds !== undefined) await setBoards(tx, id, await ownBoards(tx, owner, change.boardIds), ctx.app.ports.clock.now());
    return present(ctx, tx, id);
  });
}

/** Never fails for one of them: those that cannot be changed so are named. */
export async function changePictures(ctx: Ctx, { pictureIds, change }: { pictureIds: readonly PictureId[]; change: PicturesChange }): Promise<{ changed: PictureId[]; skipped: PictureId[] }> {
  const owner = ownerOrNotFound(ctx);
  // Always in one order, so that two changes of the same pictures do not wait for each other crosswise.
  const ids = [...new Set(pictureIds)].sort();
  return inTransaction(ctx.app.client.db, async (tx) => {
    const changed = new Set(await changeAll(ctx, tx, { owner, ids, change }));
    if (['trash', 'restore', 'remove'].includes(change.kind)) await audit(tx, ctx, { action: `studio.${change.kind}-pictures`, subject: owner, data: { pictures: changed.size } });
    return { changed: ids.filter((id) => changed.has(id)), skipped: ids.filter((id) => !changed.has(id)) };
  });
}

async function changeAll(ctx: Ctx, tx: Tx, { owner, ids, change }: { owner: OwnerRef; ids: readonly PictureId[]; change: PicturesChange }): Promise<string[]> {
  const now = ctx.app.ports.clock.now();
  const of = { owner, ids };
  switch (change.kind) {
    case 'favourite': return setFavourite(tx, of, change.isFavourite);
    case 'tags': return changeTags(tx, of, change);
    case 'trash': return trash(tx, of, now);
    case 'restore': return restore(tx, of, now);
    case 'remove': return removeTrashed(tx, of);
    case 'board': {
      const [boardId = ''] = await ownBoards(tx, owner, [change.boardId]);
      return change.isOn ? layOnBoard(tx, { ...of, boardId, now }) : takeOffBoard(tx, boardId, ids);
    }
  }
}

async function ownBoards(tx: Tx, owner: OwnerRef, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  const found = await lockBoards(tx, owner, wanted);
  if (found.length < wanted.length) throw new AppError('studio.board-gone');
  return found;
}

/** All that lies in one's own trash. */
export async function emptyTrash(ctx: Ctx): Promise<{ removed: number }> {
  const owner = ownerOrNotFound(ctx);
  return inTransaction(ctx.app.client.db, async (tx) => {
    const { length: removed } = await removeTrashed(tx, { owner });
    await audit(tx, ctx, { action: 'studio.empty-trash', subject: owner, data: { removed } });
    return { removed };
  });
}

/** Draws what failed, was refused or cancelled again, in its place. Throws `tasks.nothing-to-continue` for any other. */
export async function retryPicture(ctx: Ctx, id: PictureId): Promise<Picture> {
  return inTransaction(ctx.app.client.db, async (tx) => {
    const picture = await findPicture(tx, id);
    mustBeAuthor(ctx, picture);
    const task = picture && (await lockTask(tx, picture.task_id));
    if (!task) throw new AppError('not-found');
    await continueTask(ctx.app, tx, task, { isRefusedToo: true });
    await audit(tx, ctx, { action: 'studio.retry', subject: id });
    return present(ctx, tx, id);
  });
}

async function present(ctx: Ctx, tx: Tx, id: PictureId): Promise<Picture> {
  const row = await findPicture(tx, id);
  if (!row) throw new AppError('not-found');
  return presentPicture(row, ctx.language);
}

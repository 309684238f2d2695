import { BOARDS_MAX, type Board, type BoardId } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor, ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addBoard, countBoards, findBoard, listBoards, presentBoard, removeBoardRow, setBoardName } from './board-store.ts';

export async function listOwnBoards(ctx: Ctx): Promise<{ items: Board[] }> {
  return { items: (await listBoards(ctx.app.client.db, ownerOrNotFound(ctx))).map(presentBoard) };
}

export async function createBoard(ctx: Ctx, name: string): Promise<Board> {
  const owner = ownerOrNotFound(ctx);
  const { ids, clock } = ctx.app.ports;
  const board = { id: ids.next('board') as BoardId, owner, name, now: clock.now() };
  await inTransaction(ctx.app.client.db, async (tx) => {
    if ((await countBoards(tx, owner)) >= BOARDS_MAX) throw new AppError('studio.boards-many');
    await addBoard(tx, board);
    await audit(tx, ctx, { action: 'studio.create-board', subject: board.id });
  });
  return presentBoard({ ...board, created_at: board.now, count: 0, cover: null });
}

export async function renameBoard(ctx: Ctx, id: BoardId, name: string): Promise<Board> {
  const owner = ownerOrNotFound(ctx);
  await changeBoard(ctx, id, 'studio.rename-board', (tx) => setBoardName(tx, id, name));
  const row = (await listBoards(ctx.app.client.db, owner)).find((one) => one.id === id);
  if (!row) throw new AppError('not-found');
  return presentBoard(row);
}

export async function removeBoard(ctx: Ctx, id: BoardId): Promise<{ isRemoved: true }> {
  await changeBoard(ctx, id, 'studio.remove-board', (tx) => removeBoardRow(tx, id));
  return { isRemoved: true };
}

async function changeBoard(ctx: Ctx, id: BoardId, action: string, change: (tx: Tx) => Promise<void>): Promise<void> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    mustBeAuthor(ctx, await findBoard(tx, id));
    await change(tx);
    await audit(tx, ctx, { action, subject: id });
  });
}

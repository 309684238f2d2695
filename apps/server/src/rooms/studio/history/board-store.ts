/** The SQL of boards and of what lies on them. */
import type { Board, BoardId, OwnerRef, PictureId } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';

type BoardRow = { id: string; owner: string; name: string; created_at: Date; count: number; cover: string | null };

/** With how many pictures lie on each, and the newest of them that has a thumbnail; what is in the trash does not count. */
export async function listBoards(db: Db | Tx, owner: OwnerRef): Promise<BoardRow[]> {
  const { rows } = await sql<BoardRow>`
    select board.*, (select count(*)::int from board_picture on_it join picture on picture.id = on_it.picture_id where on_it.board_id = board.id and picture.trashed_at is null) as count,
      (select picture.id from board_picture on_it join picture on picture.id = on_it.picture_id where on_it.board_id = board.id and picture.trashed_at is null and picture.thumbnail_key is not null
        order by picture.created_at desc, picture.id desc limit 1) as cover
    from board where owner = ${owner} order by lower(name), id`.execute(db);
  return rows;
}

export async function findBoard(db: Db | Tx, id: string) {
  return db.selectFrom('board').select(['id', 'owner', 'name', 'created_at']).where('id', '=', id).executeTakeFirst();
}

export async function countBoards(tx: Tx, owner: OwnerRef): Promise<number> {
  return Number((await tx.selectFrom('board').select((e) => e.fn.countAll().as('count')).where('owner', '=', owner).executeTakeFirstOrThrow()).count);
}

export async function addBoard(tx: Tx, board: { id: BoardId; owner: OwnerRef; name: string; now: Date }): Promise<void> {
  await tx.insertInto('board').values({ id: board.id, owner: board.owner, name: board.name, created_at: board.now }).execute();
}

export async function setBoardName(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('board').set({ name }).where('id', '=', id).execute();
}

export async function removeBoardRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('board').where('id', '=', id).execute();
}

/** Which of these are boards of this owner; they stay until the transaction ends. */
export async function lockBoards(tx: Tx, owner: OwnerRef, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return (await tx.selectFrom('board').select('id').where('owner', '=', owner).where('id', 'in', [...ids]).orderBy('id').forKeyShare().execute()).map(({ id }) => id);
}

/** Gives those that are the owner's own. */
export async function layOnBoard(tx: Tx, to: { boardId: string; owner: OwnerRef; ids: readonly string[]; now: Date }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with own as (select id from picture where owner = ${to.owner} and id = any(${[...to.ids]}::text[]) for key share),
      laid as (insert into board_picture (board_id, picture_id, added_at) select ${to.boardId}, id, ${to.now} from own on conflict do nothing)
    select id from own`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function takeOffBoard(tx: Tx, boardId: string, ids: readonly string[]): Promise<string[]> {
  return (await tx.deleteFrom('board_picture').where('board_id', '=', boardId).where('picture_id', 'in', [...ids]).returning('picture_id').execute()).map((row) => row.picture_id);
}

/** It lies on these from now on, and on no others. */
export async function setBoards(tx: Tx, pictureId: PictureId, boardIds: readonly string[], now: Date): Promise<void> {
  await sql`delete from board_picture where picture_id = ${pictureId} and board_id <> all(${[...boardIds]}::text[])`.execute(tx);
  if (boardIds.length > 0) await tx.insertInto('board_picture').values(boardIds.map((id) => ({ board_id: id, picture_id: pictureId, added_at: now }))).onConflict((conflict) => conflict.doNothing()).execute();
}

export function presentBoard(row: Omit<BoardRow, 'owner'>): Board {
  return { id: row.id as BoardId, name: row.name, count: row.count, coverUrl: row.cover === null ? null : `/api/v1/studio/pictures/${row.cover}/thumbnail`, createdAt: row.created_at.toISOString() };
}

/** The SQL of books, their edits and versions. */
import type { EditOp } from '@komawari/comic/edit';
import type { Db, Tx } from '../../../db/client.ts';

export type EditRow = { revision: number; client_id: string; client_seq: number; ops: EditOp[] | null; restored_key: string | null; at: Date };

export async function getBase(db: Db | Tx, comicId: string): Promise<{ revision: number; base_revision: number; base_key: string | null }> {
  return db.selectFrom('comic').select(['revision', 'base_revision', 'base_key']).where('id', '=', comicId).executeTakeFirstOrThrow();
}

export async function lockComic(tx: Tx, comicId: string) {
  return tx.selectFrom('comic').select(['id', 'owner', 'trashed_at', 'revision', 'base_revision', 'page_count', 'title']).where('id', '=', comicId).forUpdate().executeTakeFirst();
}

export async function listEdits(db: Db | Tx, comicId: string, after: number, upTo = 2 ** 31 - 1): Promise<EditRow[]> {
  const rows = await db.selectFrom('comic_edit').select(['revision', 'client_id', 'client_seq', 'ops', 'restored_key', 'at']).where('comic_id', '=', comicId).where('revision', '>', after).where('revision', '<=', upTo).orderBy('revision').execute();
  return rows.map((row) => ({ ...row, ops: row.ops as EditOp[] | null }));
}

export async function findEditOf(tx: Tx, comicId: string, client: { clientId: string; clientSeq: number }): Promise<{ revision: number } | undefined> {
  return tx.selectFrom('comic_edit').select('revision').where('comic_id', '=', comicId).where('client_id', '=', client.clientId).where('client_seq', '=', client.clientSeq).executeTakeFirst();
}

export type NewEdit = { comicId: string; revision: number; clientId: string; clientSeq: number; ops: readonly EditOp[] | null; restoredKey: string | null; at: Date };
export type ShownOfBook = { title: string; language: string; format: string; direction: string };

export async function addEdit(tx: Tx, edit: NewEdit, shown: ShownOfBook): Promise<void> {
  await tx.insertInto('comic_edit').values({
    comic_id: edit.comicId, revision: edit.revision, client_id: edit.clientId, client_seq: edit.clientSeq, ops: edit.ops && JSON.stringify(edit.ops), restored_key: edit.restoredKey, at: edit.at,
  }).execute();
  await tx.updateTable('comic').set({ ...shown, revision: edit.revision, updated_at: edit.at }).where('id', '=', edit.comicId).execute();
}

/** Edits of long ago are in the base; what is kept of them is for pages that were open meanwhile. */
export async function setBase(tx: Tx, comicId: string, base: { revision: number; key: string }, keptEdits: number): Promise<void> {
  await tx.updateTable('comic').set({ base_revision: base.revision, base_key: base.key }).where('id', '=', comicId).execute();
  await tx.deleteFrom('comic_edit').where('comic_id', '=', comicId).where('revision', '<=', base.revision - keptEdits).execute();
}

/** What the pages of a comic show: `pages_revision` is what they count as, `book_key` the book they were made from. */
export async function getDrawn(tx: Tx, comicId: string) {
  return tx.selectFrom('comic').select(['state', 'pages_revision', 'book_revision', 'book_key', 'page_count']).where('id', '=', comicId).executeTakeFirstOrThrow();
}

/** Pages and files of one revision count as those of a later one, which says the same. */
export async function setDrawnRevision(tx: Tx, comicId: string, from: number, to: number): Promise<void> {
  await tx.updateTable('comic').set({ pages_revision: to, book_revision: to }).where('id', '=', comicId).execute();
  await tx.updateTable('comic_file').set({ revision: to }).where('comic_id', '=', comicId).where('revision', '=', from).execute();
}

export type VersionRow = { id: string; comic_id: string; name: string; revision: number; book_key: string; panels: number; pages: number; created_at: Date };

export async function listVersions(db: Db, comicId: string): Promise<VersionRow[]> {
  return db.selectFrom('comic_version').selectAll().where('comic_id', '=', comicId).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
}

export async function findVersion(db: Db | Tx, comicId: string, versionId: string): Promise<VersionRow | undefined> {
  return db.selectFrom('comic_version').selectAll().where('comic_id', '=', comicId).where('id', '=', versionId).executeTakeFirst();
}

export async function countVersions(tx: Tx, comicId: string): Promise<number> {
  const row = await tx.selectFrom('comic_version').select((select) => select.fn.countAll<number>().as('count')).where('comic_id', '=', comicId).executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function addVersion(tx: Tx, version: VersionRow): Promise<void> {
  await tx.insertInto('comic_version').values(version).execute();
}

export async function removeVersionRow(tx: Tx, comicId: string, versionId: string): Promise<void> {
  await tx.deleteFrom('comic_version').where('comic_id', '=', comicId).where('id', '=', versionId).execute();
}

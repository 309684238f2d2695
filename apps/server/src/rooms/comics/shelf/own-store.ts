/** The SQL of all that somebody made: what an export holds, and the end of it with an account. */
import type { OwnerRef } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';

export async function listOwnComics(db: Db, owner: OwnerRef) {
  return db.selectFrom('comic').select(['id', 'title', 'text', 'options', 'base_key', 'created_at', 'trashed_at']).where('owner', '=', owner).orderBy('created_at').execute();
}

export async function listPartsOf(db: Db, comicId: string) {
  return {
    versions: await db.selectFrom('comic_version').select(['name', 'book_key']).where('comic_id', '=', comicId).execute(),
    edits: await db.selectFrom('comic_edit').select(['revision', 'ops', 'at']).where('comic_id', '=', comicId).orderBy('revision').execute(),
    pages: await db.selectFrom('comic_page').select(['number', 'language', 'picture_key']).where('comic_id', '=', comicId).where('picture_key', 'is not', null).orderBy('number').execute(),
    takes: await db.selectFrom('comic_take').select(['panel_id', 'provider', 'picture_key', 'picture_type']).where('comic_id', '=', comicId).where('picture_key', 'is not', null).orderBy('created_at').orderBy('id').execute(),
    files: await db.selectFrom('comic_file').select(['name', 'object_key']).where('comic_id', '=', comicId).execute(),
  };
}

/** Comics are private: they go with their author. Their objects are swept when nothing names them. */
export async function removeOwnComics(tx: Tx, owner: OwnerRef): Promise<void> {
  const gone = await tx.deleteFrom('comic').where('owner', '=', owner).returning('id').execute();
  for (let i = 0; i < gone.length; i += 500) await tx.deleteFrom('stream').where('id', 'in', gone.slice(i, i + 500).map((row) => row.id)).execute();
  await tx.deleteFrom('comic_reading').where('reader', '=', owner).execute();
}

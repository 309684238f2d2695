/** The SQL of the shelf: searched lists, copies, links, places where one stopped. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import type { ComicRow } from '../store.ts';

export type Search = { owner: string; isTrash: boolean; words: string; sort: 'newest' | 'changed' | 'title'; state: 'done' | 'unfinished' | undefined; after: { key: string; id: string } | undefined; limit: number };

/** One page of a searched or sorted list; `key` is what the next page starts behind. */
export async function searchComics(db: Db, search: Search): Promise<(ComicRow & { key: string })[]> {
  const key = search.sort === 'title' ? sql<string>`lower(title)` : search.sort === 'changed' ? sql<string>`to_char(updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US')` : sql<string>`to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
  const isDown = search.sort !== 'title';
  let query = db.selectFrom('comic').selectAll().select(key.as('key')).where('owner', '=', search.owner).where('trashed_at', search.isTrash ? 'is not' : 'is', null);
  for (const word of search.words.split(/\s+/).filter(Boolean).slice(0, 8)) query = query.where('title', 'ilike', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  if (search.state) query = query.where('state', search.state === 'done' ? '=' : '!=', 'done');
  const { after } = search;
  if (after) query = query.where(isDown ? sql<boolean>`(${key}, id) < (${after.key}, ${after.id})` : sql<boolean>`(${key}, id) > (${after.key}, ${after.id})`);
  return query.orderBy(key, isDown ? 'desc' : 'asc').orderBy('id', isDown ? 'desc' : 'asc').limit(search.limit).execute();
}

export async function setTitle(tx: Tx, comicId: string, title: string, now: Date): Promise<void> {
  await tx.updateTable('comic').set({ title, updated_at: now }).where('id', '=', comicId).execute();
}

/** Everything of a comic under new ids; the objects are the same, since nothing in the store ever changes. */
export async function copyComic(tx: Tx, copy: { from: string; to: string; taskId: string; title: string; now: Date }): Promise<void> {
  const { from, to, taskId, title, now } = copy;
  await sql`
    insert into comic (id, owner, task_id, title, state, language, format, direction, options, text, book_key, base_key, revision, base_revision, book_revision, pages_revision, panel_count, panels_done, page_count, cover_key, created_at, updated_at)
    select ${to}, owner, ${taskId}, ${title}, case when state = 'done' then 'done' else 'cancelled' end, language, format, direction, options, text, book_key, base_key, 1, 1, case when pages_revision = revision then 1 else 0 end, case when pages_revision = revision then 1 else 0 end,
      panel_count, panels_done, page_count, cover_key, ${now}, ${now} from comic where id = ${from}`.execute(tx);
  // A take's id is the copy's own: the end of the old one with the comic's in front would not be an id.
  await sql`
    insert into comic_take (id, comic_id, panel_id, task_id, provider, model, request, directions, seed, parent_id, inputs_hash, cost, state, width, height, drawing_key, picture_key, picture_type, is_rejected, created_at)
    select 'take_' || right(${to}, 13) || right(id, 13), ${to}, panel_id, null, provider, model, request, directions, seed, 'take_' || right(${to}, 13) || right(parent_id, 13), inputs_hash, 0, state, width, height, drawing_key, picture_key, picture_type, is_rejected, created_at
    from comic_take where comic_id = ${from} and state = 'done'`.execute(tx);
  await sql`
    insert into comic_panel (comic_id, panel_id, position, page, drawing_key, picture_key, stored_at, wish, take_id, inputs_hash, fit_hash)
    select ${to}, panel_id, position, page, drawing_key, picture_key, stored_at, wish, 'take_' || right(${to}, 13) || right(take_id, 13), inputs_hash, null from comic_panel where comic_id = ${from}`.execute(tx);
  await sql`
    insert into comic_page (comic_id, number, language, page_key, picture_key, preview_key, alternative, problems, stored_at, is_wanted, inputs_hash, width, height, frames)
    select ${to}, number, language, page_key, picture_key, preview_key, alternative, problems, stored_at, is_wanted, inputs_hash, width, height, frames from comic_page where comic_id = ${from}`.execute(tx);
}

export type ReadPage = { number: number; width: number; height: number; picture: string | null; preview: string | null; frames: unknown; alternative: unknown };

/** Pages in a language, or in the book's own where that one has none. */
export async function listReadPages(db: Db, comicId: string, language: string): Promise<ReadPage[]> {
  const { rows } = await sql<ReadPage>`
    select distinct on (number) number, width, height, picture_key as picture, preview_key as preview, frames, alternative
    from comic_page where comic_id = ${comicId} and language in ('', ${language}) order by number, (language = ${language} and picture_key is not null) desc`.execute(db);
  return rows;
}

export async function findPlace(db: Db, comicId: string, reader: string): Promise<unknown> {
  return (await db.selectFrom('comic_reading').select('place').where('comic_id', '=', comicId).where('reader', '=', reader).executeTakeFirst())?.place ?? null;
}

export async function setPlace(db: Db, comicId: string, reader: string, place: object, at: Date): Promise<void> {
  const value = JSON.stringify(place);
  await db.insertInto('comic_reading').values({ comic_id: comicId, reader, place: value, at }).onConflict((conflict) => conflict.columns(['comic_id', 'reader']).doUpdateSet({ place: value, at })).execute();
}

export type ShareRow = { id: string; owner: string; share_token: string | null; shared_at: Date | null; title: string; language: string | null; direction: string | null; format: string | null; book_key: string | null };

export async function findShare(db: Db | Tx, by: { id: string } | { token: string }): Promise<ShareRow | undefined> {
  const query = db.selectFrom('comic').select(['id', 'owner', 'share_token', 'shared_at', 'title', 'language', 'direction', 'format', 'book_key']);
  return ('id' in by ? query.where('id', '=', by.id) : query.where('share_token', '=', by.token).where('trashed_at', 'is', null)).executeTakeFirst();
}

export async function setShare(tx: Tx, comicId: string, token: string | null, at: Date | null): Promise<void> {
  await tx.updateTable('comic').set({ share_token: token, shared_at: at }).where('id', '=', comicId).execute();
}

export async function findSharedPicture(db: Db, comicId: string, key: string): Promise<{ mediaType: string } | undefined> {
  const { rows } = await sql<{ mediaType: string }>`
    select case when picture_key = ${key} then 'image/svg+xml' else 'image/png' end as "mediaType" from comic_page where comic_id = ${comicId} and (picture_key = ${key} or preview_key = ${key}) limit 1`.execute(db);
  return rows[0];
}

export async function emptyTrashOf(tx: Tx, owner: string): Promise<number> {
  const rows = await tx.deleteFrom('comic').where('owner', '=', owner).where('trashed_at', 'is not', null).returning('id').execute();
  if (rows.length > 0) await tx.deleteFrom('stream').where('id', 'in', rows.map((row) => row.id)).execute();
  return rows.length;
}

/** The SQL of comics. */
import type { ComicId, ObjectKey, OwnerRef, TaskState } from '@komawari/contract';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db, Tx } from '../../db/client.ts';
import { timesAsIso } from '../../db/timestamps.ts';

export type ComicRow = {
  id: string; owner: string; task_id: string; title: string; state: string; language: string | null; format: string | null; direction: string | null;
  panel_count: number; panels_done: number; panels_failed: number; page_count: number; cover_key: string | null; created_at: Date; updated_at: Date; trashed_at: Date | null;
  revision: number; pages_revision: number; is_paused: boolean; is_script_only: boolean;
};
/** Columns of a list; `STANDING` are those that tell where a comic stands beside. */
const SUMMARY = ['id', 'owner', 'task_id', 'title', 'state', 'language', 'format', 'direction', 'panel_count', 'panels_done', 'panels_failed', 'page_count', 'cover_key', 'created_at', 'updated_at', 'trashed_at'] as const;
const STANDING = ['revision', 'pages_revision', 'is_paused', 'is_script_only'] as const;

export type NewComic = { id: ComicId; owner: OwnerRef; taskId: string; title: string; text: string; options: object; isScriptOnly: boolean; now: Date };

export async function addComic(tx: Tx, comic: NewComic): Promise<void> {
  await tx.insertInto('comic').values({
    id: comic.id, owner: comic.owner, task_id: comic.taskId, title: comic.title, state: 'queued', options: JSON.stringify(comic.options), text: comic.text, is_script_only: comic.isScriptOnly, created_at: comic.now, updated_at: comic.now,
  }).execute();
}

export async function findComic(db: Db | Tx, id: ComicId): Promise<ComicRow | undefined> {
  return db.selectFrom('comic').select([...SUMMARY, ...STANDING]).where('id', '=', id).executeTakeFirst();
}

export async function findComicOfKey(tx: Tx, owner: OwnerRef, idempotencyKey: string): Promise<{ comicId: string; input: object } | undefined> {
  const row = await tx.selectFrom('task').select(['stream', 'input']).where('owner', '=', owner).where('idempotency_key', '=', idempotencyKey).executeTakeFirst();
  return row && { comicId: row.stream, input: row.input };
}

/** Times as they go out. */
export type ListedComic = Omit<ComicRow, 'created_at' | 'updated_at' | 'trashed_at' | (typeof STANDING)[number]> & { created_at: string; updated_at: string; trashed_at: string | null };

/**
 * The read that is asked for most: one prepared statement straight to the pool. A query builder's promises keep
 * the rows of many waiting requests alive, and collecting them costs as much as the read.
 */
export async function listComics(pool: Pick<pg.Pool, 'query'>, page: { owner: OwnerRef; after?: { createdAt: Date; id: string } | undefined; limit: number; isTrash: boolean }): Promise<ListedComic[]> {
  const { owner, after, limit, isTrash } = page;
  const { rows } = await pool.query<ListedColumns>({
    types: timesAsIso,
    rowMode: 'array',
    name: `comics.list${isTrash ? '.trash' : ''}${after ? '.after' : ''}`,
    text: `select ${SUMMARY.join(', ')} from comic where owner = $1 and trashed_at is ${isTrash ? 'not null' : 'null'}${after ? ' and (created_at, id) < ($3, $4)' : ''} order by created_at desc, id desc limit $2`,
    values: after ? [owner, limit, after.createdAt, after.id] : [owner, limit],
  });
  return rows.map(listedComicOf);
}

/** The columns of SUMMARY in its order: pg takes twice as long to make objects whose fields it learns from each answer. */
type ListedColumns = [string, string, string, string, string, string | null, string | null, string | null, number, number, number, number, string | null, string, string, string | null];

function listedComicOf([id, owner, task_id, title, state, language, format, direction, panel_count, panels_done, panels_failed, page_count, cover_key, created_at, updated_at, trashed_at]: ListedColumns): ListedComic {
  return { id, owner, task_id, title, state, language, format, direction, panel_count, panels_done, panels_failed, page_count, cover_key, created_at, updated_at, trashed_at };
}

export type WholeComic = ComicRow & {
  error_code: string | null; error_detail: string | null;
  panels: { id: string; page: number; picture: string | null; state: TaskState | null; code: string | null; detail: string | null }[] | null;
  seq: number;
  artists: string[] | null;
  pages: { number: number; width: number; height: number; picture: string | null; preview: string | null; alternative: unknown; problems: unknown }[] | null;
  files: { id: string; format: string; name: string; mediaType: string; sizeBytes: number; language: string | null; taskId: string; revision: number; /** Null where it is not known. */ isOlder: boolean | null }[] | null;
};

/** A comic with everything a page about it shows, in one statement. */
export async function findWholeComic(db: Db, id: ComicId): Promise<WholeComic | undefined> {
  const { rows } = await sql<WholeComic>`
    select ${sql.join([...SUMMARY, ...STANDING].map((name) => sql.ref(`comic.${name}`)))}, comic.error_code, comic.error_detail, coalesce((select last_seq from stream where stream.id = comic.id), 0)::int as seq,
      (select json_agg(json_build_object('id', p.panel_id, 'page', p.page, 'picture', p.picture_key, 'state', t.state, 'code', t.error_code, 'detail', t.error_detail) order by p.position)
        from comic_panel p left join task t on t.parent_id = comic.task_id and t.key = 'panel:' || p.panel_id where p.comic_id = comic.id) as panels,
      (select json_agg(distinct k.artist_name) from comic_panel p join comic_take k on k.id = p.take_id where p.comic_id = comic.id and k.artist_name <> '') as artists,
      (select json_agg(json_build_object('number', g.number, 'width', g.width, 'height', g.height, 'picture', g.picture_key, 'preview', g.preview_key, 'alternative', g.alternative, 'problems', g.problems) order by g.number)
        from comic_page g where g.comic_id = comic.id and g.language = '') as pages,
      (select json_agg(json_build_object('id', f.id, 'format', f.format, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes, 'language', f.language, 'taskId', f.task_id, 'revision', f.revision, 'isOlder',
          case when f.format = 'koma' then f.takes_mark <> (select md5(coalesce(string_agg(k.id || case when k.is_rejected then '-' else '' end, ',' order by k.created_at, k.id), '')) from comic_take k where k.comic_id = comic.id and k.state = 'done')
          else exists (select 1 from comic_page g where g.comic_id = comic.id and g.language = coalesce(f.language, '') and g.stored_at > f.created_at) end) order by f.id)
        from comic_file f where f.comic_id = comic.id) as files
    from comic where comic.id = ${id}`.execute(db);
  return rows[0];
}

/** What kind of picture a key is in this comic, and whose comic it is. */
export async function findPicture(db: Db, id: string, key: string): Promise<{ owner: string; mediaType: string } | undefined> {
  const { rows } = await sql<{ owner: string; mediaType: string }>`
    select comic.owner, found.type as "mediaType" from comic, lateral (
      select 'image/svg+xml' as type from comic_panel where comic_id = comic.id and picture_key = ${key}
      union all select 'image/svg+xml' from comic_page where comic_id = comic.id and picture_key = ${key}
      union all select 'image/png' from comic_page where comic_id = comic.id and preview_key = ${key}
      union all select picture_type from comic_take where comic_id = comic.id and picture_key = ${key}
      limit 1) as found
    where comic.id = ${id}`.execute(db);
  return rows[0];
}

/** A drawing with its faces and mouths, as the engine keeps it. */
export async function findDrawing(db: Db, id: ComicId, key: string): Promise<{ owner: string } | undefined> {
  const { rows } = await sql<{ owner: string }>`
    select comic.owner from comic where comic.id = ${id} and (exists (select 1 from comic_panel where comic_id = comic.id and drawing_key = ${key})
      or exists (select 1 from comic_take where comic_id = comic.id and drawing_key = ${key}))`.execute(db);
  return rows[0];
}

export async function findFile(db: Db, id: ComicId, fileId: string) {
  return db.selectFrom('comic_file').innerJoin('comic', 'comic.id', 'comic_file.comic_id')
    .select(['comic.owner', 'comic_file.name', 'comic_file.media_type', 'comic_file.object_key']).where('comic.id', '=', id).where('comic_file.id', '=', fileId).executeTakeFirst();
}

export async function setTrashed(tx: Tx, id: ComicId, at: Date | null, now: Date): Promise<void> {
  await tx.updateTable('comic').set({ trashed_at: at, updated_at: now }).where('id', '=', id).execute();
}

export async function hasPagesIn(tx: Tx, id: ComicId, language: string): Promise<boolean> {
  return (await tx.selectFrom('comic_page').select('number').where('comic_id', '=', id).where('language', '=', language).limit(1).executeTakeFirst()) !== undefined;
}

export async function setPaused(tx: Tx, id: ComicId, isPaused: boolean): Promise<void> {
  await tx.updateTable('comic').set({ is_paused: isPaused }).where('id', '=', id).execute();
}

/** Another task makes the comic from now on. */
export async function setMaking(tx: Tx, id: ComicId, taskId: string, now: Date): Promise<void> {
  await tx.updateTable('comic').set({ task_id: taskId, state: 'queued', is_paused: false, is_script_only: false, error_code: null, error_detail: null, updated_at: now }).where('id', '=', id).execute();
}

/** Deletes a comic with its tasks and events. Its objects are swept when nothing names them. */
export async function removeComic(tx: Tx, id: ComicId): Promise<void> {
  await tx.deleteFrom('comic').where('id', '=', id).execute();
  await tx.deleteFrom('stream').where('id', '=', id).execute();
}

export async function moveComics(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('comic').set({ owner: to }).where('owner', '=', from).executeTakeFirstOrThrow();
  await tx.updateTable('stream').set({ owner: to }).where('owner', '=', from).execute();
  await tx.updateTable('task').set({ owner: to }).where('owner', '=', from).execute();
  await moveReadings(tx, from, to);
  return Number(numUpdatedRows);
}

/** Where somebody stopped reading goes along; of two places in one comic the newer stays. */
async function moveReadings(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<void> {
  await sql`
    insert into comic_reading (comic_id, reader, place, at) select comic_id, ${to}, place, at from comic_reading where reader = ${from}
    on conflict (comic_id, reader) do update set place = excluded.place, at = excluded.at where comic_reading.at < excluded.at`.execute(tx);
  await tx.deleteFrom('comic_reading').where('reader', '=', from).execute();
}

/** Which of these objects a comic, one of its parts or a file names. */
export async function namedObjects(db: Db | Tx, keys: readonly ObjectKey[]): Promise<string[]> {
  const wanted = sql`any(${[...keys]}::text[])`;
  const named = (table: string, column: string) => sql`select ${sql.ref(column)} as key from ${sql.table(table)} where ${sql.ref(column)} = ${wanted}`;
  const { rows } = await sql<{ key: string }>`${sql.join(KEY_COLUMNS.map(([table, column]) => named(table, column)), sql` union `)}`.execute(db);
  return rows.map((row) => row.key);
}

/** Every column that names an object: what is missing here is swept away. */
const KEY_COLUMNS = [
  ['comic', 'book_key'], ['comic', 'base_key'], ['comic', 'cover_key'], ['comic_edit', 'restored_key'], ['comic_version', 'book_key'],
  ['comic_panel', 'drawing_key'], ['comic_panel', 'picture_key'], ['comic_take', 'drawing_key'], ['comic_take', 'picture_key'], ['comic_take', 'upload_key'],
  ['comic_page', 'page_key'], ['comic_page', 'picture_key'], ['comic_page', 'preview_key'], ['comic_file', 'object_key'],
] as const;

/** The SQL of the jobs that make a comic. */
import type { Book } from '@komawari/comic/make';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import { STORYBOARD, type KnownPage, type KnownPanel, type Work } from './plan-work.ts';

export async function getStory(db: Db, comicId: string): Promise<{ text: string; options: object }> {
  return db.selectFrom('comic').select(['text', 'options']).where('id', '=', comicId).executeTakeFirstOrThrow();
}

/** The book and plan that panels and pages are made of now. */
export async function getBookKey(db: Db, comicId: string): Promise<string> {
  const row = await db.selectFrom('comic').select('book_key').where('id', '=', comicId).executeTakeFirstOrThrow();
  if (row.book_key === null) throw new Error(`comics: ${comicId} has no script`);
  return row.book_key;
}

/** What the pages are made of, and of which revision of the book. */
export async function getBuilt(db: Db, comicId: string): Promise<{ bookKey: string; revision: number }> {
  const row = await db.selectFrom('comic').select(['book_key', 'book_revision']).where('id', '=', comicId).executeTakeFirstOrThrow();
  return { bookKey: row.book_key ?? '', revision: row.book_revision };
}

type Shown = Pick<Book, 'title' | 'language' | 'format' | 'direction'>;

/** The first book of a comic. */
export async function storeScript(tx: Tx, script: { comicId: string; bookKey: string; book: Shown; now: Date }): Promise<void> {
  const { title, language, format, direction } = script.book;
  await tx.updateTable('comic').set({ title, language, format, direction, revision: 1, base_revision: 1, base_key: script.bookKey, updated_at: script.now }).where('id', '=', script.comicId).execute();
}

/** What is to be done now; panels and pages that the book has no longer go, those that stay keep what they have. */
export async function storePlan(tx: Tx, plan: { comicId: string; bookKey: string; revision: number; work: Work; now: Date }): Promise<void> {
  const { comicId, work } = plan;
  const open = work.panels.filter((panel) => panel.wish !== null).length;
  await tx.updateTable('comic').set({
    state: 'running', book_key: plan.bookKey, book_revision: plan.revision, panel_count: work.panels.length, panels_done: work.panels.length - open, panels_failed: 0,
    page_count: work.pages.filter((page) => page.language === '').length, updated_at: plan.now,
  }).where('id', '=', comicId).execute();
  const panels = JSON.stringify(work.panels);
  await sql`delete from comic_panel where comic_id = ${comicId} and panel_id not in (select id from jsonb_to_recordset(${panels}::jsonb) as item (id text))`.execute(tx);
  await sql`
    insert into comic_panel (comic_id, panel_id, position, page, wish, take_id, inputs_hash) select ${comicId}, item.id, item.position, item.page, item.wish, item."takeId", item."inputsHash"
    from jsonb_to_recordset(${panels}::jsonb) as item (id text, position int, page int, wish text, "takeId" text, "inputsHash" text)
    on conflict (comic_id, panel_id) do update set position = excluded.position, page = excluded.page, wish = excluded.wish, take_id = excluded.take_id, inputs_hash = excluded.inputs_hash`.execute(tx);
  const pages = JSON.stringify(work.pages);
  await sql`delete from comic_page where comic_id = ${comicId} and (number, language) not in (select number, language from jsonb_to_recordset(${pages}::jsonb) as item (number int, language text))`.execute(tx);
  await sql`
    insert into comic_page (comic_id, number, language, inputs_hash, is_wanted, width, height, frames) select ${comicId}, item.number, item.language, item."inputsHash", item."isWanted", item.width, item.height, item.frames
    from jsonb_to_recordset(${pages}::jsonb) as item (number int, language text, "inputsHash" text, "isWanted" boolean, width int, height int, frames jsonb)
    on conflict (comic_id, number, language) do update set inputs_hash = excluded.inputs_hash, is_wanted = excluded.is_wanted,
      width = case when comic_page.page_key is null then excluded.width else comic_page.width end, height = case when comic_page.page_key is null then excluded.height else comic_page.height end,
      frames = case when comic_page.page_key is null then excluded.frames else comic_page.frames end`.execute(tx);
}

export async function listKnown(db: Db, comicId: string): Promise<{ panels: KnownPanel[]; pages: KnownPage[] }> {
  const panels = await db.selectFrom('comic_panel').select(['panel_id', 'take_id', 'fit_hash', 'drawing_key']).where('comic_id', '=', comicId).execute();
  const pages = await db.selectFrom('comic_page').select(['number', 'language', 'inputs_hash', 'page_key', 'is_wanted']).where('comic_id', '=', comicId).execute();
  return {
    panels: panels.map((row) => ({ panelId: row.panel_id, takeId: row.take_id, fitHash: row.fit_hash, hasDrawing: row.drawing_key !== null })),
    pages: pages.map((row) => ({ number: row.number, language: row.language, inputsHash: row.inputs_hash, isStored: row.page_key !== null && !row.is_wanted })),
  };
}

export type PanelWish = { wish: string | null; take_id: string | null; inputs_hash: string | null };

export async function getPanelWish(db: Db, comicId: string, panelId: string): Promise<PanelWish | undefined> {
  return db.selectFrom('comic_panel').select(['wish', 'take_id', 'inputs_hash']).where('comic_id', '=', comicId).where('panel_id', '=', panelId).executeTakeFirst();
}

export async function storePanel(tx: Tx, panel: { comicId: string; panelId: string; takeId: string; fitHash: string; drawingKey: string; pictureKey: string; now: Date }): Promise<void> {
  await tx.updateTable('comic_panel').set({ drawing_key: panel.drawingKey, picture_key: panel.pictureKey, take_id: panel.takeId, fit_hash: panel.fitHash, wish: null, stored_at: panel.now })
    .where('comic_id', '=', panel.comicId).where('panel_id', '=', panel.panelId).execute();
  await tx.updateTable('comic').set({ panels_done: sql`panels_done + 1`, updated_at: panel.now }).where('id', '=', panel.comicId).execute();
}

export async function countFailedPanel(tx: Tx, comicId: string, by: 1 | -1): Promise<void> {
  await tx.updateTable('comic').set({ panels_failed: sql`greatest(panels_failed + ${by}, 0)` }).where('id', '=', comicId).execute();
}

export type NewPage = {
  comicId: string; number: number; language: string; pageKey: string; pictureKey: string; previewKey: string; width: number; height: number; alternative: object; problems: object;
  /** Panels in reading order with their boxes, page units. */
  frames: object; now: Date;
};

export async function storePage(tx: Tx, page: NewPage): Promise<void> {
  await tx.updateTable('comic_page').set({
    page_key: page.pageKey, picture_key: page.pictureKey, preview_key: page.previewKey, alternative: JSON.stringify(page.alternative), problems: JSON.stringify(page.problems),
    width: page.width, height: page.height, frames: JSON.stringify(page.frames), is_wanted: false, stored_at: page.now,
  }).where('comic_id', '=', page.comicId).where('number', '=', page.number).where('language', '=', page.language).execute();
  await tx.updateTable('comic').set({ updated_at: page.now, ...(page.number === 1 && page.language === '' ? { cover_key: page.previewKey } : {}) }).where('id', '=', page.comicId).execute();
}

/** Panels that wait for a picture, by position, and the wanted pages all of whose panels have theirs. */
export async function listParts(tx: Tx, comicId: string): Promise<{ panels: { id: string; wish: string }[]; drawnPages: { number: number; language: string }[] }> {
  const panels = await tx.selectFrom('comic_panel').select(['panel_id', 'page', 'wish']).where('comic_id', '=', comicId).where('wish', 'is not', null).orderBy('position').execute();
  const waiting = new Set(panels.map((panel) => panel.page));
  const wanted = await tx.selectFrom('comic_page').select(['number', 'language']).where('comic_id', '=', comicId).where('is_wanted', '=', true).orderBy('number').orderBy('language').execute();
  return { panels: panels.map((panel) => ({ id: panel.panel_id, wish: panel.wish ?? '' })), drawnPages: wanted.filter((page) => !waiting.has(page.number)) };
}

/** Tasks of a panel and of its takes, or of the script, whose answer was lost. */
export async function listUnknownTasks(tx: Tx, comicId: string, of: { panelId: string } | 'script'): Promise<string[]> {
  const which = of === 'script' ? sql<boolean>`kind = 'comic.model-script'` : sql<boolean>`input ->> 'panelId' = ${of.panelId}`;
  const rows = await tx.selectFrom('task').select('id').where('stream', '=', comicId).where('state', '=', 'unknown').where(which).orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** Who draws the comic: `storyboard`, or a model by its address. */
export async function getArtist(db: Db | Tx, comicId: string): Promise<string> {
  const row = await db.selectFrom('comic').select(sql<string | null>`options ->> 'artist'`.as('artist')).where('id', '=', comicId).executeTakeFirstOrThrow();
  return row.artist ?? STORYBOARD;
}

export async function getWriter(tx: Tx, comicId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('comic').select(sql<string | null>`options ->> 'writer'`.as('writer')).where('id', '=', comicId).executeTakeFirstOrThrow();
  return row.writer ?? undefined;
}

export async function setArtist(tx: Tx, comicId: string, artist: string): Promise<void> {
  await tx.updateTable('comic').set({ options: sql`options || ${JSON.stringify({ artist })}::jsonb` }).where('id', '=', comicId).execute();
}

export async function listDrawingKeys(db: Db, comicId: string, page: number): Promise<{ panelId: string; key: string }[]> {
  const rows = await db.selectFrom('comic_panel').select(['panel_id', 'drawing_key']).where('comic_id', '=', comicId).where('page', '=', page).orderBy('position').execute();
  return rows.map((row) => ({ panelId: row.panel_id, key: row.drawing_key ?? '' }));
}

export async function listPageKeys(db: Db | Tx, comicId: string, language: string): Promise<string[]> {
  const rows = await db.selectFrom('comic_page').select('page_key').where('comic_id', '=', comicId).where('language', '=', language).orderBy('number').execute();
  return rows.map((row) => row.page_key ?? '');
}

export async function setComicState(tx: Tx, comicId: string, end: { state: string; code: string | null; detail: string | null; now: Date }): Promise<void> {
  await tx.updateTable('comic').set({ state: end.state, error_code: end.code, error_detail: end.detail, updated_at: end.now }).where('id', '=', comicId).execute();
}

/** All that was wanted is there. */
export async function setPagesCurrent(tx: Tx, comicId: string): Promise<{ revision: number; pages: number }> {
  return tx.updateTable('comic').set({ pages_revision: sql`book_revision`, is_paused: false }).where('id', '=', comicId).returning(['pages_revision as revision', 'page_count as pages']).executeTakeFirstOrThrow();
}

export type NewFile = { id: string; taskId: string; format: string; name: string; mediaType: string; sizeBytes: number; objectKey: string; language: string | null; revision: number; takesMark: string | null; now: Date };

export async function storeFiles(tx: Tx, comicId: string, files: readonly NewFile[]): Promise<void> {
  if (files.length === 0) return;
  await tx.insertInto('comic_file').values(files.map((file) => ({
    id: file.id, comic_id: comicId, task_id: file.taskId, format: file.format, name: file.name, media_type: file.mediaType, size_bytes: file.sizeBytes, object_key: file.objectKey,
    language: file.language, revision: file.revision, takes_mark: file.takesMark, created_at: file.now,
  }))).execute();
}

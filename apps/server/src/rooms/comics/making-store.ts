/** The SQL of the jobs that make a comic. */
import type { Book } from '@komawari/comic/make';
import { sql } from 'kysely';
import type { Db, Tx } from '../../db/client.ts';

export async function getStory(db: Db, comicId: string): Promise<{ text: string; options: object }> {
  return db.selectFrom('comic').select(['text', 'options']).where('id', '=', comicId).executeTakeFirstOrThrow();
}

export async function getBookKey(db: Db, comicId: string): Promise<string> {
  const row = await db.selectFrom('comic').select('book_key').where('id', '=', comicId).executeTakeFirstOrThrow();
  if (row.book_key === null) throw new Error(`comics: ${comicId} has no script`);
  return row.book_key;
}

export async function storeScript(tx: Tx, script: { comicId: string; bookKey: string; book: Pick<Book, 'title' | 'language' | 'format' | 'direction'>; panels: readonly { id: string; page: number }[]; pages: readonly number[]; now: Date }): Promise<void> {
  const { comicId, book, now } = script;
  await tx.updateTable('comic').set({
    state: 'running', book_key: script.bookKey, title: book.title, language: book.language, format: book.format, direction: book.direction,
    panel_count: script.panels.length, page_count: script.pages.length, updated_at: now,
  }).where('id', '=', comicId).execute();
  const panels = JSON.stringify(script.panels.map((panel, position) => ({ ...panel, position })));
  await sql`insert into comic_panel (comic_id, panel_id, position, page) select ${comicId}, item.id, item.position, item.page from jsonb_to_recordset(${panels}::jsonb) as item (id text, position int, page int)`.execute(tx);
  await sql`insert into comic_page (comic_id, number) select ${comicId}, number from unnest(${[...script.pages]}::int[]) as number`.execute(tx);
}

export async function storePanel(tx: Tx, panel: { comicId: string; panelId: string; drawingKey: string; pictureKey: string; now: Date }): Promise<void> {
  await tx.updateTable('comic_panel').set({ drawing_key: panel.drawingKey, picture_key: panel.pictureKey, stored_at: panel.now }).where('comic_id', '=', panel.comicId).where('panel_id', '=', panel.panelId).execute();
  await tx.updateTable('comic').set({ panels_done: sql`panels_done + 1`, updated_at: panel.now }).where('id', '=', panel.comicId).execute();
}

export async function countFailedPanel(tx: Tx, comicId: string, by: 1 | -1): Promise<void> {
  await tx.updateTable('comic').set({ panels_failed: sql`greatest(panels_failed + ${by}, 0)` }).where('id', '=', comicId).execute();
}

export async function storePage(tx: Tx, page: { comicId: string; number: number; pageKey: string; pictureKey: string; previewKey: string; alternative: object; problems: object; now: Date }): Promise<void> {
  await tx.updateTable('comic_page').set({
    page_key: page.pageKey, picture_key: page.pictureKey, preview_key: page.previewKey, alternative: JSON.stringify(page.alternative), problems: JSON.stringify(page.problems), stored_at: page.now,
  }).where('comic_id', '=', page.comicId).where('number', '=', page.number).execute();
  await tx.updateTable('comic').set({ updated_at: page.now, ...(page.number === 1 ? { cover_key: page.previewKey } : {}) }).where('id', '=', page.comicId).execute();
}

/** Panels by position, and the pages all of whose panels are drawn. */
export async function listParts(tx: Tx, comicId: string): Promise<{ panelIds: string[]; drawnPages: number[] }> {
  const panels = await tx.selectFrom('comic_panel').select(['panel_id', 'page', 'drawing_key']).where('comic_id', '=', comicId).orderBy('position').execute();
  const pages = Map.groupBy(panels, (panel) => panel.page);
  const empty = await tx.selectFrom('comic_page').select('number').where('comic_id', '=', comicId).execute();
  const drawnPages = empty.map((page) => page.number).filter((number) => (pages.get(number) ?? []).every((panel) => panel.drawing_key !== null));
  return { panelIds: panels.map((panel) => panel.panel_id), drawnPages: drawnPages.sort((a, b) => a - b) };
}

export async function listDrawingKeys(db: Db, comicId: string, page: number): Promise<{ panelId: string; key: string }[]> {
  const rows = await db.selectFrom('comic_panel').select(['panel_id', 'drawing_key']).where('comic_id', '=', comicId).where('page', '=', page).orderBy('position').execute();
  return rows.map((row) => ({ panelId: row.panel_id, key: row.drawing_key ?? '' }));
}

export async function listPageKeys(db: Db, comicId: string): Promise<string[]> {
  const rows = await db.selectFrom('comic_page').select('page_key').where('comic_id', '=', comicId).orderBy('number').execute();
  return rows.map((row) => row.page_key ?? '');
}

export async function setComicState(tx: Tx, comicId: string, end: { state: string; code: string | null; detail: string | null; now: Date }): Promise<void> {
  await tx.updateTable('comic').set({ state: end.state, error_code: end.code, error_detail: end.detail, updated_at: end.now }).where('id', '=', comicId).execute();
}


export async function storeFiles(tx: Tx, comicId: string, files: readonly { id: string; taskId: string; format: string; name: string; mediaType: string; sizeBytes: number; objectKey: string; now: Date }[]): Promise<void> {
  if (files.length === 0) return;
  await tx.insertInto('comic_file').values(files.map((file) => ({
    id: file.id, comic_id: comicId, task_id: file.taskId, format: file.format, name: file.name, media_type: file.mediaType, size_bytes: file.sizeBytes, object_key: file.objectKey, created_at: file.now,
  }))).execute();
}

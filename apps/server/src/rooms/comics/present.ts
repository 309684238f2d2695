/** Rows as the contract shows them. */
import { API_PREFIX, type Comic, type ComicId, type ComicSummary, type FileId, type TaskId, type TaskState, type UiLanguage } from '@komawari/contract';
import { errorOf } from '../../kernel/tasks/present-task.ts';
import type { ComicRow, ListedComic, WholeComic } from './store.ts';

export function pictureAddress(comicId: string, key: string): string {
  return `${API_PREFIX}/comics/${comicId}/pictures/${key}`;
}

export function presentSummary(row: ComicRow | ListedComic): ComicSummary {
  return {
    id: row.id as ComicId, title: row.title, state: row.state as TaskState, language: row.language, format: row.format, direction: row.direction,
    panels: { total: row.panel_count, done: row.panels_done, failed: row.panels_failed }, pageCount: row.page_count,
    cover: row.cover_key && pictureAddress(row.id, row.cover_key), createdAt: isoOf(row.created_at), updatedAt: isoOf(row.updated_at), trashedAt: row.trashed_at && isoOf(row.trashed_at),
  };
}

function isoOf(time: Date | string): string {
  return typeof time === 'string' ? time : time.toISOString();
}

export function presentStarted(row: ComicRow) {
  return { ...presentSummary(row), taskId: row.task_id as TaskId, stream: row.id };
}

export function presentComic(row: WholeComic, language: UiLanguage): Comic {
  const address = (key: string | null) => key && pictureAddress(row.id, key);
  const pages = row.pages ?? [];
  return {
    ...presentStarted(row), seq: row.seq, revision: row.revision, pagesRevision: row.pages_revision, isPaused: row.is_paused, isScriptOnly: row.is_script_only, artists: row.artists ?? [],
    panelStates: (row.panels ?? []).map((panel) => ({ id: panel.id, page: panel.page, state: panel.state ?? (panel.picture === null ? 'queued' : 'done'), picture: address(panel.picture), error: errorOf(panel.code, panel.detail, language) })),
    pages: pages.map((page) => ({ number: page.number, width: page.width, height: page.height, picture: address(page.picture), preview: address(page.preview), alternative: (page.alternative ?? []) as Comic['pages'][number]['alternative'] })),
    files: (row.files ?? []).map(({ revision, isOlder, ...file }) => ({ ...file, isOutdated: isOlder === true || revision !== row.revision, id: file.id as FileId, taskId: file.taskId as TaskId, format: file.format as Comic['files'][number]['format'], address: `${API_PREFIX}/comics/${row.id}/files/${file.id}` })),
    problems: pages.flatMap((page) => (page.problems ?? []) as Comic['problems']),
    error: errorOf(row.error_code, row.error_detail, language),
  };
}

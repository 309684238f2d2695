import { expect, test } from 'vitest';
import { presentComic } from './present.ts';
import type { WholeComic } from './store.ts';

const panel = { page: 1, code: null, detail: null };
const row = {
  id: 'comic_1', title: 'T', state: 'running', language: 'en', format: 'manga-b5', direction: 'ltr', panel_count: 3, panels_done: 1, panels_failed: 0, page_count: 1, cover_key: null, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z',
  trashed_at: null, task_id: 'task_1', seq: 4, revision: 2, pages_revision: 1, is_paused: false, is_script_only: false, error_code: null, error_detail: null, pages: [], files: [],
  panels: [{ ...panel, id: 'kept', picture: 'k', state: null }, { ...panel, id: 'redrawn', picture: 'r', state: 'running' }, { ...panel, id: 'missing', picture: null, state: null }],
} as unknown as WholeComic;

test('a panel that the running update does not touch is done, not waiting', () => {
  expect(presentComic(row, 'en').panelStates.map((one) => [one.id, one.state])).toEqual([['kept', 'done'], ['redrawn', 'running'], ['missing', 'queued']]);
});

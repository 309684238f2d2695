/** The routes of comics and tasks as functions. */
import type { Comic, comicRoutes, ComicSummary, ExportWish, MakeOptions, Task, taskRoutes } from '@komawari/contract';
import { call } from './call.ts';

type Routes = typeof comicRoutes;

export function createComic(body: { text: string; options: MakeOptions; scriptOnly?: boolean; idempotencyKey: string }) {
  return call<Routes['create']>('POST', '/comics', { body });
}

export type ListWish = { after?: string | undefined; limit?: number | undefined; trash?: 'true'; search?: string | undefined; sort?: 'newest' | 'changed' | 'title' | undefined; state?: 'done' | 'unfinished' | undefined };

export function listComics(query: ListWish, signal: AbortSignal): Promise<{ items: ComicSummary[]; next: string | null }> {
  return call<Routes['list']>('GET', '/comics', { query, signal });
}

export function getComic(comicId: string, signal?: AbortSignal): Promise<Comic> {
  return call<Routes['get']>('GET', '/comics/:comicId', { params: { comicId }, ...(signal ? { signal } : {}) });
}

export function cancelComic(comicId: string): Promise<Task> {
  return call<Routes['cancel']>('POST', '/comics/:comicId/cancel', { params: { comicId } });
}

export function continueComic(comicId: string): Promise<Task> {
  return call<Routes['continue']>('POST', '/comics/:comicId/continue', { params: { comicId } });
}

export function trashComic(comicId: string) {
  return call<Routes['remove']>('DELETE', '/comics/:comicId', { params: { comicId } });
}

/** From the trash; anywhere else it goes there first. */
export function deleteComic(comicId: string) {
  return call<Routes['remove']>('DELETE', '/comics/:comicId', { params: { comicId }, query: { forGood: 'true' } });
}

export function restoreComic(comicId: string): Promise<ComicSummary> {
  return call<Routes['restore']>('POST', '/comics/:comicId/restore', { params: { comicId } });
}

export function exportComic(comicId: string, wish: Partial<ExportWish> & Pick<ExportWish, 'format'>): Promise<Task> {
  return call<Routes['export']>('POST', '/comics/:comicId/exports', { params: { comicId }, body: wish });
}

export function getTask(taskId: string): Promise<Task> {
  return call<(typeof taskRoutes)['get']>('GET', '/tasks/:taskId', { params: { taskId } });
}

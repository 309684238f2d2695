/** The routes of the shelf and of reading as functions. */
import type { comicShelfRoutes, ComicSummary, ReadingPlace, SharedComic } from '@komawari/contract';
import { call, type AnswerOf } from './call.ts';
import { upload } from './upload.ts';

type Routes = typeof comicShelfRoutes;
export type Reading = AnswerOf<Routes['reading']>;
export type Imported = AnswerOf<Routes['importBundle']>;

export function renameComic(comicId: string, title: string): Promise<ComicSummary> {
  return call<Routes['rename']>('PATCH', '/comics/:comicId', { params: { comicId }, body: { title } });
}

export function duplicateComic(comicId: string): Promise<ComicSummary> {
  return call<Routes['duplicate']>('POST', '/comics/:comicId/duplicate', { params: { comicId } });
}

/** Sends a `.koma` file; the comic it becomes is read in by a task. */
export function importBundle(file: Blob, options: { onProgress?: (share: number) => void; signal?: AbortSignal } = {}): Promise<Imported> {
  return upload<Routes['importBundle']>('POST', '/comics/import', { file, ...options });
}

export function emptyTrash(): Promise<{ removed: number }> {
  return call<Routes['emptyTrash']>('DELETE', '/comics/trash');
}

/** What the reader shows; in another language of the book when one is given. */
export function getReading(comicId: string, language: string | undefined, signal?: AbortSignal): Promise<Reading> {
  return call<Routes['reading']>('GET', '/comics/:comicId/reading', { params: { comicId }, query: { language }, ...(signal ? { signal } : {}) });
}

export function keepReadingPlace(comicId: string, place: ReadingPlace): Promise<ReadingPlace> {
  return call<Routes['keepPlace']>('PUT', '/comics/:comicId/reading', { params: { comicId }, body: place, isParting: true });
}

export function shareComic(comicId: string): Promise<{ token: string; createdAt: string }> {
  return call<Routes['share']>('POST', '/comics/:comicId/share', { params: { comicId } });
}

export function getShare(comicId: string, signal?: AbortSignal): Promise<{ token: string | null; createdAt: string | null }> {
  return call<Routes['shared']>('GET', '/comics/:comicId/share', { params: { comicId }, ...(signal ? { signal } : {}) });
}

export function unshareComic(comicId: string): Promise<{ isShared: false }> {
  return call<Routes['unshare']>('DELETE', '/comics/:comicId/share', { params: { comicId } });
}

/** A comic read by its link; `not-found` when the link was taken back. */
export function readShared(token: string, language: string | undefined, signal?: AbortSignal): Promise<SharedComic> {
  return call<Routes['readShared']>('GET', '/shared/:token', { params: { token }, query: { language }, ...(signal ? { signal } : {}) });
}

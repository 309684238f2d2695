/** The routes of editing as functions. */
import type { Book } from '@komawari/comic';
import type { EditOp } from '@komawari/comic/edit';
import type { comicEditingRoutes, Version } from '@komawari/contract';
import type { Answer, Confirmed } from '../rooms/comics/book/book-session.ts';
import { call } from './call.ts';

type Routes = typeof comicEditingRoutes;

export async function getBook(comicId: string): Promise<Confirmed> {
  return asBook(await call<Routes['book']>('GET', '/comics/:comicId/book', { params: { comicId } }));
}

export function getBookEdits(comicId: string, after: number) {
  return call<Routes['edits']>('GET', '/comics/:comicId/edits', { params: { comicId }, query: { after } });
}

export async function editComic(comicId: string, body: { clientId: string; clientSeq: number; baseRevision: number; ops: readonly EditOp[] }): Promise<Answer> {
  return (await call<Routes['edit']>('POST', '/comics/:comicId/edits', { params: { comicId }, body })) as Answer;
}

export function listVersions(comicId: string, signal?: AbortSignal): Promise<{ items: Version[] }> {
  return call<Routes['versions']>('GET', '/comics/:comicId/versions', { params: { comicId }, ...(signal ? { signal } : {}) });
}

export function keepVersion(comicId: string, name: string): Promise<Version> {
  return call<Routes['keepVersion']>('POST', '/comics/:comicId/versions', { params: { comicId }, body: { name } });
}

export async function getVersionBook(comicId: string, versionId: string): Promise<Confirmed> {
  return asBook(await call<Routes['versionBook']>('GET', '/comics/:comicId/versions/:versionId', { params: { comicId, versionId } }));
}

export function restoreVersion(comicId: string, versionId: string): Promise<{ revision: number }> {
  return call<Routes['restoreVersion']>('POST', '/comics/:comicId/versions/:versionId/restore', { params: { comicId, versionId } });
}

export function removeVersion(comicId: string, versionId: string) {
  return call<Routes['removeVersion']>('DELETE', '/comics/:comicId/versions/:versionId', { params: { comicId, versionId } });
}

/** The server keeps books in the engine's own form, checked when they were written. */
function asBook(answer: { revision: number; book?: unknown }): Confirmed {
  return { revision: answer.revision, book: answer.book as Book };
}

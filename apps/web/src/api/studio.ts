/** The routes of the studio as functions. */
import type { historyRoutes, Picture, PictureChange, PictureInputFile, PicturesChange, PictureWithRecipe, RecalledRecipe, Recipe, studioRoutes, taskRoutes } from '@komawari/contract';
import { call, type AnswerOf, type CallInput } from './call.ts';
import { upload } from './upload.ts';

type Routes = typeof studioRoutes;
type History = typeof historyRoutes;
type Tasks = typeof taskRoutes;

export function listImageModels(signal: AbortSignal) {
  return call<Routes['models']>('GET', '/studio/models', { signal });
}

export function generatePictures(body: { recipe: Recipe; idempotencyKey: string }) {
  return call<Routes['generate']>('POST', '/studio/generations', { body });
}

export function getGeneration(generationId: string, signal: AbortSignal) {
  return call<Routes['generation']>('GET', '/studio/generations/:generationId', { params: { generationId }, signal });
}

export function listPictures(query: NonNullable<CallInput['query']>, signal: AbortSignal) {
  return call<Routes['pictures']>('GET', '/studio/pictures', { query, signal });
}

export function getPicture(pictureId: string, signal: AbortSignal): Promise<PictureWithRecipe> {
  return call<History['picture']>('GET', '/studio/pictures/:pictureId', { params: { pictureId }, signal });
}

export function listUsedModels(signal: AbortSignal) {
  return call<History['usedModels']>('GET', '/studio/used-models', { signal });
}

export function changePicture(pictureId: string, change: PictureChange, isParting = false): Promise<Picture> {
  return call<History['change']>('PATCH', '/studio/pictures/:pictureId', { params: { pictureId }, body: change, isParting });
}

export function listBoards(signal: AbortSignal) {
  return call<History['boards']>('GET', '/studio/boards', { signal });
}

export function createBoard(name: string) {
  return call<History['createBoard']>('POST', '/studio/boards', { body: { name } });
}

export function renameBoard(boardId: string, name: string) {
  return call<History['renameBoard']>('PATCH', '/studio/boards/:boardId', { params: { boardId }, body: { name } });
}

/** Its pictures stay. */
export function removeBoard(boardId: string) {
  return call<History['removeBoard']>('DELETE', '/studio/boards/:boardId', { params: { boardId } });
}

export function listTags(signal: AbortSignal) {
  return call<History['tags']>('GET', '/studio/tags', { signal });
}

/** What a file says that it was made of; the file is not kept. */
export function readMaking(file: Blob, onProgress: (share: number) => void, signal: AbortSignal): Promise<RecalledRecipe> {
  return upload<History['readMaking']>('POST', '/studio/read-making', { file, onProgress, signal });
}

/** What could not be changed is named in `skipped`. */
export function changePictures(pictureIds: readonly string[], change: PicturesChange) {
  return call<History['changeMany']>('POST', '/studio/pictures/bulk', { body: { pictureIds, change } });
}

export function emptyStudioTrash() {
  return call<History['emptyTrash']>('DELETE', '/studio/trash');
}

export function zipPictures(pictureIds: readonly string[]): Promise<AnswerOf<History['zipPictures']>> {
  return call<History['zipPictures']>('POST', '/studio/zips', { body: { pictureIds } });
}

/** Under its name, as a file to keep. */
export function downloadAddress(pictureId: string): string {
  return `/api/v1/studio/pictures/${encodeURIComponent(pictureId)}/file?download=true`;
}

export function addInput(file: Blob, onProgress: (share: number) => void): Promise<PictureInputFile> {
  return upload<Routes['addInput']>('POST', '/studio/inputs', { file, onProgress });
}

/** Where a picture that was given is to be seen. */
export function inputAddress(inputId: string): string {
  return `/api/v1/studio/inputs/${encodeURIComponent(inputId)}/file`;
}

/** Larger, without a model; the new picture stands in the answer. */
export function enlargePicture(pictureId: string, factor: 2 | 4) {
  return call<History['enlarge']>('POST', '/studio/pictures/:pictureId/enlarge', { params: { pictureId }, body: { factor } });
}

export function retryPicture(pictureId: string): Promise<Picture> {
  return call<History['retry']>('POST', '/studio/pictures/:pictureId/retry', { params: { pictureId } });
}

/** What becomes of a picture whose answer was lost. */
export function decideLost(pictureId: string, decision: 'check' | 'resend' | 'abandon'): Promise<Picture> {
  const params = { pictureId };
  if (decision === 'check') return call<Routes['check']>('POST', '/studio/pictures/:pictureId/check', { params });
  if (decision === 'resend') return call<Routes['resend']>('POST', '/studio/pictures/:pictureId/resend', { params });
  return call<Routes['abandon']>('POST', '/studio/pictures/:pictureId/abandon', { params });
}

export function cancelPicture(taskId: string) {
  return call<Tasks['cancel']>('POST', '/tasks/:taskId/cancel', { params: { taskId } });
}

/** The routes of drawing again as functions. */
import type { comicDrawingRoutes, Take, Task } from '@komawari/contract';
import type { PanelDrawing } from '@komawari/comic/draw';
import { ApiError, call } from './call.ts';
import { upload } from './upload.ts';

type Routes = typeof comicDrawingRoutes;

/** Brings the pages up to date; `stale` or panel ids also draw those again. */
export function updateComic(comicId: string, redraw: 'missing' | 'stale' | readonly string[] = 'missing'): Promise<Task> {
  return call<Routes['update']>('POST', '/comics/:comicId/update', { params: { comicId }, body: { redraw } });
}

export function getStale(comicId: string, signal?: AbortSignal) {
  return call<Routes['stale']>('GET', '/comics/:comicId/stale', { params: { comicId }, ...(signal ? { signal } : {}) });
}

export function listTakes(comicId: string, panelId: string | undefined, signal?: AbortSignal): Promise<{ items: Take[] }> {
  return call<Routes['takes']>('GET', '/comics/:comicId/takes', { params: { comicId }, query: { panelId }, ...(signal ? { signal } : {}) });
}

export function drawTake(comicId: string, panelId: string, body: { request: string; parentId?: string; seed?: number; artist?: string }): Promise<Take> {
  return call<Routes['draw']>('POST', '/comics/:comicId/panels/:panelId/takes', { params: { comicId, panelId }, body });
}

/** What becomes of a panel whose answer was lost at its provider. */
export function decidePanel(comicId: string, panelId: string, decision: 'check' | 'resend' | 'abandon') {
  return call<Routes['decide']>('POST', '/comics/:comicId/panels/:panelId/decide', { params: { comicId, panelId }, body: { decision } });
}

/** The same for its script. */
export function decideScript(comicId: string, decision: 'resend' | 'abandon') {
  return call<Routes['decideScript']>('POST', '/comics/:comicId/script/decide', { params: { comicId }, body: { decision } });
}

/** A picture of one's own as a take. What is wrong with its content is said by the take itself. */
export function uploadTake(comicId: string, panelId: string, file: Blob, options: { onProgress?: (share: number) => void; signal?: AbortSignal } = {}): Promise<Take> {
  return upload<Routes['ownTake']>('POST', '/comics/:comicId/panels/:panelId/takes/upload', { params: { comicId, panelId }, file, ...options });
}

export function judgeTake(comicId: string, panelId: string, takeId: string, isRejected: boolean): Promise<Take> {
  return call<Routes['judgeTake']>('PATCH', '/comics/:comicId/panels/:panelId/takes/:takeId', { params: { comicId, panelId, takeId }, body: { isRejected } });
}

export function pauseComic(comicId: string): Promise<Task> {
  return call<Routes['pause']>('POST', '/comics/:comicId/pause', { params: { comicId } });
}

/** A take's drawing with its faces and mouths, by the address the take gives. */
export async function getDrawing(address: string, signal?: AbortSignal): Promise<PanelDrawing> {
  const response = await fetch(address, signal ? { signal } : {}).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError('offline', '', 0);
  });
  if (!response.ok) throw new ApiError('not-found', '', response.status);
  return (await response.json()) as PanelDrawing;
}

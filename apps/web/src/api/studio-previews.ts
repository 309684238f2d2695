/** The route of pictures on their way as a function. */
import type { Becoming, studioPreviewRoutes } from '@komawari/contract';
import { call } from './call.ts';

/** `seen`: `at` of the preview that is shown already, or 0. */
export function getBecoming(pictureId: string, seen: number, signal: AbortSignal): Promise<Becoming> {
  return call<(typeof studioPreviewRoutes)['becoming']>('GET', '/studio/pictures/:pictureId/becoming', { params: { pictureId }, query: { seen: String(seen) }, signal });
}

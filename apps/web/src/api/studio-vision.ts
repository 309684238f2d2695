/** The route of models that see as a function. */
import type { BodyOf, Seen, studioVisionRoutes } from '@komawari/contract';
import { call } from './call.ts';

type See = typeof studioVisionRoutes.see;

export function seePicture(pictureId: string, body: Pick<BodyOf<See>, 'kind' | 'language' | 'model' | 'isFresh'>, signal: AbortSignal): Promise<Seen> {
  return call<See>('POST', '/studio/pictures/:pictureId/seen', { params: { pictureId }, body, signal });
}

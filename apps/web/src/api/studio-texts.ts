/** The routes of the studio for words as functions. */
import type { studioTextRoutes } from '@komawari/contract';
import { call } from './call.ts';

export function listTextModels(signal: AbortSignal) {
  return call<(typeof studioTextRoutes)['models']>('GET', '/studio/text-models', { signal });
}

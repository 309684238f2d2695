/** How one wants the studio, as functions. */
import type { historyRoutes, StudioSettings } from '@komawari/contract';
import { call } from './call.ts';

type Routes = typeof historyRoutes;

export function getStudioSettings(signal: AbortSignal): Promise<StudioSettings> {
  return call<Routes['settings']>('GET', '/studio/settings', { signal });
}

export function changeStudioSettings(body: StudioSettings): Promise<StudioSettings> {
  return call<Routes['changeSettings']>('PUT', '/studio/settings', { body });
}

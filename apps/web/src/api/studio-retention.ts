/** How long pictures stay and how much room they may take, as functions. */
import type { Keeping, KeepingPlan, KeepingRules, OwnKeeping, retentionRoutes } from '@komawari/contract';
import { call } from './call.ts';

type Routes = typeof retentionRoutes;

export function getKeeping(signal: AbortSignal): Promise<Keeping> {
  return call<Routes['keeping']>('GET', '/studio/keeping', { signal });
}

export function changeKeeping(body: KeepingRules): Promise<Keeping> {
  return call<Routes['change']>('PUT', '/studio/keeping', { body });
}

/** Of these rules; changes nothing. */
export function planKeeping(rules: KeepingRules): Promise<KeepingPlan> {
  return call<Routes['plan']>('POST', '/studio/keeping/plan', { body: { rules } });
}

export function runKeeping(): Promise<KeepingPlan> {
  return call<Routes['run']>('POST', '/studio/keeping/run');
}

export function getOwnKeeping(signal: AbortSignal): Promise<OwnKeeping> {
  return call<Routes['own']>('GET', '/studio/keeping/own', { signal });
}

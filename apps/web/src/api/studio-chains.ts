/** Who stands in for whom, as functions. */
import type { chainRoutes, ChainJob } from '@komawari/contract';
import { call, type AnswerOf } from './call.ts';

type Routes = typeof chainRoutes;
export type ModelChains = AnswerOf<Routes['chains']>;
export type ChainModel = { providerId: string; modelId: string };

export function listChains(signal: AbortSignal): Promise<ModelChains> {
  return call<Routes['chains']>('GET', '/model-chains', { signal });
}

export function setChain(job: ChainJob, models: readonly ChainModel[] | null): Promise<ModelChains> {
  return call<Routes['setChain']>('PUT', '/model-chains', { body: { job, models: models && [...models] } });
}

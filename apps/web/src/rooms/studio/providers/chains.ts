/** Who may stand in for a model, and in which order. Pure. */
import type { ChainJob, Provider, ProviderModel } from '@komawari/contract';
import type { ChainModel } from '../../../api/studio-chains.ts';
import type { Candidate } from './defaults.ts';
import { isBuiltIn } from './makes.ts';

export const JOBS: readonly ChainJob[] = ['picture', 'edit', 'words', 'script', 'vision'];

const FITS: Readonly<Record<ChainJob, (model: ProviderModel) => boolean>> = {
  picture: ({ image }) => image?.abilities.includes('generate') ?? false,
  // References go into what is drawn from words too.
  edit: ({ image }) => image !== null && (image.references !== undefined || image.abilities.some((ability) => ability !== 'generate')),
  words: ({ text }) => text !== null,
  script: ({ text }) => text !== null,
  vision: ({ text }) => text?.pictures !== undefined,
};

/** Models that are on, of providers that are on, and not in the chain yet. The built-in artist never stands in. */
export function candidatesToStandIn(job: ChainJob, providers: readonly Provider[], chain: readonly ChainModel[]): Candidate[] {
  return providers.filter((provider) => provider.isEnabled && provider.isUsable && !isBuiltIn(provider))
    .flatMap(({ id, name, models }) => models.filter((model) => model.isEnabled && FITS[job](model)).map((model) => ({ providerId: id, modelId: model.modelId, modelName: model.name, providerName: name })))
    .filter((one) => !chain.some((other) => isSameModel(one, other)));
}

export type ChainRow = ChainModel & { name: string; providerName: string; /** Switched off, or gone with its provider: it is passed over. */ isOff: boolean };

export function rowsOf(job: ChainJob, chain: readonly ChainModel[], providers: readonly Provider[]): ChainRow[] {
  const kind = job === 'picture' || job === 'edit' ? 'image' : 'text';
  return chain.map(({ providerId, modelId }) => {
    const provider = providers.find(({ id }) => id === providerId);
    const model = provider?.models.find((one) => one.modelId === modelId && one.job === kind);
    return { providerId, modelId, name: model?.name ?? modelId, providerName: provider?.name ?? '', isOff: !(provider?.isEnabled && provider.isUsable && model?.isEnabled) };
  });
}

/** One place up (-1) or down (1); as it was where there is no such place. */
export function moved(chain: readonly ChainModel[], at: number, by: -1 | 1): readonly ChainModel[] {
  const [one, other] = [chain[at], chain[at + by]];
  return one && other ? chain.with(at, other).with(at + by, one) : chain;
}

export function isSameModel(a: ChainModel, b: ChainModel): boolean {
  return a.providerId === b.providerId && a.modelId === b.modelId;
}

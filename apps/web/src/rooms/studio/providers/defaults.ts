/** Which models can serve a purpose. */
import type { ModelPurpose, Provider, ProviderModel } from '@komawari/contract';
import type { ModelDefaults } from '../../../api/studio-providers.ts';
import { isBuiltIn } from './makes.ts';

/** In the order in which they matter to somebody new. `upscale` is not among them: nothing asks for it without naming a model. */
export type Purpose = Exclude<ModelPurpose, 'upscale'>;
export const PURPOSES: readonly Purpose[] = ['picture', 'words', 'vision', 'panel', 'script'];

const FITS: Readonly<Record<Purpose, (model: ProviderModel) => boolean>> = {
  picture: ({ image }) => image?.abilities.includes('generate') ?? false,
  panel: ({ image }) => image?.abilities.includes('generate') ?? false,
  script: ({ text }) => text !== null,
  words: ({ text }) => text !== null,
  vision: ({ text }) => text?.pictures !== undefined,
};

export type Candidate = { providerId: Provider['id']; modelId: string; modelName: string; providerName: string };

/** Models that are on, of providers that are on; the built-in artist comes last, as it does where nobody chooses. */
export function candidatesFor(purpose: Purpose, providers: readonly Provider[]): Candidate[] {
  return providers.filter(({ isEnabled, isUsable }) => isEnabled && isUsable).toSorted((a, b) => Number(isBuiltIn(a)) - Number(isBuiltIn(b)))
    .flatMap(({ id, name, models }) => models.filter((model) => model.isEnabled && FITS[purpose](model)).map((model) => ({ providerId: id, modelId: model.modelId, modelName: model.name, providerName: name })));
}

export type Choice = { state: 'none' } | { state: 'chosen' | 'off'; providerId: string; modelId: string; name: string };

/** What was chosen; `off` when it cannot serve now, because it or its provider is switched off or gone. */
export function choiceOf(purpose: Purpose, defaults: ModelDefaults['items'], providers: readonly Provider[]): Choice {
  const wish = defaults.find((one) => one.purpose === purpose);
  if (!wish) return { state: 'none' };
  const isThere = candidatesFor(purpose, providers).some(({ providerId, modelId }) => providerId === wish.providerId && modelId === wish.modelId);
  const model = providers.find(({ id }) => id === wish.providerId)?.models.find(({ modelId }) => modelId === wish.modelId);
  return { state: isThere ? 'chosen' : 'off', providerId: wish.providerId, modelId: wish.modelId, name: model?.name ?? wish.modelId };
}

/** For what a provider, or one model of it, was chosen. */
export function purposesOf(defaults: ModelDefaults['items'], providerId: string, modelId?: string): Purpose[] {
  return PURPOSES.filter((purpose) => defaults.some((one) => one.purpose === purpose && one.providerId === providerId && (modelId === undefined || one.modelId === modelId)));
}

/** Who stands in for a model. Pure. */
import type { ModelRef } from '@komawari/contract';

type Candidate = { providerId: string; model: { id: string }; isBuiltIn?: true };

/**
 * Those of the chain, in its order; where none was chosen, those of other providers. Only the able ones, each once, and never
 * the built-in artist.
 */
export function standInsFor<Model extends Candidate>(first: Model, all: readonly Model[], { chain, isAble }: { chain: readonly ModelRef[] | undefined; isAble(model: Model): boolean }): Model[] {
  const isMeant = (one: Model) => !isSame(one, first) && !one.isBuiltIn && isAble(one);
  if (!chain) return all.filter((one) => one.providerId !== first.providerId && isMeant(one));
  const found = chain.flatMap(({ providerId, modelId }) => all.find((one) => one.providerId === providerId && one.model.id === modelId) ?? []);
  return [...new Set(found)].filter(isMeant);
}

function isSame(a: Candidate, b: Candidate): boolean {
  return a.providerId === b.providerId && a.model.id === b.model.id;
}

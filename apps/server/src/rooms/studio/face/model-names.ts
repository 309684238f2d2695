/** The names under which other programs know models: `provider/model-id`. Pure. */
import { invalid, OpenaiRefusal } from './openai-refusal.ts';

export type Nameable = { providerId: string; providerName: string; model: { id: string } };
export type Named<M extends Nameable> = { name: string; ready: M };

/** Ours alone: below it stand the models that were chosen for a purpose. */
export const HOUSE = 'komawari';

/**
 * Each model with its name. A provider's part is its own name in plain letters; of two that are called the same, and of one that has
 * no plain letters, the id tells them apart. Providers that come later never take a name away.
 */
export function nameModels<M extends Nameable>(models: readonly M[]): Named<M>[] {
  const slugs = slugsOf(models);
  return models.map((ready) => ({ name: `${slugs.get(ready.providerId) ?? ready.providerId}/${ready.model.id}`, ready }));
}

function slugsOf(models: readonly Nameable[]): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set([HOUSE]);
  // Ids sort by the time at which the provider was added.
  const providers = [...new Map(models.map(({ providerId, providerName }) => [providerId, providerName]))].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, name] of providers) {
    const plain = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
    const own = id.slice(-6);
    const slug = plain === '' ? `provider-${own}` : taken.has(plain) ? `${plain}-${own}` : plain;
    taken.add(slug);
    slugs.set(id, slug);
  }
  return slugs;
}

/** The model of a name: in full, with the provider's id in place of its name, or the bare model id where only one has it. Throws OpenaiRefusal. */
export function findNamed<M extends Nameable>(models: readonly M[], asked: string): M {
  const named = nameModels(models);
  const whole = named.find(({ name, ready }) => name === asked || `${ready.providerId}/${ready.model.id}` === asked);
  if (whole) return whole.ready;
  const [first, ...others] = named.filter(({ ready }) => ready.model.id === asked);
  if (first && others.length === 0) return first.ready;
  if (first) throw invalid('model', `Several providers have this model. Name one of: ${[first, ...others].map(({ name }) => name).join(', ')}.`, 'ambiguous_model');
  throw new OpenaiRefusal({ status: 404, message: `The model ${JSON.stringify(asked.slice(0, 200))} does not exist here for this. GET /v1/models lists those that do.`, param: 'model', code: 'model_not_found' });
}

import type { z } from 'zod';
import { ProviderError } from '../../../ports/provider-error.ts';

const MODELS_MAX = 1000;

/** A list of models as the house knows them, each once. Throws ProviderError, which says which one is wrong and how. */
export function readModels<Model extends { id: string }>(shape: z.ZodType<Model>, given: unknown): Model[] {
  if (!Array.isArray(given)) throw wrong('listModels() gave no list');
  if (given.length > MODELS_MAX) throw wrong(`listModels() gave more than ${MODELS_MAX}`);
  const models = new Map<string, Model>();
  for (const [at, one] of given.entries()) {
    const read = shape.safeParse(one);
    if (!read.success) throw wrong(`model ${at + 1}: ${read.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
    models.set(read.data.id, read.data);
  }
  return [...models.values()];
}

function wrong(said: string): ProviderError {
  return new ProviderError('invalid', { code: 'plug-in.models', said });
}

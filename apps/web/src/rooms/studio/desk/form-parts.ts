/** What of the form a model has use for: everything else is not there. Pure. */
import type { ImageModel } from '@komawari/contract';
import { workOf, worksOf, type Draft, type WorkAbility } from './draft.ts';
import { resolutionsOf } from './shapes.ts';

export type FormParts = {
  negativePrompt: boolean;
  seed: boolean;
  steps: boolean;
  guidance: boolean;
  strength: boolean;
  /** A part of the picture is drawn anew. */
  mask: boolean;
  /** It is drawn on beyond its edges. */
  canvas: boolean;
  /** Pixels by hand. */
  pixels: boolean;
  resolution: boolean;
  /** What it can do with a picture that is worked on; more than one is a choice. */
  works: WorkAbility[];
  /** How many reference pictures have room beside the one that is worked on. */
  referencesMax: number;
  settings: boolean;
};

export function partsOf(model: ImageModel, draft: Pick<Draft, 'source' | 'work'>): FormParts {
  const works = worksOf(model);
  const work = draft.source === null ? undefined : workOf(draft, model);
  const inputsMax = model.references?.countMax ?? 0;
  // One that takes a single picture, and can work on it, takes it for that.
  const referencesMax = inputsMax === 1 && works.length > 0 ? 0 : Math.max(0, inputsMax - (draft.source ? 1 : 0));
  return {
    negativePrompt: model.negativePromptMax !== undefined, seed: model.seedMax !== undefined, steps: model.steps !== undefined, guidance: model.guidance !== undefined,
    strength: model.strength !== undefined && (work === 'vary' || work === 'inpaint'), mask: work === 'inpaint', canvas: work === 'outpaint',
    pixels: model.sizes.kind === 'free', resolution: resolutionsOf(model.sizes).length > 1, works, referencesMax, settings: model.settings.length > 0,
  };
}

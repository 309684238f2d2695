import type { ImageModelOffer, PictureWithRecipe } from '@komawari/contract';
import { escapePrompt } from '@komawari/contract/studio-craft';
import type { Draft } from '../desk/draft.ts';

/** What the form gets, besides the picture, to draw on beyond its edges. Words that stand there stay; else those of the picture come, just as they were drawn. Pure. */
export function extending({ prompt }: Pick<PictureWithRecipe, 'prompt'>, { providerId, model }: Pick<ImageModelOffer, 'providerId' | 'model'>, before: Pick<Draft, 'prompt'>): Partial<Draft> {
  return { work: 'outpaint', model: { providerId, modelId: model.id }, ...(before.prompt.trim() === '' ? { prompt: escapePrompt(prompt) } : {}) };
}

import type { ImageRequest } from '../../../ports/image-provider.ts';
import type { ImageRow } from './openai-settings.ts';

/** Edits need words, and one for this is not there: the ground is asked for by a field, what stays by a sentence. */
const WORDS = 'Take the background away completely: nothing but transparency around the subject. Keep the subject exactly as it is: the same shape, pose, colours, lines and size, at the same place.';

/** An edit whose background is clear, in a format that can be so; as true to the picture as the model can, unless told. */
export function cutOut({ prompt, settings }: Pick<ImageRequest, 'prompt' | 'settings'>, row: ImageRow | undefined): { prompt: string; fields: Record<string, string> } {
  const takesFidelity = row?.choices.some(({ field }) => field === 'input_fidelity') ?? false;
  return {
    prompt: [WORDS, prompt.trim()].filter((words) => words !== '').join('\n'),
    fields: { background: 'transparent', output_format: settings['format'] === 'webp' ? 'webp' : 'png', ...(takesFidelity && settings['fidelity'] === undefined ? { input_fidelity: 'high' } : {}) },
  };
}

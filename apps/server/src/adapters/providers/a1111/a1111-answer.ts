import { z } from 'zod';
import type { ImageAnswer, ImageRequest, ImageSlot } from '../../../ports/image-provider.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import { pictureOfBase64 } from '../wire/pictures.ts';
import { pixelsFor } from '../wire/sizes.ts';

export const Drawn = z.object({ images: z.array(z.string()).nullish(), info: z.string().nullish() });
export const Upscaled = z.object({ image: z.string().nullish() });
const Info = z.object({ all_seeds: z.array(z.number()).optional(), index_of_first_image: z.int().min(0).optional() });

/** The pictures of an answer without the grid that may stand before them. Throws ProviderError `empty` when there is none. */
export function answerOf({ images, info }: z.infer<typeof Drawn>, request: ImageRequest): ImageAnswer {
  const { all_seeds: seeds, index_of_first_image: told } = infoOf(info);
  const all = images ?? [];
  const made = Math.min(seeds?.length ?? request.count, request.count);
  const first = told ?? (made > 1 && all.length > made ? 1 : 0);
  return slotsOf(all.slice(first, first + Math.max(1, made)), request, seeds);
}

/** The same of pictures alone. */
export function slotsOf(images: readonly (string | null | undefined)[], request: ImageRequest, seeds: readonly number[] = []): ImageAnswer {
  const asked = pixelsFor(request.size, request.model.sizes);
  const slots = images.map((image, index): ImageSlot => {
    const seed = seeds[index];
    try {
      return { kind: 'picture', picture: pictureOfBase64(image, { asked }), ...(seed === undefined ? {} : { seed }) };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return { kind: 'fault', fault: error.fault, facts: error.facts };
    }
  });
  if (slots.some(({ kind }) => kind === 'picture')) return { slots };
  const fault = slots.find((slot) => slot.kind === 'fault');
  throw fault ? new ProviderError(fault.fault, fault.facts) : new ProviderError('empty', { code: 'picture.missing' });
}

function infoOf(info: string | null | undefined): z.infer<typeof Info> {
  try {
    return Info.parse(JSON.parse(info ?? '{}'));
  } catch {
    return {};
  }
}

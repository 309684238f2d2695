import type { ImageRequest } from '../../../ports/image-provider.ts';
import { dataUrlOf } from '../wire/pictures.ts';
import { pixelsFor } from '../wire/sizes.ts';
import type { ArkImageModel, ArkSettings } from './ark-settings.ts';

/** How many pictures are asked for: those that go in count too. */
export function groupOf(request: ImageRequest, row: ArkImageModel, { groupMax }: ArkSettings): number {
  return row.groups ? Math.max(1, Math.min(request.count, groupMax - picturesOf(request).length)) : 1;
}

/** Only fields that the model has: whether others are refused or passed over is not told. */
export function imageBody(request: ImageRequest, row: ArkImageModel, settings: ArkSettings): Record<string, unknown> {
  const { seed, guidance, settings: chosen } = request;
  const pictures = picturesOf(request).map(dataUrlOf);
  const count = groupOf(request, row, settings);
  return {
    model: row.endpoint ?? row.id, prompt: withCount(request.prompt, count, settings), size: sizeOf(request, row),
    ...(pictures.length > 0 ? { image: pictures.length === 1 ? pictures[0] : pictures } : {}),
    // The mark is the default there.
    watermark: settings.watermark, response_format: settings.answersAs === 'url' ? 'url' : 'b64_json',
    ...(row.seed && seed !== undefined ? { seed } : {}), ...(row.guidanceDefault !== undefined && guidance !== undefined ? { guidance_scale: guidance } : {}),
    ...(row.formats.length > 0 && chosen['format'] !== undefined ? { output_format: chosen['format'] } : {}),
    ...(row.promptModes.length > 0 && chosen['promptMode'] !== undefined ? { optimize_prompt_options: { mode: chosen['promptMode'] } } : {}),
    ...(row.webSearch && chosen['webSearch'] === true ? { tools: [{ type: 'web_search' }] } : {}),
    ...(count > 1 ? { sequential_image_generation: 'auto', sequential_image_generation_options: { max_images: count }, ...(row.streams ? { stream: true } : {}) } : {}),
  };
}

/** Pixels, never a size by name: with a name the ratio would be read out of the prompt. */
function sizeOf(request: ImageRequest, { sizes }: ArkImageModel): string {
  if (sizes === 'source') return 'adaptive';
  const { width, height } = pixelsFor(request.size, sizes);
  return `${width}x${height}`;
}

function withCount(prompt: string, count: number, { groupWords }: ArkSettings): string {
  return count > 1 && groupWords !== '' ? `${prompt}\n\n${groupWords.replaceAll('{count}', String(count))}` : prompt;
}

function picturesOf({ source, references }: ImageRequest): ImageRequest['references'] {
  return [...(source ? [source] : []), ...references];
}

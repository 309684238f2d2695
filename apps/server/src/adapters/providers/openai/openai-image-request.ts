import type { PixelSize } from '@komawari/contract';
import type { ImageRequest } from '../../../ports/image-provider.ts';
import { rowFor } from '../wire/model-rows.ts';
import { blobOf, extensionOf } from '../wire/pictures.ts';
import { pixelsFor } from '../wire/sizes.ts';
import type { WireLimits } from '../wire/wire.ts';
import { cutOut } from './openai-cut-out.ts';
import { clearedMask } from './openai-mask.ts';
import type { ImageRow } from './openai-settings.ts';

export type ImageDialect = {
  rows: readonly ImageRow[];
  /** The field of an edit's pictures. */
  pictureField: string;
  /** Sent where a server wants to be told; the service itself refuses it. */
  responseFormat?: 'b64_json' | 'url' | undefined;
  limits?: Partial<WireLimits>;
};

type ImagePlan = { path: string; body: Record<string, unknown> | FormData; asked: PixelSize; /** Previews that were asked for. */ previews: number };

/** What is sent for a request; `wantsPreviews` where somebody looks on. A mask is for the first picture. */
export async function imagePlan(request: ImageRequest, dialect: ImageDialect, wantsPreviews: boolean): Promise<ImagePlan> {
  const { model, count, source, references, mask } = request;
  const row = rowFor(dialect.rows, model.id);
  const cut = request.ability === 'cut-out' ? cutOut(request, row) : undefined;
  const pictures = [...(source ? [source] : []), ...references];
  const asked = pixelsFor(request.size, model.sizes);
  // Nothing tells to which of several pictures a preview belongs.
  const previews = wantsPreviews && count === 1 ? row?.previews ?? 0 : 0;
  const fields = {
    model: model.id, prompt: cut?.prompt ?? request.prompt, n: count, size: `${asked.width}x${asked.height}`, ...chosenOf(request, row, pictures.length > 0 ? 'edit' : 'generate'), ...cut?.fields,
    ...(dialect.responseFormat ? { response_format: dialect.responseFormat } : {}), ...(previews > 0 ? { stream: true, partial_images: previews } : {}),
  };
  if (pictures.length === 0) return { path: '/images/generations', body: fields, asked, previews };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  for (const [at, picture] of pictures.entries()) form.append(dialect.pictureField, blobOf(picture), `picture-${at + 1}.${extensionOf(picture)}`);
  if (mask) form.append('mask', blobOf(await clearedMask(mask)), 'mask.png');
  return { path: '/images/edits', body: form, asked, previews };
}

/** What the user chose of the model's own settings, by the names of the wire. */
function chosenOf({ settings }: ImageRequest, row: ImageRow | undefined, use: 'generate' | 'edit'): Record<string, unknown> {
  const chosen = (row?.choices ?? []).filter(({ name, for: of }) => settings[name] !== undefined && (of === 'both' || of === use));
  return Object.fromEntries(chosen.map(({ name, field }) => [field, settings[name]]));
}

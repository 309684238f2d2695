import { createHash } from 'node:crypto';
import type { InputFacts, InputId, RecipeInputs } from '@komawari/contract';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { pictureFormatOf } from '../../../kernel/objects/picture-format.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { takeInput } from '../pictures/add-input.ts';
import { findInputOfBytes } from './given-store.ts';
import type { GivenPictures } from './image-request.ts';
import { invalid } from './openai-refusal.ts';

export type Given = { pictures: GivenPictures; inputs: RecipeInputs };
type Kept = InputFacts & { id: InputId };

/** Keeps pictures to work on. The same bytes again are the same picture, so that a request that is sent again is the same request. Throws OpenaiRefusal. */
export async function keepGiven(ctx: Ctx, tools: PictureTools, { images, mask }: { images: readonly Uint8Array[]; mask: Uint8Array | undefined }): Promise<Given> {
  if (mask && !hasAlpha(mask)) throw invalid('mask', 'The mask is a PNG that one can see through where the picture is to be drawn anew.', 'invalid_image');
  const [source, ...references] = await Promise.all(images.map((bytes) => keep(ctx, tools, bytes, 'image')));
  if (!source) throw invalid('image', "Missing required parameter: 'image'.", 'missing_required_parameter');
  const kept = mask && (await keep(ctx, tools, mask, 'mask'));
  return { pictures: { sourceId: source.id, referenceIds: references.map(({ id }) => id), ...(kept ? { maskId: kept.id } : {}) }, inputs: { source, references, ...(kept ? { mask: kept } : {}) } };
}

async function keep(ctx: Ctx, tools: PictureTools, bytes: Uint8Array, param: string): Promise<Kept> {
  const known = await findInputOfBytes(ctx.app.client.db, ownerOrNotFound(ctx), createHash('sha256').update(bytes).digest('hex'));
  if (known) return known;
  try {
    return await takeInput(ctx, tools, bytes);
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('pictures.')) throw error;
    throw invalid(param, error.code === 'pictures.too-many-pixels' ? 'The picture has more than 100 million pixels.' : 'This is no picture that can be read.', 'invalid_image');
  }
}

/** PNG, by its header: the kind of colour stands in byte 25; a palette may have a chunk that clears some of it. */
function hasAlpha(bytes: Uint8Array): boolean {
  if (pictureFormatOf(bytes) !== 'png') return false;
  const colour = bytes[25];
  return colour === 4 || colour === 6 || Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8192)).includes('tRNS');
}

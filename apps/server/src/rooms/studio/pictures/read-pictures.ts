import type { GenerationId, ImageModelOffer, ObjectKey, PictureId } from '@komawari/contract';
import { mustBeAuthor } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { BytesReply } from '../../../kernel/room.ts';
import { findAnyPicture } from '../history/find-pictures-store.ts';
import { findGeneration, listPictures, type PictureRow } from '../making/picture-store.ts';
import { presentGeneration } from '../present.ts';
import type { ProviderBook } from '../providers/provider-book.ts';

export async function getGeneration(ctx: Ctx, id: GenerationId) {
  const { db } = ctx.app.client;
  const row = await findGeneration(db, id);
  mustBeAuthor(ctx, row);
  if (!row) throw new AppError('not-found');
  return presentGeneration(row, await listPictures(db, id), ctx.language);
}

/** As its provider made it; in the trash too. */
export async function getPictureFile(ctx: Ctx, id: PictureId): Promise<BytesReply & { row: PictureRow }> {
  const row = await findAnyPicture(ctx.app.client.db, id);
  mustBeAuthor(ctx, row);
  const bytes = row?.object_key ? await ctx.app.ports.objects.find(row.object_key as ObjectKey) : undefined;
  if (!row || !bytes) throw new AppError('not-found');
  return { bytes, mediaType: row.media_type ?? '', immutable: true, row };
}

export async function listOffers(book: ProviderBook): Promise<{ items: ImageModelOffer[] }> {
  const [models, first] = await Promise.all([book.listImageModels(), book.findImageDefault('picture')]);
  return {
    items: models.map(({ providerId, providerName, bills, model, price }) => ({
      providerId, providerName, bills, model, price: price ?? null, isDefault: providerId === first?.providerId && model.id === first.model.id,
    })),
  };
}

import type { GenerationId, ImageModelOffer, ObjectKey, PictureId, QueryOf, studioRoutes } from '@komawari/contract';
import { mustBeAuthor, ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { BytesReply } from '../../../kernel/room.ts';
import { findGeneration, findPicture, listOwnPictures, listPictures } from '../making/picture-store.ts';
import { presentGeneration, presentPicture } from '../present.ts';
import type { ProviderBook } from '../providers/provider-book.ts';

export async function getGeneration(ctx: Ctx, id: GenerationId) {
  const { db } = ctx.app.client;
  const row = await findGeneration(db, id);
  mustBeAuthor(ctx, row);
  if (!row) throw new AppError('not-found');
  return presentGeneration(row, await listPictures(db, id), ctx.language);
}

export async function listOwn(ctx: Ctx, query: QueryOf<typeof studioRoutes.pictures>) {
  const rows = await listOwnPictures(ctx.app.client.db, { owner: ownerOrNotFound(ctx), after: readCursor(query.after), limit: query.limit + 1 });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items: items.map((row) => presentPicture(row, ctx.language)), next: rows.length > query.limit && last ? `${last.created_at.getTime()}.${last.id}` : null, total: null };
}

export async function getPictureFile(ctx: Ctx, id: PictureId): Promise<BytesReply> {
  const row = await findPicture(ctx.app.client.db, id);
  mustBeAuthor(ctx, row);
  const bytes = row?.object_key ? await ctx.app.ports.objects.find(row.object_key as ObjectKey) : undefined;
  if (!row || !bytes) throw new AppError('not-found');
  return { bytes, mediaType: row.media_type ?? '', immutable: true };
}

export async function listOffers(book: ProviderBook): Promise<{ items: ImageModelOffer[] }> {
  const [models, first] = await Promise.all([book.listImageModels(), book.findImageDefault('picture')]);
  return {
    items: models.map(({ providerId, providerName, bills, model, price }) => ({
      providerId, providerName, bills, model, price: price ?? null, isDefault: providerId === first?.providerId && model.id === first.model.id,
    })),
  };
}

function readCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, ms = '', id = ''] = /^(\d{1,15})\.(picture_[0-9a-z]{26})$/.exec(cursor) ?? [];
  if (id === '') throw new AppError('request.invalid', { detail: 'after' });
  return { at: new Date(Number(ms)), id };
}

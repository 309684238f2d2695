import type { ComicId, ObjectKey } from '@komawari/contract';
import { mustBeAuthor } from '../../kernel/access.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { AppError } from '../../kernel/errors.ts';
import type { BytesReply } from '../../kernel/room.ts';
import { presentComic } from './present.ts';
import { findDrawing, findFile, findPicture, findWholeComic } from './store.ts';

export async function getComic(ctx: Ctx, comicId: ComicId) {
  const row = await findWholeComic(ctx.app.client.db, comicId);
  mustBeAuthor(ctx, row);
  return presentComic(row as NonNullable<typeof row>, ctx.language);
}

export async function getPicture(ctx: Ctx, comicId: ComicId, key: ObjectKey): Promise<BytesReply> {
  const picture = await findPicture(ctx.app.client.db, comicId, key);
  mustBeAuthor(ctx, picture);
  return { bytes: await getBytes(ctx, key), mediaType: picture?.mediaType ?? '', immutable: true };
}

export async function getDrawing(ctx: Ctx, comicId: ComicId, key: ObjectKey): Promise<BytesReply> {
  mustBeAuthor(ctx, await findDrawing(ctx.app.client.db, comicId, key));
  return { bytes: await getBytes(ctx, key), mediaType: 'application/json', immutable: true };
}

export async function getFile(ctx: Ctx, comicId: ComicId, fileId: string): Promise<BytesReply> {
  const file = await findFile(ctx.app.client.db, comicId, fileId);
  mustBeAuthor(ctx, file);
  return { bytes: await getBytes(ctx, file?.object_key as ObjectKey), mediaType: file?.media_type ?? '', fileName: file?.name ?? '', immutable: true };
}

async function getBytes(ctx: Ctx, key: ObjectKey): Promise<Uint8Array> {
  const bytes = await ctx.app.ports.objects.find(key);
  if (!bytes) throw new AppError('not-found');
  return bytes;
}

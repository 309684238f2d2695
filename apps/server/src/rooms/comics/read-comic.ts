import type { ComicId, ObjectKey } from '@komawari/contract';
import { mustBeAuthor, ownerOrNotFound } from '../../kernel/access.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { AppError } from '../../kernel/errors.ts';
import type { BytesReply } from '../../kernel/room.ts';
import { presentComic, presentSummary } from './present.ts';
import { cursorOf, readCursor } from './rules.ts';
import { findFile, findPicture, findWholeComic, listComics } from './store.ts';

export async function listOwnComics(ctx: Ctx, page: { after?: string | undefined; limit: number; trash: 'true' | 'false' }) {
  const rows = await listComics(ctx.app.client.pool, { owner: ownerOrNotFound(ctx), after: readCursor(page.after), limit: page.limit + 1, isTrash: page.trash === 'true' });
  const items = rows.slice(0, page.limit).map(presentSummary);
  const last = items.at(-1);
  return { items, next: rows.length > page.limit && last ? cursorOf(last) : null };
}

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

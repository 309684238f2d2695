/** What readers get: the author with the place where he stopped, others by a link. */
import { API_PREFIX, oneLine, ReadingPlace, type ComicId, type SharedComic } from '@komawari/contract';
import type { Book } from '@komawari/comic';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor, ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { BytesReply } from '../../../kernel/room.ts';
import { lockOwn, storedBook } from '../book/edit-book.ts';
import { pictureAddress } from '../present.ts';
import { findPlace, findShare, findSharedPicture, listReadPages, setPlace, setShare, type ShareRow } from './shelf-store.ts';

export async function getReading(ctx: Ctx, comicId: ComicId, language: string | undefined) {
  const comic = await findShare(ctx.app.client.db, { id: comicId });
  mustBeAuthor(ctx, comic);
  const place = ReadingPlace.safeParse(await findPlace(ctx.app.client.db, comicId, ownerOrNotFound(ctx)));
  return { ...(await presentReading(ctx, comic as ShareRow, language, (key) => pictureAddress(comicId, key))), place: place.success ? place.data : null };
}

export async function keepReadingPlace(ctx: Ctx, comicId: ComicId, place: ReadingPlace): Promise<ReadingPlace> {
  mustBeAuthor(ctx, await findShare(ctx.app.client.db, { id: comicId }));
  await setPlace(ctx.app.client.db, comicId, ownerOrNotFound(ctx), place, ctx.app.ports.clock.now());
  return place;
}

/** 32 random bytes: whoever has the link may read, and nobody can guess it. It is shown again, so it is kept as it is. */
export async function shareComic(ctx: Ctx, comicId: ComicId) {
  return inTransaction(ctx.app.client.db, async (tx) => {
    await lockOwn(ctx, tx, comicId);
    const known = await findShare(tx, { id: comicId });
    if (known?.share_token && known.shared_at) return { token: known.share_token, createdAt: known.shared_at.toISOString() };
    const now = ctx.app.ports.clock.now();
    const token = ctx.app.ports.ids.secret(32);
    await setShare(tx, comicId, token, now);
    await audit(tx, ctx, { action: 'comics.share', subject: comicId });
    return { token, createdAt: now.toISOString() };
  });
}

export async function getShare(ctx: Ctx, comicId: ComicId) {
  const comic = await findShare(ctx.app.client.db, { id: comicId });
  mustBeAuthor(ctx, comic);
  return { token: comic?.share_token ?? null, createdAt: comic?.shared_at?.toISOString() ?? null };
}

export async function unshareComic(ctx: Ctx, comicId: ComicId) {
  return inTransaction(ctx.app.client.db, async (tx) => {
    await lockOwn(ctx, tx, comicId);
    await setShare(tx, comicId, null, null);
    await audit(tx, ctx, { action: 'comics.unshare', subject: comicId });
    return { isShared: false } as const;
  });
}

export async function readShared(ctx: Ctx, token: string, language: string | undefined): Promise<SharedComic> {
  const comic = await findShare(ctx.app.client.db, { token });
  if (!comic) throw new AppError('not-found');
  return presentReading(ctx, comic, language, (key) => `${API_PREFIX}/shared/${token}/pictures/${key}`, 'as-drawn');
}

export async function getSharedPicture(ctx: Ctx, token: string, key: string): Promise<BytesReply> {
  const comic = await findShare(ctx.app.client.db, { token });
  const picture = comic && (await findSharedPicture(ctx.app.client.db, comic.id, key));
  const bytes = picture && (await ctx.app.ports.objects.find(key as never));
  if (!picture || !bytes) throw new AppError('not-found');
  return { bytes, mediaType: picture.mediaType, immutable: true };
}

/** The author sees what the comic is called now; others what stands on the pages they see. */
async function presentReading(ctx: Ctx, comic: ShareRow, language: string | undefined, address: (key: string) => string, titled: 'now' | 'as-drawn' = 'now'): Promise<SharedComic> {
  const book: Partial<Book> = comic.book_key === null ? {} : await storedBook(ctx.app, comic.book_key);
  const own = comic.language ?? 'en';
  const shown = language === undefined || language === own ? '' : language;
  const pages = await listReadPages(ctx.app.client.db, comic.id, shown);
  const editions = book.editions ?? {};
  const ownTitle = (titled === 'as-drawn' ? oneLine(book.title ?? '') : '') || comic.title;
  return {
    title: (shown === '' ? undefined : (editions as Record<string, { title?: string }>)[shown]?.title) || ownTitle, author: book.author ?? '', language: shown === '' ? own : shown,
    languages: [own, ...Object.keys(editions).filter((one) => one !== own)], direction: comic.direction ?? 'ltr', format: comic.format ?? 'manga-b5',
    pages: pages.map((page) => ({
      number: page.number, width: page.width, height: page.height, picture: page.picture && address(page.picture), preview: page.preview && address(page.preview),
      panels: (page.frames ?? []) as SharedComic['pages'][number]['panels'], alternative: (page.alternative ?? []) as SharedComic['pages'][number]['alternative'],
    })),
  };
}

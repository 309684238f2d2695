/** The list of one's own comics: how it is asked for, kept, and changed before the server has answered. */
import type { ComicSummary } from '@komawari/contract';
import type { InfiniteData } from '@tanstack/react-query';
import { getMe } from '../../../api/accounts.ts';
import { ApiError } from '../../../api/call.ts';
import { listComics, type ListWish } from '../../../api/comics.ts';

type Page = { items: ComicSummary[]; next: string | null };
export type ShelfPages = InfiniteData<Page, string | undefined>;
export type ShelfWish = Omit<ListWish, 'after'>;

const PAGE_SIZE = 48;
/** All lists of comics lie under it. */
export const LISTS_KEY = ['comics', 'list'] as const;

/** Nobody yet: on this machine a guest begins with an empty shelf, elsewhere one signs in first (ApiError 401). */
export async function readShelf(wish: ShelfWish, after: string | undefined, signal: AbortSignal): Promise<Page> {
  try {
    return await listComics({ limit: PAGE_SIZE, ...wish, after }, signal);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const mayBeGuest = await getMe().then((me) => me.guestsMayMake, () => false);
    if (!mayBeGuest) throw error;
    return { items: [], next: null };
  }
}

export function withoutComics(pages: ShelfPages | undefined, ids: ReadonlySet<string>): ShelfPages | undefined {
  return pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.filter((item) => !ids.has(item.id)) })) };
}

/** A list with newer facts about some of its comics. */
export function refreshed(items: readonly ComicSummary[], newer: readonly ComicSummary[]): readonly ComicSummary[] {
  if (newer.length === 0) return items;
  const byId = new Map(newer.map((comic) => [comic.id, comic]));
  return items.map((comic) => byId.get(comic.id) ?? comic);
}

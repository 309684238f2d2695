/** The list of one's own comics as it is kept, and changed before the server has answered. */
import type { ComicSummary } from '@komawari/contract';
import type { InfiniteData } from '@tanstack/react-query';
import { getMe } from '../../../api/accounts.ts';
import { ApiError } from '../../../api/call.ts';
import { listComics } from '../../../api/comics.ts';

type Page = { items: ComicSummary[]; next: string | null };
export type ShelfPages = InfiniteData<Page, string | undefined>;

export const SHELF_KEY = ['comics', 'list'] as const;

/** Nobody yet: on this machine a guest begins with an empty shelf, elsewhere one signs in first (ApiError 401). */
export async function readShelf(after: string | undefined, signal: AbortSignal): Promise<Page> {
  try {
    return await listComics(after, signal);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const mayBeGuest = await getMe().then((me) => me.guestsMayMake, () => false);
    if (!mayBeGuest) throw error;
    return { items: [], next: null };
  }
}

export function withoutComic(pages: ShelfPages | undefined, comicId: string): ShelfPages | undefined {
  return pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== comicId) })) };
}

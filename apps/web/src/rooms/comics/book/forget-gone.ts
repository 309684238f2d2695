/** What was not saved of comics that were deleted for good, here or on another machine, is of no use to anybody: it goes. */
import { ApiError } from '../../../api/call.ts';
import { getMe } from '../../../api/accounts.ts';
import { getComic } from '../../../api/comics.ts';
import { comicsKept, forgetComic, OUTBOX } from './outbox.ts';

/** A browser that keeps nothing opens books all the same. */
export function keptStore(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  try {
    return localStorage;
  } catch {
    return { length: 0, key: () => null, getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}

/** Asks only for comics of which something is kept: seldom any. A comic in the trash is still there. */
export async function forgetGone(store = keptStore()): Promise<void> {
  if (!hasAny(store)) return;
  const by = (await getMe().catch(() => undefined))?.user?.id;
  for (const comicId of by === undefined ? [] : comicsKept(store, by)) if (await isGone(comicId)) forgetComic(store, comicId);
}

/** Whoever wrote it is told so of no comic that is there. */
export async function isGone(comicId: string): Promise<boolean> {
  return getComic(comicId).then(() => false, (error: unknown) => error instanceof ApiError && error.status === 404);
}

function hasAny(store: Pick<Storage, 'key' | 'length'>): boolean {
  return Array.from({ length: store.length }, (_, i) => store.key(i) ?? '').some((key) => key.startsWith(OUTBOX));
}

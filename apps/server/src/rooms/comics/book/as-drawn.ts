/** Whether a changed book says again what its pages show: a step taken back leaves nothing to bring up to date. */
import type { Book } from '@komawari/comic';
import type { ObjectKey } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import type { App } from '../../../kernel/app.ts';
import { appendEvents } from '../../../kernel/events.ts';
import { getJson } from '../objects.ts';
import { getDrawn, setDrawnRevision } from './book-store.ts';

/** Books behind pages, read last in this process. */
const KEPT_MAX = 4;
const drawn = new Map<string, Book>();

/** When the book is again as it was drawn, its pages and files count as those of `revision`. For the transaction of the step. */
export async function noteIfAsDrawn(app: App, tx: Tx, comicId: string, { revision, book }: { revision: number; book: Book }, now: Date): Promise<void> {
  const comic = await getDrawn(tx, comicId);
  // One step away from the pages can not be back at them.
  if (comic.state !== 'done' || comic.book_key === null || comic.pages_revision === 0 || comic.pages_revision !== comic.book_revision || revision - comic.pages_revision < 2) return;
  if (!isSameContent(book, await drawnBook(app, comic.book_key))) return;
  await setDrawnRevision(tx, comicId, comic.pages_revision, revision);
  await appendEvents(tx, comicId, [{ type: 'comic.pages', revision, pages: comic.page_count }], now);
}

async function drawnBook(app: App, key: string): Promise<Book> {
  const book = drawn.get(key) ?? (await getJson<{ book: Book }>(app, key as ObjectKey)).book;
  drawn.delete(key);
  drawn.set(key, book);
  for (const oldest of drawn.keys()) if (drawn.size > KEPT_MAX) drawn.delete(oldest);
  return book;
}

/** Plain data: what is absent and what is undefined are the same, the order of fields does not count. */
export function isSameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => isSameContent(item, b[i]));
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in left) if (!isSameContent(left[key], right[key])) return false;
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

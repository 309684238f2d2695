/** Which version of each book the caller has, and which the worker has. */
import { diffBooks } from './book-patches.ts';
import { EngineError } from './engine-error.ts';
import type { BookNews } from './messages.ts';
import type { Book, BookId, PagePlan } from './types.ts';

export type BookVersion = { book: Book; plan: PagePlan | undefined };

export type BookShelf = {
  put(id: BookId, book: Book): void;
  usePlan(id: BookId, plan: PagePlan | undefined): void;
  drop(id: BookId): void;
  /** The version that a call made now is about. Throws EngineError `no-such-book`. */
  versionOf(id: BookId): BookVersion;
  /** What the worker must hear before a job about `version`. Returns the news and takes them as sent. */
  newsFor(id: BookId, version: BookVersion): BookNews[];
  /** Books that were closed since the last call. */
  closings(): BookNews[];
  /** A new worker knows nothing. */
  forgetWorker(): void;
};

export function bookShelf(): BookShelf {
  const own = new Map<BookId, BookVersion>();
  const sent = new Map<BookId, BookVersion>();
  const get = (id: BookId): BookVersion => {
    const version = own.get(id);
    if (!version) throw new EngineError('no-such-book', `no book is open as ${id}`);
    return version;
  };
  return {
    put(id, book) {
      const before = own.get(id);
      // A plan made by hand belongs to the panels it was made for: it stays until it is taken back.
      if (before?.book !== book) own.set(id, { book, plan: before?.plan });
    },
    usePlan: (id, plan) => void own.set(id, { book: get(id).book, plan }),
    drop: (id) => void own.delete(id),
    versionOf: get,
    newsFor(id, version) {
      const known = sent.get(id);
      sent.set(id, version);
      const news: BookNews[] = [];
      if (!known) news.push({ type: 'open', id, book: version.book });
      else if (known.book !== version.book) news.push({ type: 'patch', id, patches: diffBooks(known.book, version.book) });
      if (known?.plan !== version.plan) news.push({ type: 'plan', id, plan: version.plan });
      return news;
    },
    closings() {
      const gone = [...sent.keys()].filter((id) => !own.has(id));
      for (const id of gone) sent.delete(id);
      return gone.map((id) => ({ type: 'close', id }));
    },
    forgetWorker: () => sent.clear(),
  };
}

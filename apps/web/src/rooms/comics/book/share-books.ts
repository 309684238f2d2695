/** The open books of the app: one session a comic, however many pages show it. No React, no network of its own. */
import type { BookSession } from './book-session.ts';

export type SharedBook = { users: number; loading: Promise<BookSession>; session: BookSession | undefined; stop: () => void; closeTimer: ReturnType<typeof setTimeout> | undefined };

export type SharedBooks = {
  /** For one more page. What `loading` throws is the page's to show; the next `take` loads anew. */
  take(comicId: string): SharedBook;
  /** That page is left. The last one closes the book after a while, once all of it is saved. */
  release(comicId: string, entry: SharedBook): void;
};

/** `follow` tells a session what others do, until the function it returns is called. */
export function shareBooks({ load, follow, lingerMs }: { load: (comicId: string) => Promise<BookSession>; follow: (comicId: string, session: BookSession) => () => void; lingerMs: number }): SharedBooks {
  const open = new Map<string, SharedBook>();

  const closeLater = (comicId: string, entry: SharedBook) => {
    entry.closeTimer = setTimeout(() => {
      // Did not load: nothing to close.
      if (open.get(comicId) !== entry) return;
      // What is on its way keeps the session: it ends when the server has it.
      if (entry.session?.state().saving !== 'saved') return closeLater(comicId, entry);
      open.delete(comicId);
      entry.stop();
    }, lingerMs);
  };

  return {
    take(comicId) {
      const known = open.get(comicId);
      if (known) {
        clearTimeout(known.closeTimer);
        known.users += 1;
        return known;
      }
      const entry: SharedBook = { users: 1, session: undefined, stop: () => undefined, closeTimer: undefined, loading: load(comicId) };
      open.set(comicId, entry);
      entry.loading.then((session) => {
        entry.session = session;
        const unfollow = follow(comicId, session);
        entry.stop = () => {
          unfollow();
          session.close();
        };
      }, () => open.delete(comicId));
      return entry;
    },
    release(comicId, entry) {
      entry.users -= 1;
      if (entry.users === 0) closeLater(comicId, entry);
    },
  };
}

/** The open books of the app: one session a comic, however many pages show it. No React, no network of its own. */
import type { BookSession } from './book-session.ts';

export type SharedBook = { users: number; loading: Promise<BookSession>; session: BookSession | undefined; stop: () => void; closeTimer: ReturnType<typeof setTimeout> | undefined };

export type SharedBooks = {
  /** For one more page. What `loading` throws is the page's to show; the next `take` loads anew. */
  take(comicId: string): SharedBook;
  /** That page is left. The last one closes the book after a while, once all of it is saved or none of it can be. */
  release(comicId: string, entry: SharedBook): void;
  /** Another person may be here: every book is closed at once, and whoever shows one has to take it again. */
  dropAll(): void;
  onDrop(listener: () => void): () => void;
};

/** `follow` tells a session what others do, until the function it returns is called. */
export function shareBooks({ load, follow, lingerMs }: { load: (comicId: string) => Promise<BookSession>; follow: (comicId: string, session: BookSession) => () => void; lingerMs: number }): SharedBooks {
  const open = new Map<string, SharedBook>();
  const listeners = new Set<() => void>();

  const closeLater = (comicId: string, entry: SharedBook) => {
    entry.closeTimer = setTimeout(() => {
      // Did not load, or was dropped: nothing to close.
      if (open.get(comicId) !== entry) return;
      const saving = entry.session?.state().saving;
      // What is on its way keeps the session: it ends when the server has it. Without a comic or an account nothing is: it waits on this machine.
      if (saving !== 'saved' && saving !== 'gone' && saving !== 'signed-out') return closeLater(comicId, entry);
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
        // Asked for by the one before.
        if (open.get(comicId) !== entry) return session.close();
        entry.session = session;
        const unfollow = follow(comicId, session);
        entry.stop = () => {
          unfollow();
          session.close();
        };
      }, () => { if (open.get(comicId) === entry) open.delete(comicId); });
      return entry;
    },
    release(comicId, entry) {
      entry.users -= 1;
      if (entry.users === 0) closeLater(comicId, entry);
    },
    dropAll() {
      const all = [...open.values()];
      open.clear();
      for (const entry of all) {
        clearTimeout(entry.closeTimer);
        entry.stop();
      }
      for (const listener of listeners) listener();
    },
    onDrop(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

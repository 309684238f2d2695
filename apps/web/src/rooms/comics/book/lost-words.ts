/** What of a book's words gave way to somebody else's, kept on this machine until it is answered: a reload answers nothing. */
import type { EditNotice } from '@komawari/comic/edit';

/** `isOwn`: words of this page went, and somebody else's stand there. Without it, another page's went for this one's. */
export type LostWords = EditNotice & { isOwn?: true };
type Kept = { name: string; notice: LostWords };

export type LostStore = {
  /** What earlier pages were told and nobody answered. */
  read(): readonly Kept[];
  keep(kept: Kept): void;
  answered(name: string): void;
};

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const LOST_MOST = 20;

export function lostKey(comicId: string): string {
  return `koma.lost.${comicId}`;
}

export function openLostWords({ comicId, store }: { comicId: string; store: Store }): LostStore {
  const key = lostKey(comicId);
  const read = (): Kept[] => {
    try {
      const found = JSON.parse(store.getItem(key) ?? '[]') as unknown;
      return Array.isArray(found) ? found.filter(isKept) : [];
    } catch {
      return [];
    }
  };
  const write = (all: readonly Kept[]) => {
    try {
      if (all.length === 0) store.removeItem(key);
      else store.setItem(key, JSON.stringify(all.slice(-LOST_MOST)));
    } catch {
      // No room: the notice stands in this page.
    }
  };
  // Read anew each time: other pages of the book write here as well.
  return {
    read,
    keep: (kept) => write([...read(), kept]),
    answered: (name) => {
      const all = read();
      if (all.some((one) => one.name === name)) write(all.filter((one) => one.name !== name));
    },
  };
}

function isKept(value: unknown): value is Kept {
  const { name, notice } = (value ?? {}) as Partial<Kept>;
  return typeof name === 'string' && typeof notice === 'object' && notice !== null && typeof notice.code === 'string' && typeof notice.kind === 'string' && typeof notice.id === 'string';
}

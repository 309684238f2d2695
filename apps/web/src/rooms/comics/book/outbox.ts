/** Steps on their way, kept on this machine: a crash, a closed lid or a lost way loses none. */
import type { EditOp } from '@komawari/comic/edit';
import { lostKey } from './lost-words.ts';

export type Step = { clientId: string; seq: number; ops: EditOp[] };

export type Outbox = {
  keep(steps: readonly Step[]): void;
  /** Steps of pages that are no more. They go out under their own names: the server counts each once, whoever sends it. */
  abandoned(): Step[];
  /** Nothing more can be done about them here: leaving the page asks no longer. They stay kept. */
  letGo(): void;
  /** The comic is gone for good: nobody will ever send them, so nothing of it stays kept. */
  forget(): void;
  /** What is left waits for the next page that opens the book, which need not wait for this one to be dead. */
  close(): void;
};

type Kept = { aliveAt: number; steps: readonly Step[]; /** Whose they are: another account is told of a comic of theirs what it is told of one that is gone. */ by?: string };
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** How what is kept is named. */
export const OUTBOX = 'koma.outbox.';
const BEAT_MS = 4000;
/** Background pages are slowed down to a beat a minute. */
const DEAD_MS = 150_000;
const TURNS = ['pagehide', 'pageshow'] as const;
/** Written by a page that knows that it ends. */
const LEFT = 0;

export function openOutbox(options: { comicId: string; clientId: string; store: Store; by?: string | undefined; now?: () => number; beat?: boolean }): Outbox {
  const { store, clientId, comicId, by, now = Date.now } = options;
  const prefix = `${OUTBOX}${comicId}.`;
  let mine: readonly Step[] = [];
  let isLetGo = false;
  let isClosed = false;
  let isHidden = false;
  let isForgotten = false;
  const write = () => {
    if (isForgotten) return;
    try {
      if (mine.length === 0) store.removeItem(prefix + clientId);
      else store.setItem(prefix + clientId, JSON.stringify({ aliveAt: isClosed || isHidden ? LEFT : now(), steps: mine, ...(by === undefined ? {} : { by }) } satisfies Kept));
    } catch {
      // No room or no storage: the steps still stand in this page, which warns before it is left.
    }
  };
  const timer = options.beat === false ? undefined : setInterval(() => { if (mine.length > 0) write(); }, BEAT_MS);
  const warn = (event: BeforeUnloadEvent) => { if (mine.length > 0 && !isLetGo && !isForgotten) event.preventDefault(); };
  // A page that comes back out of the browser's memory has them still; sent by two, a step counts once.
  const turn = ({ type }: Pick<Event, 'type'>) => {
    isHidden = type === 'pagehide';
    if (mine.length > 0) write();
  };
  if (typeof window !== 'undefined') {
    window.addEventListener('beforeunload', warn);
    for (const name of TURNS) window.addEventListener(name, turn);
  }
  return {
    keep(steps) {
      // An answer that comes after the end brings nothing back that another page has taken over.
      const isTaken = isClosed && steps.length < mine.length && store.getItem(prefix + clientId) === null;
      mine = steps;
      isLetGo = false;
      if (!isTaken) write();
    },
    abandoned() {
      const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '').filter((key) => key.startsWith(prefix) && key !== prefix + clientId);
      const found = keys.flatMap((key) => {
        const kept = parse(store.getItem(key));
        if (!kept || (kept.aliveAt !== LEFT && now() - kept.aliveAt < (isReload() ? 0 : DEAD_MS))) return [];
        store.removeItem(key);
        return kept.steps;
      });
      mine = found;
      write();
      return found;
    },
    letGo() {
      isLetGo = true;
    },
    forget() {
      isForgotten = true;
      forgetComic(store, comicId);
    },
    close() {
      isClosed = true;
      if (mine.length > 0) write();
      clearInterval(timer);
      if (typeof window === 'undefined') return;
      window.removeEventListener('beforeunload', warn);
      for (const name of TURNS) window.removeEventListener(name, turn);
    },
  };
}

/** The comics of which steps of somebody's are kept. */
export function comicsKept(store: Pick<Store, 'getItem' | 'key' | 'length'>, by: string): string[] {
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '').filter((key) => key.startsWith(OUTBOX) && parse(store.getItem(key))?.by === by);
  return [...new Set(keys.map((key) => key.slice(OUTBOX.length).split('.')[0] ?? ''))];
}

/** Whatever is kept of a comic on this machine. */
export function forgetComic(store: Pick<Store, 'removeItem' | 'key' | 'length'>, comicId: string): void {
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '');
  for (const key of keys) if (key.startsWith(`${OUTBOX}${comicId}.`) || key === lostKey(comicId)) store.removeItem(key);
}

/** A page that was reloaded takes its own steps up again at once; sent twice by a second page, they count once. */
function isReload(): boolean {
  if (typeof performance === 'undefined' || typeof window === 'undefined') return false;
  const [entry] = performance.getEntriesByType('navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.type === 'reload';
}

function parse(text: string | null): Kept | undefined {
  if (text === null) return undefined;
  try {
    const kept = JSON.parse(text) as Partial<Kept>;
    return typeof kept.aliveAt === 'number' && Array.isArray(kept.steps) ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

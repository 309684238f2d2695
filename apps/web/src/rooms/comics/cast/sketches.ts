/** Small drawings in the order they are wanted: urgent ones first, each drawn once, no more than a frame can take. No React, no engine. */
import type { PersonView, PlaceView } from '../../../engine/types.ts';

export type Sketch =
  | { what: 'person'; view: PersonView }
  | { what: 'place'; view: PlaceView }
  /** A panel of an open book; `facts` says what its drawing depends on. */
  | { what: 'panel'; bookId: string; panelId: string; facts: string };

type SketchLine = {
  /** `onDrawn` comes at once when the drawing is there. The returned function says that it is not wanted any more. */
  want(sketch: Sketch, onDrawn: (url: string) => void, isUrgent?: boolean): () => void;
  /** The address of a drawing that is there. */
  peek(sketch: Sketch): string | undefined;
};

type Options = {
  draw(sketch: Sketch, isGone: AbortSignal): Promise<Blob>;
  makeUrl(picture: Blob): string;
  dropUrl(url: string): void;
  /** Decoding a drawing is work for the page: one at a frame keeps it smooth. */
  nextFrame(): Promise<void>;
  /** Drawings that nobody shows are kept up to this many in all. */
  kept?: number;
};

type Entry = { sketch: Sketch; url: string | undefined; isUrgent: boolean; waiters: Set<(url: string) => void>; users: number; abort: AbortController | undefined };

/** One is drawn while another waits for its frame. */
const AT_ONCE = 2;

export function sketchLine({ draw, makeUrl, dropUrl, nextFrame, kept = 600 }: Options): SketchLine {
  const entries = new Map<string, Entry>();
  let running = 0;

  const forgetOld = (): void => {
    for (const [key, entry] of entries) {
      if (entries.size <= kept) return;
      if (entry.users > 0 || entry.abort) continue;
      entries.delete(key);
      if (entry.url !== undefined) dropUrl(entry.url);
    }
  };

  const next = (): [string, Entry] | undefined => {
    let first: [string, Entry] | undefined;
    for (const pair of entries) {
      const [, entry] = pair;
      if (entry.url !== undefined || entry.abort || entry.users === 0) continue;
      if (entry.isUrgent) return pair;
      first ??= pair;
    }
    return first;
  };

  const pump = (): void => {
    while (running < AT_ONCE) {
      const found = next();
      if (!found) return;
      running += 1;
      void work(...found).finally(() => {
        running -= 1;
        pump();
      });
    }
  };

  const work = async (key: string, entry: Entry): Promise<void> => {
    const abort = new AbortController();
    entry.abort = abort;
    try {
      const picture = await draw(entry.sketch, abort.signal);
      await nextFrame();
      if (entries.get(key) !== entry) return;
      const url = makeUrl(picture);
      entry.url = url;
      for (const waiter of entry.waiters) waiter(url);
      entry.waiters.clear();
    } catch {
      // Not wanted any more, or the artist cannot draw it: the place stays screentone, and the next wish tries again.
      entries.delete(key);
    } finally {
      entry.abort = undefined;
      forgetOld();
    }
  };

  return {
    peek: (sketch) => entries.get(JSON.stringify(sketch))?.url,
    want(sketch, onDrawn, isUrgent = false) {
      const key = JSON.stringify(sketch);
      const entry: Entry = entries.get(key) ?? { sketch, url: undefined, isUrgent, waiters: new Set(), users: 0, abort: undefined };
      // Last in the map is youngest: the oldest are forgotten first.
      entries.delete(key);
      entries.set(key, entry);
      entry.users += 1;
      entry.isUrgent ||= isUrgent;
      const waiter = (url: string) => onDrawn(url);
      if (entry.url === undefined) entry.waiters.add(waiter);
      else onDrawn(entry.url);
      pump();
      return () => {
        entry.users -= 1;
        entry.waiters.delete(waiter);
        if (entry.users > 0 || entry.url !== undefined) return;
        // What the worker has begun it may finish: a moment later it may be wanted again.
        if (!entry.abort && entries.get(key) === entry) entries.delete(key);
      };
    },
  };
}

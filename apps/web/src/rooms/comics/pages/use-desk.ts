/** The page on the desk: the open book, the takes its panels show, and the page as the engine sets it. */
import type { Comic, Take } from '@komawari/contract';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../api/call.ts';
import { listTakes } from '../../../api/comics-drawing.ts';
import { getBookEdits } from '../../../api/comics-editing.ts';
import { getComic } from '../../../api/comics.ts';
import { followStream } from '../../../api/follow-stream.ts';
import { askReachable } from '../../../api/reachable.ts';
import { useCall } from '../../../api/use-call.ts';
import { useQueryClient } from '@tanstack/react-query';
import type { EditOp } from '@komawari/comic/edit';
import { engine, EngineError, isMovedOn, type DeskPage, type DeskTake } from '../../../engine/client.ts';
import { useRetryWhenReachable } from '../../../ui/use-retry-when-reachable.ts';
import { useBook, type OpenBook } from '../book/use-book.ts';
import type { Language } from './bubble-ops.ts';
import { isEnded } from '../overview/making.ts';
import { changedPages } from './changed-pages.ts';
import { panelOf } from './page-ops.ts';

export type PanelPictureAt = { stamp: number; url: string };
export type Desk = {
  book: OpenBook; comic: Comic; page: DeskPage | undefined; pictures: ReadonlyMap<string, PanelPictureAt>; changed: ReadonlySet<number>;
  /** The engine could not set the page as it stands now; the last one is shown. */
  fault: unknown; retry: () => void;
  /** Drawings or letters for it could not be fetched, for want of a server: it sets itself once there is one. */
  isAway: boolean;
  /** The server answers, and has not got a file that the page is set with. */
  isFileMissing: boolean;
  /** The page is being set as the book stands now. */
  isSetting: boolean;
};

/** The socket may be down. */
const POLL_MS = 2500;
const NO_EDITS: readonly (readonly EditOp[] | null)[] = [];

/** `error` is what reading the comic met. `onPage` comes with each page that was set. */
export function useDesk(comicId: string, number: number, language: Language | undefined, onPage: () => void): { desk: Desk | undefined; error: unknown; reload: () => void } {
  const { book, error, reload } = useBook(comicId);
  const comic = useCall(['comics', comicId, 'whole'], (signal) => getComic(comicId, signal));
  const takes = useCall(['comics', comicId, 'takes'], (signal) => listTakes(comicId, undefined, signal));
  const made = comic.data?.pagesRevision ?? 0;
  const edits = useCall(['comics', comicId, 'edits', made, book?.revision ?? 0], () => getBookEdits(comicId, made), { isOff: !book || !comic.data });
  useFresh(comicId, comic.data !== undefined && !isEnded(comic.data.state));
  const { page, pictures, fault: unset, retry, isSetting } = useSetPage(comicId, book?.book, takes.data?.items, number, language, onPage);
  const fault = unset ?? takes.error ?? undefined;
  const again = () => {
    retry();
    if (takes.error) void takes.refetch();
  };
  const isAway = fault instanceof ApiError && fault.code === 'offline';
  useRetryWhenReachable(isAway ? fault : undefined, again);
  const [kept, setKept] = useState(NO_EDITS);
  if (edits.data && edits.data.items.length !== kept.length) setKept(edits.data.items.map(({ ops }) => ops as EditOp[] | null));
  const changed = useRef<ReadonlySet<number>>(new Set());
  const seen = useRef<unknown[]>([]);
  const now = [page, kept, comic.data];
  if (book && page && comic.data && now.some((one, i) => one !== seen.current[i])) {
    changed.current = changedPages(book.book, page.pages, comic.data.pages, kept);
    seen.current = now;
  }
  return {
    desk: book && comic.data ? { book, comic: comic.data, page, pictures, changed: changed.current, fault, retry: again, isAway, isFileMissing: fault instanceof EngineError && fault.code === 'assets-missing', isSetting } : undefined,
    error: error ?? (comic.data ? undefined : comic.error), reload: () => { reload(); void comic.refetch(); void takes.refetch(); },
  };
}

/** Takes and pages made meanwhile, here or elsewhere, are read again. */
function useFresh(comicId: string, isMaking: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isMaking) return undefined;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['comics', comicId, 'whole'] }), POLL_MS);
    return () => clearInterval(timer);
  }, [isMaking, comicId, client]);
  useEffect(() => followStream(comicId, {
    onEvents: (events) => {
      const types = new Set(events.map(({ event }) => event.type));
      if (types.has('comic.take') || types.has('comic.panel') || types.has('comic.pages')) void client.invalidateQueries({ queryKey: ['comics', comicId, 'takes'] });
      if (types.has('comic.pages') || types.has('comic.page') || types.has('task.state')) void client.invalidateQueries({ queryKey: ['comics', comicId, 'whole'] });
    },
    onLost: () => undefined,
  }), [comicId, client]);
}

type Set = { page: DeskPage | undefined; pictures: ReadonlyMap<string, PanelPictureAt>; fault: unknown; isSetting: boolean };
const PICTURES_MOST = 80;

function useSetPage(comicId: string, book: OpenBook['book'] | undefined, takes: readonly Take[] | undefined, number: number, language: Language | undefined, onPage: () => void): Set & { retry: () => void } {
  const [set, setSet] = useState<Set>({ page: undefined, pictures: new Map(), fault: undefined, isSetting: true });
  const pictures = useRef(new Map<string, PanelPictureAt>());
  const [asked, setAsked] = useState(0);
  const told = useRef(onPage);
  useEffect(() => {
    told.current = onPage;
  });
  const id = `desk ${comicId}`;
  const line = useRef(newestOnly());
  useEffect(() => {
    if (!book || !takes) return undefined;
    let isGone = false;
    setSet((before) => (before.isSetting ? before : { ...before, isSetting: true }));
    // A page that is being set is let finish: to stop the engine in the middle costs more than the rest of the page.
    line.current(async () => {
      if (isGone) return;
      engine.openBook(id, book);
      const known = Object.fromEntries([...pictures.current].map(([panelId, { stamp }]) => [panelId, stamp]));
      try {
        const page = await engine.deskPage(id, number, { takes: takesShown(book, takes), known, ...(language ? { language } : {}) });
        for (const panel of page.panels) if (panel.picture) keepPicture(pictures.current, panel.id, { stamp: panel.stamp, url: URL.createObjectURL(panel.picture) });
        if (isGone) return;
        setSet({ page, pictures: new Map(pictures.current), fault: undefined, isSetting: false });
        told.current();
      } catch (fault) {
        const isAway = fault instanceof EngineError && fault.code === 'assets-unavailable';
        if (isAway) askReachable();
        // A worker that died takes its stamps along.
        else pictures.current.clear();
        if (!isGone && !isMovedOn(fault)) setSet((before) => ({ ...before, fault: isAway ? new ApiError('offline', '', 0) : fault, isSetting: false }));
      }
    });
    return () => { isGone = true; };
  }, [id, comicId, book, takes, number, language, asked]);
  useEffect(() => {
    const all = pictures.current;
    return () => {
      engine.closeBook(id);
      for (const { url } of all.values()) URL.revokeObjectURL(url);
      all.clear();
    };
  }, [id]);
  return { ...set, retry: () => setAsked((count) => count + 1) };
}

function keepPicture(pictures: Map<string, PanelPictureAt>, panelId: string, picture: PanelPictureAt): void {
  const before = pictures.get(panelId);
  pictures.delete(panelId);
  pictures.set(panelId, picture);
  const oldest = pictures.size > PICTURES_MOST ? pictures.entries().next().value : undefined;
  if (oldest) pictures.delete(oldest[0]);
  // The page may still show it for a frame or two.
  for (const gone of [before, oldest?.[1]]) if (gone) setTimeout(() => URL.revokeObjectURL(gone.url), 5000);
}

/** As the server chooses: the adopted take, else the one shown, else the latest that is done. */
function takesShown(book: OpenBook['book'], takes: readonly Take[]): Record<string, DeskTake> {
  const usable = Map.groupBy(takes.filter(({ state, isRejected }) => state === 'done' && !isRejected), ({ panelId }) => panelId);
  return Object.fromEntries([...usable].flatMap(([panelId, of]): [string, DeskTake][] => {
    const adopted = panelOf(book, panelId)?.adoptedTakeId;
    const take = of.find(({ id }) => id === adopted) ?? of.find(({ isShown }) => isShown) ?? of.at(-1);
    if (!take) return [];
    const { width, height, inputsHash, directions } = take;
    if (take.drawing !== null) return [[panelId, { kind: 'drawing', drawing: take.drawing, width, height, inputsHash, directions }]];
    return take.picture === null ? [] : [[panelId, { kind: 'picture', picture: take.picture, width, height }]];
  }));
}

/** One at a time; of those that wait only the newest is done. */
function newestOnly(): (work: () => Promise<void>) => void {
  let next: (() => Promise<void>) | undefined;
  let isBusy = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    for (let work = next; work; work = next) {
      next = undefined;
      await work();
    }
    isBusy = false;
  };
  return (work) => {
    next = work;
    if (!isBusy) void run();
  };
}

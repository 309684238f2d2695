/** A comic while it is made: what the server told, and the events since. Pure. */
import type { Comic, StreamEvent, TaskState } from '@komawari/contract';
import type { SeenEvent } from '../../../api/follow-stream.ts';

export type PanelState = Comic['panelStates'][number];
export type PageState = Comic['pages'][number];

export type Making = {
  /** The last answer with all events after it. */
  comic: Comic;
  /** Events that an answer on its way may not know yet. */
  since: readonly SeenEvent[];
  seq: number;
  /** When panels and pages were finished, newest last, ms since 1970: for the time left. */
  finishedAt: readonly number[];
  isPlanning: boolean;
  /** Pages that are being composed. */
  lettering: readonly number[];
  /** By panel: the last event about its takes. */
  touched: Readonly<Record<string, number>>;
  /** Rises when only the server knows the whole truth again. */
  staleCount: number;
};

export type Change = { type: 'loaded'; comic: Comic } | { type: 'events'; events: readonly SeenEvent[] };

const SAMPLES_MAX = 32;

export function isEnded(state: TaskState): boolean {
  return state !== 'queued' && state !== 'running';
}

export function isFault(state: TaskState): boolean {
  return state === 'failed' || state === 'refused' || state === 'unknown';
}

/** Undefined until the comic was loaded once; events before that are not lost, since a load follows them. */
export function changeMaking(making: Making | undefined, change: Change): Making | undefined {
  if (change.type === 'loaded') return load(making, change.comic);
  return making && follow(making, change.events);
}

/** An answer knows all events up to its own number; those that overtook it are put on top again. */
function load(before: Making | undefined, comic: Comic): Making {
  const known = before?.comic.id === comic.id ? before : undefined;
  const start: Making = { comic, since: [], seq: comic.seq, finishedAt: known?.finishedAt ?? [], isPlanning: known?.isPlanning ?? false, lettering: known?.lettering ?? [], touched: known?.touched ?? {}, staleCount: known?.staleCount ?? 0 };
  if (!known) return start;
  const { finishedAt, staleCount } = start;
  return { ...follow({ ...start, lettering: isEnded(comic.state) ? [] : start.lettering }, known.since), finishedAt, staleCount };
}

/** A batch at once: a storm of events copies the long lists once. */
function follow(making: Making, events: readonly SeenEvent[]): Making {
  const fresh = events.filter((one) => one.seq > making.seq);
  if (fresh.length === 0) return making;
  const draft: Draft = { ...making, comic: { ...making.comic }, panels: undefined, pages: undefined, finished: [], takes: undefined };
  for (const seen of fresh) apply(draft, seen);
  const { panels, pages, finished, takes, ...next } = draft;
  if (panels) next.comic.panelStates = [...panels.values()];
  if (pages) next.comic.pages = [...pages.values()];
  return { ...next, seq: fresh.at(-1)?.seq ?? making.seq, since: [...making.since, ...fresh], finishedAt: [...making.finishedAt, ...finished].slice(-SAMPLES_MAX), touched: takes ?? making.touched };
}

/** Lists that a batch changes, by id; absent while it has not touched them. */
type Draft = Making & { panels: Map<string, PanelState> | undefined; pages: Map<number, PageState> | undefined; finished: number[]; takes: Record<string, number> | undefined };

function apply(draft: Draft, { seq, at, event }: SeenEvent): void {
  switch (event.type) {
    case 'comic.panel':
      setPanel(draft, event.panelId, { state: 'done', picture: event.picture, error: null });
      draft.finished.push(at);
      (draft.takes ??= { ...draft.touched })[event.panelId] = seq;
      return;
    case 'comic.page':
      draft.pages ??= new Map(draft.comic.pages.map((page) => [page.number, page]));
      if (draft.pages.has(event.page)) draft.pages.set(event.page, { ...(draft.pages.get(event.page) as PageState), picture: event.picture, preview: event.preview });
      draft.lettering = draft.lettering.filter((page) => page !== event.page);
      draft.finished.push(at);
      return;
    case 'comic.take':
      (draft.takes ??= { ...draft.touched })[event.panelId] = seq;
      return;
    case 'comic.edit':
      draft.comic.revision = event.revision;
      return;
    case 'comic.pages':
      draft.comic.pagesRevision = event.revision;
      draft.staleCount += 1;
      return;
    case 'comic.script':
    case 'comic.files':
      draft.staleCount += 1;
      return;
    case 'task.state':
      applyState(draft, event);
  }
}

type StateEvent = Extract<StreamEvent, { type: 'task.state' }>;

function applyState(draft: Draft, event: StateEvent): void {
  const { comic } = draft;
  if (event.key === null) {
    const isMaking = event.kind === 'comic.make' || event.kind === 'comic.update';
    if (!isMaking && event.taskId !== comic.taskId) return;
    // Going on, wherever it was asked for, ends a pause.
    if (isEnded(comic.state) && !isEnded(event.state)) comic.isPaused = false;
    if (isMaking || !isEnded(event.state)) comic.state = event.state;
    comic.taskId = event.taskId;
    if (isEnded(event.state)) [draft.staleCount, draft.lettering, draft.isPlanning] = [draft.staleCount + 1, [], false];
    return;
  }
  if (event.kind === 'comic.plan') draft.isPlanning = !isEnded(event.state);
  if (event.kind === 'comic.panel') {
    setPanel(draft, event.key.replace(/^panel:/, ''), { state: event.state });
    // Why it failed is a sentence in the reader's language: the server has it.
    if (isFault(event.state)) draft.staleCount += 1;
  }
  const page = event.kind === 'comic.page' ? Number(/^page:(\d+)$/.exec(event.key)?.[1]) : NaN;
  if (page > 0) draft.lettering = event.state === 'running' ? [...draft.lettering.filter((one) => one !== page), page] : draft.lettering.filter((one) => one !== page);
}

function setPanel(draft: Draft, panelId: string, change: Partial<PanelState>): void {
  draft.panels ??= new Map(draft.comic.panelStates.map((panel) => [panel.id, panel]));
  const panel = draft.panels.get(panelId);
  if (panel) draft.panels.set(panelId, { ...panel, ...change });
}

/** A panel counts as drawn when nothing is to be done for it any more. */
export function countDrawn(comic: Comic): { done: number; total: number; failed: number } {
  const done = comic.panelStates.filter((panel) => panel.picture !== null && panel.state === 'done').length;
  return { done, total: comic.panelStates.length, failed: comic.panelStates.filter((panel) => isFault(panel.state)).length };
}

/** How far a comic is that nobody works on: its panels, then its pages. */
export function countReady(comic: Comic): { done: number; total: number } {
  const { done, total } = countDrawn(comic);
  const ready = comic.pages.filter((page) => page.picture !== null).length;
  return total > 0 && done >= total && ready < comic.pages.length ? { done: ready, total: comic.pages.length } : { done, total };
}

/** Seconds until the last panel and page, by the pace of those seen; undefined before there is a pace. */
export function secondsLeft({ comic, finishedAt }: Making): number | undefined {
  const [first, last] = [finishedAt[0], finishedAt.at(-1)];
  if (first === undefined || last === undefined || finishedAt.length < 4) return undefined;
  const { done, total } = countDrawn(comic);
  const left = total - done + comic.pages.filter((page) => page.picture === null).length;
  return Math.max(1, Math.ceil((((last - first) / (finishedAt.length - 1)) * left) / 1000));
}

export type Doing = { step: 'queued' | 'writing' | 'planning' | 'ended' } | { step: 'drawing' | 'lettering'; n: number; done: number; total: number };

/** What is being done at this moment; `n` is the panel or page. */
export function doingOf({ comic, isPlanning, lettering }: Making): Doing {
  if (isEnded(comic.state)) return { step: 'ended' };
  const { done, total } = countDrawn(comic);
  if (total === 0) return { step: comic.state === 'queued' ? 'queued' : 'writing' };
  if (isPlanning) return { step: 'planning' };
  const open = comic.panelStates.filter((panel) => !isEnded(panel.state));
  if (open.length > 0) {
    const running = comic.panelStates.findIndex((panel) => panel.state === 'running');
    return { step: 'drawing', n: running >= 0 ? running + 1 : comic.panelStates.indexOf(open[0] as PanelState) + 1, done, total };
  }
  if (comic.state === 'queued') return { step: 'queued' };
  const ready = comic.pages.filter((page) => page.picture !== null).length;
  return { step: 'lettering', n: lettering[0] ?? comic.pages.find((page) => page.picture === null)?.number ?? comic.pages.length, done: ready, total: comic.pages.length };
}

/** A comic while it is made: what the server told, and the events since. Pure. */
import type { Comic, StreamEvent, TaskState } from '@komawari/contract';
import type { SeenEvent } from '../../../api/follow-stream.ts';

export type Making = {
  comic: Comic;
  /** When panels were finished, newest last, ms since 1970: for the time left. */
  drawnAt: number[];
  /** Rises when only the server knows the whole truth again. */
  staleCount: number;
};

export type Change = { type: 'loaded'; comic: Comic } | { type: 'events'; events: readonly SeenEvent[] };

const SAMPLES_MAX = 24;

export function isEnded(state: TaskState): boolean {
  return state !== 'queued' && state !== 'running';
}

/** Undefined until the comic was loaded once; events before that are not lost, since a load follows them. */
export function changeMaking(making: Making | undefined, change: Change): Making | undefined {
  if (change.type === 'loaded') return load(making, change.comic);
  return making && change.events.reduce(applyEvent, making);
}

/** A drawing once seen stays: an answer may be older than the events that overtook it. */
function load(making: Making | undefined, comic: Comic): Making {
  if (!making || making.comic.id !== comic.id) return { comic, drawnAt: [], staleCount: 0 };
  const panels = new Map(making.comic.panelStates.map((panel) => [panel.id, panel]));
  const pages = new Map(making.comic.pages.map((page) => [page.number, page]));
  const panelStates = comic.panelStates.map((panel) => (panel.picture === null && panels.get(panel.id)?.picture ? { ...panel, picture: panels.get(panel.id)?.picture ?? null, state: 'done' as const } : panel));
  const kept = comic.pages.map((page) => (page.picture === null && pages.get(page.number)?.picture ? { ...page, picture: pages.get(page.number)?.picture ?? null, preview: pages.get(page.number)?.preview ?? null } : page));
  return { ...making, comic: { ...comic, panelStates, pages: kept } };
}

function applyEvent(making: Making, { at, event }: SeenEvent): Making {
  const { comic } = making;
  switch (event.type) {
    case 'comic.panel': {
      const panelStates = comic.panelStates.map((panel) => (panel.id === event.panelId ? { ...panel, state: 'done' as const, picture: event.picture, error: null } : panel));
      return { ...making, comic: { ...comic, panelStates }, drawnAt: [...making.drawnAt, at].slice(-SAMPLES_MAX) };
    }
    case 'comic.page': {
      const pages = comic.pages.map((page) => (page.number === event.page ? { ...page, picture: event.picture, preview: event.preview } : page));
      return { ...making, comic: { ...comic, pages } };
    }
    case 'comic.script':
    case 'comic.files':
    case 'comic.pages':
      return { ...making, staleCount: making.staleCount + 1 };
    case 'task.state':
      return applyState(making, event);
    case 'comic.edit':
    case 'comic.take':
      return making;
  }
}

function applyState(making: Making, event: Extract<StreamEvent, { type: 'task.state' }>): Making {
  const { comic } = making;
  if (event.kind === 'comic.make') return isEnded(event.state) ? { ...making, staleCount: making.staleCount + 1 } : { ...making, comic: isEnded(comic.state) ? comic : { ...comic, state: event.state } };
  if (event.kind !== 'comic.panel') return making;
  const panelId = event.key?.replace(/^panel:/, '');
  const panelStates = comic.panelStates.map((panel) => (panel.id === panelId && panel.picture === null ? { ...panel, state: event.state } : panel));
  return { ...making, comic: { ...comic, panelStates } };
}

export function countDrawn(comic: Comic): { done: number; total: number; failed: number } {
  const done = comic.panelStates.filter((panel) => panel.picture !== null).length;
  const failed = comic.panelStates.filter((panel) => panel.state === 'failed' || panel.state === 'refused').length;
  return { done, total: comic.panelStates.length, failed };
}

/** Seconds until the last panel, by the pace of the panels seen; undefined before there is a pace. */
export function secondsLeft(making: Making): number | undefined {
  const { done, total } = countDrawn(making.comic);
  const [first, last] = [making.drawnAt[0], making.drawnAt.at(-1)];
  if (first === undefined || last === undefined || making.drawnAt.length < 4 || done === 0) return undefined;
  const perPanelMs = (last - first) / (making.drawnAt.length - 1);
  return Math.max(1, Math.ceil((perPanelMs * (total - done)) / 1000));
}

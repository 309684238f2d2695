/** What a comic is about just now, and what that means for a list. Pure. */
import type { ComicSummary, TaskState } from '@komawari/contract';
import type { WordKey } from '../../../language/namespaces.ts';

const WORDS: Readonly<Record<TaskState, WordKey<'comics-shelf'>>> = {
  queued: 'stateWaiting', running: 'stateWriting', done: 'stateFinished', incomplete: 'stateUnfinished', failed: 'stateNotMade', refused: 'stateRefusal', cancelled: 'stateStopped', unknown: 'stateUncertain',
};

export function isLive({ state }: Pick<ComicSummary, 'state'>): boolean {
  return state === 'running' || state === 'queued';
}

/** The word for a state, and what is to be filled in. */
export function stateOf({ state, panels }: Pick<ComicSummary, 'state' | 'panels'>): { word: WordKey<'comics-shelf'>; fill: { done: number; total: number } } {
  const fill = { done: panels.done, total: panels.total };
  if ((state === 'incomplete' || state === 'cancelled') && panels.total > 0 && panels.done === 0 && panels.failed === 0) return { word: 'stateScript', fill };
  if (panels.total === 0 || panels.done >= panels.total) return { word: state === 'running' && panels.total > 0 ? 'stateLettering' : WORDS[state], fill };
  return { word: state === 'running' ? 'stateDrawn' : state === 'incomplete' || state === 'cancelled' ? 'stateLeft' : WORDS[state], fill };
}

/** Where a comic is gone on with. */
export function comicWay(comic: Pick<ComicSummary, 'id'>) {
  return { to: '/comics/$comicId', params: { comicId: comic.id } } as const;
}

/** What waits for its author first: being made, then unfinished, then the last one that was changed. The rest by change. */
export function leadFirst(comics: readonly ComicSummary[]): ComicSummary[] {
  const rank = ({ state }: ComicSummary) => (state === 'running' || state === 'queued' ? 0 : state === 'incomplete' || state === 'cancelled' ? 1 : 2);
  const byChange = comics.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const lead = byChange.toSorted((a, b) => rank(a) - rank(b))[0];
  return lead ? [lead, ...byChange.filter(({ id }) => id !== lead.id)] : [];
}

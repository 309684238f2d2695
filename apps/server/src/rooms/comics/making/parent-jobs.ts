/** The parents: a comic made from its text, and one brought up to date with its book. */
import { BUILT_IN_WRITER } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { appendEvents } from '../../../kernel/events.ts';
import type { ParentJob } from '../../../kernel/tasks/job-registry.ts';
import { isEnded, type ChildState, type NewChild, type TaskRow } from '../../../kernel/tasks/task.ts';
import { ComicInput, UpdateInput } from './inputs.ts';
import { listUndrawnTakes } from '../takes/take-store.ts';
import { getArtist, getWriter, listParts, setComicState, setPagesCurrent } from './making-store.ts';
import { STORYBOARD } from './plan-work.ts';

type End = { state: string; code: string | null; detail: string | null; now: Date };

/** Ends `done` only when script, all panels and all pages are. */
export const makeJob: ParentJob<ComicInput> = {
  type: 'parent', kind: 'comic.make', input: ComicInput,
  async advance({ tx, input, children }) {
    const kind = children.length > 0 ? 'comic.script' : scriptKind(await getWriter(tx, input.comicId));
    return advance(tx, children, { kind, key: 'script', input }, input.comicId);
  },
  onEnd: endMaking,
  onReopen: (tx, task, now) => setComicState(tx, task.stream, { state: 'running', code: null, detail: null, now }),
};

/** The built-in writer takes a hand; a model is waited for. */
export function scriptKind(writer: string | undefined): 'comic.script' | 'comic.model-script' {
  return writer === undefined || writer === BUILT_IN_WRITER ? 'comic.script' : 'comic.model-script';
}

/** First the plan: which panels and pages the changes of the book touch. */
export const updateJob: ParentJob<UpdateInput> = {
  type: 'parent', kind: 'comic.update', input: UpdateInput,
  async advance({ tx, input, children }) {
    const { comicId, redraw, takes } = input;
    const pictures = takes.map(({ takeId, panelId }) => ({ kind: 'comic.own-take', key: `take:${takeId}`, input: { comicId, panelId, takeId } }));
    const isOpen = pictures.some(({ key }) => !children.some((child) => child.key === key && isEnded(child.state)));
    if (isOpen) return pictures;
    const parts = await advance(tx, children, { kind: 'comic.plan', key: 'plan', input: { comicId, redraw } }, comicId);
    return arePagesOver(children, parts) ? listOthers(tx, comicId) : parts;
  },
  onEnd: endMaking,
  onReopen: (tx, task, now) => setComicState(tx, task.stream, { state: 'running', code: null, detail: null, now }),
};

/** Every part has ended, one way or another. */
function arePagesOver(children: readonly ChildState[], parts: readonly NewChild[]): boolean {
  const keys = new Set(children.map((child) => child.key));
  return children.some((child) => child.key === 'plan' && child.state === 'done') && parts.every(({ key }) => keys.has(key)) && children.every((child) => isEnded(child.state));
}

/** Takes of a bundle that no page shows: drawn when the pages are there. */
async function listOthers(tx: Tx, comicId: string): Promise<NewChild[]> {
  return (await listUndrawnTakes(tx, comicId)).map(({ takeId, panelId }) => ({ kind: 'comic.bundle-take', key: `drawn:${takeId}`, input: { comicId, panelId, takeId } }));
}

async function advance(tx: Tx, children: readonly ChildState[], opening: NewChild, comicId: string): Promise<NewChild[]> {
  const first = children.find((child) => child.key === opening.key);
  if (!first) return [opening];
  if (first.state !== 'done') return [];
  const { panels, drawnPages } = await listParts(tx, comicId);
  const isByModel = panels.some(({ wish }) => wish === 'draw') && (await getArtist(tx, comicId)) !== STORYBOARD;
  return [
    ...drawnPages.map(({ number, language }) => ({ kind: 'comic.page', key: `page:${number}${language === '' ? '' : `:${language}`}`, input: { comicId, page: number, language } })),
    ...panels.map(({ id, wish }) => ({ kind: isByModel && wish === 'draw' ? 'comic.model-panel' : 'comic.panel', key: `panel:${id}`, input: { comicId, panelId: id }, units: 1 })),
  ];
}

async function endMaking(tx: Tx, task: TaskRow, end: End): Promise<void> {
  await setComicState(tx, task.stream, end);
  if (end.state !== 'done') return;
  const current = await setPagesCurrent(tx, task.stream);
  await appendEvents(tx, task.stream, [{ type: 'comic.pages', ...current }], end.now);
}

/** From a text to a book, and from a changed book to what is to be done. */
import type { Book, PagePlan } from '@komawari/comic/make';
import { oneLine, type ErrorCode, type MakeOptions, type ObjectKey, type StreamEvent } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { WorkJob, WorkResult } from '../../../kernel/tasks/job-registry.ts';
import { appendEdit } from '../book/edit-book.ts';
import { lockComic } from '../book/book-store.ts';
import { keep, openBook, type OpenBook } from '../book/open-book.ts';
import type { ComicEngine } from '../engine.ts';
import { putJson } from '../objects.ts';
import { listStale } from '../takes/stale.ts';
import { listKnownTakes } from '../takes/take-store.ts';
import { ComicInput, FAILURES_MAX, UpdateInput } from './inputs.ts';
import { getStory, listKnown, setComicState, storePlan, storeScript } from './making-store.ts';
import { planWork, type Redraw } from './plan-work.ts';

/** Below a parent it is the first of its children; alone it writes the script that its author edits first. */
export function scriptJob(engine: ComicEngine): WorkJob<ComicInput> {
  return {
    type: 'work', kind: 'comic.script', input: ComicInput, failuresMax: FAILURES_MAX, ...aloneToo,
    async run({ app, task }) {
      const story = await getStory(app.client.db, task.input.comicId);
      return scriptResult(app, engine, task.input.comicId, await readable(() => engine.scriptBook(story.text, story.options as MakeOptions)));
    },
  };
}

/** A script without a parent: what follows waits for the author, and the comic says so. */
export const aloneToo: Required<Pick<WorkJob<ComicInput>, 'onEnd' | 'onReopen'>> = {
  async onEnd(tx, task, end) {
    if (task.parent_id === null) await setComicState(tx, task.stream, { ...end, state: end.state === 'done' ? 'incomplete' : end.state });
  },
  async onReopen(tx, task, now) {
    if (task.parent_id === null) await setComicState(tx, task.stream, { state: 'queued', code: null, detail: null, now });
  },
};

/** The first book of a comic and what is to be done for it. */
export async function scriptResult(app: App, engine: ComicEngine, comicId: string, written: Book): Promise<WorkResult> {
  const book = { ...written, title: oneLine(written.title) || '…' };
  const plan = await engine.planPages(book);
  const bookKey = await putJson(app, { book, plan });
  const work = planWork({ book, plan, factsOf: await engine.factsOf(book), promptFactsOf: await engine.promptFactsOf(book), textAreaOf: await engine.textAreaOf(book), redraw: 'missing', panels: [], pages: [], takes: [] });
  const now = app.ports.clock.now();
  return {
    result: { bookKey, panels: work.panels.length, pages: plan.pages.length },
    events: [scriptEvent(book.title, plan)],
    async commit(tx) {
      await storeScript(tx, { comicId, bookKey, book, now });
      await storePlan(tx, { comicId, bookKey, revision: 1, work, now });
    },
  };
}

/** Takes the book as it stands now. What is changed while it is drawn waits for the next update. */
export function planJob(engine: ComicEngine): WorkJob<UpdateInput> {
  return {
    type: 'work', kind: 'comic.plan', input: UpdateInput, failuresMax: FAILURES_MAX,
    async run({ app, task }) {
      const { comicId, redraw } = task.input;
      const { revision, book } = await openForRedraw(app, comicId, redraw);
      const plan = await engine.planPages(book);
      const bookKey: ObjectKey = await putJson(app, { book, plan });
      const work = planWork({ book, plan, factsOf: await engine.factsOf(book), promptFactsOf: await engine.promptFactsOf(book), textAreaOf: await engine.textAreaOf(book), redraw, ...(await listKnown(app.client.db, comicId)), takes: await listKnownTakes(app.client.db, comicId) });
      return {
        result: { bookKey, revision },
        events: [scriptEvent(book.title, plan)],
        commit: (tx) => storePlan(tx, { comicId, bookKey, revision, work, now: app.ports.clock.now() }),
      };
    },
  };
}

/** A panel that is drawn again shows its new take: an older one that was chosen gives way, as a step of the book's history. */
async function openForRedraw(app: App, comicId: string, wish: Redraw): Promise<OpenBook> {
  const open = await openBook(app, app.client.db, comicId);
  if (wish === 'missing') return open;
  const redraw = wish === 'stale' ? await staleAmong(app, comicId, open.book) : wish;
  const panels = (open.book.chapters ?? []).flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels));
  const chosen = panels.filter((panel) => panel.adoptedTakeId !== undefined && !panel.isLocked && redraw.includes(panel.id));
  if (chosen.length === 0) return open;
  const done = await inTransaction(app.client.db, async (tx) => {
    const comic = await lockComic(tx, comicId);
    if (!comic) throw new AppError('not-found');
    return appendEdit(app, tx, comic, { clientId: 'redraw', ops: chosen.map((panel) => ({ op: 'set' as const, kind: 'panel' as const, id: panel.id, field: 'adoptedTakeId', value: null })) });
  });
  return done.open ? keep(comicId, done.open) : openBook(app, app.client.db, comicId);
}

/** Panels whose chosen take tells something else than the book. */
async function staleAmong(app: App, comicId: string, book: Book): Promise<string[]> {
  return (await listStale(app.client.db, comicId, book)).map((panel) => panel.panelId);
}

function scriptEvent(title: string, plan: PagePlan): StreamEvent {
  return { type: 'comic.script', title, panels: plan.pages.reduce((sum, page) => sum + page.panels.length, 0), pages: plan.pages.length };
}

/** A text the writer can not use is the text's fault, told by its typed error; anything else is ours. */
export async function readable<T>(write: () => T | Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^writer\./.test(code)) throw new AppError('comics.writer-failed' satisfies ErrorCode, { detail: code, cause: error });
    throw error;
  }
}

import type { ComicId } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { openStream } from '../../../kernel/events.ts';
import { createEndedTask } from '../../../kernel/tasks/create-task.ts';
import { appendEdit, lockOwn } from '../book/edit-book.ts';
import { keep, openBook, type OpenBook } from '../book/open-book.ts';
import { setBase } from '../book/book-store.ts';
import { putJson } from '../objects.ts';
import { presentSummary } from '../present.ts';
import { findComic, type ComicRow } from '../store.ts';
import { copyComic, emptyTrashOf, setTitle } from './shelf-store.ts';

/** A title is a field of the book where there is one, and comes back with its undo. */
export async function renameComic(ctx: Ctx, comicId: ComicId, title: string) {
  const open = await inTransaction(ctx.app.client.db, async (tx): Promise<OpenBook | undefined> => {
    const comic = await lockOwn(ctx, tx, comicId);
    await audit(tx, ctx, { action: 'comics.rename', subject: comicId });
    if (comic.revision === 0) return void (await setTitle(tx, comicId, title, ctx.app.ports.clock.now()));
    const { book } = await openBook(ctx.app, tx, comicId);
    return (await appendEdit(ctx.app, tx, comic, { clientId: 'rename', ops: [{ op: 'set', kind: 'book', id: book.id, field: 'title', value: title }] })).open;
  });
  if (open) keep(comicId, open);
  return presentSummary((await findComic(ctx.app.client.db, comicId)) as ComicRow);
}

const COPY = { en: (title: string) => `${title} (copy)`, 'zh-CN': (title: string) => `${title}（副本）`, ja: (title: string) => `${title}（コピー）` } as const;

export async function duplicateComic(ctx: Ctx, comicId: ComicId) {
  const { app } = ctx;
  const id = app.ports.ids.next('comic') as ComicId;
  await inTransaction(app.client.db, async (tx) => {
    const comic = await lockOwn(ctx, tx, comicId);
    const { book } = await openBook(app, tx, comicId);
    const title = COPY[ctx.language](book.title).slice(0, 400);
    const now = app.ports.clock.now();
    await openStream(tx, { id, owner: comic.owner });
    // What is being made goes on in the first one alone: an unfinished copy stands still, to be continued.
    const state = (await findComic(tx, comicId))?.state === 'done' ? 'done' : 'cancelled';
    const taskId = await createEndedTask(app, tx, { owner: comic.owner, kind: 'comic.update', stream: id, input: { comicId: id, redraw: 'missing' }, state });
    await copyComic(tx, { from: comicId, to: id, taskId, title, now });
    await setBase(tx, id, { revision: 1, key: await putJson(app, { book: { ...book, title, chapters: withOwnTakes(book.chapters, id) } }) }, 0);
    await audit(tx, ctx, { action: 'comics.duplicate', subject: comicId, data: { copy: id } });
  });
  return presentSummary((await findComic(app.client.db, id)) as ComicRow);
}

type Chapters = OpenBook['book']['chapters'];

/** Chosen takes have other ids in a copy; see `copyComic`. */
function withOwnTakes(chapters: Chapters, copyId: string): Chapters {
  return chapters.map((chapter) => ({ ...chapter, scenes: chapter.scenes.map((scene) => ({ ...scene, panels: scene.panels.map((panel) => (panel.adoptedTakeId === undefined ? panel : { ...panel, adoptedTakeId: `take_${copyId.slice(-13)}${panel.adoptedTakeId.slice(-13)}` })) })) }));
}

export async function emptyTrash(ctx: Ctx) {
  return inTransaction(ctx.app.client.db, async (tx) => {
    const owner = ownerOrNotFound(ctx);
    const removed = await emptyTrashOf(tx, owner);
    await audit(tx, ctx, { action: 'comics.empty-trash', subject: owner, data: { removed } });
    return { removed };
  });
}

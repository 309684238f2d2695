import type { Book } from '@komawari/comic';
import { BundleError, readKoma, type BundleErrorCode } from '@komawari/comic/koma';
import { oneLine, type ComicId, type ErrorCode } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { openStream } from '../../../kernel/events.ts';
import { createTasks } from '../../../kernel/tasks/create-task.ts';
import { storeScript } from '../making/making-store.ts';
import { putJson } from '../objects.ts';
import { presentStarted } from '../present.ts';
import { addComic, findComic, type ComicRow } from '../store.ts';

/** A bundle becomes a comic of its own; its pages are drawn from its book. */
export async function importBundle(ctx: Ctx, bytes: Uint8Array) {
  const { app } = ctx;
  const owner = ownerOrNotFound(ctx);
  const book = readBook(bytes);
  const bookKey = await putJson(app, { book });
  const id = app.ports.ids.next('comic') as ComicId;
  await inTransaction(app.client.db, async (tx) => {
    const now = app.ports.clock.now();
    await openStream(tx, { id, owner });
    const [taskId = ''] = await createTasks(app, tx, [{ kind: 'comic.update', owner, stream: id, input: { comicId: id, redraw: 'missing' } }]);
    await addComic(tx, { id, owner, taskId, title: book.title, text: '', options: {}, isScriptOnly: false, now });
    await storeScript(tx, { comicId: id, bookKey, book, now });
    await audit(tx, ctx, { action: 'comics.import', subject: id, data: { bytes: bytes.byteLength } });
  });
  return presentStarted((await findComic(app.client.db, id)) as ComicRow);
}

function readBook(bytes: Uint8Array): Book {
  try {
    const { book } = readKoma(bytes);
    return { ...book, title: oneLine(book.title) || '…' };
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    throw new AppError(CODES[error.code], { cause: error });
  }
}

const CODES: Readonly<Record<BundleErrorCode, ErrorCode>> = { 'bundle.newer': 'comics.bundle-newer', 'bundle.damaged': 'comics.bundle-damaged', 'bundle.unreadable': 'comics.bundle-unreadable', 'bundle.too-large': 'comics.file-too-large' };

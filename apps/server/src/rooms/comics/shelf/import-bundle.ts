import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { listLines, type Book } from '@komawari/comic';
import { LINE_MAX } from '@komawari/comic/edit';
import { BundleError, readKomaInTurns, type BundleErrorCode, type BundlePicture, type ReadBundle } from '@komawari/comic/koma';
import { oneLine, type ComicId, type ErrorCode, type ObjectKey } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { App } from '../../../kernel/app.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { openStream } from '../../../kernel/events.ts';
import { pictureFormatOf } from '../../../kernel/objects/picture-format.ts';
import { createTasks } from '../../../kernel/tasks/create-task.ts';
import { storeScript } from '../making/making-store.ts';
import { putBytes, putJson } from '../objects.ts';
import { presentStarted } from '../present.ts';
import { addComic, findComic, setMaking, type ComicRow } from '../store.ts';
import { addTakesOf, takesOutOf } from '../takes/bundle-takes.ts';

/** A bundle becomes a comic of its own; its pages are drawn from its book, its pictures decoded like any upload. */
export async function importBundle(ctx: Ctx, bytes: Uint8Array) {
  const { app } = ctx;
  const owner = ownerOrNotFound(ctx);
  const bundle = await told(() => readKomaInTurns(bytes, setImmediate));
  refuseLongLines(bundle.book);
  const uploads = await keepPictures(app, bundle);
  const taken = takesOutOf(() => app.ports.ids.next('take'), { ...bundle.book, title: oneLine(bundle.book.title) || '…' }, (key) => uploads.has(key));
  const bookKey = await putJson(app, { book: taken.book });
  const id = app.ports.ids.next('comic') as ComicId;
  await inTransaction(app.client.db, async (tx) => {
    const now = app.ports.clock.now();
    const taskId = app.ports.ids.next('task');
    await openStream(tx, { id, owner });
    await addComic(tx, { id, owner, taskId, title: taken.book.title, text: '', options: {}, isScriptOnly: false, now });
    await storeScript(tx, { comicId: id, bookKey, book: taken.book, now });
    const takes = await addTakesOf(app, tx, id, taken, uploads);
    const [made = ''] = await createTasks(app, tx, [{ kind: 'comic.update', owner, stream: id, input: { comicId: id, redraw: 'missing', takes } }]);
    await setMaking(tx, id, made, now);
    await audit(tx, ctx, { action: 'comics.import', subject: id, data: { bytes: bytes.byteLength } });
  });
  return presentStarted((await findComic(app.client.db, id)) as ComicRow);
}

/** What no page of ours lets anybody type does not come in by a file either. */
function refuseLongLines(book: Book): void {
  const long = listLines(book).find((line) => Object.values(line.text).some((text) => text.length > LINE_MAX));
  if (long) throw new AppError('comics.edit-too-large', { detail: `line ${long.id}` });
}

/** Only pictures that are what their address says come in. Others are served between one and the next. */
async function keepPictures(app: App, bundle: ReadBundle): Promise<Map<string, ObjectKey>> {
  const kept = new Map<string, ObjectKey>();
  for (const picture of bundle.pictures) {
    await setImmediate();
    const bytes = await told(() => readPicture(picture));
    if (bytes) kept.set(picture.key, await putBytes(app, bytes));
  }
  return kept;
}

/** Undefined for what is no picture, or another one: its beginning tells the most before the rest is unpacked. */
async function readPicture(picture: BundlePicture): Promise<Uint8Array | undefined> {
  if (!pictureFormatOf(picture.head())) return undefined;
  const bytes = await picture.readInTurns(setImmediate);
  return (await addressOf(bytes)) === picture.key ? bytes : undefined;
}

/** Hashed between two turns: some milliseconds. */
const HASH_BYTES = 4 << 20;

async function addressOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += HASH_BYTES) {
    hash.update(bytes.subarray(at, at + HASH_BYTES));
    await setImmediate();
  }
  return hash.digest('hex');
}

async function told<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    throw new AppError(CODES[error.code], { cause: error });
  }
}

const CODES: Readonly<Record<BundleErrorCode, ErrorCode>> = { 'bundle.newer': 'comics.bundle-newer', 'bundle.damaged': 'comics.bundle-damaged', 'bundle.unreadable': 'comics.bundle-unreadable', 'bundle.too-large': 'comics.file-too-large' };

import type { ComicId, MakeOptions } from '@komawari/contract';
import { inTransaction, sqlStateOf } from '../../db/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { ownerOrNotFound } from '../../kernel/access.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { AppError } from '../../kernel/errors.ts';
import { openStream } from '../../kernel/events.ts';
import { createTasks } from '../../kernel/tasks/create-task.ts';
import type { Models } from '../studio/index.ts';
import { mustBeArtist, mustBeWriter } from './models/artist.ts';
import { scriptKind } from './making/parent-jobs.ts';
import { presentStarted } from './present.ts';
import { acceptText, provisionalTitle } from './rules.ts';
import { addComic, findComic, findComicOfKey } from './store.ts';
import type { Tx } from '../../db/client.ts';

export type CreateComicInput = { text: string; options: MakeOptions; scriptOnly?: boolean | undefined; idempotencyKey?: string | undefined };

/** Takes a story and starts making a comic of it: row, stream, task and job in one transaction. */
export async function createComic(ctx: Ctx, models: Models, input: CreateComicInput) {
  const text = acceptText(input.text);
  await mustBeArtist(ctx, models, input.options.artist);
  await mustBeWriter(ctx, models, input.options.writer);
  try {
    return await inTransaction(ctx.app.client.db, (tx) => createOrFind(ctx, tx, { ...input, text }));
  } catch (error) {
    // Two requests with one key at the same moment: the other one won.
    if (sqlStateOf(error) === '23505' && input.idempotencyKey !== undefined) return inTransaction(ctx.app.client.db, (tx) => createOrFind(ctx, tx, { ...input, text }));
    throw error;
  }
}

async function createOrFind(ctx: Ctx, tx: Tx, input: CreateComicInput) {
  const owner = ownerOrNotFound(ctx);
  const { ids, clock } = ctx.app.ports;
  const known = input.idempotencyKey === undefined ? undefined : await findComicOfKey(tx, owner, input.idempotencyKey);
  const id = (known?.comicId ?? ids.next('comic')) as ComicId;
  if (!known) {
    await openStream(tx, { id, owner });
    const [taskId] = await createTasks(ctx.app, tx, [{ kind: input.scriptOnly ? scriptKind(input.options.writer) : 'comic.make', owner, stream: id, input: { comicId: id }, idempotencyKey: input.idempotencyKey }]);
    if (taskId === undefined) throw new Error('comics: the task was not created');
    await addComic(tx, { id, owner, taskId, title: input.options.title ?? provisionalTitle(input.text), text: input.text, options: input.options, isScriptOnly: input.scriptOnly ?? false, now: clock.now() });
    await audit(tx, ctx, { action: 'comics.create', subject: id, data: { characters: input.text.length } });
  }
  const row = await findComic(tx, id);
  if (!row) throw new AppError('request.idempotency-conflict');
  return presentStarted(row);
}

import { API_PREFIX, TAKES_MAX, type BodyOf, type ComicId, type comicDrawingRoutes as routes, type Take, type TakeId, type TaskState, type UiLanguage } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { createTasks } from '../../../kernel/tasks/create-task.ts';
import { pictureFormatOf } from '../../../kernel/objects/picture-format.ts';
import { errorOf } from '../../../kernel/tasks/present-task.ts';
import type { Models } from '../../studio/index.ts';
import { lockOwn } from '../book/edit-book.ts';
import { openBook } from '../book/open-book.ts';
import { getArtist } from '../making/making-store.ts';
import { OWN, STORYBOARD } from '../making/plan-work.ts';
import { artistName, mustBeArtist } from '../models/artist.ts';
import { putBytes } from '../objects.ts';
import { pictureAddress } from '../present.ts';
import { findComic } from '../store.ts';
import { addTake, countTakes, findTake, listShownTakes, listTakes, setTake, type TakeRow } from './take-store.ts';

export async function listOwnTakes(ctx: Ctx, comicId: ComicId, panelId: string | undefined) {
  mustBeAuthor(ctx, await findComic(ctx.app.client.db, comicId));
  const shown = await listShownTakes(ctx.app.client.db, comicId);
  return { items: (await listTakes(ctx.app.client.db, comicId, panelId)).map((take) => presentTake(take, ctx.language, shown.has(take.id))) };
}

/** One more drawing of a panel beside those there are; which one the page shows is the book's to say. */
export async function drawAgain(ctx: Ctx, models: Models, { comicId, panelId }: { comicId: ComicId; panelId: string }, wish: BodyOf<typeof routes.draw>): Promise<Take> {
  mustBeAuthor(ctx, await findComic(ctx.app.client.db, comicId));
  const artist = wish.artist ?? (await getArtist(ctx.app.client.db, comicId));
  const model = await mustBeArtist(ctx, models, artist);
  return addNewTake(ctx, comicId, panelId, { kind: model ? 'comic.model-take' : 'comic.take', units: 1, action: 'comics.draw' }, {
    provider: model?.providerId ?? STORYBOARD, model: model?.model.id ?? '', artist_name: model ? artistName(model) : '', request: wish.request, seed: wish.seed ?? null, parent_id: wish.parentId ?? null, upload_key: null,
  });
}

/** The picture is kept as it came; the worker decodes it, under limits, and the take says how that went. */
export async function takeOwnPicture(ctx: Ctx, comicId: ComicId, panelId: string, bytes: Uint8Array): Promise<Take> {
  mustBeAuthor(ctx, await findComic(ctx.app.client.db, comicId));
  if (!pictureFormatOf(bytes)) throw new AppError('pictures.not-a-picture');
  const uploadKey = await putBytes(ctx.app, bytes);
  return addNewTake(ctx, comicId, panelId, { kind: 'comic.own-take', units: 0, action: 'comics.own-take' }, { provider: OWN, model: '', artist_name: '', request: '', seed: null, parent_id: null, upload_key: uploadKey });
}

type Wanted = Pick<TakeRow, 'provider' | 'model' | 'artist_name' | 'request' | 'seed' | 'parent_id' | 'upload_key'>;

async function addNewTake(ctx: Ctx, comicId: ComicId, panelId: string, task: { kind: string; units: number; action: string }, wanted: Wanted): Promise<Take> {
  const { app } = ctx;
  const { listPanels } = await import('@komawari/comic');
  return inTransaction(app.client.db, async (tx) => {
    const comic = await lockOwn(ctx, tx, comicId);
    const { book } = await openBook(app, tx, comicId);
    if (!listPanels(book).some((panel) => panel.id === panelId)) throw new AppError('not-found');
    if (wanted.parent_id !== null && !(await findTake(tx, comicId, wanted.parent_id))) throw new AppError('not-found');
    if ((await countTakes(tx, comicId, panelId)) >= TAKES_MAX) throw new AppError('comics.too-many-takes');
    const id = app.ports.ids.next('take');
    const [taskId] = await createTasks(app, tx, [{ kind: task.kind, owner: comic.owner, stream: comicId, input: { comicId, panelId, takeId: id }, units: task.units }]);
    await addTake(tx, { id, comic_id: comicId, panel_id: panelId, task_id: taskId ?? null, directions: null, inputs_hash: '', cost: 0, state: 'queued', width: 0, height: 0, drawing_key: null, picture_key: null, picture_type: null, created_at: app.ports.clock.now(), ...wanted });
    await audit(tx, ctx, { action: task.action, subject: comicId, data: { panelId, takeId: id } });
    return presentTake(await getTake(tx, comicId, id), ctx.language);
  });
}

export async function judgeTake(ctx: Ctx, comicId: ComicId, panelId: string, takeId: TakeId, isRejected: boolean): Promise<Take> {
  return inTransaction(ctx.app.client.db, async (tx) => {
    await lockOwn(ctx, tx, comicId);
    const take = await findTake(tx, comicId, takeId);
    if (take?.panel_id !== panelId) throw new AppError('not-found');
    if (!isRejected && take.is_rejected && (await countTakes(tx, comicId, panelId)) >= TAKES_MAX) throw new AppError('comics.too-many-takes');
    await setTake(tx, takeId, { is_rejected: isRejected });
    await audit(tx, ctx, { action: isRejected ? 'comics.reject-take' : 'comics.take-back', subject: comicId, data: { panelId, takeId } });
    return presentTake(await getTake(tx, comicId, takeId), ctx.language);
  });
}

async function getTake(tx: Tx, comicId: string, takeId: string): Promise<TakeRow> {
  const take = await findTake(tx, comicId, takeId);
  if (!take) throw new Error(`comics: take ${takeId} is missing`);
  return take;
}

export function presentTake(row: TakeRow, language: UiLanguage, isShown = false): Take {
  return {
    id: row.id as TakeId, panelId: row.panel_id, state: row.state as TaskState, provider: row.provider, model: row.model, artistName: row.artist_name, prompt: row.prompt, request: row.request, directions: row.directions, seed: row.seed === null ? null : Number(row.seed),
    parentId: row.parent_id as TakeId | null, inputsHash: row.inputs_hash, cost: row.cost, width: row.width, height: row.height, picture: row.picture_key && pictureAddress(row.comic_id, row.picture_key),
    drawing: row.provider === STORYBOARD && row.drawing_key !== null ? `${API_PREFIX}/comics/${row.comic_id}/drawings/${row.drawing_key}` : null, isRejected: row.is_rejected, isShown, error: errorOf(row.error_code, row.error_detail, language), createdAt: row.created_at.toISOString(),
  };
}

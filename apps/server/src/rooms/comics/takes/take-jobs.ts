/** The jobs of single takes: drawn as asked for in words, or a picture of one's own made ready. */
import type { ObjectKey } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import type { WorkJob } from '../../../kernel/tasks/job-registry.ts';
import type { TaskRow } from '../../../kernel/tasks/task.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { openBook } from '../book/open-book.ts';
import type { ComicEngine } from '../engine.ts';
import { FAILURES_MAX, TakeInput } from '../making/inputs.ts';
import { frameSize, hashOf } from '../making/plan-work.ts';
import { getBytes, putBytes, putJson, putText } from '../objects.ts';
import { findTake, listTakes, setTake } from './take-store.ts';

type End = { state: string; code: string | null; detail: string | null };

async function onEnd(tx: Tx, task: TaskRow, end: End): Promise<void> {
  const { takeId } = TakeInput.parse(task.input);
  if (end.state !== 'done') await setTake(tx, takeId, { state: end.state, error_code: end.code, error_detail: end.detail });
}

/** Drawn from the book as it stands, in the frame the panel has now. */
export function takeJob(engine: ComicEngine): WorkJob<TakeInput> {
  return {
    type: 'work', kind: 'comic.take', input: TakeInput, failuresMax: FAILURES_MAX, onEnd,
    async run({ app, task, signal }) {
      const { directedBook, fitDrawing } = await import('@komawari/comic/edit');
      const { comicId, panelId, takeId } = task.input;
      const { book } = await openBook(app, app.client.db, comicId);
      const take = await findTake(app.client.db, comicId, takeId);
      const takes = await listTakes(app.client.db, comicId, panelId);
      // By time: takes of a copied comic have other ids.
      const earlier = takes.slice(0, takes.findIndex((one) => one.id === takeId));
      const parent = takes.find((one) => one.id === take?.parent_id);
      const directions = await engine.readRequest(book, panelId, { request: take?.request ?? '', before: parent?.directions ?? undefined, attempt: earlier.length, ...(take?.seed === null || take === undefined ? {} : { seed: Number(take.seed) }) });
      const plan = await engine.planPages(book);
      const laid = plan.pages.flatMap((page) => page.panels).find((panel) => panel.id === panelId);
      const frame = frameSize(laid);
      signal.throwIfAborted();
      const drawing = fitDrawing(await engine.drawPanelOf(directedBook(book, panelId, directions), plan, panelId), frame, frame, { isMirrored: directions.isMirrored });
      const [drawingKey, pictureKey] = await Promise.all([putJson(app, drawing), putText(app, await engine.panelDocument(book, plan, panelId, drawing))]);
      signal.throwIfAborted();
      return {
        result: { takeId, drawingKey },
        events: [{ type: 'comic.take', panelId, takeId, state: 'done' }],
        commit: async (tx) => setTake(tx, takeId, { state: 'done', ...frame, drawing_key: drawingKey, picture_key: pictureKey, picture_type: 'image/svg+xml', inputs_hash: hashOf((await engine.factsOf(book))(panelId)), directions }),
      };
    },
  };
}

/** Nothing of an upload is shown but what was decoded and written anew. */
export function ownTakeJob(tools: PictureTools): WorkJob<TakeInput> {
  return {
    type: 'work', kind: 'comic.own-take', input: TakeInput, failuresMax: 2, onEnd,
    async run({ app, task, signal }) {
      const { comicId, panelId, takeId } = task.input;
      const take = await findTake(app.client.db, comicId, takeId);
      const picture = await tools.readPicture(await getBytes(app, take?.upload_key as ObjectKey), { longSidePx: 2600 });
      signal.throwIfAborted();
      const pictureKey = await putBytes(app, picture.bytes);
      return {
        result: { takeId, pictureKey },
        events: [{ type: 'comic.take', panelId, takeId, state: 'done' }],
        commit: (tx) => setTake(tx, takeId, { state: 'done', width: picture.width, height: picture.height, picture_key: pictureKey, picture_type: picture.mediaType, upload_key: null }),
      };
    },
  };
}

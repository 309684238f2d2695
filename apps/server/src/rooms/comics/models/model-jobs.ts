/** Panels and takes drawn by a model. They wait for somebody else's answer, so they take no hand from those who draw. */
import type { Book } from '@komawari/comic';
import { ModelAddress, type ObjectKey } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import type { App } from '../../../kernel/app.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Job, WorkJob, WorkRun } from '../../../kernel/tasks/job-registry.ts';
import { TakeInput as TakeTask, PanelInput, type TakeInput } from '../making/inputs.ts';
import { tellProgress } from '../../../kernel/tasks/tell-progress.ts';
import type { Picture } from '../../../ports/image-provider.ts';
import { closeCalls, closeLost } from '../../studio/index.ts';
import { openBook } from '../book/open-book.ts';
import { countFailedPanel, getBookKey, getArtist, getPanelWish, storePanel } from '../making/making-store.ts';
import { fitHashOf, frameSize, STORYBOARD } from '../making/plan-work.ts';
import { getBytes, putJson, putText, scriptShelf } from '../objects.ts';
import { pictureAddress } from '../present.ts';
import { pictureInFrame } from '../takes/shown-takes.ts';
import { addTake, findTake, setTake, type TakeRow } from '../takes/take-store.ts';
import { askForPanel, type AskTools } from './ask-model.ts';

/** A provider that is down is asked again over some ten minutes. */
const FAILURES_MAX = 12;
const SHARE_TOTAL = 1000;

type Hooks = Required<Pick<Job, 'onEnd' | 'onReopen'>>;

/** What was cancelled while it was on its way is over; what is lost stays open until a person decides. */
const hooks = ({ onEnd, onReopen }: Hooks): Hooks => ({
  async onEnd(tx, task, end) {
    if (end.state === 'cancelled') await closeCalls(tx, task.id, end.now);
    await onEnd(tx, task, end);
  },
  async onReopen(tx, task, now) {
    await closeLost(tx, task.id, now);
    await onReopen(tx, task, now);
  },
});

/** The panel of a comic that a model draws. */
export function modelPanelJob(tools: AskTools): WorkJob<PanelInput> {
  const shelf = scriptShelf(2);
  return {
    type: 'work', kind: 'comic.model-panel', lane: 'waiting', input: PanelInput, failuresMax: FAILURES_MAX,
    run: (run) => tools.models.guard(run.app, { taskId: run.task.id, signal: run.signal }, async () => {
      const { app, task, signal } = run;
      const { comicId, panelId } = task.input;
      const { book, plan } = await shelf(app, await getBookKey(app.client.db, comicId));
      const wish = await getPanelWish(app.client.db, comicId, panelId);
      const before = wish?.take_id ? await findTake(app.client.db, comicId, wish.take_id) : undefined;
      const { columns } = await askForPanel(tools, { app, task, signal, book, plan, panelId, artist: await artistOf(app, comicId), request: before?.request ?? '', seed: null, onShare: shareTeller(run) });
      const laid = plan.pages.flatMap((page) => page.panels).find((panel) => panel.id === panelId);
      const [frame, crop] = [frameSize(laid), cropOf(book, panelId)];
      const take: TakeRow = {
        ...columns, id: app.ports.ids.next('take'), comic_id: comicId, panel_id: panelId, task_id: task.id, request: before?.request ?? '', directions: null, parent_id: before?.id ?? null, cost: 0, state: 'done',
        upload_key: null, is_rejected: false, error_code: null, error_detail: null, created_at: app.ports.clock.now(),
      };
      const shown = await pictureInFrame(app, take, frame, crop);
      const [drawingKey, pictureKey] = await Promise.all([putJson(app, shown), putText(app, await tools.engine.panelDocument(book, plan, panelId, shown))]);
      const fitHash = fitHashOf({ take, box: laid?.box ?? {}, frame, crop, textArea: (await tools.engine.textAreaOf(book))(panelId) });
      return {
        result: { takeId: take.id, drawingKey },
        events: [{ type: 'comic.panel', panelId, page: plan.pages.find(({ panels }) => panels.some(({ id }) => id === panelId))?.number ?? 0, picture: pictureAddress(comicId, pictureKey) }],
        async commit(tx) {
          const { is_rejected: _, error_code: __, error_detail: ___, ...row } = take;
          await addTake(tx, row);
          await storePanel(tx, { comicId, panelId, takeId: take.id, fitHash, drawingKey, pictureKey, now: app.ports.clock.now() });
        },
      };
    }),
    ...hooks({
      async onEnd(tx, task, end) {
        if (end.state === 'failed' || end.state === 'refused' || end.state === 'unknown') await countFailedPanel(tx, task.stream, 1);
      },
      async onReopen(tx, task) {
        if (task.state === 'failed' || task.state === 'unknown') await countFailedPanel(tx, task.stream, -1);
      },
    }),
  };
}

/** One more take of a panel, by a model. */
export function modelTakeJob(tools: AskTools): WorkJob<TakeInput> {
  return {
    type: 'work', kind: 'comic.model-take', lane: 'waiting', input: TakeTask, failuresMax: FAILURES_MAX,
    run: (run) => tools.models.guard(run.app, { taskId: run.task.id, signal: run.signal }, async () => {
      const { app, task, signal } = run;
      const { comicId, panelId, takeId } = task.input;
      const { book } = await openBook(app, app.client.db, comicId);
      const take = await findTake(app.client.db, comicId, takeId);
      if (!take) throw new AppError('not-found');
      const parent = take.parent_id === null ? undefined : await findTake(app.client.db, comicId, take.parent_id);
      const { columns } = await askForPanel(tools, {
        app, task, signal, book, plan: await tools.engine.planPages(book), panelId, artist: `${take.provider}/${take.model}`, request: take.request,
        seed: take.seed === null ? null : Number(take.seed), before: await pictureOf(app, parent), onShare: shareTeller(run),
      });
      return { result: { takeId }, events: [{ type: 'comic.take', panelId, takeId, state: 'done' }], commit: (tx) => setTake(tx, takeId, { state: 'done', ...columns }) };
    }),
    ...hooks({
      async onEnd(tx: Tx, task, end) {
        if (end.state !== 'done') await setTake(tx, TakeTask.parse(task.input).takeId, { state: end.state, error_code: end.code, error_detail: end.detail });
      },
      onReopen: (tx, task) => setTake(tx, TakeTask.parse(task.input).takeId, { state: 'queued', error_code: null, error_detail: null }),
    }),
  };
}

/** Throws `studio.no-model` when the comic's artist is none. */
async function artistOf(app: App, comicId: string): Promise<ModelAddress> {
  const artist = ModelAddress.safeParse(await getArtist(app.client.db, comicId));
  if (!artist.success) throw new AppError('studio.no-model');
  return artist.data;
}

/** A storyboard is told by its own guide: only what a model drew or the author gave is worth showing to a model. */
async function pictureOf(app: App, take: TakeRow | undefined): Promise<Picture | undefined> {
  if (!take?.picture_key || take.provider === STORYBOARD) return undefined;
  const bytes = await getBytes(app, take.picture_key as ObjectKey);
  return { bytes, mediaType: take.picture_type === 'image/png' ? 'image/png' : 'image/jpeg' };
}

function shareTeller({ app, task }: WorkRun<unknown>): (share: number) => void {
  const tell = tellProgress(app, task);
  return (share) => tell(Math.round(share * SHARE_TOTAL), SHARE_TOTAL);
}

function cropOf(book: Book, panelId: string) {
  return book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels)).find((panel) => panel.id === panelId)?.crop;
}

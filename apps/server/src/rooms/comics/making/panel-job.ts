/** Draws a panel, or fits the take it shows to a frame that changed. */
import type { Size } from '@komawari/comic/edit';
import type { Crop } from '@komawari/comic';
import type { PanelDrawing } from '@komawari/comic/make';
import type { ObjectKey } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import type { WorkJob, WorkResult } from '../../../kernel/tasks/job-registry.ts';
import type { ComicEngine } from '../engine.ts';
import { getJson, putJson, putText, scriptShelf, type Script } from '../objects.ts';
import { pictureAddress } from '../present.ts';
import { pictureInFrame, sizeOf } from '../takes/shown-takes.ts';
import { drawDirected, drawnColumns, drawToKeep, type Drawn } from '../takes/draw-take.ts';
import { addTake, findTake, setTake, type TakeRow } from '../takes/take-store.ts';
import { FAILURES_MAX, PanelInput } from './inputs.ts';
import { countFailedPanel, getBookKey, getPanelWish, storePanel } from './making-store.ts';
import { fitHashOf, frameSize, STORYBOARD } from './plan-work.ts';

type LaidPanel = Script['plan']['pages'][number]['panels'][number];
type At = { app: App; engine: ComicEngine; script: Script; comicId: string; panelId: string; inputsHash: string; laid: LaidPanel | undefined; frame: Size; crop: Crop | undefined; take: TakeRow | undefined };

export function panelJob(engine: ComicEngine): WorkJob<PanelInput> {
  const shelf = scriptShelf(2);
  return {
    type: 'work', kind: 'comic.panel', input: PanelInput, failuresMax: FAILURES_MAX,
    async run({ app, task, signal }) {
      const { comicId, panelId } = task.input;
      const script = await shelf(app, await getBookKey(app.client.db, comicId));
      const wish = await getPanelWish(app.client.db, comicId, panelId);
      const take = wish?.take_id ? await findTake(app.client.db, comicId, wish.take_id) : undefined;
      const laid = script.plan.pages.flatMap((page) => page.panels).find((panel) => panel.id === panelId);
      const at: At = { app, engine, script, comicId, panelId, inputsHash: wish?.inputs_hash ?? '', laid, frame: frameSize(laid), crop: cropOf(script, panelId), take };
      signal.throwIfAborted();
      return wish?.wish === 'fit' && take ? fitTake(at, take, signal) : drawTake(at, task.id, signal);
    },
    async onEnd(tx, task, end) {
      if (end.state === 'failed' || end.state === 'refused' || end.state === 'unknown') await countFailedPanel(tx, task.stream, 1);
    },
    async onReopen(tx, task) {
      if (task.state === 'failed') await countFailedPanel(tx, task.stream, -1);
    },
  };
}

/** A new take. What the one before it was asked for still holds. */
async function drawTake(at: At, taskId: string, signal: AbortSignal): Promise<WorkResult> {
  const { app, comicId, panelId, take } = at;
  const directions = take?.directions ?? null;
  const { fitDrawing } = await import('@komawari/comic/edit');
  const made = await drawToKeep(at, directions, signal);
  const takeId = app.ports.ids.next('take');
  const shown = await storeShown(at, fitDrawing(made.drawn, at.frame, at.frame, { crop: at.crop }), made);
  const now = app.ports.clock.now();
  const commit: WorkResult['commit'] = async (tx) => {
    await addTake(tx, {
      id: takeId, comic_id: comicId, panel_id: panelId, task_id: taskId, provider: STORYBOARD, model: '', request: take?.request ?? '', directions, seed: null, parent_id: take?.id ?? null,
      cost: 0, state: 'done', ...drawnColumns(at, made, at.inputsHash), created_at: now,
    });
    await storePanel(tx, { comicId, panelId, takeId, fitHash: await fitOf(at, { id: takeId, ...at.frame }), ...shown, now });
  };
  return { result: { takeId, drawingKey: made.drawingKey }, events: [drawnEvent(at, shown.pictureKey)], commit };
}

/** The take in its new frame: drawn anew when it still tells what the book says and may change, else scaled to cover it. */
async function fitTake(at: At, take: TakeRow, signal: AbortSignal): Promise<WorkResult> {
  const { app, comicId, panelId } = at;
  if (take.provider === STORYBOARD && take.drawing_key === null) return drawWaiting(at, take, signal);
  const fitted = await fittedDrawing(at, take);
  signal.throwIfAborted();
  const shown = await storeShown(at, fitted, undefined);
  const now = app.ports.clock.now();
  return {
    result: { takeId: take.id, drawingKey: shown.drawingKey }, events: [drawnEvent(at, shown.pictureKey)],
    commit: async (tx) => storePanel(tx, { comicId, panelId, takeId: take.id, fitHash: await fitOf(at, take), ...shown, now }),
  };
}

/** A take that came with a bundle and was never drawn here: it gets its picture with its page. */
async function drawWaiting(at: At, take: TakeRow, signal: AbortSignal): Promise<WorkResult> {
  const { app, comicId, panelId } = at;
  const { fitDrawing } = await import('@komawari/comic/edit');
  const made = await drawToKeep(at, take.directions, signal);
  const shown = await storeShown(at, fitDrawing(made.drawn, at.frame, at.frame, { crop: at.crop }), made);
  const now = app.ports.clock.now();
  return {
    result: { takeId: take.id, drawingKey: made.drawingKey }, events: [drawnEvent(at, shown.pictureKey)],
    async commit(tx) {
      await setTake(tx, take.id, drawnColumns(at, made, at.inputsHash));
      await storePanel(tx, { comicId, panelId, takeId: take.id, fitHash: await fitOf(at, { id: take.id, ...at.frame }), ...shown, now });
    },
  };
}

async function fittedDrawing(at: At, take: TakeRow): Promise<PanelDrawing> {
  if (take.provider !== STORYBOARD) return pictureInFrame(at.app, take, at.frame, at.crop);
  const { fitDrawing } = await import('@komawari/comic/edit');
  const own = sizeOf(take);
  const isOpen = take.inputs_hash === at.inputsHash && !at.script.book.chapters?.some((chapter) => chapter.scenes.some((scene) => scene.panels.some((panel) => panel.id === at.panelId && panel.isLocked)));
  const isReframed = own.width !== at.frame.width || own.height !== at.frame.height;
  if (isOpen && isReframed) return fitDrawing(await drawDirected(at, take.directions), at.frame, at.frame, { crop: at.crop });
  return fitDrawing(await getJson<PanelDrawing>(at.app, take.drawing_key as ObjectKey), own, at.frame, { crop: at.crop });
}

/** The take's own objects serve when nothing was fitted. */
async function storeShown(at: At, shown: PanelDrawing, made: Drawn | undefined): Promise<{ drawingKey: ObjectKey; pictureKey: ObjectKey }> {
  if (made && shown === made.drawn) return { drawingKey: made.drawingKey, pictureKey: made.pictureKey };
  const document = await at.engine.panelDocument(at.script.book, at.script.plan, at.panelId, shown);
  const [drawingKey, pictureKey] = await Promise.all([putJson(at.app, shown), putText(at.app, document)]);
  return { drawingKey, pictureKey };
}

function drawnEvent(at: At, pictureKey: string) {
  const page = at.script.plan.pages.find(({ panels }) => panels.some((panel) => panel.id === at.panelId))?.number ?? 0;
  return { type: 'comic.panel' as const, panelId: at.panelId, page, picture: pictureAddress(at.comicId, pictureKey) };
}

/** The same as the plan found: equal hashes say that nothing is left to do. */
async function fitOf(at: At, take: { id: string; width: number; height: number }): Promise<string> {
  return fitHashOf({ take, box: at.laid?.box ?? {}, frame: at.frame, crop: at.crop, textArea: (await at.engine.textAreaOf(at.script.book))(at.panelId) });
}

function cropOf({ book }: Script, panelId: string): Crop | undefined {
  return book.chapters?.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels)).find((panel) => panel.id === panelId)?.crop;
}

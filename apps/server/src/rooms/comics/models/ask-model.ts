/** Asks a model for the picture of a panel: with the storyboard as a guide and the people alone, where it takes pictures. */
import type { PanelDrawing, PagePlan, PromptInput } from '@komawari/comic/make';
import type { Guide } from '@komawari/comic/edit';
import type { Book } from '@komawari/comic';
import { modelOfAddress, type ImageModel, type ModelAddress, type ObjectKey, type PictureInput as InputLimits } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import { AppError } from '../../../kernel/errors.ts';
import { noteInLine } from '../../../kernel/tasks/store.ts';
import type { ImageRequest, Picture } from '../../../ports/image-provider.ts';
import type { PictureTools, ReadPicture } from '../../../ports/picture-tools.ts';
import type { RasterTools } from '../../../ports/raster-tools.ts';
import type { LinePlace, Models } from '../../studio/index.ts';
import type { ComicEngine } from '../engine.ts';
import { getBytes, putBytes, putJson } from '../objects.ts';
import { frameSize, hashOf } from '../making/plan-work.ts';
import { artistName } from './artist.ts';
import { chooseSize } from './choose-size.ts';

export type AskTools = { engine: ComicEngine; models: Models; pictures: PictureTools; raster: RasterTools };

export type PanelOrder = {
  app: App;
  task: { id: string; epoch: number; owner: string; priority: number };
  signal: AbortSignal;
  book: Book; plan: PagePlan; panelId: string;
  artist: ModelAddress;
  /** What the author asks, in words. */
  request: string;
  seed: number | null;
  /** The picture that this one starts from. */
  before?: Picture | undefined;
  onShare?(share: number): void;
};

/** What a take's row says of the picture. */
export type AskedPicture = {
  columns: { provider: string; model: string; artist_name: string; prompt: string; seed: number | null; width: number; height: number; picture_key: ObjectKey; picture_type: ReadPicture['mediaType']; drawing_key: ObjectKey | null; inputs_hash: string };
};

/** So that a page printed large is sharp. */
const LONG_SIDE_PX = 2600;
/** What models look at is small. */
const INPUT_PX = 1024;

/** Throws `studio.no-model`, and what `draw` throws. */
export async function askForPanel(tools: AskTools, order: PanelOrder): Promise<AskedPicture> {
  const { app, book, panelId } = order;
  const ready = await tools.models.findImageModel(app, modelOfAddress(order.artist));
  if (!ready) throw new AppError('studio.no-model');
  const { model } = ready;
  const laid = order.plan.pages.flatMap((page) => page.panels).find((panel) => panel.id === panelId);
  const frame = frameSize(laid);
  const way = wayOf(model);
  // A hundred panels wait at once: each is drawn as a guide and told in words when its turn has come.
  const showOnce = once(async () => {
    const inputs = way === 'references' ? await listInputs(tools, order, model.references) : [];
    const told = await tools.engine.promptOf(book, panelId, { request: order.request, inputs, charactersMax: model.promptMax });
    return { ...told, inputs, drawing: way === 'words' ? undefined : await tools.engine.drawPanelOf(book, order.plan, panelId) };
  });
  const size = chooseSize(model.sizes, frame);
  const seed = model.seedMax === undefined ? null : (order.seed ?? seedOf(order.task.id)) % (model.seedMax + 1);
  const drawn = await tools.models.draw(app, {
    taskId: order.task.id, epoch: order.task.epoch, models: [ready], signal: order.signal, line: lineOf(order),
    onProgress: ({ share }) => { if (share !== undefined) order.onShare?.(share); },
    async requestFor(): Promise<ImageRequest> {
      const { text, negative, inputs, drawing } = await showOnce();
      return {
        model, prompt: text, count: 1, settings: {}, ...(way === 'over' ? await drawnOver(tools, order, drawing, model) : { ability: 'generate' }),
        size: size.kind === 'pixels' ? { width: size.width, height: size.height } : { ratio: size.ratio, ...(size.resolution ? { resolution: size.resolution } : {}) },
        ...(model.negativePromptMax === undefined ? {} : { negativePrompt: negative.slice(0, model.negativePromptMax) }), ...(seed === null ? {} : { seed }),
        references: await Promise.all(inputs.map((input) => pictureOf(tools, order, input, drawing))),
      };
    },
  });
  const [made] = drawn.pictures;
  if (!made) throw new AppError('studio.empty-answer');
  // Nothing is shown but what was decoded and written anew.
  const picture = await tools.pictures.readPicture(await getBytes(app, made.key), { longSidePx: LONG_SIDE_PX });
  order.signal.throwIfAborted();
  const { text, inputs, drawing } = await showOnce();
  const guide: Guide | undefined = drawing && (way === 'over' ? !order.before : inputs.some(({ kind }) => kind === 'layout')) ? { frame, people: drawing.people } : undefined;
  const [pictureKey, guideKey] = await Promise.all([putBytes(app, picture.bytes), guide ? putJson(app, guide) : null]);
  return {
    columns: {
      provider: ready.providerId, model: model.id, artist_name: artistName(ready), prompt: text, seed: made.seed ?? seed, width: picture.width, height: picture.height,
      picture_key: pictureKey, picture_type: picture.mediaType, drawing_key: guideKey, inputs_hash: hashOf((await tools.engine.promptFactsOf(book))(panelId)),
    },
  };
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => (made ??= make());
}

/** Its place before the provider, in the order of the book. Nobody calls it back; while it waits, a death of the process is not its fault. */
function lineOf({ app: { client: { db } }, task }: PanelOrder): LinePlace {
  const note = (isInLine: boolean) => () => noteInLine(db, task, isInLine);
  return { owner: task.owner, rank: task.priority, recall: new AbortController().signal, onComing: note(true), onTurn: note(false), onFollow: note(false) };
}

/** How far the storyboard gives way: it is there to say who stands where. */
const OVER_STRENGTH = 0.75;

/**
 * How a model is shown the storyboard: who edits by words can look at pictures beside them; who only varies draws over it;
 * the others are told in words alone.
 */
function wayOf({ abilities, references }: ImageModel): 'references' | 'over' | 'words' {
  if (references && abilities.includes('edit')) return 'references';
  return references && abilities.includes('vary') ? 'over' : 'words';
}

async function drawnOver(tools: AskTools, order: PanelOrder, drawing: PanelDrawing | undefined, { strength }: ImageModel): Promise<Pick<ImageRequest, 'ability' | 'source' | 'strength'>> {
  const source = await pictureOf(tools, order, { kind: order.before ? 'before' : 'layout' }, drawing);
  return { ability: 'vary', source, ...(strength ? { strength: Math.min(Math.max(OVER_STRENGTH, strength.min), strength.max) } : {}) };
}

/** As many as the model takes: the storyboard, what this one starts from, and the people, the nearest first. */
async function listInputs(tools: AskTools, { book, panelId, before }: PanelOrder, limits: InputLimits | undefined): Promise<PromptInput[]> {
  if (!limits) return [];
  const people = await tools.engine.peopleToShow(book, panelId);
  const wanted: PromptInput[] = [...(before ? [{ kind: 'before' as const }] : []), { kind: 'layout' }, ...people.map((personId) => ({ kind: 'sheet' as const, personId }))];
  return wanted.slice(0, limits.countMax);
}

async function pictureOf({ engine, raster }: AskTools, { book, plan, panelId, before }: PanelOrder, input: PromptInput, drawing: PanelDrawing | undefined): Promise<Picture> {
  if (input.kind === 'before' && before) return before;
  const document = input.kind === 'sheet' || !drawing ? await engine.personSheet(book, panelId, input.kind === 'sheet' ? input.personId : '') : await engine.panelDocument(book, plan, panelId, drawing);
  return { bytes: await raster.encodePng(await raster.rasterise(document, { width: INPUT_PX, isColour: book.style.palette !== 'black-and-white' })), mediaType: 'image/png' };
}

/** The same for every attempt of a task. From 1, since some models take 0 for none. */
function seedOf(taskId: string): number {
  return 1 + (Number.parseInt(hashOf(taskId).slice(0, 8), 16) % (2 ** 31 - 2));
}

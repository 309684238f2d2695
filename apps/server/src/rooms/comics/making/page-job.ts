/** Composes and letters a page, in the book's own language or another it can be read in. */
import type { Book, FinishedPage, PanelDrawing } from '@komawari/comic/make';
import type { ObjectKey } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import type { WorkJob } from '../../../kernel/tasks/job-registry.ts';
import type { RasterTools } from '../../../ports/raster-tools.ts';
import type { ComicEngine } from '../engine.ts';
import { getJson, putBytes, putJson, putText, scriptShelf } from '../objects.ts';
import { pictureAddress } from '../present.ts';
import { FAILURES_MAX, PageInput } from './inputs.ts';
import { getBookKey, listDrawingKeys, storePage } from './making-store.ts';

const PREVIEW_WIDTH = 1000;

export type StoredPage = { page: FinishedPage; credits: string[] };

export function pageJob(engine: ComicEngine, tools: RasterTools): WorkJob<PageInput> {
  const shelf = scriptShelf(2);
  return {
    type: 'work', kind: 'comic.page', input: PageInput, failuresMax: FAILURES_MAX,
    async run({ app, task, signal }) {
      const { comicId, page: number, language } = task.input;
      const script = await shelf(app, await getBookKey(app.client.db, comicId));
      const { plan } = script;
      const book = language === '' ? script.book : await engine.inLanguage(script.book, language);
      const drawings = await loadDrawings(app, comicId, number);
      const page = await engine.finishPage(book, plan, number, drawings);
      signal.throwIfAborted();
      const document = await engine.pageDocument(page);
      const credits = [...new Set([...drawings.values()].flatMap((drawing) => drawing.credits))];
      const hasPictures = [...drawings.values()].some((drawing) => drawing.svg.includes('<image '));
      const [previewKey, pictureKey, pageKey] = await Promise.all([putPreview(app, tools, document, book, hasPictures), putText(app, document), putJson(app, { page, credits } satisfies StoredPage)]);
      const { width, height, panels } = sizeOf(page);
      return {
        result: { pageKey },
        events: language === '' ? [{ type: 'comic.page', page: number, picture: pictureAddress(comicId, pictureKey), preview: pictureAddress(comicId, previewKey) }] : [],
        commit: (tx) => storePage(tx, { comicId, number, language, pageKey, pictureKey, previewKey, width, height, frames: panels, alternative: page.alternative, problems: page.lettered.problems, now: app.ports.clock.now() }),
      };
    },
  };
}

function sizeOf({ laid }: FinishedPage): { width: number; height: number; panels: object[] } {
  return { width: Math.round(laid?.width ?? 0), height: Math.round(laid?.height ?? 0), panels: (laid?.panels ?? []).map((panel) => ({ id: panel.id, ...panel.box })) };
}

/** What the reader sees while the drawing itself is on its way; grey where the book is. */
async function putPreview(app: App, tools: RasterTools, document: string, book: Book, hasPictures: boolean): Promise<ObjectKey> {
  const raster = await tools.rasterise(document, { width: PREVIEW_WIDTH, isColour: hasPictures || book.style?.palette !== 'black-and-white' });
  return putBytes(app, await tools.encodePng(raster));
}

async function loadDrawings(app: App, comicId: string, page: number): Promise<Map<string, PanelDrawing>> {
  const keys = await listDrawingKeys(app.client.db, comicId, page);
  return new Map(await Promise.all(keys.map(async ({ panelId, key }) => [panelId, await getJson<PanelDrawing>(app, key as ObjectKey)] as const)));
}

/** The jobs that make a comic: script, then every panel, then every page, then files on request. */
import type { Book, FinishedPage, PagePlan, PanelDrawing } from '@komawari/comic/make';
import { ExportFormat, oneLine, type ErrorCode, type MakeOptions, type ObjectKey } from '@komawari/contract';
import { z } from 'zod';
import type { App } from '../../kernel/app.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ParentJob, WorkJob } from '../../kernel/tasks/job-registry.ts';
import type { ComicEngine } from './engine.ts';
import type { RasterTools } from '../../ports/raster-tools.ts';
import { countFailedPanel, getBookKey, getStory, listDrawingKeys, listPageKeys, listParts, setComicState, storeFiles, storePage, storePanel, storeScript } from './making-store.ts';
import { pictureAddress } from './present.ts';
import { getJson, putBytes, putJson, putText, scriptShelf } from './shelf.ts';

const FAILURES_MAX = 4;
const PREVIEW_WIDTH = 1000;
const ComicInput = z.object({ comicId: z.string() });
const PanelInput = ComicInput.extend({ panelId: z.string() });
const PageInput = ComicInput.extend({ page: z.int() });
const ExportInput = ComicInput.extend({ format: ExportFormat, dpi: z.int() });
type StoredPage = { page: FinishedPage; credits: string[] };

/** The parent: ends `done` only when script, all panels and all pages are. */
export const makeJob: ParentJob<z.infer<typeof ComicInput>> = {
  type: 'parent', kind: 'comic.make', input: ComicInput,
  async advance({ tx, input, children }) {
    const { comicId } = input;
    const script = children.find((child) => child.key === 'script');
    if (!script) return [{ kind: 'comic.script', key: 'script', input: { comicId } }];
    if (script.state !== 'done') return [];
    const { panelIds, drawnPages } = await listParts(tx, comicId);
    return [
      ...drawnPages.map((page) => ({ kind: 'comic.page', key: `page:${page}`, input: { comicId, page } })),
      ...panelIds.map((panelId) => ({ kind: 'comic.panel', key: `panel:${panelId}`, input: { comicId, panelId }, units: 1 })),
    ];
  },
  onEnd: (tx, task, end) => setComicState(tx, task.stream, end),
  onReopen: (tx, task, now) => setComicState(tx, task.stream, { state: 'running', code: null, detail: null, now }),
};

export function scriptJob(engine: ComicEngine): WorkJob<z.infer<typeof ComicInput>> {
  return {
    type: 'work', kind: 'comic.script', input: ComicInput, failuresMax: FAILURES_MAX,
    async run({ app, task }) {
      const { comicId } = task.input;
      const story = await getStory(app.client.db, comicId);
      const { book, plan } = await writeScript(engine, story.text, story.options as MakeOptions);
      const title = oneLine(book.title) || '…';
      const bookKey = await putJson(app, { book, plan });
      const panels = plan.pages.flatMap((page) => page.panels.map((panel) => ({ id: panel.id, page: page.number })));
      return {
        result: { bookKey, panels: panels.length, pages: plan.pages.length },
        events: [{ type: 'comic.script', title, panels: panels.length, pages: plan.pages.length }],
        commit: (tx) => storeScript(tx, { comicId, bookKey, book: { ...book, title }, panels, pages: plan.pages.map((page) => page.number), now: app.ports.clock.now() }),
      };
    },
  };
}

/** A text the writer can not use is the text's fault, told by its typed error; anything else is ours. */
async function writeScript(engine: ComicEngine, text: string, options: MakeOptions): Promise<{ book: Book; plan: PagePlan }> {
  try {
    const book = await engine.scriptBook(text, options);
    return { book, plan: await engine.planPages(book) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^writer\./.test(code)) throw new AppError('comics.writer-failed' satisfies ErrorCode, { detail: code, cause: error });
    throw error;
  }
}

export function panelJob(engine: ComicEngine): WorkJob<z.infer<typeof PanelInput>> {
  const shelf = scriptShelf(2);
  return {
    type: 'work', kind: 'comic.panel', input: PanelInput, failuresMax: FAILURES_MAX,
    async run({ app, task, signal }) {
      const { comicId, panelId } = task.input;
      const { book, plan } = await shelf(app, await getBookKey(app.client.db, comicId));
      signal.throwIfAborted();
      const drawing = await engine.drawPanelOf(book, plan, panelId);
      signal.throwIfAborted();
      const [pictureKey, drawingKey] = await Promise.all([putText(app, await engine.panelDocument(book, plan, panelId, drawing)), putJson(app, drawing)]);
      const page = plan.pages.find(({ panels }) => panels.some((panel) => panel.id === panelId))?.number ?? 0;
      return {
        result: { drawingKey },
        events: [{ type: 'comic.panel', panelId, page, picture: pictureAddress(comicId, pictureKey) }],
        commit: (tx) => storePanel(tx, { comicId, panelId, drawingKey, pictureKey, now: app.ports.clock.now() }),
      };
    },
    async onEnd(tx, task, end) {
      if (end.state === 'failed' || end.state === 'refused' || end.state === 'unknown') await countFailedPanel(tx, task.stream, 1);
    },
    async onReopen(tx, task) {
      if (task.state === 'failed') await countFailedPanel(tx, task.stream, -1);
    },
  };
}

export function pageJob(engine: ComicEngine, tools: RasterTools): WorkJob<z.infer<typeof PageInput>> {
  const shelf = scriptShelf(2);
  return {
    type: 'work', kind: 'comic.page', input: PageInput, failuresMax: FAILURES_MAX,
    async run({ app, task, signal }) {
      const { comicId, page: number } = task.input;
      const { book, plan } = await shelf(app, await getBookKey(app.client.db, comicId));
      const drawings = await loadDrawings(app, comicId, number);
      const page = await engine.finishPage(book, plan, number, drawings);
      signal.throwIfAborted();
      const document = await engine.pageDocument(page);
      const credits = [...new Set([...drawings.values()].flatMap((drawing) => drawing.credits))];
      const [previewKey, pictureKey, pageKey] = await Promise.all([putPreview(app, tools, document, book), putText(app, document), putJson(app, { page, credits } satisfies StoredPage)]);
      return {
        result: { pageKey },
        events: [{ type: 'comic.page', page: number, picture: pictureAddress(comicId, pictureKey), preview: pictureAddress(comicId, previewKey) }],
        commit: (tx) => storePage(tx, { comicId, number, pageKey, pictureKey, previewKey, alternative: page.alternative, problems: page.lettered.problems, now: app.ports.clock.now() }),
      };
    },
  };
}

/** What the reader sees while the drawing itself is on its way; grey where the book is. */
async function putPreview(app: App, tools: RasterTools, document: string, book: Book): Promise<ObjectKey> {
  const raster = await tools.rasterise(document, { width: PREVIEW_WIDTH, isColour: book.style?.palette !== 'black-and-white' });
  return putBytes(app, await tools.encodePng(raster));
}

async function loadDrawings(app: App, comicId: string, page: number): Promise<Map<string, PanelDrawing>> {
  const keys = await listDrawingKeys(app.client.db, comicId, page);
  return new Map(await Promise.all(keys.map(async ({ panelId, key }) => [panelId, await getJson<PanelDrawing>(app, key as ObjectKey)] as const)));
}

export function exportJob(engine: ComicEngine, tools: RasterTools): WorkJob<z.infer<typeof ExportInput>> {
  return {
    type: 'work', kind: 'comic.export', input: ExportInput, failuresMax: FAILURES_MAX,
    async run({ app, task, signal }) {
      const { comicId, format, dpi } = task.input;
      const { book } = await getJson<{ book: Book }>(app, (await getBookKey(app.client.db, comicId)) as ObjectKey);
      const stored = await Promise.all((await listPageKeys(app.client.db, comicId)).map((key) => getJson<StoredPage>(app, key as ObjectKey)));
      signal.throwIfAborted();
      const pages = stored.map(({ page }) => page);
      const finished = { book, pages, problems: pages.flatMap((page) => page.lettered.problems), credits: [...new Set(stored.flatMap(({ credits }) => credits))] };
      const made = await engine.exportBook(format, finished, { ...tools, now: app.ports.clock.now() }, { dpi });
      signal.throwIfAborted();
      const now = app.ports.clock.now();
      const files = await Promise.all(made.map(async (file) => ({
        id: app.ports.ids.next('file'), taskId: task.id, format, name: file.name, mediaType: file.mediaType, sizeBytes: file.bytes.byteLength, objectKey: await putBytes(app, file.bytes), now,
      })));
      return {
        result: { files: files.map((file) => file.id) },
        events: [{ type: 'comic.files', format, files: files.map((file) => file.id) }],
        commit: (tx) => storeFiles(tx, comicId, files),
      };
    },
  };
}

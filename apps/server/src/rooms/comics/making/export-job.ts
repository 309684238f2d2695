/** Writes the finished pages of a comic to files of one format and language. */
import type { Book, ExportOptions, FinishedBook } from '@komawari/comic/make';
import type { ObjectKey } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import type { WorkJob } from '../../../kernel/tasks/job-registry.ts';
import type { RasterTools } from '../../../ports/raster-tools.ts';
import type { TeaserEncoder } from '../../../ports/teaser-encoder.ts';
import { openBook } from '../book/open-book.ts';
import type { ComicEngine } from '../engine.ts';
import { getJson, putBytes } from '../objects.ts';
import { markedName, markOf } from './export-choices.ts';
import { ExportInput, FAILURES_MAX } from './inputs.ts';
import { getBuilt, listPageKeys, storeFiles } from './making-store.ts';
import { tellProgress } from '../../../kernel/tasks/tell-progress.ts';
import { bookWithTakes } from '../takes/bundle-takes.ts';
import { shownTakes } from '../takes/shown-takes.ts';
import type { StoredPage } from './page-job.ts';

export function exportJob(engine: ComicEngine, tools: RasterTools & TeaserEncoder): WorkJob<ExportInput> {
  return {
    type: 'work', kind: 'comic.export', input: ExportInput, failuresMax: FAILURES_MAX,
    async run({ app, task, signal }) {
      const { comicId, format, dpi, slices, ...choices } = task.input;
      const language = format === 'koma' ? '' : task.input.language;
      const built = format === 'koma' ? await bundled(app, comicId) : await finishedIn(app, engine, comicId, language);
      const { own, finished } = built;
      signal.throwIfAborted();
      const made = await engine.exportBook(format, finished, { ...tools, now: app.ports.clock.now(), findPicture: (key) => app.ports.objects.find(key as ObjectKey), ...(format === 'webtoon' && own.chapters ? { drawingFor: await shownTakes(app, comicId, own) } : {}) }, { ...choices, dpi, ...(await sizeOf(slices)), onProgress: tellProgress(app, task) });
      signal.throwIfAborted();
      const now = app.ports.clock.now();
      const mark = `${language === '' ? '' : `-${language}`}${markOf(task.input)}`;
      const files = await Promise.all(made.map(async (file) => ({
        id: app.ports.ids.next('file'), taskId: task.id, format, name: markedName(file.name, mark), mediaType: file.mediaType, sizeBytes: file.bytes.byteLength, objectKey: await putBytes(app, file.bytes),
        language: language === '' ? null : language, revision: built.revision, takesMark: built.takesMark, now,
      })));
      return {
        result: { files: files.map((file) => file.id) },
        events: [{ type: 'comic.files', format, files: files.map((file) => file.id) }],
        commit: (tx) => storeFiles(tx, comicId, files),
      };
    },
  };
}

/** `takesMark`: which takes a bundle holds. */
type Finished = { own: Book; finished: FinishedBook; revision: number; takesMark: string | null };

/** The pages as they were composed, in one of the book's languages. */
async function finishedIn(app: App, engine: ComicEngine, comicId: string, language: string): Promise<Finished> {
  const built = await getBuilt(app.client.db, comicId);
  const { book: own } = await getJson<{ book: Book }>(app, built.bookKey as ObjectKey);
  const book = language === '' ? own : await engine.inLanguage(own, language);
  const stored = await storedPages(app, comicId, language);
  const pages = stored.map(({ page }) => page);
  return { own, revision: built.revision, takesMark: null, finished: { book, pages, problems: pages.flatMap((page) => page.lettered.problems), credits: [...new Set(stored.flatMap(({ credits }) => credits))] } };
}

/** The book as it stands now, with its takes; a bundle holds no pages. */
async function bundled(app: App, comicId: string): Promise<Finished> {
  const { book, revision } = await openBook(app, app.client.db, comicId);
  const { book: own, mark } = await bookWithTakes(app.client.db, comicId, book);
  const credits = [...new Set((await storedPages(app, comicId, '')).flatMap((stored) => stored.credits))];
  return { own, revision, takesMark: mark, finished: { book: own, pages: [], problems: [], credits } };
}

async function storedPages(app: App, comicId: string, language: string): Promise<StoredPage[]> {
  const keys = (await listPageKeys(app.client.db, comicId, language)).filter((key) => key !== '');
  return Promise.all(keys.map((key) => getJson<StoredPage>(app, key as ObjectKey)));
}

async function sizeOf(slices: ExportInput['slices']): Promise<Pick<ExportOptions, 'slices'>> {
  if (slices === undefined) return {};
  const { WEBTOON_PRESETS } = await import('@komawari/comic/make');
  return { slices: WEBTOON_PRESETS[slices] };
}

/** Makes a comic in this process: no database, no server. */
import { drawnPages } from './drawn-pages.ts';
import { exportBook, pagePictures, pictureKinds, type Book, type ExportedFile, type FinishedBook, type PagePlan } from '@komawari/comic/make';
import { rasteriseTools } from '../../adapters/rasterise/rasterise-tools.ts';
import { loadStoryboardEngine, packageFontsOf } from '../../rooms/comics/index.ts';
import type { MakeCommand } from './parse-make.ts';

export type Made = { book: Book; plan: PagePlan; finished: FinishedBook; files: { format: string; file: ExportedFile }[] };
export type Step = (step: 'draw' | 'write', done: number, total: number) => void;

/**
 * Pages are drawn one after the other on this thread while those before them are rasterised and encoded on
 * the thread pool; every format takes the same pictures.
 */
export async function makeAlone(text: string, command: MakeCommand, onStep: Step): Promise<Made> {
  const engine = await loadStoryboardEngine();
  const book = engine.scriptBook(text, { ...command.options, preset: command.options.style });
  const plan = engine.planPages(book);
  const fonts = await packageFontsOf(book);
  const tools = { ...rasteriseTools, fonts, now: new Date() };
  const finished: FinishedBook = { book, pages: [], problems: [], credits: [] };
  const kinds = pictureKinds(command.formats);
  const pictures = pagePictures(finished, tools, command.dpi, kinds);
  const inFlight = new Set<Promise<unknown>>();
  for await (const page of drawnPages(engine, book, plan, finished, (done, total) => onStep('draw', done, total))) {
    if (kinds.length === 0) {
      page.art = '';
      continue;
    }
    // Once a page is a picture its drawing is not needed again: a megabyte a page, far more than the files.
    const work = pictures(page, kinds[0]!).then(() => (page.art = '')).finally(() => inFlight.delete(work));
    // Awaited below; a failure before that must not count as unhandled.
    work.catch(() => undefined);
    inFlight.add(work);
    if (inFlight.size > command.parallel) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
  const files: Made['files'] = [];
  for (const [i, format] of command.formats.entries()) {
    onStep('write', i, command.formats.length);
    // A strip is laid out and drawn anew; its pages are other ones.
    const made = format === 'webtoon' ? await engine.exportBook(format, finished, tools, { dpi: command.dpi }) : await exportBook(format, finished, tools, { dpi: command.dpi, pictures });
    files.push(...made.map((file) => ({ format, file })));
  }
  onStep('write', command.formats.length, command.formats.length);
  return { book, plan, finished, files };
}

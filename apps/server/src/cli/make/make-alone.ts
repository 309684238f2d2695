/** Makes a comic in this process: no database, no server. */
import { drawnPages } from './drawn-pages.ts';
import { exportBook, pagePictures, pictureKinds, psdZipName, streamPsd, type Book, type ExportFormat, type FinishedBook, type PagePlan } from '@komawari/comic/make';
import { ffmpegTeaserEncoder } from '../../adapters/teaser/ffmpeg/ffmpeg-teaser-encoder.ts';
import { rasteriseTools } from '../../adapters/rasterise/rasterise-tools.ts';
import { loadStoryboardEngine, packageFontsOf } from '../../rooms/comics/index.ts';
import type { MakeCommand } from './parse-make.ts';

export type Made = { book: Book; plan: PagePlan; finished: FinishedBook; files: AloneFile[] };
/** What is larger than a machine's memory comes in pieces, made as they are written. */
export type AloneFile = { format: ExportFormat; name: string; content: Uint8Array | AsyncIterable<Uint8Array> };
export type Step = (step: 'draw' | 'write', done: number, total: number) => void;

/** Formats that take drawings apart again; for all others a page's drawing goes as soon as it is a picture. */
const FROM_ART = new Set<ExportFormat>(['psd', 'mp4', 'gif']);

/**
 * Pages are drawn one after the other on this thread while those before them are rasterised and encoded on
 * the thread pool; every format takes the same pictures.
 */
export async function makeAlone(text: string, command: MakeCommand, onStep: Step): Promise<Made> {
  const engine = await loadStoryboardEngine();
  const book = engine.scriptBook(text, { ...command.options, preset: command.options.style });
  const plan = engine.planPages(book);
  const fonts = await packageFontsOf(book);
  const tools = { ...rasteriseTools, ...ffmpegTeaserEncoder(), fonts, now: new Date() };
  const keepsArt = command.formats.some((format) => FROM_ART.has(format));
  const finished: FinishedBook = { book, pages: [], problems: [], credits: [] };
  const kinds = pictureKinds(command.formats);
  const pictures = pagePictures(finished, tools, command.dpi, kinds);
  const inFlight = new Set<Promise<unknown>>();
  for await (const page of drawnPages(engine, book, plan, finished, (done, total) => onStep('draw', done, total))) {
    if (kinds.length === 0) {
      if (!keepsArt) page.art = '';
      continue;
    }
    // Once a page is a picture its drawing is not needed again: a megabyte a page, far more than the files.
    const work = pictures(page, kinds[0]!)
      .then(() => {
        if (!keepsArt) page.art = '';
      })
      .finally(() => inFlight.delete(work));
    // Awaited below; a failure before that must not count as unhandled.
    work.catch(() => undefined);
    inFlight.add(work);
    if (inFlight.size > command.parallel) await Promise.race(inFlight);
  }
  await Promise.all(inFlight);
  const options = { dpi: command.dpi, ...(command.isForPrint ? { withBleed: true, withCropMarks: true } : {}) };
  const files: AloneFile[] = [];
  for (const [i, format] of command.formats.entries()) {
    onStep('write', i, command.formats.length);
    // A strip is laid out and drawn anew; its pages are other ones.
    if (format === 'psd') {
      files.push({ format, name: psdZipName(finished), content: streamPsd(finished, tools, options) });
      continue;
    }
    const made = format === 'webtoon' ? await engine.exportBook(format, finished, tools, options) : await exportBook(format, finished, tools, { ...options, pictures });
    files.push(...made.map((file) => ({ format, name: file.name, content: file.bytes })));
  }
  onStep('write', command.formats.length, command.formats.length);
  return { book, plan, finished, files };
}

/** Layered pages: a zip with one Photoshop document a page. */
import { notesOf } from '../comic-info.ts';
import { fileStem, numbered } from '../file-name.ts';
import { growingBlock } from '../growing-block.ts';
import type { ExportedFile, ExportOptions, ExportTools, FinishedBook } from '../types.ts';
import { chunkQueue, zipWriter } from '../zip-writer.ts';
import { pagePsd } from './page-psd.ts';

export async function writePsd(finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  const block = growingBlock();
  for await (const chunk of streamPsd(finished, tools, options)) block.add(chunk);
  return [{ name: psdZipName(finished), mediaType: 'application/zip', bytes: block.finish() }];
}

export function psdZipName({ book }: Pick<FinishedBook, 'book'>): string {
  return `${fileStem(book.title)}-psd.zip`;
}

/** The zip in pieces, page by page: who writes them to a disk as they come never holds more than one page. */
export async function* streamPsd(finished: FinishedBook, tools: ExportTools, options: ExportOptions): AsyncGenerator<Uint8Array> {
  const queue = chunkQueue();
  const zip = zipWriter(tools.now, queue);
  const stem = fileStem(finished.book.title);
  for (const [i, page] of finished.pages.entries()) {
    const { bytes, extension } = await pagePsd(page, finished.book, tools, { dpi: options.dpi, withBleed: options.withBleed === true && page.bleed > 0 });
    zip.add(`${stem}-${numbered(i + 1, finished.pages.length)}.${extension}`, bytes, { level: 4 });
    yield* queue.take();
    options.onProgress?.(i + 1, finished.pages.length);
  }
  zip.add('CREDITS.txt', new TextEncoder().encode(`${notesOf(finished)}\n`));
  zip.finish();
  yield* queue.take();
}

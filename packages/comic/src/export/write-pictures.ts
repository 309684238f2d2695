/** A zip of lossless PNG pages. */
import { notesOf } from './comic-info.ts';
import { fileStem, numbered } from './file-name.ts';
import { pagePictures } from './page-pictures.ts';
import type { ExportedFile, ExportOptions, ExportTools, FinishedBook } from './types.ts';
import { zipWriter } from './zip-writer.ts';

export async function writePng(finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  const zip = zipWriter(tools.now);
  const pictures = options.pictures ?? pagePictures(finished, tools, options.dpi, ['lossless']);
  for (const [i, page] of finished.pages.entries()) {
    zip.add(`${fileStem(finished.book.title)}-${numbered(i + 1, finished.pages.length)}.png`, (await pictures(page, 'lossless')).bytes, { isStored: true });
    options.onProgress?.(i + 1, finished.pages.length);
  }
  zip.add('CREDITS.txt', new TextEncoder().encode(`${notesOf(finished)}\n`));
  return [{ name: `${fileStem(finished.book.title)}-png.zip`, mediaType: 'application/zip', bytes: zip.finish() }];
}

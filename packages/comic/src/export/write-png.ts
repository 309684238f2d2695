/** A zip of lossless PNG pages. */
import { zipSync, type Zippable } from 'fflate';
import { notesOf } from './comic-info.ts';
import { fileStem, numbered } from './file-name.ts';
import { pagePictures } from './page-pictures.ts';
import type { ExportedFile, ExportOptions, ExportTools, FinishedBook } from './types.ts';

export async function writePng(finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  const entries: Zippable = {};
  const pictures = options.pictures ?? pagePictures(finished, tools, options.dpi, ['lossless']);
  for (const [i, page] of finished.pages.entries()) {
    entries[`${fileStem(finished.book.title)}-${numbered(i + 1, finished.pages.length)}.png`] = [(await pictures(page, 'lossless')).bytes, { level: 0, mtime: tools.now }];
    options.onProgress?.(i + 1, finished.pages.length);
  }
  entries['CREDITS.txt'] = [new TextEncoder().encode(`${notesOf(finished)}\n`), { mtime: tools.now }];
  return [{ name: `${fileStem(finished.book.title)}-png.zip`, mediaType: 'application/zip', bytes: zipSync(entries) }];
}

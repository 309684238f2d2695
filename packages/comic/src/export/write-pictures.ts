/** Zips of pages as single pictures: lossless PNG, or WebP. */
import { notesOf } from './comic-info.ts';
import { fileStem, numbered } from './file-name.ts';
import { pagePictures, type PictureKind } from './page-pictures.ts';
import type { ExportedFile, ExportOptions, ExportTools, FinishedBook } from './types.ts';
import { zipWriter } from './zip-writer.ts';

export async function writePng(finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  return writePictures(finished, tools, options, { kind: 'lossless', name: 'png' });
}

export async function writeWebp(finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  return writePictures(finished, tools, options, { kind: 'webp', name: 'webp' });
}

async function writePictures(finished: FinishedBook, tools: ExportTools, options: ExportOptions, as: { kind: PictureKind; name: string }): Promise<ExportedFile[]> {
  const zip = zipWriter(tools.now);
  const stem = fileStem(finished.book.title);
  const pictures = options.pictures ?? pagePictures(finished, tools, options.dpi, [as.kind]);
  for (const [i, page] of finished.pages.entries()) {
    const picture = await pictures(page, as.kind);
    zip.add(`${stem}-${numbered(i + 1, finished.pages.length)}.${picture.extension}`, picture.bytes, { isStored: true });
    options.onProgress?.(i + 1, finished.pages.length);
  }
  zip.add('CREDITS.txt', new TextEncoder().encode(`${notesOf(finished)}\n`));
  return [{ name: `${stem}-${as.name}.zip`, mediaType: 'application/zip', bytes: zip.finish() }];
}

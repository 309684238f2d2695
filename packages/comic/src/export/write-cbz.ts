/** CBZ: a zip of numbered pictures with `ComicInfo.xml` inside. */
import { comicInfo, type ComicInfoPage } from './comic-info.ts';
import { fileStem, numbered } from './file-name.ts';
import { pagePictures } from './page-pictures.ts';
import type { ExportedFile, ExportOptions, ExportTools, FinishedBook } from './types.ts';
import { zipWriter } from './zip-writer.ts';

export async function writeCbz(finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  const zip = zipWriter(tools.now);
  const pages: ComicInfoPage[] = [];
  const chapters = chapterMarks(finished);
  const pictures = options.pictures ?? pagePictures(finished, tools, options.dpi, ['whole']);
  for (const [i, page] of finished.pages.entries()) {
    const picture = await pictures(page, 'whole');
    zip.add(`${numbered(i + 1, finished.pages.length)}.${picture.extension}`, picture.bytes, { isStored: true });
    pages.push({ width: picture.width, height: picture.height, sizeBytes: picture.bytes.length, bookmark: chapters.get(page.laid.number) });
    options.onProgress?.(i + 1, finished.pages.length);
  }
  zip.add('ComicInfo.xml', new TextEncoder().encode(comicInfo(finished, pages, tools.now)));
  return [{ name: `${fileStem(finished.book.title)}.cbz`, mediaType: 'application/vnd.comicbook+zip', bytes: zip.finish() }];
}

/** Title of the chapter that begins on a page, by page number. */
export function chapterMarks(finished: FinishedBook): Map<number, string> {
  const marks = new Map<number, string>();
  for (const chapter of finished.book.chapters) {
    const first = chapter.scenes[0]?.panels[0]?.id;
    const page = finished.pages.find((candidate) => candidate.laid.panels.some((panel) => panel.id === first));
    if (page && chapter.title !== '' && !marks.has(page.laid.number)) marks.set(page.laid.number, chapter.title);
  }
  return marks;
}

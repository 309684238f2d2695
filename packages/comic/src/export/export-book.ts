/** One door for all formats. */
import { writeKoma } from './koma-bundle.ts';
import { writePsd } from './psd/write-psd.ts';
import { writeTeaser } from './teaser/write-teaser.ts';
import type { ExportedFile, ExportFormat, ExportOptions, ExportTools, FinishedBook } from './types.ts';
import { writeCbz } from './write-cbz.ts';
import { writeEpub } from './write-epub.ts';
import { writePdf } from './write-pdf.ts';
import { writePng, writeWebp } from './write-pictures.ts';
import { writeWebtoon } from './write-webtoon.ts';

/**
 * Writes a finished book in one format. A webtoon is made from a book laid out as a webtoon
 * (`finishBook(asWebtoon(book))`); other formats take the book as it is.
 */
export async function exportBook(format: ExportFormat, finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  switch (format) {
    case 'pdf': return writePdf(finished, tools, options);
    case 'cbz': return writeCbz(finished, tools, options);
    case 'epub': return writeEpub(finished, tools, options);
    case 'png': return writePng(finished, tools, options);
    case 'webtoon': return writeWebtoon(finished, tools, options);
    case 'webp': return writeWebp(finished, tools, options);
    case 'psd': return writePsd(finished, tools, options);
    case 'mp4': case 'gif': return writeTeaser(format, finished, tools, options);
    case 'koma': return writeKoma(finished, tools);
  }
}

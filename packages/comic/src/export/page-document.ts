/** Whole SVG documents of a page, for rasterising. */
import { toneDefs } from '../draw/pen/tone.ts';
import type { Book } from '../model/book.ts';
import type { ExportTools, FinishedBook, FinishedPage, Raster } from './types.ts';

export type PageParts = { art: boolean; lettering: boolean; withBleed: boolean };

/** Size of the document, u. */
export function pageSize(page: FinishedPage, withBleed: boolean): { width: number; height: number } {
  const extra = withBleed ? page.bleed * 2 : 0;
  return { width: page.laid.width + extra, height: page.laid.height + extra };
}

export function pageDocument(page: FinishedPage, parts: PageParts): string {
  const { width, height } = pageSize(page, parts.withBleed);
  const origin = parts.withBleed ? -page.bleed : 0;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${origin} ${origin} ${width} ${height}" width="${width}" height="${height}"><defs>${toneDefs()}</defs>${parts.art ? page.art : ''}${parts.lettering ? page.lettering : ''}</svg>`;
}

/** Ink and tones are grey; a picture of the author's own on the page may not be. */
export function isColourPage(book: Book, page: Pick<FinishedPage, 'art'>): boolean {
  return book.style.palette !== 'black-and-white' || page.art.includes('<image ');
}

export function isColourBook(finished: Pick<FinishedBook, 'book' | 'pages'>): boolean {
  return finished.pages.some((page) => isColourPage(finished.book, page));
}

export async function rasterPage(page: FinishedPage, parts: PageParts, dpi: number, isColour: boolean, tools: Pick<ExportTools, 'rasterise'>): Promise<Raster> {
  const { width } = pageSize(page, parts.withBleed);
  return tools.rasterise(pageDocument(page, parts), { width: Math.round((width * dpi) / 150), isColour });
}

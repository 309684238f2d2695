/** `ComicInfo.xml`, schema 2.0 of the Anansi Project: elements in the schema's order. */
import { isColourBook } from './page-document.ts';
import type { FinishedBook } from './types.ts';
import { xml } from './xml.ts';

export type ComicInfoPage = { width: number; height: number; sizeBytes: number; bookmark?: string };

export function comicInfo(finished: FinishedBook, pages: readonly ComicInfoPage[], now: Date): string {
  const { book } = finished;
  const isColour = isColourBook(finished);
  const summary = listOpening(finished);
  const elements: [string, string][] = [
    ['Title', book.title],
    ['Series', book.title],
    ['Number', '1'],
    ['Summary', summary],
    ['Notes', notesOf(finished)],
    ['Year', String(now.getUTCFullYear())],
    ['Month', String(now.getUTCMonth() + 1)],
    ['Day', String(now.getUTCDate())],
    ...(book.author === '' ? [] : ([['Writer', book.author]] as [string, string][])),
    ['PageCount', String(pages.length)],
    ['LanguageISO', book.language],
    ['BlackAndWhite', isColour ? 'No' : 'Yes'],
    ['Manga', book.direction === 'rtl' ? 'YesAndRightToLeft' : book.format === 'manga-b5' ? 'Yes' : 'No'],
    ['Characters', book.bible.cast.slice(0, 12).map((character) => character.name.replaceAll(',', ' ')).join(', ')],
  ];
  const body = elements.filter(([, value]) => value !== '').map(([name, value]) => `  <${name}>${xml(value)}</${name}>`).join('\n');
  const list = pages.map((page, i) => pageElement(finished, page, i)).join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>\n<ComicInfo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">\n${body}\n  <Pages>\n${list}\n  </Pages>\n</ComicInfo>\n`;
}

function pageElement(finished: FinishedBook, page: ComicInfoPage, index: number): string {
  const role = finished.pages[index]?.role;
  const type = role === 'cover' ? 'FrontCover' : role === 'colophon' ? 'Other' : 'Story';
  const bookmark = page.bookmark === undefined ? '' : ` Bookmark="${xml(page.bookmark)}"`;
  return `    <Page Image="${index}" Type="${type}" DoublePage="false" ImageSize="${page.sizeBytes}"${bookmark} ImageWidth="${page.width}" ImageHeight="${page.height}" />`;
}

export function notesOf(finished: Pick<FinishedBook, 'book' | 'credits'>): string {
  const drawn = finished.book.madeBy.artist === 'storyboard' ? "Drawn by Komawari's built-in storyboard artist (storyboard drawings)." : `Drawn with ${finished.book.madeBy.artist}.`;
  return [drawn, ...finished.credits].join(' ');
}

function listOpening(finished: FinishedBook): string {
  const first = finished.pages.flatMap((page) => page.alternative).flatMap((panel) => panel.lines).slice(0, 3);
  return first.map((line) => line.text).join(' ').slice(0, 400);
}

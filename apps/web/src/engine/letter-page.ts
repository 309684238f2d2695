/** Finishing a page: the only part of the engine that needs fonts and their shaper. Loaded when first asked for. */
import { listLines, type Book, type Painters, type PanelDrawing } from '@komawari/comic/draw';
import { finishPage, fontIdsFor, pageDocument, pageSize } from '@komawari/comic/letter';
import type { DrawingRoom } from './drawing-room.ts';
import { EngineError } from './engine-error.ts';
import { fontCase } from './font-case.ts';
import { svgBlob } from './svg-document.ts';
import type { PageOfBook, PageOptions } from './types.ts';
import type { Pause } from './worker-jobs.ts';

const fonts = fontCase();

export async function finishedPage({ room, painters, id, pageNumber, options }: { room: DrawingRoom; painters: Painters; id: string; pageNumber: number; options: PageOptions }, pause: Pause): Promise<PageOfBook> {
  const [book, plan] = [room.bookOf(id), room.planOf(id)];
  const laid = plan.pages.find((page) => page.number === pageNumber);
  if (!laid) throw new EngineError('no-such-part', `the book has no page ${pageNumber}`);
  const loading = fonts.open(fontIdsFor(book.language, textsOf(book)));
  // Told where it is awaited; the drawing goes on meanwhile.
  loading.catch(() => undefined);
  const drawings = new Map<string, PanelDrawing>();
  for (const { id: panelId } of laid.panels) {
    drawings.set(panelId, options.drawings?.[panelId] ?? room.drawingOf(painters, id, panelId));
    await pause();
  }
  // The colophon thanks for all drawings of the book, so it needs them all.
  if (laid.template === 'colophon') for (const { id: panelId } of plan.pages.flatMap((page) => page.panels)) {
    drawings.set(panelId, options.drawings?.[panelId] ?? room.drawingOf(painters, id, panelId));
    await pause();
  }
  const page = finishPage({ book, plan, drawings, painters, fonts: await loading }, pageNumber);
  const withBleed = options.withBleed === true;
  const svg = pageDocument(page, { art: true, lettering: options.withoutLettering !== true, withBleed });
  return { page, picture: svgBlob(svg), ...pageSize(page, withBleed) };
}

/** The texts that decide which fonts a book needs; the same as on the server, or its pages would differ. */
function textsOf(book: Book): string[] {
  return [book.title, ...book.bible.cast.map((character) => character.name), ...listLines(book).map((line) => line.text[book.language] ?? '')];
}

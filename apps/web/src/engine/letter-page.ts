/** Finishing a page: the only part of the engine that needs fonts and their shaper. Loaded when first asked for. */
import { listLines, type Book, type Painters, type PanelDrawing } from '@komawari/comic/draw';
import { bubblesSvg, finishPage, fontIdsFor, letteringInks, letterPanelOnly, pageDocument, pageSize, pageToLetter } from '@komawari/comic/letter';
import type { DrawingRoom } from './drawing-room.ts';
import { EngineError } from './engine-error.ts';
import { fontCase } from './font-case.ts';
import { svgBlob } from './svg-document.ts';
import type { LetteredPanel, PageOfBook, PageOptions } from './types.ts';
import type { Pause } from './worker-jobs.ts';

const fonts = fontCase();

export type Wish = { room: DrawingRoom; painters: Painters; id: string; pageNumber: number; options: PageOptions };

export async function finishedPage(wish: Wish, pause: Pause): Promise<PageOfBook> {
  const { painters, pageNumber, options } = wish;
  const { book, plan, drawings, open } = await readied(wish, pause);
  const page = finishPage({ book, plan, drawings, painters, fonts: open }, pageNumber);
  const withBleed = options.withBleed === true;
  const svg = pageDocument(page, { art: true, lettering: options.withoutLettering !== true, withBleed });
  return { page, picture: svgBlob(svg), ...pageSize(page, withBleed) };
}

/** Only the named panel is drawn, where it is not yet. */
export async function letteredPanel(wish: Wish, panelId: string, pause: Pause): Promise<LetteredPanel> {
  const { book, plan, drawings, open } = await readied(wish, pause, panelId);
  const lettered = letterPanelOnly(pageToLetter({ book, plan, drawings }, wish.pageNumber), panelId, open);
  return { lettering: bubblesSvg(lettered, open, letteringInks(book)), ...lettered };
}

/** Drawings and fonts, fetched and made side by side. Ends early when the job was cancelled. */
export async function readied({ room, painters, id, pageNumber, options }: Wish, pause: Pause, onlyPanel?: string) {
  const [book, plan] = [room.editionOf(id, options.language), room.planOf(id)];
  const laid = plan.pages.find((page) => page.number === pageNumber);
  if (!laid) throw new EngineError('no-such-part', `the book has no page ${pageNumber}`);
  const loading = fonts.open(fontIdsFor(book.language, textsOf(book), listLines(book)));
  // Told where it is awaited; the drawing goes on meanwhile.
  loading.catch(() => undefined);
  // The colophon thanks for all drawings of the book, so it needs them all.
  const pages = laid.template === 'colophon' ? plan.pages : [laid];
  const panelIds = onlyPanel === undefined ? pages.flatMap((page) => page.panels.map((panel) => panel.id)) : [onlyPanel];
  const drawings = new Map<string, PanelDrawing>();
  for (const panelId of panelIds) {
    drawings.set(panelId, options.drawings?.[panelId] ?? room.drawingOf(painters, id, panelId));
    await pause();
  }
  return { book, plan, drawings, open: await loading };
}

/** The texts that decide which fonts a book needs; the same as on the server, or its pages would differ. */
function textsOf(book: Book): string[] {
  return [book.title, ...book.bible.cast.map((character) => character.name), ...listLines(book).map((line) => line.text[book.language] ?? '')];
}

/** The whole way at once: plan, draw, letter. For the command line, webtoon variants and tests. */
import type { FinishedBook } from '../export/types.ts';
import type { Painters, PanelDrawing } from '../draw/types.ts';
import { withoutPlaces, type Fonts } from '../letter/index.ts';
import { listLines, listPanels, type Book, type Line } from '../model/book.ts';
import { drawPanelOf } from './draw-panel-of.ts';
import { creditsOf, finishPage } from './finish-page.ts';
import { planPages, type PagePlan } from './plan-pages.ts';

export type MakeTools = { painters: Painters; fonts: Fonts; onPanel?: (done: number, total: number) => void };

export function finishBook(book: Book, tools: MakeTools): FinishedBook {
  const plan = planPages(book);
  const drawings = new Map<string, PanelDrawing>();
  const panels = listPanels(book);
  for (const panel of panels) {
    drawings.set(panel.id, drawPanelOf(tools.painters, book, plan, panel.id));
    tools.onPanel?.(drawings.size, panels.length);
  }
  return assembleBook(book, plan, drawings, tools);
}

/** Letters all pages of a book whose panels are drawn. */
export function assembleBook(book: Book, plan: PagePlan, drawings: ReadonlyMap<string, PanelDrawing>, tools: Pick<MakeTools, 'painters' | 'fonts'>): FinishedBook {
  const pages = plan.pages.map((page) => finishPage({ book, plan, drawings, painters: tools.painters, fonts: tools.fonts }, page.number));
  return { book, pages, problems: pages.flatMap((page) => page.lettered.problems), credits: creditsOf(drawings) };
}

/** The same story as a webtoon: one strip, read downwards from left to right. Its panels have other shapes, so bubbles find their places anew. */
export function asWebtoon(book: Book): Book {
  return book.format === 'webtoon' ? book : { ...withLines(book, withoutPlaces), format: 'webtoon', direction: 'ltr', layout: { pages: [] } };
}

function withLines(book: Book, change: (line: Line) => Line): Book {
  if (!listLines(book).some((line) => line.letter)) return book;
  return { ...book, chapters: book.chapters.map((chapter) => ({ ...chapter, scenes: chapter.scenes.map((scene) => ({ ...scene, panels: scene.panels.map((panel) => ({ ...panel, lines: panel.lines.map(change) })) })) })) };
}

/** Writes a book as webtoon slices, page by page: a whole strip of a long book would not fit into memory. */
import type { ExportedFile, ExportOptions, ExportTools, FinishedPage } from '../export/types.ts';
import { writeStrip } from '../export/write-webtoon.ts';
import type { PanelDrawing } from '../draw/types.ts';
import type { Book } from '../model/book.ts';
import { pictureBox } from '../page/art-page.ts';
import { drawPanelOf } from './draw-panel-of.ts';
import { asWebtoon, type MakeTools } from './finish-book.ts';
import { creditsOf, finishPage } from './finish-page.ts';
import { planPages, type PagePlan } from './plan-pages.ts';

export function exportStrip(book: Book, tools: MakeTools & ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  const strip = asWebtoon(book);
  const plan = planPages(strip);
  const credits = new Set<string>();
  return writeStrip({ book: strip, pages: stripPages(strip, plan, tools, credits), count: plan.pages.length, credits: () => [...credits].sort() }, tools, options);
}

/** The colophon is a strip's last page: by then all credits are known. */
async function* stripPages(book: Book, plan: PagePlan, tools: MakeTools & Pick<ExportTools, 'drawingFor'>, credits: Set<string>): AsyncGenerator<FinishedPage> {
  const total = plan.pages.reduce((sum, page) => sum + page.panels.length, 0);
  let done = 0;
  for (const page of plan.pages) {
    const drawings = new Map<string, PanelDrawing>();
    for (const panel of page.panels) {
      drawings.set(panel.id, (await tools.drawingFor?.(panel.id, pictureBox(panel))) ?? drawPanelOf(tools.painters, book, plan, panel.id));
      tools.onPanel?.(++done, total);
    }
    for (const credit of creditsOf(drawings)) credits.add(credit);
    yield finishPage({ book, plan, drawings, painters: tools.painters, fonts: tools.fonts, credits: [...credits].sort() }, page.number);
  }
}

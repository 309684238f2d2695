import { setImmediate } from 'node:timers/promises';
import { creditsOf, type Book, type FinishedBook, type FinishedPage, type PagePlan, type PanelDrawing } from '@komawari/comic/make';
import type { StoryboardEngine } from '../../rooms/comics/index.ts';

/**
 * Draws and letters page by page into `finished`; the colophon comes last, when all credits are known. A page's
 * drawings go when it is finished: those of a long book would fill the memory.
 */
export async function* drawnPages(engine: StoryboardEngine, book: Book, plan: PagePlan, finished: FinishedBook, onPanel: (done: number, total: number) => void): AsyncGenerator<FinishedPage> {
  const total = plan.pages.reduce((sum, page) => sum + page.panels.length, 0);
  const credits = new Set<string>();
  let done = 0;
  const numbers = plan.pages.map((page) => page.number);
  const late = plan.pages.filter((page) => page.template === 'colophon').map((page) => page.number);
  const pages = new Map<number, FinishedPage>();
  for (const number of [...numbers.filter((n) => !late.includes(n)), ...late]) {
    const laid = plan.pages.find((page) => page.number === number)!;
    const drawings = new Map<string, PanelDrawing>();
    for (const panel of laid.panels) {
      drawings.set(panel.id, engine.drawPanelOf(book, plan, panel.id));
      onPanel(++done, total);
      // Lets finished rasters of the pages before be taken up.
      await setImmediate();
    }
    for (const credit of creditsOf(drawings)) credits.add(credit);
    const page = await engine.finishPage(book, plan, number, drawings, [...credits].sort());
    pages.set(number, page);
    yield page;
  }
  finished.pages.push(...numbers.map((number) => pages.get(number)!));
  finished.problems.push(...finished.pages.flatMap((page) => page.lettered.problems));
  finished.credits.push(...[...credits].sort());
}

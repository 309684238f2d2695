/** The books that the worker holds, each with its plan and its drawings. */
import { drawPanelOf, inLanguage, listPanels, planPages, type Book, type PagePlan, type Painters, type PanelDrawing } from '@komawari/comic/draw';
import { EngineError } from './engine-error.ts';
import type { BookNews } from './messages.ts';
import { patchBook } from './book-patches.ts';
import { pictureInputs, sameInputs, type PictureInputs } from './picture-inputs.ts';
import type { BookId } from './types.ts';

type Kept = { drawing: PanelDrawing; inputs: PictureInputs };
type Open = { book: Book; ownPlan?: PagePlan; givenPlan?: PagePlan; kept: Map<string, Kept>; editions: Map<Book['language'], Book> };

export type DrawingRoom = {
  hear(news: BookNews): void;
  bookOf(id: BookId): Book;
  /** The book as it is read in a language. */
  editionOf(id: BookId, language?: Book['language']): Book;
  planOf(id: BookId): PagePlan;
  /** Drawn anew only when something it shows has changed. */
  drawingOf(painters: Painters, id: BookId, panelId: string): PanelDrawing;
};

/** Drawings of a long book are some hundred megabytes: the oldest go first. */
const KEPT_DRAWINGS = 400;

export function drawingRoom(): DrawingRoom {
  const books = new Map<BookId, Open>();
  const get = (id: BookId): Open => {
    const open = books.get(id);
    if (!open) throw new EngineError('no-such-book', `no book is open as ${id}`);
    return open;
  };
  const planOf = (open: Open): PagePlan => open.givenPlan ?? (open.ownPlan ??= planPages(open.book));
  return {
    hear(news) {
      if (news.type === 'close') books.delete(news.id);
      else if (news.type === 'open') books.set(news.id, { book: news.book, kept: new Map(), editions: new Map() });
      else if (news.type === 'plan') get(news.id).givenPlan = news.plan;
      else {
        const { book, givenPlan, kept } = get(news.id);
        const next = patchBook(book, news.patches);
        const panels = new Set(listPanels(next).map((panel) => panel.id));
        for (const panelId of kept.keys()) if (!panels.has(panelId)) kept.delete(panelId);
        books.set(news.id, { book: next, kept, editions: new Map(), ...(givenPlan ? { givenPlan } : {}) });
      }
    },
    bookOf: (id) => get(id).book,
    editionOf(id, language) {
      const { book, editions } = get(id);
      if (language === undefined || language === book.language) return book;
      const edition = editions.get(language) ?? inLanguage(book, language);
      editions.set(language, edition);
      return edition;
    },
    planOf: (id) => planOf(get(id)),
    drawingOf(painters, id, panelId) {
      const open = get(id);
      const plan = planOf(open);
      const inputs = pictureInputs(open.book, plan, panelId);
      const known = open.kept.get(panelId);
      if (known && sameInputs(known.inputs, inputs)) return known.drawing;
      const drawing = drawPanelOf(painters, open.book, plan, panelId);
      open.kept.delete(panelId);
      open.kept.set(panelId, { drawing, inputs });
      const [oldest] = open.kept.keys();
      if (open.kept.size > KEPT_DRAWINGS && oldest !== undefined) open.kept.delete(oldest);
      return drawing;
    },
  };
}

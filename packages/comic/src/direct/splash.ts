/** Raises the strongest moment of a long enough stretch to a splash: one in about 24 panels at most. */
import { listPanels, type Book, type Panel } from '../model/book.ts';
import { textWeight } from './text-weight.ts';

const STRETCH = 24;

export function splashAt(book: Book): Book {
  const panels = listPanels(book);
  for (let start = 6; start + STRETCH / 2 <= panels.length; start += STRETCH) {
    const stretch = panels.slice(start, start + STRETCH);
    const best = stretch.reduce<Panel | undefined>((top, panel) => (top === undefined || rank(panel, book) > rank(top, book) ? panel : top), undefined);
    if (best && rank(best, book) > 4) best.importance = 6;
  }
  return book;
}

/** A splash shows much and says little. */
function rank(panel: Panel, book: Book): number {
  const words = panel.lines.reduce((sum, line) => sum + textWeight(line.text[book.language] ?? ''), 0);
  const shows = panel.shot === 'wide' || panel.shot === 'establishing' || panel.shot === 'full' || panel.shot === 'low-angle' ? 1.5
    : panel.shot === 'close-up' ? 0.5 : 0;
  // An empty place is calm however large it is.
  const people = panel.characters.length === 0 ? -2.5 : 0;
  return panel.importance + people + shows + panel.effects.length * 0.4 - words / 30;
}

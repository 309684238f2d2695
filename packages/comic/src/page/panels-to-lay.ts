/** What the layout must know of each panel of a book. */
import { listPanels, type Book, type Panel } from '../model/book.ts';
import type { Pose, Shot } from '../model/kinds.ts';
import type { PanelToLay } from '../layout/index.ts';
import { estimateTextArea } from '../letter/estimate-text-area.ts';
import { originalOf } from './original-of.ts';
import { isVerticalBook } from './vertical.ts';

/** Width / height a shot asks for. */
const ASPECT: Partial<Record<Shot, number>> = { establishing: 1.8, wide: 1.7, 'birds-eye': 1.3, 'extreme-close-up': 2.2, insert: 1, full: 0.8, cowboy: 0.9, 'over-shoulder': 1.35, 'low-angle': 0.85 };
const MOVING = new Set<Pose>(['run', 'jump', 'fall', 'throw', 'punch', 'kick', 'fight-stance', 'climb', 'ride']);

/** Pages are laid out for the book's own words: all its editions share them. */
export function panelsToLay(book: Book): PanelToLay[] {
  const isVertical = isVerticalBook(originalOf(book));
  return listPanels(book).map((panel) => ({
    id: panel.id, importance: panel.importance, textArea: textAreaOf(book, panel, isVertical), opensScene: panel.opensScene,
    ...aspectOf(panel), isAction: panel.effects.includes('speed-lines') || panel.effects.includes('impact-flash') || panel.characters.some((person) => MOVING.has(person.pose)),
  }));
}

export function textAreaOf(book: Book, panel: Panel, isVertical = isVerticalBook(originalOf(book))): number {
  return estimateTextArea(panel.lines, originalOf(book).language, isVertical);
}

/** Several people side by side need width. */
function aspectOf(panel: Panel): { aspect?: number } {
  const crowd = panel.characters.length > 2 ? 1.6 : panel.characters.length === 2 ? 1.25 : undefined;
  const shot = ASPECT[panel.shot];
  const aspect = shot !== undefined && crowd !== undefined ? Math.max(shot, crowd) : (shot ?? crowd);
  return aspect === undefined ? {} : { aspect };
}

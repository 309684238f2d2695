import type { Book } from '../model/book.ts';

/** Japanese and Chinese in a right-to-left book are set vertically, everything else in lines, unless the edition says otherwise. English never is. */
export function isVerticalBook(book: Pick<Book, 'language' | 'direction' | 'editions'>): boolean {
  return book.language !== 'en' && (book.editions?.[book.language]?.isVertical ?? book.direction === 'rtl');
}

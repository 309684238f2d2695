import type { Book } from '../model/book.ts';

/** Japanese in a right-to-left book is set vertically; everything else in lines. */
export function isVerticalBook(book: Pick<Book, 'language' | 'direction'>): boolean {
  return book.direction === 'rtl' && book.language !== 'en';
}

import type { Book } from '../model/book.ts';
import type { Language } from '../model/kinds.ts';

/**
 * What an edition remembers of the book it shows: never stored (the schema drops it), only passed on with the book.
 * `untranslated` are the ids of lines that have no words in its language and show the book's own.
 */
export type EditionOf = { language: Language; untranslated: readonly string[] };
export type EditionBook = Book & { editionOf: EditionOf };

export function isEdition(book: Book): book is EditionBook {
  return 'editionOf' in book && typeof book.editionOf === 'object' && book.editionOf !== null;
}

/** The book in its own language, as far as layout must know it. */
export function originalOf(book: Book): Pick<Book, 'language' | 'direction' | 'editions'> {
  return isEdition(book) ? { direction: book.direction, language: book.editionOf.language, ...(book.editions ? { editions: book.editions } : {}) } : book;
}

/** Which pages stand round a story, told without drawing or lettering any: planning a book needs no fonts. */
import type { Book, Character } from '../model/book.ts';

const MATTER = ['cover', 'cast', 'colophon'] as const;
export type Matter = (typeof MATTER)[number];

export function isMatter(template: string): template is Matter {
  return (MATTER as readonly string[]).includes(template);
}

/** Who has a portrait: everybody who speaks. */
export function castOf(book: Book): Character[] {
  return book.bible.cast.filter((character) => character.lines > 0);
}

/** Editions: one book, one plan, one set of drawings, many letterings. */
import type { Book, Line } from '../model/book.ts';
import type { Language } from '../model/kinds.ts';
import { isEdition, type EditionBook } from '../page/original-of.ts';

export type { EditionBook, EditionOf } from '../page/original-of.ts';

/**
 * The book as it is read in a language: its words, title and way of setting text; pages and pictures stay.
 * A line without words in that language shows the book's own, and the readability meter says `untranslated`.
 * Give the result to `finishPage` and the exports with the plan and the drawings of the book itself
 * (`planPages` and `drawPanelOf` give the same for both). It is a view: never edit or store it. Pure; the same book
 * in its own language is returned as it is.
 */
export function inLanguage(book: Book, language: Language): Book {
  if (language === book.language) return book;
  if (isEdition(book)) throw new RangeError('an edition is made from the book itself, not from another edition');
  const own = book.language;
  const untranslated: string[] = [];
  const chapters = book.chapters.map((chapter) => ({
    ...chapter,
    scenes: chapter.scenes.map((scene) => ({
      ...scene,
      panels: scene.panels.map((panel) => ({
        ...panel,
        lines: panel.lines.map((line) => {
          const isMissing = isUntranslated(line, own, language);
          if (isMissing) untranslated.push(line.id);
          return isMissing ? showingOwn(line, own, language) : { ...line, ruby: namedRuby(line, own) };
        }),
      })),
    })),
  }));
  const edition: EditionBook = { ...book, chapters, language, title: book.editions?.[language]?.title || book.title, editionOf: { language: own, untranslated } };
  return edition;
}

/** Has the book words there that this language lacks? */
export function isUntranslated(line: Line, own: Language, language: Language): boolean {
  return language !== own && (line.text[own] ?? '').trim() !== '' && (line.text[language] ?? '').trim() === '';
}

/** Ids of the lines of an edition that show the book's own words; none for a book in its own language. */
export function untranslatedIn(book: Book): readonly string[] {
  return isEdition(book) ? book.editionOf.untranslated : [];
}

const namedRuby = (line: Line, own: Language): Line['ruby'] => line.ruby.map((run) => ({ ...run, language: run.language ?? own }));

/** The own words take the place of the missing ones, with the ruby and the stress that belong to them. */
function showingOwn(line: Line, own: Language, language: Language): Line {
  const ruby = namedRuby(line, own);
  const lent = ruby.filter((run) => run.language === own).map((run) => ({ ...run, language }));
  const stress = line.stress?.[own];
  return { ...line, text: { ...line.text, [language]: line.text[own] ?? '' }, ruby: [...ruby.filter((run) => run.language !== language), ...lent], ...(stress ? { stress: { ...line.stress, [language]: stress } } : {}) };
}

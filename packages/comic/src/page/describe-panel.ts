/** A picture in a sentence, for screen readers and alternative texts. */
import type { Book } from '../model/book.ts';
import type { Language } from '../model/kinds.ts';
import type { PanelScene } from '../draw/stage/scene-of.ts';
import { PLACE_WORDS } from '../direct/words/places.ts';

const COLUMN: Record<Language, 1 | 2 | 3> = { en: 1, zh: 2, ja: 3 };
const JOIN: Record<Language, { and: string; at: (who: string, where: string) => string; nobody: (where: string) => string }> = {
  en: { and: ' and ', at: (who, where) => `${who}, ${where}.`, nobody: (where) => `${where[0]!.toUpperCase()}${where.slice(1)}.` },
  zh: { and: '、', at: (who, where) => `${where}里，${who}。`, nobody: (where) => `${where}。` },
  ja: { and: '、', at: (who, where) => `${where}に、${who}。`, nobody: (where) => `${where}。` },
};

export function describePanel(book: Book, at: PanelScene): string {
  const names = at.panel.characters.flatMap((person) => at.cast.get(person.id)?.name ?? []);
  const where = PLACE_WORDS.find(([kind]) => kind === at.place.kind)?.[COLUMN[book.language]].split('|')[0] ?? at.place.kind;
  const words = JOIN[book.language];
  return names.length === 0 ? words.nobody(where) : words.at(names.join(words.and), where);
}

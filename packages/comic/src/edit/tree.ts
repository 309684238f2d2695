/** The book as a tree of lists, changed without touching what stays as it is. */
import type { Book } from '../model/book.ts';
import type { ItemKind } from './ops.ts';
import type { Item } from './fields.ts';

type Owner = { id: string };
type List = { parent: ItemKind | 'book'; read(owner: never): readonly Item[]; write(owner: never, items: never): Owner };

function list<O extends Owner, I extends Item>(parent: ItemKind | 'book', read: (owner: O) => readonly I[], write: (owner: O, items: I[]) => O): List {
  return { parent, read, write };
}

export const LISTS: Readonly<Record<ItemKind, List>> = {
  chapter: list('book', (book: Book) => book.chapters, (book, chapters) => ({ ...book, chapters })),
  scene: list('chapter', (chapter: Book['chapters'][number]) => chapter.scenes, (chapter, scenes) => ({ ...chapter, scenes })),
  panel: list('scene', (scene: Book['chapters'][number]['scenes'][number]) => scene.panels, (scene, panels) => ({ ...scene, panels })),
  line: list('panel', (panel: Book['chapters'][number]['scenes'][number]['panels'][number]) => panel.lines, (panel, lines) => ({ ...panel, lines })),
  character: list('book', (book: Book) => book.bible.cast, (book, cast) => ({ ...book, bible: { ...book.bible, cast } })),
  place: list('book', (book: Book) => book.bible.places, (book, places) => ({ ...book, bible: { ...book.bible, places } })),
  fact: list('book', (book: Book) => book.bible.facts, (book, facts) => ({ ...book, bible: { ...book.bible, facts } })),
  page: list('book', (book: Book) => book.layout.pages, (book, pages) => ({ ...book, layout: { ...book.layout, pages } })),
};

/** Where an item stands: the id of its owner, and the id before it. */
export type Standing = { item: Item; ownerId: string; afterId: string | null };

export function find(book: Book, kind: ItemKind, id: string): Standing | undefined {
  for (const owner of ownersOf(book, kind)) {
    const items = itemsOf(kind, owner);
    const at = items.findIndex((item) => item.id === id);
    if (at >= 0) return { item: items[at]!, ownerId: owner.id, afterId: items[at - 1]?.id ?? null };
  }
  return undefined;
}

export function hasOwner(book: Book, kind: ItemKind, ownerId: string): boolean {
  const { parent } = LISTS[kind];
  return parent === 'book' ? book.id === ownerId : find(book, parent, ownerId) !== undefined;
}

export function countOf(book: Book, kind: ItemKind): number {
  return ownersOf(book, kind).reduce((sum, owner) => sum + itemsOf(kind, owner).length, 0);
}

export function changeItem(book: Book, kind: ItemKind, id: string, change: (item: Item) => Item): Book {
  const at = find(book, kind, id);
  return at ? changeList(book, kind, at.ownerId, (items) => items.map((item) => (item.id === id ? change(item) : item))) : book;
}

export function changeList(book: Book, kind: ItemKind, ownerId: string, change: (items: readonly Item[]) => Item[]): Book {
  const { parent } = LISTS[kind];
  if (parent === 'book') return asBook(written(kind, book, change));
  return changeItem(book, parent, ownerId, (owner) => asItem(written(kind, owner, change)));
}

function written(kind: ItemKind, owner: Owner, change: (items: readonly Item[]) => Item[]): Owner {
  return LISTS[kind].write(owner as never, change(itemsOf(kind, owner)) as never);
}

function ownersOf(book: Book, kind: ItemKind): readonly Owner[] {
  const { parent } = LISTS[kind];
  return parent === 'book' ? [book] : ownersOf(book, parent).flatMap((owner) => itemsOf(parent, owner));
}

/** The owner is of the kind's parent: `find`, `ownersOf` and `changeItem` give no other. */
function itemsOf(kind: ItemKind, owner: Owner): readonly Item[] {
  return LISTS[kind].read(owner as never);
}

/** `written` gives back what it was given, with one list changed. */
function asBook(owner: Owner): Book {
  return owner as Book;
}

function asItem(owner: Owner): Item {
  return owner as Item;
}

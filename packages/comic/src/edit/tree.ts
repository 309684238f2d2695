/** The book as a tree of lists. */
import type { Book } from '../model/book.ts';
import type { ItemKind } from './ops.ts';
import type { Item } from './fields.ts';

export type Owner = { id: string };
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

const KINDS = Object.keys(LISTS) as ItemKind[];
/** The kinds whose lists lie in an item of a kind. */
export const HELD: Readonly<Record<ItemKind, readonly ItemKind[]>> = Object.fromEntries(KINDS.map((kind) => [kind, KINDS.filter((inner) => LISTS[inner].parent === kind)])) as Record<ItemKind, ItemKind[]>;

/** Where an item stands: the id of its owner, and the id before it. */
export type Standing = { item: Item; ownerId: string; afterId: string | null };

/** Where to look for an item: `at` is its place in the list of its owner. */
export type Spot = { ownerId: string; at: number };

export function find(book: Book, kind: ItemKind, id: string): Standing | undefined {
  for (const owner of ownersOf(book, kind)) {
    const items = itemsOf(kind, owner);
    const at = items.findIndex((item) => item.id === id);
    if (at >= 0) return { item: items[at]!, ownerId: owner.id, afterId: items[at - 1]?.id ?? null };
  }
  return undefined;
}

export function spotIn(book: Book, kind: ItemKind, id: string): Spot | undefined {
  for (const owner of ownersOf(book, kind)) {
    const at = itemsOf(kind, owner).findIndex((item) => item.id === id);
    if (at >= 0) return { ownerId: owner.id, at };
  }
  return undefined;
}

export function* eachItem(book: Book, kind: ItemKind): Generator<Spot & { item: Item }> {
  for (const owner of ownersOf(book, kind)) {
    const items = itemsOf(kind, owner);
    for (let at = 0; at < items.length; at++) yield { item: items[at]!, ownerId: owner.id, at };
  }
}

export function countOf(book: Book, kind: ItemKind): number {
  return ownersOf(book, kind).reduce((sum, owner) => sum + itemsOf(kind, owner).length, 0);
}

/** The owner is of the kind's parent: nobody who calls this has another. */
export function itemsOf(kind: ItemKind, owner: Owner): readonly Item[] {
  return LISTS[kind].read(owner as never);
}

function ownersOf(book: Book, kind: ItemKind): readonly Owner[] {
  const { parent } = LISTS[kind];
  return parent === 'book' ? [book] : ownersOf(book, parent).flatMap((owner) => itemsOf(parent, owner));
}

/** A book while a step is applied to it: found by id without walking it, copied where it is first touched, then changed in place. */
import type { Book } from '../model/book.ts';
import type { Item } from './fields.ts';
import type { EditNotice, EditOp, ItemKind } from './ops.ts';
import { eachItem, HELD, itemsOf, LISTS, spotIn, type Owner, type Spot, type Standing } from './tree.ts';

/** What is being done. `inverse` grows backwards: the last is to be taken back first. */
/** `compared`: how many texts were merged character by character. */
export type Doing = { draft: Draft; inverse: EditOp[]; notices: EditNotice[]; compared: number; /** Lines whose words were not taken back as they were: marks that stood on those are not put on others. */ changedSince: Set<string> };

/** A step of a few ops is done before all ids of a long book are written down. */
const WALKS_MAX = 24;

export class Draft {
  #book: Book;
  /** Made by this draft, so that nobody else holds them: the only ones that are changed in place. */
  readonly #own = new WeakSet<object>();
  readonly #spots = new Map<ItemKind, Map<string, Spot>>();
  #walks = 0;

  constructor(book: Book) {
    this.#book = book;
  }

  get book(): Book {
    return this.#book;
  }

  find(kind: ItemKind, id: string): Standing | undefined {
    const spot = this.#spotOf(kind, id);
    const owner = spot && this.#owner(kind, spot.ownerId);
    if (!spot || !owner) return undefined;
    const items = itemsOf(kind, owner);
    const at = placeOf(items, id, spot);
    return { item: items[at]!, ownerId: spot.ownerId, afterId: items[at - 1]?.id ?? null };
  }

  hasOwner(kind: ItemKind, ownerId: string): boolean {
    const { parent } = LISTS[kind];
    return parent === 'book' ? this.#book.id === ownerId : this.find(parent, ownerId) !== undefined;
  }

  /** `change` gives a new item and leaves the old one as it is. Nothing happens where there is no such item. */
  change(kind: ItemKind, id: string, change: (item: Item) => Item): void {
    const spot = this.#spotOf(kind, id);
    if (!spot) return;
    const items = this.#writable(kind, spot.ownerId);
    const at = placeOf(items, id, spot);
    items[at] = change(items[at]!);
  }

  changeBook(change: (book: Book) => Book): void {
    this.#book = change(this.#book);
  }

  /** What it should stand behind may be gone: then it comes last, not first, unless it was to be first. */
  insert(kind: ItemKind, ownerId: string, item: Item, afterId: string | null): void {
    const items = this.#writable(kind, ownerId);
    const before = afterId === null ? -1 : placeOf(items, afterId, this.#spotOf(kind, afterId));
    const at = afterId === null ? 0 : before < 0 ? items.length : before + 1;
    items.splice(at, 0, item);
    this.#note(kind, item, { ownerId, at });
  }

  remove(kind: ItemKind, id: string): void {
    const spot = this.#spotOf(kind, id);
    if (!spot) return;
    const items = this.#writable(kind, spot.ownerId);
    const [item] = items.splice(placeOf(items, id, spot), 1);
    if (item) this.#note(kind, item, undefined);
  }

  #spotOf(kind: ItemKind, id: string): Spot | undefined {
    let spots = this.#spots.get(kind);
    if (!spots) {
      if ((this.#walks += 1) <= WALKS_MAX) return spotIn(this.#book, kind, id);
      spots = new Map();
      for (const { item, ownerId, at } of eachItem(this.#book, kind)) if (!spots.has(item.id)) spots.set(item.id, { ownerId, at });
      this.#spots.set(kind, spots);
    }
    return spots.get(id);
  }

  #owner(kind: ItemKind, ownerId: string): Owner | undefined {
    const { parent } = LISTS[kind];
    return parent === 'book' ? this.#book : this.find(parent, ownerId)?.item;
  }

  /** The list of a kind below an owner, ours to change. The owner is known to be there. */
  #writable(kind: ItemKind, ownerId: string): Item[] {
    const owner = this.#writableOwner(kind, ownerId);
    const items = itemsOf(kind, owner);
    if (this.#own.has(items)) return ours(items);
    const copy = [...items];
    this.#own.add(copy);
    Object.assign(owner, LISTS[kind].write(owner as never, copy as never));
    return copy;
  }

  #writableOwner(kind: ItemKind, ownerId: string): Owner {
    const { parent } = LISTS[kind];
    if (parent === 'book') {
      if (!this.#own.has(this.#book)) this.#own.add((this.#book = { ...this.#book }));
      return this.#book;
    }
    const spot = this.#spotOf(parent, ownerId);
    if (!spot) throw new Error(`edit: the owner ${ownerId} is gone`);
    const items = this.#writable(parent, spot.ownerId);
    const at = placeOf(items, ownerId, spot);
    const known = items[at]!;
    if (this.#own.has(known)) return known;
    const copy = { ...known };
    this.#own.add(copy);
    items[at] = copy;
    return copy;
  }

  /** Keeps the ids that are written down true for an item that comes or goes, and for all that it holds. */
  #note(kind: ItemKind, item: Item, spot: Spot | undefined): void {
    const spots = this.#spots.get(kind);
    if (spot) spots?.set(item.id, spot);
    else spots?.delete(item.id);
    for (const inner of HELD[kind]) itemsOf(inner, item).forEach((part, at) => this.#note(inner, part, spot && { ownerId: item.id, at }));
  }
}

/** Where an id stands in a list; lists shift while a step is applied, so a spot is where to look first. */
function placeOf(items: readonly Item[], id: string, spot: Spot | undefined): number {
  if (!spot) return -1;
  if (items[spot.at]?.id === id) return spot.at;
  spot.at = items.findIndex((item) => item.id === id);
  return spot.at;
}

/** The draft made this list itself. */
function ours(items: readonly Item[]): Item[] {
  return items as Item[];
}

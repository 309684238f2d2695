/** The pictures of a wall as they are kept in this tab. Pure. */
import type { Picture } from '@komawari/contract';

type Page = { items: Picture[]; next: string | null };
export type WallPages = { pages: Page[]; pageParams: unknown[] };

/** Puts newer states in the place of older ones, wherever they hang. */
export function withChanged(wall: WallPages, changed: readonly Picture[]): WallPages {
  const byId = new Map(changed.map((picture) => [picture.id, picture]));
  if (!wall.pages.some(({ items }) => items.some(({ id }) => byId.has(id)))) return wall;
  return { ...wall, pages: wall.pages.map((page) => (page.items.some(({ id }) => byId.has(id)) ? { ...page, items: page.items.map((item) => byId.get(item.id) ?? item) } : page)) };
}

export function withoutPictures(wall: WallPages, ids: ReadonlySet<string>): WallPages {
  return { ...wall, pages: wall.pages.map((page) => (page.items.some(({ id }) => ids.has(id)) ? { ...page, items: page.items.filter(({ id }) => !ids.has(id)) } : page)) };
}

/** Puts pictures where they belong by their age; one that hangs already is renewed. */
export function withAdded(wall: WallPages, added: readonly Picture[]): WallPages {
  const known = new Set(wall.pages.flatMap(({ items }) => items.map(({ id }) => id)));
  const fresh = added.filter(({ id }) => !known.has(id));
  const renewed = withChanged(wall, added);
  if (fresh.length === 0) return renewed;
  const pages = renewed.pages.map((page) => ({ ...page, items: [...page.items] }));
  for (const picture of fresh) {
    // Behind the last page that is known, it comes with its own page.
    const page = pages.find(({ items }, index) => (index === pages.length - 1 ? pages[index]?.next === null : false) || items.some((item) => newestFirst(picture, item) < 0));
    if (!page) continue;
    const at = page.items.findIndex((item) => newestFirst(picture, item) < 0);
    page.items.splice(at < 0 ? page.items.length : at, 0, picture);
  }
  return { ...renewed, pages };
}

/**
 * The newest of a wall as the server has them now: what has come hangs in its place, what has changed is renewed, and what is no longer
 * among them, as far down as the answer reaches, is gone. The same wall where nothing has changed.
 */
export function withNewest(wall: WallPages, newest: Page): WallPages {
  const last = newest.items.at(-1);
  const there = new Set(newest.items.map(({ id }) => id));
  const gone = wall.pages.flatMap(({ items }) => items).filter((item) => !there.has(item.id) && (newest.next === null || (last !== undefined && newestFirst(item, last) < 0)));
  const kept = gone.length === 0 ? wall : withoutPictures(wall, new Set(gone.map(({ id }) => id)));
  const known = new Map(kept.pages.flatMap(({ items }) => items.map((item) => [item.id, item])));
  const differing = newest.items.filter((item) => JSON.stringify(known.get(item.id)) !== JSON.stringify(item));
  return differing.length === 0 ? kept : withAdded(kept, differing);
}

/** As the server orders them. */
function newestFirst(one: Pick<Picture, 'createdAt' | 'id'>, other: Pick<Picture, 'createdAt' | 'id'>): number {
  if (one.createdAt !== other.createdAt) return one.createdAt > other.createdAt ? -1 : 1;
  return one.id === other.id ? 0 : one.id > other.id ? -1 : 1;
}

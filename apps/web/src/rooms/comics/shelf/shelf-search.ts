/** What stands in the address of the shelf. */
export type ShelfSearch = { q?: string; sort?: 'changed' | 'title'; state?: 'done' | 'unfinished' };

/** What stands in the address of the shelf; what is none of it is left out. */
export function shelfSearch({ q, sort, state }: Record<string, unknown>): ShelfSearch {
  return {
    ...((typeof q === 'string' || typeof q === 'number') && String(q).trim() !== '' ? { q: String(q).slice(0, 200) } : {}),
    ...(sort === 'changed' || sort === 'title' ? { sort } : {}),
    ...(state === 'done' || state === 'unfinished' ? { state } : {}),
  };
}

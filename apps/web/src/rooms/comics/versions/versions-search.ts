/** What an address says of versions: the list of them, or the one that is compared with now; on the shelf also of which comic. */
export type VersionsSearch = { versions?: string };
export type ShelfVersionsSearch = VersionsSearch & { comic?: string };

/** Of the list. */
export const ALL_VERSIONS = 'all';
const VERSION = /^version_[0-9a-z]{26}$/;
const COMIC = /^comic_[0-9a-z]{26}$/;

/** What is neither the list nor the id of a version is taken out of the address. */
export function versionsSearch({ versions }: Record<string, unknown>): VersionsSearch {
  return said({ versions: typeof versions === 'string' && (versions === ALL_VERSIONS || VERSION.test(versions)) ? versions : undefined });
}

/** Versions of no comic are none, nor is a comic without them. */
export function shelfVersionsSearch(search: Record<string, unknown>): ShelfVersionsSearch {
  const { versions } = versionsSearch(search);
  const { comic } = search;
  return said(versions !== undefined && typeof comic === 'string' && COMIC.test(comic) ? { versions, comic } : { versions: undefined, comic: undefined });
}

/** Keys without a value: what is left unsaid would stay in the address. What is read from them is the same. */
export function said<Key extends string>(search: { [K in Key]: string | undefined }): { [K in Key]?: string } {
  return search as { [K in Key]?: string };
}

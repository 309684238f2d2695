/** Small things kept in this browser. A closed or full storage is no reason to stop. */
export function readKept(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Returns false when the browser keeps nothing. */
export function keep(name: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

/** Names that begin so hold what somebody is writing. It is theirs: it goes when they sign out. */
export const DRAFT = 'koma.draft';
/** Whose account the story was written in; nothing for a guest's. */
export const DRAFT_OF = `${DRAFT}.of`;

export function dropDrafts(): void {
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    for (const name of names) if (name.startsWith(DRAFT)) localStorage.removeItem(name);
  } catch {
    // Nothing is kept here at all.
  }
}

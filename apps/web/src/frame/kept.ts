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

/** Names that begin so hold what somebody is writing. It is theirs: it is out of sight when they sign out, and lies there when they come back. */
export const DRAFT = 'koma.draft';
/** Whose account the story was written in; nothing for a guest's. */
export const DRAFT_OF = `${DRAFT}.of`;
/** With the account behind it: what it left unsent. No page reads it for anybody else. */
const LEFT = 'koma.left.';

/** Off the desk; what has words is kept for `ownerId`. */
export function stowDrafts(ownerId: string): void {
  const story = readKept(DRAFT);
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    for (const name of names) if (name.startsWith(DRAFT)) localStorage.removeItem(name);
  } catch {
    // Nothing is kept here at all.
  }
  if (story !== undefined) stow(ownerId, story);
}

/** The story as JSON, for when its writer is back. An earlier state of the same one gives way. */
export function stow(ownerId: string, story: string): void {
  const text = wordsOf(story);
  if (text.trim() === '') return;
  keep(LEFT + ownerId, JSON.stringify([...leftBy(ownerId).filter((one) => !text.startsWith(wordsOf(one))), story]));
}

/** Puts the last story that an account left back onto the desk, which has to be empty. Returns false when there is none. */
export function takeBackStory(ownerId: string): boolean {
  const left = leftBy(ownerId);
  const story = left.pop();
  if (story === undefined || !keep(DRAFT, story)) return false;
  keep(DRAFT_OF, ownerId);
  keep(LEFT + ownerId, left.length > 0 ? JSON.stringify(left) : undefined);
  return true;
}

function leftBy(ownerId: string): string[] {
  const found = parsed(readKept(LEFT + ownerId));
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
}

function wordsOf(story: string): string {
  const { text, title, notes } = (parsed(story) ?? {}) as Record<string, unknown>;
  return [text, title, notes].find((words): words is string => typeof words === 'string' && words.trim() !== '') ?? '';
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

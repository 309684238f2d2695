/** The difference between two versions of a book that share what did not change. */

type Json = unknown;
/** `path` leads from the book to the changed place; without `value` the key is taken away. */
export type BookPatch = { path: (string | number)[]; value?: Json } | { path: (string | number)[]; splice: { start: number; remove: number; insert: Json[] } };

/**
 * Compares by identity first: parts with `===` are never looked into. Lists are compared from both ends, so that an
 * inserted, removed or moved element costs what changed and not the rest of the list.
 */
export function diffBooks<T extends object>(before: T, after: T): BookPatch[] {
  const patches: BookPatch[] = [];
  compare(before, after, [], patches);
  return patches;
}

function compare(before: Json, after: Json, path: (string | number)[], out: BookPatch[]): void {
  if (Object.is(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path, out);
  if (isRecord(before) && isRecord(after)) {
    for (const key of Object.keys(before)) if (!(key in after) || after[key] === undefined) out.push({ path: [...path, key] });
    for (const key of Object.keys(after)) if (after[key] !== undefined) compare(before[key], after[key], [...path, key], out);
    return;
  }
  out.push({ path, value: after });
}

function compareLists(before: readonly Json[], after: readonly Json[], path: (string | number)[], out: BookPatch[]): void {
  if (before.length === after.length) return after.forEach((item, i) => compare(before[i], item, [...path, i], out));
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  out.push({ path, splice: { start: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) } });
}

/** A new book; everything off the patched paths is shared with `book`, which stays as it is. */
export function patchBook<T extends object>(book: T, patches: readonly BookPatch[]): T {
  return patches.reduce<Json>((now, patch) => patchAt(now, patch, 0), book) as T;
}

function patchAt(at: Json, patch: BookPatch, depth: number): Json {
  const key = patch.path[depth];
  if (key === undefined) return 'splice' in patch ? spliced(at, patch.splice) : patch.value;
  if (Array.isArray(at)) return at.with(Number(key), patchAt(at[Number(key)], patch, depth + 1));
  const next: Record<string, Json> = { ...(isRecord(at) ? at : {}) };
  const isRemoval = depth === patch.path.length - 1 && !('splice' in patch) && patch.value === undefined;
  if (isRemoval) delete next[key];
  else next[key] = patchAt(next[key], patch, depth + 1);
  return next;
}

function spliced(list: Json, { start, remove, insert }: { start: number; remove: number; insert: Json[] }): Json {
  if (!Array.isArray(list)) throw new RangeError('a patch for a list met something else');
  return list.toSpliced(start, remove, ...insert);
}

function isRecord(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tables of models stand in the settings of a provider: ids come and go without us. */

/** Whether an id is of a pattern, in which `*` stands for any characters, or none. */
export function isLike(id: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return id === pattern;
  if (!id.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = id.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return id.length - last.length >= at && id.endsWith(last);
}

/** The first row whose `id` is a pattern of this one. */
export function rowFor<Row extends { id: string }>(rows: readonly Row[], id: string): Row | undefined {
  return rows.find((row) => isLike(id, row.id));
}

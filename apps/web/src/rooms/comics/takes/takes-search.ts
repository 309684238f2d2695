/** What the address of a panel's takes says: the take looked at, or those compared. */
export type TakesSearch = { take?: string; compare?: string[] };

const ID = /^take_\w{1,60}$/;

/** What is no id of a take is left out. */
export function takesSearchOf(search: Record<string, unknown>): TakesSearch {
  const ids = (Array.isArray(search['compare']) ? search['compare'] : []).filter((id): id is string => typeof id === 'string' && ID.test(id));
  const take = search['take'];
  return { ...(typeof take === 'string' && ID.test(take) ? { take } : {}), ...(Array.isArray(search['compare']) ? { compare: ids.slice(0, 8) } : {}) };
}

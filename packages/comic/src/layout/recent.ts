/** Remembers the last few results of a pure function by key: the editor lays the same book out at every step of a drag. */
export type Recent<V> = { of(key: string, make: () => V): V };

export function recent<V>(most: number): Recent<V> {
  const kept = new Map<string, V>();
  return {
    of(key, make) {
      const value = kept.has(key) ? (kept.get(key) as V) : make();
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return value;
    },
  };
}

/** Freezes plain data all the way down, so that nobody changes what is remembered. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}

/** Short-lived copies of what is true elsewhere. Losing everything costs time, never correctness. */
export type Cache<V> = {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  clear(): void;
};

/** A cache of its own for one purpose. */
export type OpenCache = <V>(options: { ttlMs: number; entriesMax: number }) => Cache<V>;

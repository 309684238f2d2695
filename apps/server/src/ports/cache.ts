/** Short-lived copies of what is true elsewhere. Losing everything costs time, never correctness. */
export type Cache<V> = {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  clear(): void;
};

import type { Cache } from '../../../ports/cache.ts';
import type { Clock } from '../../../ports/clock.ts';

/** Keeps at most `entriesMax` values for `ttlMs`; the one set longest ago makes room. */
export function memoryCache<V>(options: { clock: Clock; ttlMs: number; entriesMax: number }): Cache<V> {
  const entries = new Map<string, { value: V; until: number }>();
  const now = () => options.clock.now().getTime();
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry && entry.until > now()) return entry.value;
      entries.delete(key);
      return undefined;
    },
    set(key, value) {
      entries.delete(key);
      const oldest = entries.keys().next();
      if (entries.size >= options.entriesMax && !oldest.done) entries.delete(oldest.value);
      entries.set(key, { value, until: now() + options.ttlMs });
    },
    clear: () => entries.clear(),
  };
}

/** Texts that are being typed and are not yet steps of the book: they become one after a moment, and at once when it matters. */
export type Drafts = { add(flush: () => void): () => void; flush(): void };

export function openDrafts(): Drafts {
  const flushes = new Set<() => void>();
  return {
    add(flush) {
      flushes.add(flush);
      return () => void flushes.delete(flush);
    },
    flush() {
      for (const flush of flushes) flush();
    },
  };
}

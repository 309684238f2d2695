/**
 * Joins calls that come while an earlier batch is under way into one: no wait when there is little to do,
 * few statements when there is much. `work` answers for its items in their order; when a whole batch
 * fails, each item is tried alone, so that one bad item spoils only itself.
 */
export function batched<T, R>(work: (items: readonly T[]) => Promise<readonly R[]>, sizeMax: number): (item: T) => Promise<R> {
  type Waiting = { item: T; resolve(result: R): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let isBusy = false;

  async function drain(): Promise<void> {
    isBusy = true;
    // Calls made in the same turn belong together.
    await Promise.resolve();
    while (waiting.length > 0) await settle(waiting.splice(0, sizeMax));
    isBusy = false;
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item));
      batch.forEach((one, index) => one.resolve(results[index] as R));
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only) return only.reject(error);
      for (const one of batch) await settle([one]);
    }
  }

  return (item) => new Promise((resolve, reject) => {
    waiting.push({ item, resolve, reject });
    if (!isBusy) void drain();
  });
}

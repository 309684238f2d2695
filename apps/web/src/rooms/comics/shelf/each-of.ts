/** Does something for each of many, some at a time; one that fails does not stop the others. `error` is the first failure. */
export async function eachOf<T>(items: readonly T[], act: (item: T) => Promise<unknown>, atOnce = 4): Promise<{ failed: number; error: unknown }> {
  const waiting = [...items];
  const errors: unknown[] = [];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item).catch((error: unknown) => errors.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return { failed: errors.length, error: errors[0] };
}

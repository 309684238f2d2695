import { AsyncLocalStorage, createHook } from 'node:async_hooks';

export type TimerWatch = {
  /** Timers that `work` or what it calls sets are counted from now on. */
  within<T>(work: () => Promise<T>): Promise<T>;
  /** How many of them are set and would keep the process alive. */
  left(): number;
  end(): void;
};

/** Tells one's own timers from those of the fake and of the test runner, which live in the same process. */
export function watchTimers(): TimerWatch {
  const inside = new AsyncLocalStorage<true>();
  const open = new Map<number, { hasRef?(): boolean }>();
  const hook = createHook({
    init(id, type, _, resource) { if (type === 'Timeout' && inside.getStore()) open.set(id, resource); },
    destroy(id) { open.delete(id); },
  }).enable();
  return { within: (work) => inside.run(true, work), left: () => [...open.values()].filter((timer) => timer.hasRef?.() ?? true).length, end: () => { hook.disable(); } };
}

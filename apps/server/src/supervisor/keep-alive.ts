import { setTimeout as sleep } from 'node:timers/promises';

/** Anything that can be started, ends some day, and can be asked to end. */
export interface Unit {
  pid: number;
  exited: Promise<unknown>;
  stop(): Promise<void>;
}

export interface KeptUnit<T extends Unit> {
  current(): T | undefined;
  stop(): Promise<void>;
}

/** Waits before the n-th start in a row; a unit that ran for a minute begins anew. */
const delaysMs = [100, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
const steadyMs = 60_000;

/**
 * Starts a unit again whenever it ends by itself. The first start is the caller's, so that its failure is an error.
 * @param onEnd told of every end that nobody wanted, with the wait before the next start and what happened
 */
export function keepAlive<T extends Unit>(first: T, start: () => Promise<T>, onEnd: (outcome: unknown, delayMs: number) => void): KeptUnit<T> {
  let unit: T | undefined = first;
  const stopping = new AbortController();
  const loop = run();

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      let outcome: unknown;
      try {
        unit ??= await start();
        // Asked to stop while the unit was starting: `stop` may have found nothing to end.
        if (stopping.signal.aborted) return await unit.stop();
        outcome = await unit.exited;
      } catch (error) {
        outcome = error;
      }
      unit = undefined;
      if (stopping.signal.aborted) return;
      failures = performance.now() - startedAt > steadyMs ? 0 : failures + 1;
      const delayMs = delaysMs[Math.min(failures, delaysMs.length) - 1] ?? 100;
      onEnd(outcome, delayMs);
      await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    current: () => unit,
    stop: async () => {
      stopping.abort();
      await unit?.stop();
      await loop;
    },
  };
}

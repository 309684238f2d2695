/** The two things that are measured of a queue: how soon it picks up, and how much it gets done. */
import { setTimeout as sleep } from 'node:timers/promises';

export type Contestant = {
  /** Puts jobs into the queue, all in one transaction. */
  enqueue(marks: readonly string[]): Promise<void>;
  /** Starts a worker that tells the mark of each job whose handler begins. Gives the function that stops it. */
  run(concurrency: number, onStart: (mark: string) => void): Promise<() => Promise<void>>;
  /** Jobs that are not done with yet, books kept. */
  openCount(): Promise<number>;
  close(): Promise<void>;
};

/** Milliseconds from the call of `enqueue` to the first line of the handler, for jobs that come one by one to an idle worker. */
export async function pickUpsOf(contestant: Contestant, options: { concurrency: number; count: number }): Promise<number[]> {
  const started = new Map<string, () => void>();
  const stop = await contestant.run(options.concurrency, (mark) => started.get(mark)?.());
  const waits: number[] = [];
  try {
    for (let i = 0; i < options.count + WARM_UPS; i++) {
      const mark = String(i);
      const begin = performance.now();
      const isStarted = new Promise<number>((resolve) => started.set(mark, () => resolve(performance.now() - begin)));
      await contestant.enqueue([mark]);
      const wait = await isStarted;
      if (i >= WARM_UPS) waits.push(wait);
      // The worker goes idle before the next one comes.
      await sleep(10);
    }
    await done(contestant);
  } finally {
    await stop();
  }
  return waits;
}

/** The first jobs of a new worker find cold code and new connections. */
const WARM_UPS = 5;

/** Jobs a second from the first `enqueue` to the last job done with its books kept; they come in batches, as the panels of a comic do. */
export async function rateOf(contestant: Contestant, options: { concurrency: number; batches: number; batchSize: number }): Promise<number> {
  const count = options.batches * options.batchSize;
  let startedCount = 0;
  let allStarted: () => void = () => undefined;
  const last = new Promise<void>((resolve) => { allStarted = resolve; });
  const stop = await contestant.run(options.concurrency, () => { if ((startedCount += 1) === count) allStarted(); });
  try {
    const begin = performance.now();
    for (let i = 0; i < options.batches; i++) await contestant.enqueue(Array.from({ length: options.batchSize }, (_, k) => `${i}.${k}`));
    await last;
    await done(contestant);
    return (count * 1000) / (performance.now() - begin);
  } finally {
    await stop();
  }
}

async function done(contestant: Contestant): Promise<void> {
  while ((await contestant.openCount()) > 0) await sleep(2);
}

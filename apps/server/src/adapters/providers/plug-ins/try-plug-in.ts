import { Worker } from 'node:worker_threads';

/** As `why` of a plug-in that cannot be loaded; `said` for whoever reads the list of plug-ins. */
export type TrialEnd = { isGood: true } | { isGood: false; why: 'threw' | 'late'; said: string };

/** Of a top-level `await` that nothing will ever end. */
const NEVER_SETTLED = 13;
const MEMORY_MB = 512;

/** Loads it once where it can do no harm. `entry` is a `file:` address. */
export function tryPlugIn(entry: string, timeoutMs: number): Promise<TrialEnd> {
  const { promise, resolve } = Promise.withResolvers<TrialEnd>();
  const late: TrialEnd = { isGood: false, why: 'late', said: secondsOf(timeoutMs) };
  const worker = new Worker(new URL('./trial-thread.ts', import.meta.url), { workerData: { entry }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, stdout: true, stderr: true });
  const timer = setTimeout(() => resolve(late), timeoutMs);
  worker.on('message', () => resolve({ isGood: true }));
  worker.on('error', (error) => resolve({ isGood: false, why: 'threw', said: wordsOf(error) }));
  worker.on('exit', (code) => resolve(code === NEVER_SETTLED ? late : { isGood: false, why: 'threw', said: `process.exit(${code})` }));
  return promise.finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
}

export function secondsOf(timeoutMs: number): string {
  return `${timeoutMs / 1000} s`;
}

/** Of whatever was thrown; one line, cut. */
export function wordsOf(thrown: unknown): string {
  try {
    const words = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return words.replace(/\s+/g, ' ').trim().slice(0, 300);
  } catch {
    return 'something that cannot be shown';
  }
}

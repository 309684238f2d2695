/** The line of jobs before one worker: one at a time, newer calls of a key overtake older ones, crashes do not spread. */
import type { BookShelf, BookVersion } from './book-shelf.ts';
import { EngineError } from './engine-error.ts';
import type { FromWorker, JobName, Jobs, ToWorker } from './messages.ts';
import type { AskOptions, BookId } from './types.ts';

/** The part of `Worker` that is used; a test has its own. */
export type WorkerLike = {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
};

export type JobLine = {
  ask<N extends JobName>(name: N, takes: Jobs[N]['takes'], ask?: AskOptions, about?: BookId): Promise<Jobs[N]['gives']>;
  rest(): void;
};

type Job = {
  number: number;
  name: JobName;
  takes: Jobs[JobName]['takes'];
  about?: { id: BookId; version: BookVersion };
  key?: string;
  end(result: { gives: Jobs[JobName]['gives'] } | { fault: EngineError }): void;
};

/** A long step cannot be stopped from outside: when others wait for it in vain, a new worker is quicker. */
const GRACE_MS = 1000;
/** A worker that ran out of memory may end without a word. */
const JOB_LIMIT_MS = 180_000;

/** `idleMs` without work ends the worker and frees its memory. */
export function jobLine({ start, shelf, idleMs, limitMs = JOB_LIMIT_MS }: { start: () => WorkerLike; shelf: BookShelf; idleMs: number; limitMs?: number }): JobLine {
  const waiting: Job[] = [];
  let running: Job | undefined;
  let worker: WorkerLike | undefined;
  /** Runs out when the worker has been idle, or silent, for too long. */
  let clock: ReturnType<typeof setTimeout> | undefined;
  let count = 0;

  const rest = (): void => {
    clearTimeout(clock);
    worker?.terminate();
    worker = undefined;
    shelf.forgetWorker();
  };
  const settle = (result: Parameters<Job['end']>[0]): void => {
    const job = running;
    running = undefined;
    job?.end(result);
    next();
  };
  const crash = (message: string): void => {
    rest();
    if (running) settle({ fault: new EngineError('crashed', message) });
  };
  const ready = (): WorkerLike => {
    if (worker) return worker;
    worker = start();
    worker.onerror = (event) => crash(event.message || 'the worker ended');
    worker.onmessageerror = () => crash('a message could not be read');
    worker.onmessage = ({ data }) => {
      if (data.number === running?.number) settle(data.type === 'done' ? { gives: data.gives } : { fault: new EngineError(data.code, data.message) });
    };
    return worker;
  };
  const next = (): void => {
    if (running) return;
    clearTimeout(clock);
    running = waiting.shift();
    if (!running) {
      if (worker) clock = setTimeout(rest, idleMs);
      return;
    }
    try {
      const to = ready();
      for (const news of [...shelf.closings(), ...(running.about ? shelf.newsFor(running.about.id, running.about.version) : [])]) to.postMessage(news);
      clock = setTimeout(() => crash('no answer'), limitMs);
      to.postMessage({ type: 'job', number: running.number, name: running.name, takes: running.takes });
    } catch (cause) {
      crash(cause instanceof Error ? cause.message : String(cause));
    }
  };
  /** The worker looks for a cancel between two steps; until it answers, the next job waits. */
  const abandon = (job: Job): void => {
    worker?.postMessage({ type: 'cancel', number: job.number });
    setTimeout(() => {
      if (running !== job || waiting.length === 0) return;
      rest();
      settle({ fault: new EngineError('cancelled') });
    }, GRACE_MS);
  };
  const drop = (job: Job, fault: EngineError): void => {
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
    else if (job === running) abandon(job);
    job.end({ fault });
  };

  return {
    rest() {
      rest();
      if (running) settle({ fault: new EngineError('cancelled') });
    },
    ask<N extends JobName>(name: N, takes: Jobs[N]['takes'], { key, signal }: AskOptions = {}, about?: BookId): Promise<Jobs[N]['gives']> {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) throw new EngineError('cancelled');
        const version = about === undefined ? undefined : { id: about, version: shelf.versionOf(about) };
        const onAbort = (): void => drop(job, new EngineError('cancelled'));
        const job: Job = {
          number: ++count, name, takes, ...(version ? { about: version } : {}), ...(key === undefined ? {} : { key }),
          end(result) {
            signal?.removeEventListener('abort', onAbort);
            if ('fault' in result) reject(result.fault);
            // The answer to job N is of N's type: the worker's table of jobs is typed by the same list.
            else resolve(result.gives as Jobs[N]['gives']);
          },
        };
        signal?.addEventListener('abort', onAbort);
        if (key !== undefined) for (const older of [...waiting, ...(running ? [running] : [])]) if (older.key === key) drop(older, new EngineError('superseded'));
        waiting.push(job);
        next();
      });
    },
  };
}

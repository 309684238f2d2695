import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEngine } from './client.ts';
import type { WorkerLike } from './job-line.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Book } from './types.ts';

/** A worker that answers when it is told to. */
class SlowWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  heard: ToWorker[] = [];
  isEnded = false;
  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(): void {
    const job = this.heard.findLast((message) => message.type === 'job');
    if (job?.type === 'job') this.onmessage?.({ data: { type: 'done', number: job.number, gives: 'en' } } as MessageEvent<FromWorker>);
  }
  get jobs(): number {
    return this.heard.filter((message) => message.type === 'job').length;
  }
}

const workers: SlowWorker[] = [];
const start = (): SlowWorker => {
  const worker = new SlowWorker();
  workers.push(worker);
  return worker;
};
const code = (call: Promise<unknown>): Promise<string> => call.then(() => 'done', (error: { code: string }) => error.code);

beforeEach(() => {
  workers.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('no worker starts before the first call, and it ends when it was idle for long', async () => {
  const engine = createEngine(start, 1000);
  expect(workers).toHaveLength(0);
  const call = engine.detectLanguage('hello');
  workers[0]!.answer();
  expect(await call).toBe('en');
  vi.advanceTimersByTime(999);
  expect(workers[0]!.isEnded).toBe(false);
  vi.advanceTimersByTime(1);
  expect(workers[0]!.isEnded).toBe(true);
});

test('a newer call of the same key overtakes those that wait and the one that runs', async () => {
  const engine = createEngine(start);
  const first = code(engine.detectLanguage('1', { key: 'k' }));
  const second = code(engine.detectLanguage('2', { key: 'k' }));
  const third = code(engine.detectLanguage('3', { key: 'k' }));
  expect(await first).toBe('superseded');
  expect(await second).toBe('superseded');
  expect(workers[0]!.jobs).toBe(1);
  expect(workers[0]!.heard.at(-1)).toMatchObject({ type: 'cancel' });
  workers[0]!.answer();
  expect(workers[0]!.jobs).toBe(2);
  workers[0]!.answer();
  expect(await third).toBe('done');
});

test('a long step that nobody wants any more does not hold up the next call', async () => {
  const engine = createEngine(start);
  void code(engine.scriptBook('long', {}, { key: 'k' }));
  const next = code(engine.scriptBook('short', {}, { key: 'k' }));
  vi.advanceTimersByTime(1000);
  expect(workers[0]!.isEnded).toBe(true);
  workers[1]!.answer();
  expect(await next).toBe('done');
});

test('a crash fails what ran, and what waited runs in a new worker with its books', async () => {
  const engine = createEngine(start);
  const book = { title: 'A', chapters: [] } as unknown as Book;
  engine.openBook('a', book);
  const first = code(engine.planPages('a'));
  const second = code(engine.planPages('a'));
  workers[0]!.onerror?.({ message: 'out of memory' } as ErrorEvent);
  expect(await first).toBe('crashed');
  expect(workers[0]!.isEnded).toBe(true);
  expect(workers[1]!.heard[0]).toMatchObject({ type: 'open', id: 'a' });
  workers[1]!.answer();
  expect(await second).toBe('done');
});

test('a book is sent once, then only what changed, and calls see the version of their time', async () => {
  const engine = createEngine(start);
  const book = { title: 'A', chapters: [] } as unknown as Book;
  engine.openBook('a', book);
  void engine.planPages('a');
  const waiting = engine.planPages('a');
  engine.openBook('a', { ...book, title: 'B' });
  const after = engine.planPages('a');
  workers[0]!.answer();
  workers[0]!.answer();
  await waiting;
  workers[0]!.answer();
  await after;
  expect(workers[0]!.heard.map(({ type }) => type)).toEqual(['open', 'job', 'job', 'patch', 'job']);
  engine.closeBook('a');
  expect(await code(engine.planPages('a'))).toBe('no-such-book');
});

test('a worker that never answers is given up', async () => {
  const engine = createEngine(start);
  const call = code(engine.detectLanguage('x'));
  vi.advanceTimersByTime(180_000);
  expect(await call).toBe('crashed');
});

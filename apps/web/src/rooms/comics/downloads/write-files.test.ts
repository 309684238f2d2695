import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../../api/call.ts';
import { writeBundle, writeFiles, type Stage } from './write-files.ts';

type Reply = { status: number; body: unknown };
const task = (id: string, state: string, progress = { done: 0, total: 0 }) => ({ status: 200, body: { id, state, progress, error: null } });
const refusal = (code: string) => ({ status: 409, body: { error: { code, message: code } } });
const comicWith = (...files: object[]) => ({ status: 200, body: { files } });
const OLD = { id: 'cmc_1', state: 'done', revision: 3, pagesRevision: 2 } as const;
const NEW = { ...OLD, pagesRevision: 3 } as const;

let asked: string[];
let replies: Record<string, Reply[]>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  vi.stubGlobal('fetch', async (address: string, { method }: { method: string }) => {
    const name = `${method} ${address.split('/').at(-1)}`;
    asked.push(name);
    const list = replies[name] ?? [];
    const reply = list.length > 1 ? list.shift() : list[0];
    return Response.json(reply?.body, { status: reply?.status ?? 404 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function ended<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  await vi.runAllTimersAsync();
  return work;
}

test('pages that are current are written at once, and only the files of this task are given', async () => {
  replies = { 'POST exports': [task('t1', 'running')], 'GET t1': [task('t1', 'running', { done: 1, total: 2 }), task('t1', 'done')], 'GET cmc_1': [comicWith({ taskId: 't0' }, { taskId: 't1', name: 'a.pdf' })] };
  const stages: Stage[] = [];
  expect(await ended(writeFiles(NEW, { format: 'pdf' }, (stage) => stages.push(stage)))).toEqual([{ taskId: 't1', name: 'a.pdf' }]);
  expect(stages).toContainEqual({ what: 'write', done: 1, total: 2 });
  expect(asked).not.toContain('POST update');
});

test('what is being made already is waited for, then the pages are brought up to date', async () => {
  replies = { 'POST update': [refusal('comics.busy'), refusal('comics.busy'), task('u1', 'queued')], 'GET u1': [task('u1', 'done')], 'POST exports': [task('t1', 'done')], 'GET cmc_1': [comicWith({ taskId: 't1' })] };
  expect(await ended(writeFiles(OLD, { format: 'cbz' }))).toHaveLength(1);
  expect(asked).toEqual(['POST update', 'POST update', 'POST update', 'GET u1', 'POST exports', 'GET cmc_1']);
});

test('a book that is changed meanwhile is brought up to date again, but not for ever', async () => {
  replies = { 'POST update': [task('u1', 'done')], 'POST exports': [refusal('comics.pages-outdated'), task('t1', 'done')], 'GET cmc_1': [comicWith({ taskId: 't1' })] };
  expect(await ended(writeFiles(NEW, { format: 'pdf' }))).toHaveLength(1);
  expect(asked).toEqual(['POST exports', 'POST update', 'POST exports', 'GET cmc_1']);
  replies = { 'POST update': [task('u1', 'done')], 'POST exports': [refusal('comics.pages-outdated')] };
  await expect(ended(writeFiles(NEW, { format: 'pdf' }))).rejects.toMatchObject({ code: 'comics.pages-outdated' });
});

test('a bundle asks for no pages; what went wrong is thrown', async () => {
  replies = { 'POST exports': [task('t1', 'done')], 'GET cmc_1': [comicWith({ taskId: 't1' })] };
  expect(await ended(writeBundle('cmc_1'))).toHaveLength(1);
  replies = { 'POST exports': [{ status: 200, body: { id: 't1', state: 'failed', error: { code: 'server.storage', message: 'full' } } }] };
  await expect(ended(writeFiles(OLD, { format: 'koma' }))).rejects.toBeInstanceOf(ApiError);
  expect(asked).not.toContain('POST update');
});

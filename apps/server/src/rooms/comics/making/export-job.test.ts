import { Comic, type ExportWish, type Task } from '@komawari/contract';
import type { ExportOptions, ExportTools } from '@komawari/comic/make';
import { bootServer, eventually, fakeEngine, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../kernel/errors.ts';
import { choicesOf, markedName, markOf } from './export-choices.ts';

type Seen = { format: string; options: ExportOptions; tools: Partial<ExportTools> };

let server: BootedServer;
let author: Account;
let comicId = '';
const seen: Seen[] = [];
let atWork: (() => Promise<void>) | undefined;

beforeAll(async () => {
  const engine = fakeEngine();
  server = await bootServer({
    hasWorker: true,
    films: { encodeFilm: () => Promise.reject(new AppError('exports.no-ffmpeg')) },
    engine: {
      ...engine,
      async exportBook(format, finished, tools, options) {
        seen.push({ format, options, tools });
        options.onProgress?.(1, 4);
        await atWork?.();
        if (format === 'mp4') await tools.encodeFilm?.({ kind: 'mp4', width: 2, height: 2, channels: 1, framesPerSecond: 1, frameCount: 1, sizeMaxBytes: 1 }, async function* () { yield new Uint8Array(4); });
        return engine.exportBook(format, finished, tools, options);
      },
    },
  });
  author = await server.account('user');
  const made = await server.call('POST', '/api/v1/comics', { headers: author.headers, body: { text: 'The rain\nA fox ran.' } });
  comicId = (made.body as { id: string }).id;
  await eventually('the comic is done', async () => (await read()).state === 'done', 60_000);
}, 60_000);
afterAll(() => server.close());

async function read(): Promise<Comic> {
  return Comic.parse((await server.call('GET', `/api/v1/comics/${comicId}`, { headers: author.headers })).body);
}

async function begin(body: Partial<ExportWish>): Promise<Task> {
  const reply = await server.call('POST', `/api/v1/comics/${comicId}/exports`, { headers: author.headers, body });
  expect(reply.status, reply.text).toBe(202);
  return reply.body as Task;
}

const taskOf = async (id: string) => (await server.call('GET', `/api/v1/tasks/${id}`, { headers: author.headers })).body as Task;
const ended = (id: string) => eventually('the export ends', async () => { const task = await taskOf(id); return !['queued', 'running'].includes(task.state) && task; }, 30_000);

describe('an export', () => {
  test('is written as it was wished, and its name says how', async () => {
    const task = await begin({ format: 'pdf', dpi: 300, withCropMarks: true });
    expect(await ended(task.id)).toMatchObject({ state: 'done', error: null });
    expect(seen.at(-1)).toMatchObject({ format: 'pdf', options: { dpi: 300, withBleed: true, withCropMarks: true } });
    expect((await read()).files.filter((file) => file.taskId === task.id).map((file) => file.name)).toEqual(['The rain-300dpi-print.pdf']);
    expect((await begin({ format: 'pdf', dpi: 300, withCropMarks: true, withBleed: true, teaser: 'square' })).id).toBe(task.id);
    expect((await begin({ format: 'pdf', dpi: 300 })).id).not.toBe(task.id);
  });

  test('has the tools for layers, films and small pictures, and the size of slices', async () => {
    await ended((await begin({ format: 'webtoon', slices: 'tapas' })).id);
    expect(seen.at(-1)?.options.slices).toEqual({ width: 940, maxHeight: 4000 });
    expect(Object.keys(seen.at(-1)?.tools ?? {})).toEqual(expect.arrayContaining(['rasteriseClear', 'encodeWebp', 'encodeFilm', 'findPicture']));
  });

  test('tells how far it is while it runs', async () => {
    let goOn = (): void => undefined;
    atWork = () => new Promise((resolve) => { goOn = resolve; });
    const { id } = await begin({ format: 'cbz' });
    await eventually('progress is told', async () => (await taskOf(id)).progress.total === 4);
    expect(await taskOf(id)).toMatchObject({ state: 'running', progress: { done: 1, total: 4, failed: 0 } });
    atWork = undefined;
    goOn();
    expect(await ended(id)).toMatchObject({ state: 'done', progress: { total: 0 } });
  });

  test('without ffmpeg ends at once, with a sentence that says what to do', async () => {
    const before = seen.length;
    const task = await ended((await begin({ format: 'mp4' })).id);
    expect(task).toMatchObject({ state: 'failed', error: { code: 'exports.no-ffmpeg' } });
    expect(task.error?.message).toContain('apt-get install ffmpeg');
    expect(seen.length).toBe(before + 1);
  });
});

test('what a format does not know is left aside', () => {
  expect(choicesOf({ format: 'cbz', dpi: 150, withBleed: true, slices: 'phone', teaser: 'square' })).toEqual({});
  expect(choicesOf({ format: 'psd', dpi: 150, withCropMarks: true, withBleed: true })).toEqual({ withBleed: true });
  expect([markOf({ dpi: 150 }), markOf({ dpi: 300, withBleed: true }), markOf({ dpi: 150, teaser: 'square' })]).toEqual(['', '-300dpi-bleed', '-square']);
  expect([markedName('Rain. A story.pdf', '-print'), markedName('Rain', '-ja')]).toEqual(['Rain. A story-print.pdf', 'Rain-ja']);
});

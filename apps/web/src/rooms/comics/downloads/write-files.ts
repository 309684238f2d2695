/** From a wish for files to the files. Goes on when the page that asked is left or changes: the files were asked for. */
import type { Comic, ExportWish, Task } from '@komawari/contract';
import { ApiError } from '../../../api/call.ts';
import { exportComic, getComic, getTask } from '../../../api/comics.ts';
import { updateComic } from '../../../api/comics-drawing.ts';

export type Stage = { what: 'update' | 'write'; done: number; total: number };
export type Wish = Partial<ExportWish> & Pick<ExportWish, 'format'>;
type OnStage = (stage: Stage) => void;

const ASK_MS = 600;
/** The book may be changed again while its pages are brought up to date. */
const TRIES = 3;

/** Brings the pages up to date where they are not, has the files written, and waits. The same wish for the same book gives the same files. Throws ApiError. */
export async function writeFiles(comic: { id: string } & Pick<Comic, 'state' | 'revision' | 'pagesRevision'>, wish: Wish, onStage: OnStage = () => undefined): Promise<Comic['files']> {
  // A bundle is the book itself, whatever its pages show.
  let isCurrent = wish.format === 'koma' || (comic.state === 'done' && comic.revision === comic.pagesRevision);
  for (let tries = 1; ; tries += 1) {
    if (!isCurrent) await untilDone(await begunUpdate(comic.id, onStage), ({ done, total }) => onStage({ what: 'update', done, total }));
    try {
      return await exportFiles(comic.id, wish, onStage);
    } catch (error) {
      isCurrent = false;
      if (tries >= TRIES || !(error instanceof ApiError) || error.code !== 'comics.pages-outdated') throw error;
    }
  }
}

/** The book as one bundle that imports back. */
export function writeBundle(comicId: string): Promise<Comic['files']> {
  return exportFiles(comicId, { format: 'koma' }, () => undefined);
}

async function exportFiles(comicId: string, wish: Wish, onStage: OnStage): Promise<Comic['files']> {
  const task = await untilDone(await exportComic(comicId, wish), ({ done, total }) => onStage({ what: 'write', done, total }));
  return (await getComic(comicId)).files.filter((file) => file.taskId === task.id);
}

/** What is being made already comes first. */
async function begunUpdate(comicId: string, onStage: OnStage): Promise<Task> {
  for (;;) {
    try {
      return await updateComic(comicId);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'comics.busy') throw error;
      onStage({ what: 'update', done: 0, total: 0 });
      await pause();
    }
  }
}

async function untilDone(begun: Task, onProgress: (progress: Task['progress']) => void): Promise<Task> {
  let task = begun;
  while (task.state === 'queued' || task.state === 'running') {
    onProgress(task.progress);
    await pause();
    // A cut on the way is waited out: the work goes on without us.
    task = await getTask(task.id).catch((error: unknown) => { if (error instanceof ApiError && error.code === 'offline') return task; throw error; });
  }
  if (task.error) throw new ApiError(task.error.code, task.error.message, 0);
  if (task.state !== 'done') throw new ApiError('server.error', '', 0);
  return task;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ASK_MS));
}

export function saveFile(file: Comic['files'][number]): void {
  const link = document.createElement('a');
  link.href = file.address;
  link.download = file.name;
  link.click();
}

export function sizeText(sizeBytes: number, language: string): string {
  const [value, unit] = sizeBytes < 1_000_000 ? [sizeBytes / 1000, 'kilobyte'] : [sizeBytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** From a wish for files to the files. */
import type { Comic, ExportWish, Task } from '@komawari/contract';
import { ApiError } from '../../../api/call.ts';
import { exportComic, getComic, getTask } from '../../../api/comics.ts';
import { updateComic } from '../../../api/comics-drawing.ts';

export type Stage = { what: 'update' | 'write'; done: number; total: number };
export type Wish = Partial<ExportWish> & Pick<ExportWish, 'format'>;
type Follow = { signal: AbortSignal; onStage: (stage: Stage) => void };

const ASK_MS = 600;

/** Brings the pages up to date where they are not, has the files written, and waits. The same wish for the same book gives the same files. */
export async function writeFiles(comic: Pick<Comic, 'id' | 'revision' | 'pagesRevision'>, wish: Wish, { signal, onStage }: Follow): Promise<Comic['files']> {
  if (comic.revision !== comic.pagesRevision) await untilDone(await updateComic(comic.id), signal, ({ done, total }) => onStage({ what: 'update', done, total }));
  const task = await untilDone(await exportComic(comic.id, wish), signal, ({ done, total }) => onStage({ what: 'write', done, total }));
  return (await getComic(comic.id, signal)).files.filter((file) => file.taskId === task.id);
}

async function untilDone(begun: Task, signal: AbortSignal, onProgress: (progress: Task['progress']) => void): Promise<Task> {
  let task = begun;
  while (task.state === 'queued' || task.state === 'running') {
    onProgress(task.progress);
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    signal.throwIfAborted();
    // A cut on the way is waited out: the work goes on without us.
    task = await getTask(task.id).catch((error: unknown) => { if (error instanceof ApiError && error.code === 'offline') return task; throw error; });
  }
  if (task.error) throw new ApiError(task.error.code, task.error.message, 0);
  if (task.state !== 'done') throw new ApiError('server.error', '', 0);
  return task;
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

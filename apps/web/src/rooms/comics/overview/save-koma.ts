import { ApiError } from '../../../api/call.ts';
import { exportComic, getComic, getTask } from '../../../api/comics.ts';
import { isEnded } from './making.ts';

const ASK_MS = 600;

/** Writes the project bundle of a finished comic and hands it to the browser. Asking again gives the file that is there. Throws ApiError. */
export async function saveKoma(comicId: string): Promise<void> {
  let task = await exportComic(comicId, { format: 'koma' });
  while (!isEnded(task.state)) {
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    task = await getTask(task.id);
  }
  if (task.error) throw new ApiError(task.error.code, task.error.message, 0);
  const files = (await getComic(comicId)).files.filter((file) => file.format === 'koma' && !file.isOutdated);
  for (const file of files) {
    const link = document.createElement('a');
    link.href = file.address;
    link.download = file.name;
    link.click();
  }
}

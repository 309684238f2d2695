import type { App } from '../../../kernel/app.ts';
import type { Chore } from '../../../kernel/chores.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { findRules } from './keeping-store.ts';
import { runKeeping } from './run-keeping.ts';
import { remakeThumbnails } from './thumbnails.ts';

/** Nothing is read where no rule takes anything. */
export const keepPictures: Chore = {
  name: 'studio.keep', everyMs: 10 * 60_000,
  async run(app, stop) {
    const { keepDays, quotaBytes, totalBytes } = await findRules(app.client.db);
    if (keepDays === 0 && quotaBytes === 0 && totalBytes === 0) return;
    while (!stop.aborted && !(await runKeeping(app, stop)).plan.isWhole);
  },
};

export function smallPictures(pictures: PictureTools): Chore {
  return { name: 'studio.thumbnails', everyMs: 10 * 60_000, run: (app: App, stop) => remakeThumbnails(app, pictures, stop) };
}

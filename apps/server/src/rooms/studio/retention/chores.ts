import type { App } from '../../../kernel/app.ts';
import type { Chore } from '../../../kernel/chores.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { findRules, removeUnusedGiven } from './keeping-store.ts';
import { runKeeping } from './run-keeping.ts';
import { remakeThumbnails } from './thumbnails.ts';

const DAY_MS = 86_400_000;
/** Long enough for a draft that names one to be gone on with. */
const GIVEN_DAYS = 30;

/** Nothing is read where no rule takes anything. */
export const keepPictures: Chore = {
  name: 'studio.keep', everyMs: 10 * 60_000,
  async run(app, stop) {
    await removeUnusedGiven(app.client.db, new Date(app.ports.clock.now().getTime() - GIVEN_DAYS * DAY_MS));
    const { keepDays, quotaBytes, totalBytes } = await findRules(app.client.db);
    if (keepDays === 0 && quotaBytes === 0 && totalBytes === 0) return;
    while (!stop.aborted && !(await runKeeping(app, stop)).plan.isWhole);
  },
};

export function smallPictures(pictures: PictureTools): Chore {
  return { name: 'studio.thumbnails', everyMs: 10 * 60_000, run: (app: App, stop) => remakeThumbnails(app, pictures, stop) };
}

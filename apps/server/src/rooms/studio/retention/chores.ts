import type { App } from '../../../kernel/app.ts';
import type { Chore } from '../../../kernel/chores.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { findRules, removeUnusedGiven } from './keeping-store.ts';
import { goesOn, runKeeping } from './run-keeping.ts';
import { remakeThumbnails } from './thumbnails.ts';

const DAY_MS = 86_400_000;
/** Long enough for a draft that names one to be gone on with. */
const GIVEN_DAYS = 30;

/** No picture is read where no rule takes any. */
export const keepPictures: Chore = {
  name: 'studio.keep', everyMs: 10 * 60_000,
  async run(app, stop) {
    const { keepDays, quotaBytes, totalBytes } = await findRules(app.client.db);
    if (keepDays === 0 && quotaBytes === 0 && totalBytes === 0) return;
    while (!stop.aborted && goesOn(await runKeeping(app, stop)));
  },
};

/** It reads all recipes, so each process does it once a day; asked more often, since many a process does not live for a day. */
export function tidyGiven(): Chore {
  let doneMs: number | undefined;
  return {
    name: 'studio.given', everyMs: 10 * 60_000,
    async run(app) {
      const nowMs = app.ports.clock.now().getTime();
      if (doneMs !== undefined && nowMs - doneMs < DAY_MS) return;
      await removeUnusedGiven(app.client.db, new Date(nowMs - GIVEN_DAYS * DAY_MS));
      doneMs = nowMs;
    },
  };
}

export function smallPictures(pictures: PictureTools): Chore {
  return { name: 'studio.thumbnails', everyMs: 10 * 60_000, run: (app: App, stop) => remakeThumbnails(app, pictures, stop) };
}

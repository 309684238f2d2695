import { inTransaction } from '../../../db/transaction.ts';
import type { Chore } from '../../../kernel/chores.ts';
import { findRules } from '../retention/keeping-store.ts';
import { removeTrashedBefore } from './change-store.ts';
import { removeOldZips } from './zip-store.ts';

const DAY_MS = 86_400_000;
const BATCH = 500;

/** The trash empties itself, a few hundred pictures at a time; what was put together for a download is forgotten after its day. */
export const tidyPictures: Chore = {
  name: 'studio.tidy', everyMs: 10 * 60_000,
  async run(app, stop) {
    const now = app.ports.clock.now();
    await removeOldZips(app.client.db, now);
    const before = new Date(now.getTime() - (await findRules(app.client.db)).trashDays * DAY_MS);
    while (!stop.aborted && (await inTransaction(app.client.db, (tx) => removeTrashedBefore(tx, before, BATCH))) === BATCH);
  },
};

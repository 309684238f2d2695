import type { Chore } from '../../kernel/chores.ts';
import { sendWaitingLetters } from './letters/send-letter.ts';
import { removeOldTokens } from './one-time-store.ts';
import { removeDueAccounts } from './own/deletion.ts';
import { removeOldExports } from './own/export-store.ts';
import { removeExpiredSessions } from './session/session-store.ts';
import { removeOldAttempts } from './throttle-store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Letters that nobody took yet, or whose process ended with them in hand. */
export const sendLetters: Chore = { name: 'accounts.letters', everyMs: 30_000, run: sendWaitingLetters };

/** Ends what has had its time: accounts after their grace, sessions, links, exports, counts of attempts. */
export const tidyAccounts: Chore = {
  name: 'accounts.tidy', everyMs: 10 * 60_000,
  async run(app, stop) {
    const now = app.ports.clock.now();
    const { db } = app.client;
    await removeDueAccounts(app, stop);
    await removeExpiredSessions(db, now);
    await removeOldExports(db, now);
    // A link used a week ago still answers that it was used; later it is unknown.
    await removeOldTokens(db, new Date(now.getTime() - 7 * DAY_MS));
    await removeOldAttempts(db, new Date(now.getTime() - DAY_MS));
  },
};

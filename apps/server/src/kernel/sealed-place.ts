import { sealAnew, type Sealing } from './seal.ts';

/** One column of sealed texts. */
export type SealedPlace<Db> = {
  /** As the command line names it. */
  name: string;
  purpose: string;
  /** The next rows in the order of their ids, which own their seals. */
  list(db: Db, after: string, limit: number): Promise<{ id: string; sealed: string }[]>;
  /** Exchanges the text where it still is the one that was read. */
  replace(db: Db, row: { id: string; from: string; to: string }): Promise<void>;
};

/** `unreadable`: sealed with none of the keys there are; left as it was. */
export type SealedCount = { name: string; sealed: number; unreadable: number };

const ROWS_AT_ONCE = 200;

/**
 * Seals with the present key what an old one sealed. Can end at any moment and begin again: each row is whole before and
 * after, and one that is changed meanwhile is met by the next round, until a round finds nothing to do.
 */
export async function sealAllAnew<Db>(db: Db, keys: Pick<Sealing, 'keyB64' | 'oldKeysB64'>, places: readonly SealedPlace<Db>[]): Promise<SealedCount[]> {
  const counts: SealedCount[] = [];
  for (const place of places) {
    let sealed = 0;
    for (;;) {
      const round = await sealRound(db, keys, place);
      sealed += round.sealed;
      if (round.sealed > 0) continue;
      counts.push({ name: place.name, sealed, unreadable: round.unreadable });
      break;
    }
  }
  return counts;
}

async function sealRound<Db>(db: Db, keys: Pick<Sealing, 'keyB64' | 'oldKeysB64'>, place: SealedPlace<Db>): Promise<{ sealed: number; unreadable: number }> {
  const round = { sealed: 0, unreadable: 0 };
  let after = '';
  for (;;) {
    const rows = await place.list(db, after, ROWS_AT_ONCE);
    for (const { id, sealed: from } of rows) {
      const anew = sealAnew(from, { ...keys, purpose: place.purpose, owner: id });
      if (anew === 'unreadable') round.unreadable += 1;
      else if (anew !== 'as-is') {
        await place.replace(db, { id, from, to: anew.sealed });
        round.sealed += 1;
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) return round;
    after = last.id;
  }
}

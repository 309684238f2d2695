/** The SQL of letters on their way. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';
import type { SealedPlace } from '../../../kernel/sealed-place.ts';

export type LetterRow = { id: string; kind: string; sealed: string; tries: number; give_up_at: Date };

export async function addLetter(db: Db | Tx, letter: { id: string; kind: string; sealed: string; nextAt: Date; giveUpAt: Date; now: Date }): Promise<void> {
  await db.insertInto('letter').values({ id: letter.id, kind: letter.kind, sealed: letter.sealed, next_at: letter.nextAt, give_up_at: letter.giveUpAt, created_at: letter.now }).execute();
}

export async function removeLetter(db: Db, id: string): Promise<void> {
  await db.deleteFrom('letter').where('id', '=', id).execute();
}

/** Takes the letter that has waited longest, so that no other process takes it before `nextAt`. */
export async function claimLetter(db: Db, { now, nextAt }: { now: Date; nextAt: Date }): Promise<LetterRow | undefined> {
  const { rows } = await sql<LetterRow>`
    update letter set tries = tries + 1, next_at = ${nextAt}
    where id = (select id from letter where next_at <= ${now} order by next_at limit 1 for update skip locked)
    returning id, kind, sealed, tries, give_up_at`.execute(db);
  return rows[0];
}

export async function setNextTry(db: Db, id: string, nextAt: Date): Promise<void> {
  await db.updateTable('letter').set({ next_at: nextAt }).where('id', '=', id).execute();
}

export const LETTER_SEAL = 'letter';

export const sealedLetters: SealedPlace<Db> = {
  name: 'letters on their way', purpose: LETTER_SEAL,
  list: (db, after, limit) => db.selectFrom('letter').select(['id', 'sealed']).where('id', '>', after).orderBy('id').limit(limit).execute(),
  async replace(db, { id, from, to }) { await db.updateTable('letter').set({ sealed: to }).where('id', '=', id).where('sealed', '=', from).execute(); },
};

/** The SQL of lists of words. */
import type { OwnerRef } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/client.ts';

export async function findWordLists(db: Db | Tx, owner: OwnerRef): Promise<{ name: string; lines: string[] }[]> {
  return db.selectFrom('word_list').select(['name', 'lines']).where('owner', '=', owner).orderBy('name').execute();
}

/** One after another for one owner, until the transaction ends: so that the limit holds. */
export async function lockWordLists(tx: Tx, owner: OwnerRef): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`word_list ${owner}`}, 0))`.execute(tx);
}

export async function saveWordList(tx: Tx, list: { owner: OwnerRef; name: string; lines: readonly string[]; now: Date }): Promise<void> {
  const kept = { lines: JSON.stringify(list.lines), changed_at: list.now };
  await tx.insertInto('word_list').values({ owner: list.owner, name: list.name, ...kept }).onConflict((conflict) => conflict.columns(['owner', 'name']).doUpdateSet(kept)).execute();
}

export async function deleteWordList(tx: Tx, owner: OwnerRef, name: string): Promise<void> {
  await tx.deleteFrom('word_list').where('owner', '=', owner).where('name', '=', name).execute();
}

/** One that the other has under its name stays the other's. */
export async function moveWordLists(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number> {
  const { rows } = await sql`
    update word_list set owner = ${to} where owner = ${from} and not exists (select from word_list as there where there.owner = ${to} and there.name = word_list.name) returning name`.execute(tx);
  await deleteWordLists(tx, from);
  return rows.length;
}

export async function deleteWordLists(tx: Tx, owner: OwnerRef): Promise<void> {
  await tx.deleteFrom('word_list').where('owner', '=', owner).execute();
}

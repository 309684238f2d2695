/** The SQL of what the site's owner sets while the program runs. */
import { SignUpMode } from '@komawari/contract';
import { sql } from 'kysely';
import type { Db, Tx } from '../../db/client.ts';

const SIGN_UP = 'accounts.sign-up-mode';

/** Undefined when nobody has chosen, or the stored choice is not known here. */
export async function findSignUpMode(db: Db | Tx): Promise<SignUpMode | undefined> {
  const row = await db.selectFrom('site_setting').select('value').where('name', '=', SIGN_UP).executeTakeFirst();
  return SignUpMode.safeParse(row?.value).data;
}

export async function saveSignUpMode(tx: Tx, mode: SignUpMode, change: { by: string; now: Date }): Promise<void> {
  const value = JSON.stringify(mode);
  await tx.insertInto('site_setting').values({ name: SIGN_UP, value, changed_at: change.now, changed_by: change.by })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, changed_at: change.now, changed_by: change.by })).execute();
}

export async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from "user" where state = 'pending'`.execute(db);
  return rows[0]?.count ?? 0;
}

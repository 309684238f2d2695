/** The SQL that changes pictures of one owner: each statement names the owner, so another's are as if they were not there. */
import type { OwnerRef } from '@komawari/contract';
import { PICTURE_TAGS_MAX } from '@komawari/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../db/client.ts';

type Of = { owner: OwnerRef; ids: readonly string[] };

export async function setFavourite(tx: Tx, { owner, ids }: Of, isFavourite: boolean): Promise<string[]> {
  return idsOf(await tx.updateTable('picture').set({ is_favourite: isFavourite }).where('owner', '=', owner).where('id', 'in', [...ids]).returning('id').execute());
}

export async function setNote(tx: Tx, id: string, note: string): Promise<void> {
  await tx.updateTable('picture').set({ note }).where('id', '=', id).execute();
}

export async function setTags(tx: Tx, id: string, tags: readonly string[]): Promise<void> {
  await tx.updateTable('picture').set({ tags: [...new Set(tags)].sort() }).where('id', '=', id).execute();
}

/** Those that would have too many stay as they are. */
export async function changeTags(tx: Tx, of: Of, { add, remove }: { add: readonly string[]; remove: readonly string[] }): Promise<string[]> {
  const changed = sql`array(select distinct tag from unnest(tags || ${[...add]}::text[]) as tag where tag <> all(${[...remove]}::text[]) order by tag)`;
  return run(tx, of, sql`set tags = ${changed}`, sql`cardinality(${changed}) <= ${PICTURE_TAGS_MAX}`);
}

/** What is being drawn, or may still come to light, stays where it is. */
export async function trash(tx: Tx, of: Of, now: Date): Promise<string[]> {
  return run(tx, of, sql`set trashed_at = coalesce(trashed_at, ${now})`, sql`state in ('done', 'failed', 'refused', 'cancelled')`);
}

/** It is as new from then on, so that no rule puts it back at once. */
export async function restore(tx: Tx, of: Of, now: Date): Promise<string[]> {
  return run(tx, of, sql`set trashed_at = null, trashed_by = null, kept_from = ${now}`, sql`trashed_at is not null`);
}

async function run(tx: Tx, { owner, ids }: Of, change: RawBuilder<unknown>, where: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update picture ${change} where owner = ${owner} and id = any(${[...ids]}::text[]) and ${where} returning id`.execute(tx);
  return idsOf(rows);
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** For good, of what is in the trash: the rows, their tasks, the answers that are kept of them, and generations of which nothing is left. */
export async function removeTrashed(tx: Tx, of: { owner: OwnerRef; ids?: readonly string[] }): Promise<string[]> {
  return remove(tx, of.ids ? sql`owner = ${of.owner} and id = any(${[...of.ids]}::text[])` : sql`owner = ${of.owner}`);
}

/** Of everybody, at most `limit`, what was put there before `before`. */
export async function removeTrashedBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  return (await remove(tx, sql`id in (select id from picture where trashed_at < ${before} order by trashed_at limit ${limit} for update skip locked)`)).length;
}

async function remove(tx: Tx, which: RawBuilder<unknown>): Promise<string[]> {
  // State too: what is opened again in the same moment stays.
  const { rows } = await sql<{ id: string; generation_id: string; task_id: string; object_key: string | null }>`
    delete from picture where trashed_at is not null and state in ('done', 'failed', 'refused', 'cancelled') and ${which} returning id, generation_id, task_id, object_key`.execute(tx);
  const keys = rows.flatMap(({ object_key: key }) => key ?? []);
  await sql`delete from answer_cache where object_key = any(${keys}::text[]) and not exists (select from picture where picture.object_key = answer_cache.object_key)`.execute(tx);
  // The prompt stands in the input of its task; what it cost stays written down.
  await sql`delete from task where id = any(${rows.map((row) => row.task_id)}::text[])`.execute(tx);
  // The generation's own task and events go with the stream, which has its name.
  const gone = await sql<{ id: string }>`
    delete from generation where id = any(${[...new Set(rows.map((row) => row.generation_id))]}::text[]) and not exists (select from picture where generation_id = generation.id) returning id`.execute(tx);
  if (gone.rows.length > 0) await tx.deleteFrom('stream').where('id', 'in', idsOf(gone.rows)).execute();
  return idsOf(rows);
}

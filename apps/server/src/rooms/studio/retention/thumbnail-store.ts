/** The SQL of small pictures that are missing. */
import { sql } from 'kysely';
import type { Db } from '../../../db/client.ts';

type Missing = { id: string; object_key: string; created_at: Date };

/** The newest first: they are looked at the soonest. With `after`, those that follow it. */
export async function listWithoutThumbnail(db: Db, { triesMax, after, limit }: { triesMax: number; after: Missing | undefined; limit: number }): Promise<Missing[]> {
  const { rows } = await sql<Missing>`
    select id, object_key, created_at from picture where thumbnail_key is null and object_key is not null and thumbnail_tries < ${triesMax} and state = 'done'
      and ${after ? sql`(created_at, id) < (${after.created_at}, ${after.id})` : sql`true`} order by created_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

export async function noteThumbnailTry(db: Db, id: string): Promise<void> {
  await db.updateTable('picture').set((e) => ({ thumbnail_tries: e('thumbnail_tries', '+', 1) })).where('id', '=', id).execute();
}

export async function setThumbnail(db: Db, id: string, key: string): Promise<void> {
  await db.updateTable('picture').set({ thumbnail_key: key, thumbnail_tries: 0 }).where('id', '=', id).where('thumbnail_key', 'is', null).execute();
}

/** Its file is not there: it is made again. */
export async function forgetThumbnail(db: Db, id: string, key: string): Promise<void> {
  await db.updateTable('picture').set({ thumbnail_key: null }).where('id', '=', id).where('thumbnail_key', '=', key).execute();
}

/** The SQL of small pictures that are missing. */
import { sql } from 'kysely';
import type { Db } from '../../../db/client.ts';

/** The newest first: they are looked at the soonest. */
export async function listWithoutThumbnail(db: Db, { triesMax, limit }: { triesMax: number; limit: number }): Promise<{ id: string; object_key: string }[]> {
  const { rows } = await sql<{ id: string; object_key: string }>`
    select id, object_key from picture where thumbnail_key is null and object_key is not null and thumbnail_tries < ${triesMax} and state = 'done' order by created_at desc limit ${limit}`.execute(db);
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

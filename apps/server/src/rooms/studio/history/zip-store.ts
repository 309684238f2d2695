/** The SQL of downloads that hold many pictures, and of what files carry. */
import type { OwnerRef, ZipId } from '@komawari/contract';
import type { Db } from '../../../db/client.ts';

export type NewZip = { id: ZipId; owner: OwnerRef; pictureIds: readonly string[]; keepsMaking: boolean; now: Date; expiresAt: Date };

export async function addZip(db: Db, zip: NewZip): Promise<void> {
  await db.insertInto('picture_zip').values({ id: zip.id, owner: zip.owner, picture_ids: [...zip.pictureIds], keeps_making: zip.keepsMaking, created_at: zip.now, expires_at: zip.expiresAt }).execute();
}

export async function findZip(db: Db, id: string, now: Date) {
  return db.selectFrom('picture_zip').select(['id', 'owner', 'picture_ids', 'keeps_making', 'created_at']).where('id', '=', id).where('expires_at', '>', now).executeTakeFirst();
}

export async function removeOldZips(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('picture_zip').where('expires_at', '<=', now).execute();
}

/** They do, unless somebody wants it otherwise. */
export async function findKeepsMaking(db: Db, owner: string): Promise<boolean> {
  return (await db.selectFrom('studio_setting').select('keeps_making').where('owner', '=', owner).executeTakeFirst())?.keeps_making ?? true;
}

export async function setKeepsMaking(db: Db, owner: string, keepsMaking: boolean): Promise<void> {
  await db.insertInto('studio_setting').values({ owner, keeps_making: keepsMaking }).onConflict((conflict) => conflict.column('owner').doUpdateSet({ keeps_making: keepsMaking })).execute();
}

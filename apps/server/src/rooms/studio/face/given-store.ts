/** The SQL of pictures that programs give to work on. */
import type { InputFacts, InputId, OwnerRef } from '@komawari/contract';
import type { Db } from '../../../db/client.ts';

/** The oldest of one's own with these bytes. */
export async function findInputOfBytes(db: Db, owner: OwnerRef, key: string): Promise<(InputFacts & { id: InputId }) | undefined> {
  const row = await db.selectFrom('picture_input').select(['id', 'media_type', 'width', 'height', 'size_bytes']).where('object_key', '=', key).where('owner', '=', owner).orderBy('id').executeTakeFirst();
  return row && { id: row.id as InputId, mediaType: row.media_type, width: row.width, height: row.height, sizeBytes: row.size_bytes };
}

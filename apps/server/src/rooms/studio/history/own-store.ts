/** The SQL of all that somebody made in the studio. */
import type { OwnerRef } from '@komawari/contract';
import type { Db } from '../../../db/client.ts';
import { selectPictures } from '../making/picture-store.ts';

export async function listAllOwn(db: Db, owner: OwnerRef) {
  return {
    generations: await db.selectFrom('generation').select(['id', 'recipe', 'axes', 'created_at']).where('owner', '=', owner).orderBy('created_at').execute(),
    pictures: await selectPictures(db).where('owner', '=', owner).orderBy('created_at').orderBy('id').execute(),
    boards: await db.selectFrom('board').select(['id', 'name']).where('owner', '=', owner).orderBy('name').execute(),
  };
}

export async function listOwnInputs(db: Db, owner: OwnerRef) {
  return db.selectFrom('picture_input').select(['id', 'object_key', 'media_type']).where('owner', '=', owner).orderBy('created_at').execute();
}

import type { ObjectKey, Recipe, RecipeInputs } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { Picture, PictureType } from '../../../ports/image-provider.ts';
import { listInputs, type InputRow } from './picture-store.ts';

export type InputRows = { source?: InputRow; mask?: InputRow; references: readonly InputRow[] };

/** The pictures that a recipe names. Throws `studio.input-gone` for one that is not there or not the owner's. */
export async function inputsOf(db: Db | Tx, owner: string, recipe: Recipe): Promise<InputRows & RecipeInputs> {
  const { sourceId, maskId, referenceIds } = recipe;
  const rows = await listInputs(db, owner, [...new Set([sourceId, maskId, ...referenceIds].filter((id) => id !== undefined))]);
  const get = (id: string): InputRow => {
    const row = rows.get(id);
    if (!row) throw new AppError('studio.input-gone');
    return row;
  };
  return { ...(sourceId ? { source: get(sourceId) } : {}), ...(maskId ? { mask: get(maskId) } : {}), references: referenceIds.map(get) };
}

/** Their bytes. Throws `studio.input-gone`. */
export async function loadInput(objects: ObjectStore, row: InputRow): Promise<Picture> {
  const bytes = await objects.find(row.key as ObjectKey);
  if (!bytes) throw new AppError('studio.input-gone');
  // Looked at when it was taken in.
  return { bytes, mediaType: row.mediaType as PictureType };
}

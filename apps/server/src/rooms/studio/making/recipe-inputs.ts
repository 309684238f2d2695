import type { ObjectKey, Recipe, RecipeInputs } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import type { Picture } from '../../../ports/image-provider.ts';
import { listInputs, type InputRow } from './picture-store.ts';

type MaskRow = InputRow & { isClear: boolean };
export type InputRows = { source?: InputRow; mask?: MaskRow; references: readonly InputRow[] };

/** The pictures that a recipe names. Throws `studio.input-gone` for one that is not there or not the owner's. */
export async function inputsOf(db: Db | Tx, owner: string, recipe: Recipe): Promise<InputRows & RecipeInputs> {
  const { sourceId, maskId, referenceIds } = recipe;
  const rows = await listInputs(db, owner, [...new Set([sourceId, maskId, ...referenceIds].filter((id) => id !== undefined))]);
  const get = (id: string): InputRow => {
    const row = rows.get(id);
    if (!row) throw new AppError('studio.input-gone');
    return row;
  };
  return { ...(sourceId ? { source: get(sourceId) } : {}), ...(maskId ? { mask: { ...get(maskId), isClear: recipe.maskKind === 'clear' } } : {}), references: referenceIds.map(get) };
}

/** No model takes more. */
const LONG_SIDE_PX = 6000;

type Tools = { objects: ObjectStore; pictures: PictureTools };

/** A picture as it is sent: upright, without metadata. Throws `studio.input-gone` and what `PictureTools` throws. */
export async function loadInput({ objects, pictures }: Tools, row: InputRow): Promise<Picture> {
  const { bytes, mediaType } = await pictures.readPicture(await bytesOf(objects, row), { longSidePx: LONG_SIDE_PX, keepsPng: true });
  return { bytes, mediaType };
}

/** A mask in the pixels of its source as that is sent. */
export async function loadMask({ objects, pictures }: Tools, mask: MaskRow, source: InputRow): Promise<Picture> {
  const scale = Math.min(1, LONG_SIDE_PX / Math.max(source.width, source.height));
  const size = { width: Math.round(source.width * scale), height: Math.round(source.height * scale) };
  return { bytes: await pictures.readMask(await bytesOf(objects, mask), size, mask), mediaType: 'image/png' };
}

/** Throws `studio.input-gone` for one that is not there. */
export async function bytesOf(objects: ObjectStore, row: Pick<InputRow, 'key'>): Promise<Uint8Array> {
  const bytes = await objects.find(row.key as ObjectKey);
  if (!bytes) throw new AppError('studio.input-gone');
  return bytes;
}

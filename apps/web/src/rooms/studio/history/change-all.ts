import type { Picture, PicturesChange } from '@komawari/contract';
import { changePictures } from '../../../api/studio.ts';

/** Of one call. */
export const BULK_MAX = 500;

/** As many calls as it takes; gives how many stayed as they were. */
export async function changeAll(pictures: readonly Pick<Picture, 'id'>[], change: PicturesChange): Promise<number> {
  let skipped = 0;
  for (let at = 0; at < pictures.length; at += BULK_MAX) skipped += (await changePictures(pictures.slice(at, at + BULK_MAX).map(({ id }) => id), change)).skipped.length;
  return skipped;
}

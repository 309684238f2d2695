/** How far each comic was read, kept in this browser. */
import { keep, readKept } from '../../frame/kept.ts';

/** Page last open; 1 when never read. */
export function readPlace(comicId: string): number {
  const page = Number(readKept(`koma.place.${comicId}`));
  return Number.isInteger(page) && page > 1 ? page : 1;
}

export function keepPlace(comicId: string, page: number): void {
  keep(`koma.place.${comicId}`, page > 1 ? String(page) : undefined);
}

/** How far each comic was read, kept in this browser. */
import { useSyncExternalStore } from 'react';
import { keep, readKept } from '../../frame/kept.ts';

const listeners = new Set<() => void>();

/** Page last open; 1 when never read. */
export function usePlace(comicId: string): number {
  return useSyncExternalStore(subscribe, () => readPlace(comicId));
}

export function keepPlace(comicId: string, page: number): void {
  keep(`koma.place.${comicId}`, page > 1 ? String(page) : undefined);
  listeners.forEach((listener) => listener());
}

function readPlace(comicId: string): number {
  const page = Number(readKept(`koma.place.${comicId}`));
  return Number.isInteger(page) && page > 1 ? page : 1;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

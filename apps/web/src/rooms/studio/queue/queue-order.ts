/** The list as it will be once a move is through. Pure. */
import type { QueueList, QueueRow } from '@komawari/contract';
import type { QueueMove } from '../../../api/studio-queue.ts';

export type OwnRow = QueueRow & { own: NonNullable<QueueRow['own']> };

export function isOwn(row: QueueRow): row is OwnRow {
  return row.own !== null;
}

export function afterMove(list: QueueList, move: QueueMove): QueueList {
  const drawn = list.items.filter(({ state }) => state === 'drawing');
  const waiting = list.items.filter(({ state }) => state !== 'drawing');
  const from = waiting.findIndex(({ own }) => own?.pictureId === move.pictureId);
  const row = waiting[from];
  if (!row) return list;
  const rest = waiting.toSpliced(from, 1);
  const at = placeIn(rest, from, move);
  const next = at < 0 ? waiting : rest.toSpliced(at, 0, row);
  return { ...list, items: [...drawn, ...next.map((one, index) => ({ ...one, position: index + 1 }))] };
}

function placeIn(rest: readonly QueueRow[], from: number, move: QueueMove): number {
  if (move.to === 'before') return rest.findIndex(({ own }) => own?.pictureId === move.before);
  if (move.to === 'front') return 0;
  if (move.to === 'end') return rest.length;
  return move.to === 'up' ? Math.max(from - 1, 0) : Math.min(from + 1, rest.length);
}

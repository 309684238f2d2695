import type { QueueList } from '@komawari/contract';
import { expect, test } from 'vitest';
import type { QueueMove } from '../../../api/studio-queue.ts';
import { afterMove } from './queue-order.ts';

const row = (id: string, state: 'drawing' | 'waiting', position: number | null) => ({ state, position, own: { pictureId: id } });
const list = { isPaused: false, waiting: 3, ended: [], providers: [], items: [row('z', 'drawing', null), row('a', 'waiting', 1), row('b', 'waiting', 2), row('c', 'waiting', 3)] } as unknown as QueueList;

test.each<[Omit<QueueMove, 'pictureId'>, string, string]>([
  [{ to: 'front' }, 'c', 'zcab'], [{ to: 'up' }, 'c', 'zacb'], [{ to: 'up' }, 'a', 'zabc'], [{ to: 'down' }, 'a', 'zbac'], [{ to: 'end' }, 'a', 'zbca'],
  [{ to: 'before', before: 'b' } as never, 'c', 'zacb'], [{ to: 'before', before: 'gone' } as never, 'c', 'zabc'], [{ to: 'front' }, 'z', 'zabc'],
])('%o of %s gives %s, and the places are counted anew', (move, pictureId, order) => {
  const { items } = afterMove(list, { ...move, pictureId } as QueueMove);
  expect(items.map(({ own }) => own?.pictureId).join('')).toBe(order);
  expect(items.map(({ position }) => position)).toEqual([null, 1, 2, 3]);
});

import { expect, test } from 'vitest';
import type { PanelState } from './making.ts';
import { placeOf, slotsByPage } from './page-slots.ts';

const panel = (id: string, page: number): PanelState => ({ id, page, state: 'queued', picture: null, error: null });

test('panels stand on their pages, counted through the book', () => {
  const frame = { id: 'b', x: 0, y: 0, width: 10, height: 10 };
  const slots = slotsByPage([panel('a', 2), panel('b', 3), panel('c', 3)], new Map([[3, [frame]]]));
  expect([...slots].map(([page, list]) => [page, list.map((slot) => [slot.panel.id, slot.n, slot.frame?.id])])).toEqual([[2, [['a', 1, undefined]]], [3, [['b', 2, 'b'], ['c', 3, undefined]]]]);
  expect(slotsByPage([panel('a', 1)], undefined).get(1)?.[0]?.frame).toBeUndefined();
});

test('a place is a share of its page, in whole units around the frame', () => {
  expect(placeOf({ id: 'a', x: 100.4, y: 300.5, width: 500, height: 299.2 }, { width: 1000, height: 1500 })).toEqual({ left: '10%', top: '20%', width: '50.1%', height: '20%' });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moved, turnsOf, type Move } from './order.ts';

const list = ['a', 'b', 'c', 'd'];

test.each<[string, Move<string>, string]>([
  ['c', { to: 'front' }, 'cabd'], ['c', { to: 'up' }, 'acbd'], ['a', { to: 'up' }, 'abcd'], ['a', { to: 'down' }, 'bacd'], ['d', { to: 'down' }, 'abcd'], ['a', { to: 'end' }, 'bcda'],
  ['d', { to: 'before', before: 'b' }, 'adbc'], ['a', { to: 'before', before: 'd' }, 'bcad'], ['a', { to: 'before', before: 'a' }, 'abcd'], ['a', { to: 'before', before: 'gone' }, 'abcd'], ['gone', { to: 'front' }, 'abcd'],
])('%s %o gives %s', (item, move, order) => expect(moved(list, item, move).join('')).toBe(order));

describe('turns among everybody', () => {
  type Waiting = { owner: string; id: number; priority: number };
  const ways = ['front', 'up', 'down', 'end'] as const;
  /** As the queue takes them: at the same priority, others' go first here, which is the worst case. */
  const ahead = (queue: readonly Waiting[], of: Waiting) => queue.filter(({ owner, priority }) => owner !== of.owner && priority < of.priority).length;

  test('stay where they are for others, whatever one moves, and come out in one\'s own order', () => {
    fc.assert(fc.property(
      fc.array(fc.record({ owner: fc.constantFrom('a', 'b', 'c'), priority: fc.nat(12) }), { minLength: 2, maxLength: 14 }), fc.array(fc.record({ pick: fc.nat(20), to: fc.constantFrom(...ways) }), { minLength: 1, maxLength: 10 }),
      (start, moves) => {
        let queue: Waiting[] = start.map((one, id) => ({ ...one, id }));
        for (const { pick, to } of moves) {
          const chosen = queue[pick % queue.length]!;
          const own = queue.filter(({ owner }) => owner === chosen.owner).toSorted((x, y) => x.priority - y.priority || x.id - y.id);
          const order = moved(own.map(({ id }) => id), chosen.id, { to });
          const turns = turnsOf(own.map(({ priority }) => priority));
          expect(turns.every((turn, index) => turn >= own[index]!.priority && (index === 0 || turn > turns[index - 1]!))).toBe(true);
          const next = queue.map((one) => (one.owner === chosen.owner ? { ...one, priority: turns[order.indexOf(one.id)]! } : one));
          for (const one of queue) if (one.owner !== chosen.owner) expect(ahead(next, one)).toBeLessThanOrEqual(ahead(queue, one));
          const after = next.filter(({ owner }) => owner === chosen.owner).toSorted((x, y) => x.priority - y.priority).map(({ id }) => id);
          expect(after).toEqual(order);
          queue = next;
        }
      },
    ));
  });
});

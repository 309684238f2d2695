import type { Take } from '@komawari/contract';
import { describe, expect, test } from 'vitest';
import { chipsOf } from './direction-chips.ts';
import { besides, canCompare, isComing, lookedAt, numberOf, shownTake } from './take-order.ts';
import { takesSearchOf } from './takes-search.ts';

const take = (id: string, change: Partial<Take> = {}): Take => ({ id, state: 'done', isRejected: false, isShown: false, picture: '/p', ...change }) as unknown as Take;

describe('takes', () => {
  const takes = [take('take_a', { isShown: true }), take('take_b', { isRejected: true }), take('take_c', { state: 'failed', picture: null }), take('take_d')];

  test('the book says which is shown, then the page, then the newest that may be', () => {
    expect(shownTake(takes, 'take_d')?.id).toBe('take_d');
    expect(shownTake(takes, 'take_gone')?.id).toBe('take_a');
    expect(shownTake([take('take_1'), take('take_2', { isRejected: true })], undefined)?.id).toBe('take_1');
    expect(shownTake([], undefined)).toBeUndefined();
  });

  test('the address chooses what is looked at; arrows stop at either end', () => {
    expect(lookedAt(takes, 'take_b', undefined)?.id).toBe('take_b');
    expect(lookedAt(takes, 'take_gone', undefined)?.id).toBe('take_a');
    expect([besides(takes, 'take_a', -1), besides(takes, 'take_a', 1), besides(takes, 'take_d', 1)].map((one) => one?.id)).toEqual(['take_a', 'take_b', 'take_d']);
    expect(numberOf(takes, 'take_c')).toBe(3);
    expect(takes.map(canCompare)).toEqual([true, true, false, true]);
  });
});

test('what has no picture yet is being drawn until an error says that it did not work', () => {
  const told = (change: object) => isComing(take('take_1', { picture: null, error: null, ...change }));
  expect(['queued', 'running', 'done'].map((state) => told({ state }))).toEqual([true, true, true]);
  expect([told({ state: 'failed', error: { code: 'server.storage' } }), told({ state: 'done', error: { code: 'server.storage' } }), told({ state: 'failed' }), told({ state: 'cancelled' }), told({ picture: '/p' })]).toEqual([false, false, false, false, false]);
});

test('an address holds ids of takes and nothing else', () => {
  expect(takesSearchOf({ take: 'take_9', compare: ['take_1', '<x>', 3], evil: 1 })).toEqual({ take: 'take_9', compare: ['take_1'] });
  expect(takesSearchOf({ take: 'comic_9', compare: 'take_1' })).toEqual({});
});

test('what the artist understood becomes chips; what this page does not know is left out', () => {
  expect(chipsOf({ shot: 'close-up', tilt: -8, isMirrored: true, time: 'night', crowd: 4, effects: ['sparkle'], people: { mara: { expression: 'smile', facing: 'left' } }, seed: 3 })).toEqual([
    { kind: 'shot', value: 'close-up' }, { kind: 'leans' }, { kind: 'mirrored' }, { kind: 'time', value: 'night' }, { kind: 'crowd', count: 4 }, { kind: 'effect', value: 'sparkle' },
    { kind: 'expression', value: 'smile', who: 'mara' }, { kind: 'facing', value: 'left', who: 'mara' },
  ]);
  expect(chipsOf(null)).toEqual([]);
  expect(chipsOf({ shot: 'from-the-future' })).toEqual([]);
});

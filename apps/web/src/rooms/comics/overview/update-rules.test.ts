import type { Book } from '@komawari/comic';
import { describe, expect, test } from 'vitest';
import { joinWishes } from './redraw-wish.ts';
import { touchedPages } from './touched-pages.ts';

test('wishes add up and none is lost', () => {
  expect(joinWishes(undefined, 'missing')).toBe('missing');
  expect(joinWishes('missing', ['a'])).toEqual(['a']);
  expect(joinWishes(['a'], 'missing')).toEqual(['a']);
  expect(joinWishes(['a'], ['b', 'a'])).toEqual(['a', 'b']);
  expect(joinWishes(['a'], 'stale')).toBe('stale');
  expect(joinWishes('stale', ['a'])).toBe('stale');
});

describe('the pages that changes touch', () => {
  const book = { chapters: [{ scenes: [{ panels: [{ id: 'p1', lines: [{ id: 'l1' }] }, { id: 'p2', lines: [{ id: 'l2' }] }, { id: 'p3', lines: [] }] }] }] } as unknown as Book;
  const pageOf = new Map([['p1', 3], ['p2', 3], ['p3', 4]]);
  const text = (id: string) => ({ op: 'text', id, language: 'en', from: '', to: 'x' });

  test('are those of its lines and panels, each once', () => {
    expect(touchedPages([{ ops: [text('l1'), text('l2')] }, { ops: [{ op: 'set', kind: 'panel', id: 'p1', field: 'crop', value: null }] }], book, pageOf)).toBe(1);
    expect(touchedPages([{ ops: [text('l1'), { op: 'set', kind: 'panel', id: 'p3', field: 'adoptedTakeId', value: 't' }] }], book, pageOf)).toBe(2);
  });

  test('are unknown when panels come, go, grow, or a version came back', () => {
    for (const ops of [[{ op: 'remove', kind: 'panel', id: 'p1' }], [{ op: 'set', kind: 'panel', id: 'p1', field: 'importance', value: 6 }], [{ op: 'set', kind: 'book', id: 'b', field: 'format', value: 'a4' }], null]) {
      expect(touchedPages([{ ops }], book, pageOf)).toBeUndefined();
    }
  });
});

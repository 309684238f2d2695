import { applyEdit } from '@komawari/comic/edit';
import { describe, expect, test } from 'vitest';
import { changedPanels, staleNow } from './likely-stale.ts';
import { testBook } from '../cast/test-book.ts';

describe('panels that show an older look', () => {
  const book = testBook();
  const set = (kind: 'character' | 'scene' | 'line' | 'fact', id: string, field: string, value: unknown) => applyEdit(book, [{ op: 'set', kind, id, field, value }]).book;

  test('are those with the changed person', () => expect([...changedPanels(book, set('character', 'b', 'look', { ...book.bible.cast[1]!.look, hair: 'afro' }))]).toEqual(['x1']));
  test('or in the changed scene', () => expect([...changedPanels(book, set('scene', 's2', 'time', 'night'))]).toEqual(['x2']));
  test('a name, a word and a fact change no picture', () => {
    expect(changedPanels(book, set('character', 'a', 'name', 'Anna')).size).toBe(0);
    expect(changedPanels(book, applyEdit(book, [{ op: 'text', id: 'x1-l', language: 'en', from: 'Hello', to: 'Hi' }]).book).size).toBe(0);
    expect(changedPanels(book, book).size).toBe(0);
  });
  test('what was changed and changed back is not among them', () => {
    const there = set('scene', 's2', 'time', 'night');
    expect(changedPanels(book, applyEdit(there, [{ op: 'set', kind: 'scene', id: 's2', field: 'time', value: 'day' }]).book).size).toBe(0);
  });
  test('the server knows of older ones; what was never drawn is not old', () => {
    const now = set('scene', 's2', 'time', 'night');
    expect(staleNow({ book, items: [{ panelId: 'x4', reason: 'facts' }, { panelId: 'x2', reason: 'missing' }] }, now)).toEqual(['x4']);
    expect(staleNow({ book, items: [{ panelId: 'x4', reason: 'facts' }] }, now)).toEqual(['x2', 'x4']);
  });
});

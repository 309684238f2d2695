import type { Book, Character } from '@komawari/comic';
import { applyEdit } from '@komawari/comic/edit';
import { describe, expect, test } from 'vitest';
import { addOutfit, listScenes, moveOutfit, nextChange, removeOutfit, stretchesOf } from './outfit-times.ts';
import { testBook } from './test-book.ts';

const spec = { kind: 'coat', topInk: 'black', bottomInk: 'dark', pattern: 'plain' } as const;
const annOf = (book: Book): Character => book.bible.cast[0]!;

describe('outfits by story time', () => {
  const book = testBook();
  const scenes = listScenes(book);

  test('scenes are counted through all chapters', () => expect(scenes.map(({ chapter, number, place }) => [chapter, number, place?.name])).toEqual([[1, 1, 'School'], [1, 2, 'Street'], [2, 3, 'School']]));

  test('an outfit is worn until the next one begins', () => {
    const next = nextChange(annOf(book), scenes);
    expect(next?.number).toBe(2);
    const changed = applyEdit(book, addOutfit(annOf(book), scenes, { id: 'o2', sceneId: 's2', outfit: spec })).book;
    expect(stretchesOf(annOf(changed), scenes).map(({ worn, from, to }) => [worn.id, from, to])).toEqual([['a-o1', 1, 1], ['o2', 2, 3]]);
    const moved = applyEdit(changed, moveOutfit(annOf(changed), scenes, 'o2', 's3')).book;
    expect(stretchesOf(annOf(moved), scenes).map(({ from, to, count }) => [from, to, count])).toEqual([[1, 2, 2], [3, 3, 1]]);
    expect(nextChange(annOf(moved), scenes)?.scene.id).toBe('s2');
  });

  test('stays in story order whatever is added first, and the first is always there', () => {
    let now = applyEdit(book, addOutfit(annOf(book), scenes, { id: 'o3', sceneId: 's3', outfit: spec })).book;
    now = applyEdit(now, addOutfit(annOf(now), scenes, { id: 'o2', sceneId: 's2', outfit: spec })).book;
    expect(annOf(now).outfits.map((worn) => worn.id)).toEqual(['a-o1', 'o2', 'o3']);
    now = applyEdit(now, removeOutfit(annOf(now), 'a-o1')).book;
    expect(annOf(now).outfits[0]).toEqual({ id: 'o2', outfit: spec });
    now = applyEdit(now, removeOutfit(annOf(now), 'o3')).book;
    expect(removeOutfit(annOf(now), 'o2')).toEqual([]);
    expect(removeOutfit(annOf(now), 'nobody')).toEqual([]);
  });
});

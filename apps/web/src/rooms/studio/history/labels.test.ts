import type { Picture } from '@komawari/contract';
import { describe, expect, test } from 'vitest';
import { meantBy, offersFor, sharedBy, withBoard, withTags, type Label } from './labels.ts';

const of = (...words: string[]): Label[] => words.map((word) => ({ id: word, word }));
const picture = (tags: string[], boardIds: string[] = []) => ({ tags, boardIds }) as unknown as Picture;

describe('labels that are offered while one types', () => {
  test('the first ones before anything is typed, without those that it has', () => {
    expect(offersFor('', of('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), of('b'))).toEqual({ offers: of('a', 'c', 'd', 'e', 'f', 'g'), isNew: false });
  });

  test('those that begin so come before those that have it inside', () => {
    expect(offersFor('Har', of('old harbour', 'harp', 'sea'), [])).toEqual({ offers: of('harp', 'old harbour'), isNew: true });
    expect(offersFor('harp ', of('Harp'), [])).toEqual({ offers: of('Harp'), isNew: false });
    expect(offersFor('sea', of('sea'), of('sea'))).toEqual({ offers: [], isNew: false });
    expect(offersFor('sea, sky', [], []).isNew).toBe(false);
  });
});

describe('what was typed', () => {
  test('is one that is there, however it is written, or a new one', () => {
    expect(meantBy('  HARBOUR ', of('harbour'), [], false)).toEqual({ labels: of('harbour'), fresh: [] });
    expect(meantBy('Red', of('red', 'Red'), [], false)).toEqual({ labels: of('Red'), fresh: [] });
    expect(meantBy('a,  b', of('a'), [], false)).toEqual({ labels: [], fresh: ['a, b'] });
    expect(meantBy(' ', [], [], true)).toEqual({ labels: [], fresh: [] });
  });

  test('may be several tags, each once, and none that it has', () => {
    expect(meantBy('sea, Sky，猫、 sea ,rain;', of('sky'), of('rain'), true)).toEqual({ labels: of('sky'), fresh: ['sea', '猫'] });
  });
});

test('labels of many pictures, the most common first', () => {
  expect([...sharedBy([picture(['a', 'b']), picture(['b']), picture([])], ({ tags }) => tags)]).toEqual([['b', 2], ['a', 1]]);
});

test('a change of tags or of a board touches nothing else', () => {
  expect(withTags(picture(['b', 'c']), { add: ['a', 'b'], remove: ['c'] })).toEqual(picture(['a', 'b']));
  expect(withBoard(picture([], ['x']), 'y' as never, true)).toEqual(picture([], ['x', 'y']));
  expect(withBoard(picture([], ['x', 'y']), 'x' as never, false)).toEqual(picture([], ['y']));
});

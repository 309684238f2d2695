import { expect, test } from 'vitest';
import { STYLES } from '../desk/styles.ts';
import { keptStyle, saysTheSame, shownStyles, styleName, styleOffers, withStyle } from './style-list.ts';

const MINE = `style_${'1'.repeat(26)}`;
const own = [
  { id: MINE, name: 'Woodcut', words: 'woodcut', negativeWords: 'photo', isHidden: false },
  { id: 'ink', name: '', words: 'my ink', negativeWords: '', isHidden: false },
  { id: 'neon', name: 'Night', words: 'neon', negativeWords: '', isHidden: true },
  // Of another version of the program.
  { id: 'gone', name: 'Gone', words: 'x', negativeWords: '', isHidden: false },
];
const offers = styleOffers(own, (style) => `House ${style}`);

test('the styles of the house stand in their order as one has changed them, and one\'s own behind', () => {
  expect(offers.map(({ id }) => id)).toEqual([...Object.keys(STYLES), MINE]);
  expect(offers.find(({ id }) => id === 'ink')).toEqual({ id: 'ink', name: 'House ink', words: 'my ink', negativeWords: '', isHidden: false, house: 'ink', isChanged: true });
  expect(offers.find(({ id }) => id === 'anime')).toMatchObject({ words: STYLES.anime.words, isChanged: false });
  expect(offers.at(-1)).toMatchObject({ name: 'Woodcut', house: undefined });
});

test('a style of the house goes by its name in every language, unless it has another', () => {
  const typed = { name: 'Ink ', words: ' my ink', negativeWords: '' };
  expect(keptStyle(typed, 'Ink')).toEqual({ name: '', words: 'my ink', negativeWords: '' });
  expect([keptStyle(typed, 'Manga').name, keptStyle(typed, undefined).name]).toEqual(['Ink', 'Ink']);
  expect([saysTheSame(typed, { ...typed, name: 'Ink', words: 'my ink\n' }), saysTheSame(typed, { ...typed, words: 'ink' })]).toEqual([true, false]);
});

test('what is hidden is not offered, unless it is chosen', () => {
  expect(shownStyles(offers, null).map(({ id }) => id)).not.toContain('neon');
  expect(shownStyles(offers, 'neon')).toHaveLength(offers.length);
});

test('a style brings its words, and none takes all of them away', () => {
  expect(withStyle(offers.at(-1))).toEqual({ style: MINE, styleWords: 'woodcut', styleNegative: 'photo' });
  expect(withStyle(undefined)).toEqual({ style: null, styleWords: '', styleNegative: '' });
  expect([styleName('neon', offers), styleName(MINE, offers), styleName(`style_${'2'.repeat(26)}`, offers), styleName('ink', [])]).toEqual(['Night', 'Woodcut', undefined, 'ink']);
});

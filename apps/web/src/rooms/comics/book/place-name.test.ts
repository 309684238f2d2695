import { expect, test } from 'vitest';
import { placeName } from './place-name.ts';

const term = (key: string) => ({ 'place-bus-stop': '公交站' })[key] ?? key;
const place = (name: string) => ({ id: 'p1', name, kind: 'bus-stop', era: 'modern' }) as const;

test('a place has its name, or the word of its kind in the reader’s language', () => {
  expect(placeName(place('老站台'), term)).toBe('老站台');
  expect(placeName(place('bus-stop'), term)).toBe('公交站');
  expect(placeName(place(''), term)).toBe('公交站');
});

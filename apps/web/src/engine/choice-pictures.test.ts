import { POSES } from '@komawari/comic';
import { expect, test } from 'vitest';
import { DRAWN_CHOICES } from '../../scripts/pictures/choice-list.ts';
import { VECTOR_CHOICES } from '../../scripts/pictures/vector-choices.ts';
import { pictureOf, pictureSizeOf, type PicturedKind } from './choice-pictures.ts';

test('an address names kind and value', () => {
  expect(pictureOf('pose', 'run')).toBe('/choices/pose/run.webp');
  expect(pictureOf('template', 'splash')).toBe('/choices/template/splash.svg');
});

test('every pose has its picture, and pictures are twice the size they are shown at', () => {
  expect(DRAWN_CHOICES.find(({ kind }) => kind === 'pose')?.values).toEqual(POSES);
  for (const { kind, width, height } of DRAWN_CHOICES) expect(pictureSizeOf(kind as PicturedKind)).toEqual({ width: width / 2, height: height / 2 });
});

test('vector pictures are small and whole', () => {
  for (const { values, draw } of VECTOR_CHOICES) {
    for (const value of values) {
      expect(draw(value)).toMatch(/^<svg [^]*<\/svg>$/);
      expect(draw(value)).not.toMatch(/NaN|undefined/);
      expect(draw(value).length).toBeLessThan(3000);
    }
  }
});

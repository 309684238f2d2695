import type { Comic } from '@komawari/contract';
import { expect, test } from 'vitest';
import { FIRST_CHOICES, newestOf, wishOf } from './choices.ts';
import { sizeText } from './write-files.ts';

test('a format is asked only for what it knows', () => {
  const all = { language: 'ja', dpi: 300, print: 'marks', slices: 'tapas', teaser: 'square' } as const;
  expect(wishOf('pdf', all)).toEqual({ format: 'pdf', dpi: 300, language: 'ja', withBleed: true, withCropMarks: true });
  expect(wishOf('psd', all)).toEqual({ format: 'psd', dpi: 300, language: 'ja', withBleed: true });
  expect(wishOf('webtoon', all)).toEqual({ format: 'webtoon', language: 'ja', slices: 'tapas' });
  expect(wishOf('gif', all)).toEqual({ format: 'gif', language: 'ja', teaser: 'square' });
  expect(wishOf('koma', all)).toEqual({ format: 'koma' });
  expect(wishOf('pdf', FIRST_CHOICES)).toEqual({ format: 'pdf' });
});

test('of two files of one name the later stands', () => {
  const file = (id: string, name: string, format = 'pdf') => ({ id, name, format }) as Comic['files'][number];
  expect(newestOf([file('1', 'a.pdf'), file('2', 'a-300dpi.pdf'), file('3', 'a.pdf'), file('4', 'a.cbz', 'cbz')], 'pdf').map(({ id }) => id)).toEqual(['3', '2']);
});

test('sizes are said in the units one knows', () => {
  expect([sizeText(2_400, 'en'), sizeText(1_250_000, 'en'), sizeText(48_000_000, 'en')]).toEqual(['2.4 kB', '1.3 MB', '48 MB']);
});

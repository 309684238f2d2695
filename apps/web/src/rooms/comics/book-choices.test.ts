import { PAGE_FORMATS } from '@komawari/comic';
import { BOOK_FORMATS, EXPORT_FORMATS } from '@komawari/contract';
import { expect, test } from 'vitest';
import { EXPORTS, FORMATS, keysOf } from './book-choices.ts';

test('everything the server takes can be chosen, and nothing else', () => {
  const pairs = [[FORMATS, BOOK_FORMATS], [EXPORTS, EXPORT_FORMATS]] as const;
  for (const [shown, taken] of pairs) expect(Object.keys(shown).toSorted()).toEqual([...taken].toSorted());
});

test('pages on the screen have the size of pages in the engine', () => {
  for (const format of keysOf(FORMATS)) expect(FORMATS[format]).toMatchObject({ width: PAGE_FORMATS[format].width, height: PAGE_FORMATS[format].height });
});

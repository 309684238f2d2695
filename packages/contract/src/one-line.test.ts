import { expect, test } from 'vitest';
import { CreateComic, UploadQuery } from './comics.ts';
import { oneLine } from './one-line.ts';

test.each([
  ['Two\r\nlines', 'Two lines'],
  ['\u001b[31mRed\u0007', '[31mRed'],
  ['nul\u0000 and\u0085next\u2028line', 'nul  and next line'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['\u2067bidi\u2069 \u200fmark', 'bidi mark'],
  ['zero\u200bwidth\u200djoined\ufeff', 'zerowidthjoined'],
  ['half \ud83d', 'half \ufffd'],
  [' 海辺の町 ', '海辺の町'],
  ['Hana’s café — 1', 'Hana’s café — 1'],
  ['A 👩🏽‍🚀 and a ❤️‍🔥', 'A 👩🏽‍🚀 and a ❤️‍🔥'],
])('%j is shown as %j', (raw, shown) => {
  expect(oneLine(raw)).toBe(shown);
  expect(oneLine(shown)).toBe(shown);
});

test('the title and author of a new comic are cleaned, and a title of nothing seen is refused', () => {
  const title = 'A\r\n\u202Ewalk\u200b';
  expect(CreateComic.parse({ text: 'x', options: { title, author: 'To\u200bm\n' } }).options).toEqual({ title: 'A walk', author: 'Tom' });
  expect(UploadQuery.parse({ title })).toEqual({ title: 'A walk' });
  expect(CreateComic.safeParse({ text: 'x', options: { title: '\u202E\u200b\r\n' } }).success).toBe(false);
});

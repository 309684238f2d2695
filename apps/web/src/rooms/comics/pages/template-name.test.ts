import { PAGE_FORMATS, templatesFor } from '@komawari/comic/by-hand';
import { expect, test } from 'vitest';
import type { Say } from '../../../language/use-words.ts';
import { words as en } from '../words/pages/en.ts';
import { words as ja } from '../words/pages/ja.ts';
import { words as zh } from '../words/pages/zh-CN.ts';
import { groundOf } from './page-ops.ts';
import { nameOfTemplate } from './template-name.ts';

const names = Object.values(PAGE_FORMATS).flatMap(({ id }) => Array.from({ length: 12 }, (_, i) => templatesFor(i + 1, groundOf({ format: id, direction: 'ltr' }, 1)).map(({ name }) => name)));
const all = [...new Set(names.flat())];

test('templates are found', () => expect(all.length).toBeGreaterThan(60));

test.each([['en', en], ['zh-CN', zh], ['ja', ja]] as const)('every template has a name in %s, and no two of one choice the same', (_, words) => {
  const say: Say<'comics-pages'> = (key, fill = {}) => (words as Record<string, string>)[key]?.replace(/\{(\w+)\}/g, (__, hole: string) => String(fill[hole])) ?? `no word: ${key}`;
  expect(all.map((name) => nameOfTemplate(say, name)).filter((said) => said.startsWith('no word'))).toEqual([]);
  for (const choice of names) expect(new Set(choice.map((name) => nameOfTemplate(say, name))).size).toBe(choice.length);
});

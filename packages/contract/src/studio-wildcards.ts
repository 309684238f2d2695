/** One's own lists of words, that prompts name as `__weather__`. */
import { z } from 'zod';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';

export const WORD_LISTS_MAX = 50;
export const WORD_LINES_MAX = 200;
export const WORD_LINE_MAX = 300;
/** Characters of one list. */
const WORD_LIST_MAX = 20_000;

/** As it stands between the underscores: letters and digits of any script, in small letters; spaces become hyphens. */
const WordListName = z.string().max(80).overwrite((name) => oneLine(name).normalize('NFC').toLowerCase().replace(/\s+/gu, '-')).regex(/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]|_(?!_|$)){0,39}$/u);

const lines = z.array(z.string().overwrite(oneLine).min(1).max(WORD_LINE_MAX)).min(1).max(WORD_LINES_MAX).refine((all) => all.join('').length <= WORD_LIST_MAX);

export const WordList = z.object({ name: z.string(), lines: z.array(z.string()), /** It came with the house; one of one's own with its name takes its place. */ isStarter: z.boolean() });
export type WordList = z.infer<typeof WordList>;

const answer = z.object({ items: z.array(WordList) });
const limit = { max: 120, windowSeconds: 60 };

export const wildcardRoutes = {
  list: defineRoute({ id: 'studio.wildcards', method: 'GET', path: '/studio/wildcards', summary: 'Lists of words that prompts can name, by name', access: { who: 'user' }, response: answer }),
  put: defineRoute({
    id: 'studio.put-wildcard', method: 'PUT', path: '/studio/wildcards', summary: 'Keep a list of words under its name, in the place of one that has it; gives them all',
    access: { who: 'user' }, body: z.strictObject({ name: WordListName, lines }), response: answer, errors: ['studio.lists-many'], limit,
  }),
  remove: defineRoute({
    id: 'studio.remove-wildcard', method: 'DELETE', path: '/studio/wildcards', summary: 'Remove a list of words; one that came with the house is as it was again. Gives those that are left',
    access: { who: 'user' }, query: z.object({ name: WordListName }), response: answer, limit,
  }),
};

import type { Book } from '@komawari/comic';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffBooks, isSame } from './diff-books.ts';
import { diffText } from './diff-text.ts';

describe('the words that changed', () => {
  test('are found in English and in Chinese', () => {
    expect(diffText('The rain stopped.', 'The snow stopped.', 'en')).toEqual([{ how: 'same', text: 'The ' }, { how: 'gone', text: 'rain' }, { how: 'new', text: 'snow' }, { how: 'same', text: ' stopped.' }]);
    expect(diffText('今天下雨了。', '今天下雪了。', 'zh').map((part) => part.how)).toContain('gone');
  });

  test('give both texts back whole, whatever they are', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (a, b) => {
      const parts = diffText(a, b, 'en');
      expect(parts.filter((part) => part.how !== 'new').map((part) => part.text).join('')).toBe(a);
      expect(parts.filter((part) => part.how !== 'gone').map((part) => part.text).join('')).toBe(b);
    }), { numRuns: 300 });
  });

  test('of two long texts without a common word are told without counting', () => {
    const parts = diffText('a '.repeat(2000), 'b '.repeat(2000), 'en');
    expect(parts.length).toBeLessThan(5);
  });
});

const line = (id: string, text: string) => ({ id, text: { en: text }, speaker: 'Mara', kind: 'speech', isOffPanel: false });
const panel = (id: string, lines: unknown[] = [], change: object = {}) => ({ id, importance: 2, shot: 'medium', tilt: 0, action: id, characters: [], crowd: 0, props: [], effects: [], isLocked: false, lines, ...change });
const book = (panels: unknown[], change: object = {}): Book => ({ id: 'b', title: 'T', author: '', language: 'en', direction: 'ltr', format: 'manga-b5', style: {}, seed: 1, layout: { pages: [] }, bible: { cast: [{ id: 'm', name: 'Mara' }], places: [], facts: [] }, chapters: [{ id: 'c', title: '', scenes: [{ id: 's', panels }] }], ...change }) as unknown as Book;

describe('two versions of a book', () => {
  const before = book([panel('a', [line('l', 'Come in.')]), panel('b'), panel('c')]);

  test('that are equal say so', () => expect(isSame(diffBooks(before, structuredClone(before)))).toBe(true));

  test('tell panels that came, went, moved and changed, and their lines', () => {
    const { panels } = diffBooks(before, book([panel('a', [line('l', 'Come out.'), line('k', 'Now.')], { shot: 'wide', isLocked: true }), panel('c'), panel('d')]));
    expect(panels.map((one) => [one.id, one.how, one.aspects])).toEqual([['a', 'changed', ['picture', 'lock']], ['d', 'new', []], ['b', 'gone', []]]);
    expect(panels[0]?.lines.map((one) => [one.id, one.how, one.before, one.after])).toEqual([['l', 'changed', 'Come in.', 'Come out.'], ['k', 'new', '', 'Now.']]);
    expect(diffBooks(before, book([panel('b'), panel('a', [line('l', 'Come in.')]), panel('c')])).panels.every((one) => one.how === 'moved')).toBe(true);
  });

  test('tell a new name once: the panels in which that person speaks stay as they are', () => {
    const said = (speaker: string, speakerId = 'm') => book([panel('a', [{ ...line('l', 'Come in.'), speaker, speakerId }])], { bible: { cast: [{ id: 'm', name: speaker }], places: [], facts: [] } });
    const diff = diffBooks(said('Mara'), said('Maria'));
    expect(diff).toMatchObject({ cast: [{ how: 'changed', was: 'Mara' }], panels: [] });
    expect(diffBooks(said('Mara'), said('Mara', 't')).panels).toMatchObject([{ aspects: ['speakers'] }]);
  });

  test('tell what changed of the book, its cast and its facts', () => {
    const after = book([panel('a', [line('l', 'Come in.')]), panel('b'), panel('c')], { title: 'U', format: 'a4', bible: { cast: [{ id: 'm', name: 'Maria' }, { id: 't', name: 'Tom' }], places: [], facts: [{ id: 'f', text: 'x' }] } });
    expect(diffBooks(before, after)).toMatchObject({ book: ['title', 'format'], titleWas: 'T', cast: [{ name: 'Maria', how: 'changed', was: 'Mara' }, { name: 'Tom', how: 'new' }], facts: 1, panels: [] });
  });
});

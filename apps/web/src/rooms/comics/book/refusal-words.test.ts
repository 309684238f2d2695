import { addPanelAfter, applyEdit, EditError, ITEM_KINDS, ITEMS_MOST, LINE_MAX } from '@komawari/comic/edit';
import { listPanels, type Book } from '@komawari/comic';
import { scriptBook } from '@komawari/comic/make';
import { expect, test } from 'vitest';
import { words as en } from '../words/en.ts';
import { words as ja } from '../words/ja.ts';
import { words as zh } from '../words/zh-CN.ts';
import { openBookSession } from './book-session.ts';
import { refusalWords } from './refusal-words.ts';

const sayIn = (words: Readonly<Record<string, string>>) => (key: string, fill: Record<string, string | number> = {}) => (words[key] ?? `?${key}`).replace(/\{(\w+)\}/g, (_, name: string) => String(fill[name] ?? '?'));

const small = scriptBook('"Go!" said Tom.', { language: 'en' });
/** With as many panels as a book holds. */
function fullBook(): Book {
  const [chapter] = small.chapters;
  const [scene] = chapter!.scenes;
  const [panel] = scene!.panels;
  const panels = Array.from({ length: ITEMS_MOST.panel }, (_, i) => ({ ...panel!, id: `p${i}`, lines: [] }));
  return { ...small, chapters: [{ ...chapter!, scenes: [{ ...scene!, panels }] }] };
}

test('one panel more than a book holds: a sentence in every language, and nothing of the book has changed', () => {
  const book = fullBook();
  const session = openBookSession({
    start: { revision: 1, book }, clientId: 'tab-full0000', statusOf: () => 0, outbox: { keep: () => undefined, abandoned: () => [], letGo: () => undefined, forget: () => undefined, close: () => undefined },
    server: { getBook: () => Promise.reject(new Error()), getEdits: () => Promise.reject(new Error()), send: () => Promise.reject(new Error()) },
  });
  let fault: unknown;
  try {
    session.change((of) => addPanelAfter(of, listPanels(of).at(-1)!.id, 'one-more'));
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(EditError);
  expect(session.state()).toMatchObject({ book, saving: 'saved', canUndo: false });
  expect(refusalWords(fault as EditError, sayIn(en), 'en')).toBe('A comic holds 5,000 panels at most. Nothing was changed: remove some first, or go on in a second comic.');
  expect(refusalWords(fault as EditError, sayIn(zh), 'zh-CN')).toMatch(/5,000 格/);
  expect(refusalWords(fault as EditError, sayIn(ja), 'ja')).toMatch(/コマは 5,000/);
});

test('every kind has its word, a long line and a step without ground have their sentence', () => {
  const long = (() => {
    try {
      return applyEdit(small, [{ op: 'text', id: small.chapters[0]!.scenes[0]!.panels.flatMap(({ lines }) => lines)[0]!.id, language: 'en', from: '', to: 'x'.repeat(LINE_MAX + 1) }]);
    } catch (error) {
      return error as EditError;
    }
  })();
  for (const words of [en, zh, ja]) {
    const say = sayIn(words);
    for (const kind of ITEM_KINDS) expect(refusalWords(new EditError('edit.too-large', kind), say, 'en')).not.toContain('?');
    expect(refusalWords(long as EditError, say, 'en')).toContain('4,000');
    expect(refusalWords(new EditError('edit.invalid', 'scene s has no place'), say, 'en')).toBe(words.stepMisfits);
  }
});

import { EditError, removePanel, splitPanel } from '@komawari/comic/edit';
import { listLines, listPanels } from '@komawari/comic';
import { scriptBook } from '@komawari/comic/make';
import { expect, test } from 'vitest';
import { openBookSession } from './book-session.ts';
import { toldChange } from './told-change.ts';

const book = scriptBook('"Go!" said Tom. "Now!"\n\n"Where?" asked Anna.', { language: 'en' });
const never = () => new Promise<never>(() => undefined);
const session = openBookSession({ start: { revision: 1, book }, clientId: 'tab-aaaaaaaa', statusOf: () => 0, outbox: { keep: () => undefined, abandoned: () => [], letGo: () => undefined, forget: () => undefined, close: () => undefined }, server: { getBook: never, getEdits: never, send: never } });

test('a verb about what another tab has deleted is told, changes nothing, and the next one works', () => {
  const told: Error[] = [];
  const change = toldChange(session, (fault) => told.push(fault));
  const [panel] = listPanels(book);
  const line = listLines(book)[0]!;
  expect(change(removePanel(panel!.id))).toEqual([]);
  const after = session.state().book;
  expect(change((of) => splitPanel(of, line.id, 'new'))).toBeUndefined();
  expect(change([{ op: 'set', kind: 'book', id: book.id, field: 'unheardOf', value: 1 }])).toBeUndefined();
  expect(told).toMatchObject([{ name: 'RangeError' }, { name: 'EditError' }]);
  expect(told[1]).toBeInstanceOf(EditError);
  expect(session.state().book).toBe(after);
  expect(change([{ op: 'set', kind: 'book', id: book.id, field: 'title', value: 'On' }])).toEqual([]);
  expect(() => change(() => { throw new TypeError('a fault of ours'); })).toThrow(TypeError);
});

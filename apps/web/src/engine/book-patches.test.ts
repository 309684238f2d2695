import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffBooks, patchBook } from './book-patches.ts';

type Panel = { id: string; lines: { text: string }[]; note?: string };
const panel = fc.record<Panel>({ id: fc.string(), lines: fc.array(fc.record({ text: fc.string() }), { maxLength: 3 }), note: fc.option(fc.string(), { nil: undefined }) });
const book = fc.record({ title: fc.string(), panels: fc.array(panel, { maxLength: 6 }), editions: fc.dictionary(fc.constantFrom('en', 'ja', 'zh'), fc.record({ title: fc.string() })) });
/** As the worker sees it: absent and undefined are the same. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('patches lead from any book to any other', () => {
  fc.assert(fc.property(book, book, (before, after) => {
    const patches = structuredClone(diffBooks(before, after));
    expect(plain(patchBook(before, patches))).toEqual(plain(after));
  }), { numRuns: 300 });
});

test('one changed line sends one line, and everything else stays the same object', () => {
  const panels = Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}`, lines: [{ text: `line ${i}` }] }));
  const before = { title: 'Long', panels };
  const after = { ...before, panels: panels.with(500, { ...panels[500]!, lines: [{ text: 'new' }] }) };
  const patches = diffBooks(before, after);
  expect(patches).toEqual([{ path: ['panels', 500, 'lines', 0, 'text'], value: 'new' }]);
  const next = patchBook(before, patches);
  expect(next.panels[499]).toBe(panels[499]);
  expect(before.panels[500]!.lines[0]!.text).toBe('line 500');
});

test('a panel put in or taken out sends that panel alone', () => {
  const panels = Array.from({ length: 100 }, (_, i) => ({ id: `p${i}` }));
  expect(diffBooks({ panels }, { panels: panels.toSpliced(40, 1) })).toEqual([{ path: ['panels'], splice: { start: 40, remove: 1, insert: [] } }]);
  expect(diffBooks({ panels }, { panels: panels.toSpliced(7, 0, { id: 'new' }) })).toEqual([{ path: ['panels'], splice: { start: 7, remove: 0, insert: [{ id: 'new' }] } }]);
});

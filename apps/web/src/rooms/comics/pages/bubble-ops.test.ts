import { applyEdit } from '@komawari/comic/edit';
import { listLines, type Book } from '@komawari/comic';
import { scriptBook } from '@komawari/comic/make';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinBubbles, letterOps, rubyOps, splitBubble, stressOps, textOps } from './bubble-ops.ts';
import { changedPages } from './changed-pages.ts';
import { panCrop, croppedPlace, zoomCrop } from './crop.ts';
import { holdToGuides } from './guides.ts';
import { countKinds, problemsOfBook } from './problems.ts';

const book: Book = scriptBook('# Rain\n\n"Come in," said Mara. "You are wet."\n\n"I am fine," said Tom.', { language: 'en' });
const [line] = listLines(book);

test('what is set by hand goes without a trace when it is automatic again', () => {
  const set = applyEdit(book, letterOps(book, line!.id, 'en', { at: { x: 0.2, y: 0.3 }, scale: 1.2 })).book;
  expect(listLines(set)[0]?.letter?.en).toEqual({ at: { x: 0.2, y: 0.3 }, scale: 1.2 });
  expect(applyEdit(set, letterOps(set, line!.id, 'en', undefined)).book).toEqual(book);
  expect(letterOps(book, 'line-gone', 'en', {})).toEqual([]);
  expect(textOps(book, 'line-gone', 'en', 'x')).toEqual([]);
});

test('a reading belongs to its language and to its part of the words', () => {
  const once = applyEdit(book, rubyOps(line!, 'en', 'en', { start: 0, end: 4 }, 'kom')).book;
  const other = applyEdit(once, rubyOps(listLines(once)[0]!, 'ja', 'en', { start: 0, end: 2 }, 'かな')).book;
  expect(listLines(other)[0]?.ruby).toHaveLength(2);
  expect(listLines(applyEdit(other, rubyOps(listLines(other)[0]!, 'en', 'en', { start: 0, end: 4 }, '')).book)[0]?.ruby).toEqual([{ start: 0, end: 2, text: 'かな', language: 'ja' }]);
});

test('stress put on twice is taken off, also in the middle of a stressed part', () => {
  const bold = applyEdit(book, stressOps(line!, 'en', { start: 0, end: 7 }, 'bold')).book;
  const less = applyEdit(bold, stressOps(listLines(bold)[0]!, 'en', { start: 2, end: 4 }, 'bold')).book;
  expect(listLines(less)[0]?.stress?.en).toEqual([{ start: 0, end: 2, how: 'bold' }, { start: 4, end: 7, how: 'bold' }]);
  expect(applyEdit(bold, stressOps(listLines(bold)[0]!, 'en', { start: 0, end: 7 }, 'bold')).book).toEqual(book);
});

test('linked bubbles: cut at places inside the words, once each, and joined again', () => {
  expect(splitBubble(splitBubble({}, 5, 12), 3, 12).splits).toEqual([3, 5]);
  expect(splitBubble({}, 0, 12)).toEqual({});
  expect(joinBubbles({ splits: [3], parts: [{ x: 0, y: 0 }], scale: 1.1 })).toEqual({ splits: [], scale: 1.1 });
});

test('a picture dragged or enlarged always covers its frame', () => {
  const size = fc.record({ width: fc.integer({ min: 40, max: 2000 }), height: fc.integer({ min: 40, max: 2000 }) });
  const crop = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }), zoom: fc.double({ min: 1, max: 8, noNaN: true }) });
  fc.assert(fc.property(size, size, crop, fc.integer({ min: -900, max: 900 }), fc.double({ min: 0.1, max: 20, noNaN: true }), (picture, frame, from, by, zoom) => {
    for (const to of [panCrop(from, { x: by, y: -by }, picture, frame), zoomCrop(from, zoom, picture, frame)]) {
      const at = croppedPlace(picture, frame, to);
      expect(Math.min(to.x, to.y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(to.x, to.y)).toBeLessThanOrEqual(1);
      expect(at.x + picture.width * at.scale).toBeGreaterThanOrEqual(frame.width - 1e-6);
    }
  }), { numRuns: 100 });
});

test('guides hold a bubble that comes near and let go of one that does not', () => {
  const box = { x: 100, y: 100, width: 60, height: 40 };
  const safe = { near: { x: 40, y: 40 }, far: { x: 960, y: 1400 } };
  expect(holdToGuides(box, { x: 67, y: 0 }, { x: [200], y: [] }, safe, 6)).toEqual({ by: { x: 70, y: 0 }, x: 200 });
  expect(holdToGuides(box, { x: 20, y: 0 }, { x: [200], y: [] }, safe, 6)).toEqual({ by: { x: 20, y: 0 } });
  expect(holdToGuides(box, { x: -57, y: 0 }, { x: [200], y: [] }, safe, 6)).toEqual({ by: { x: -60, y: 0 }, x: 40 });
});

test('only pages that a change touches count as changed', () => {
  const summary = (number: number, panelIds: string[]) => ({ number, template: '', side: 'left' as const, width: 1, height: 1, panelIds, isByHand: false });
  const owner = book.chapters[0]!.scenes[0]!.panels[0]!.id;
  const pages = [summary(1, []), summary(2, [owner]), summary(3, ['other'])];
  const made = pages.map(({ number, panelIds }) => ({ number, width: 1, height: 1, picture: null, preview: null, alternative: panelIds.map((panelId) => ({ panelId, description: '', lines: [] })) }));
  expect([...changedPages(book, pages, made, [])]).toEqual([]);
  expect([...changedPages(book, pages, made, [textOps(book, line!.id, 'en', 'Other')])]).toEqual([2]);
  expect([...changedPages(book, pages, made, [null])]).toEqual([1, 2, 3]);
  expect([...changedPages(book, [...pages, summary(4, ['new'])], made, [])]).toEqual([4]);
});

test('the page on the desk is told as it stands, others as they were made', () => {
  const problem = (page: number, code: 'overlap' | 'cut') => ({ page, code, panelId: 'p', lineId: 'l' });
  const all = problemsOfBook([problem(3, 'overlap'), problem(4, 'overlap'), problem(5, 'cut')], new Map([[3, []], [4, [problem(4, 'cut')]]]), new Set([4]), 3);
  expect(all.map(({ page, code }) => [page, code])).toEqual([[4, 'cut'], [5, 'cut']]);
  expect(countKinds(all)).toEqual([{ code: 'cut', count: 2 }]);
});

test('a bubble set by hand keeps its shape when it is typed in, letter by letter or at once', () => {
  const line = listLines(book)[0]!;
  const from = line.text.en!;
  const held = applyEdit(book, letterOps(book, line.id, 'en', { at: { x: 0.5, y: 0.3 }, measure: 120 })).book;
  const to = `${from} ${'and more '.repeat(20)}`.trim();
  const atOnce = applyEdit(held, textOps(held, line.id, 'en', to)).book;
  let typed = held;
  for (let n = from.length + 1; n <= to.length; n += 1) typed = applyEdit(typed, textOps(typed, line.id, 'en', to.slice(0, n))).book;
  const measure = (of: typeof book) => listLines(of)[0]!.letter!.en!.measure!;
  expect(measure(atOnce)).toBeCloseTo(120 * Math.sqrt(to.length / from.length), 6);
  expect(measure(typed)).toBeCloseTo(measure(atOnce), 0);
});

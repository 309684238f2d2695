import { expect, test } from 'vitest';
import { briefly, closeToast, currentToasts, onToasts, showToast } from './toast.ts';

test('the oldest goes when there are too many, and closing tells those who look', () => {
  const seen: number[] = [];
  const stop = onToasts(() => seen.push(currentToasts().length));
  const ids = ['a', 'b', 'c', 'd'].map((text) => showToast({ text }));
  expect(currentToasts().map(({ text }) => text)).toEqual(['b', 'c', 'd']);
  closeToast(ids[0] ?? 0);
  ids.forEach(closeToast);
  expect(seen).toEqual([1, 2, 3, 3, 2, 1, 0]);
  stop();
});

test('one that can be undone or tells of a fault stays longer', () => {
  showToast({ text: 'plain' });
  showToast({ text: 'undo', action: { word: 'Undo', onChoose: () => undefined } });
  const [plain, undo] = currentToasts();
  expect(undo?.stayMs).toBeGreaterThan(plain?.stayMs ?? Infinity);
  currentToasts().forEach(({ id }) => closeToast(id));
});

test('a name of five hundred letters takes sixty, in whole letters', () => {
  expect(briefly('The last bus')).toBe('The last bus');
  expect(briefly('x'.repeat(60))).toBe('x'.repeat(60));
  expect(briefly(`${'x'.repeat(58)} ${'y'.repeat(441)}`)).toBe(`${'x'.repeat(58)}…`);
  const family = '👨‍👩‍👧‍👦';
  expect(briefly(family.repeat(60))).toBe(family.repeat(60));
  expect(briefly(family.repeat(500))).toBe(`${family.repeat(59)}…`);
});

import { expect, test } from 'vitest';
import { chordOf, isAllowed } from './chord.ts';

const press = (key: string, more: Partial<Parameters<typeof chordOf>[0]> = {}) => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

test('the same shortcut is Ctrl on one machine and Command on another', () => {
  expect(chordOf(press('k', { ctrlKey: true }), false)).toBe('Mod+K');
  expect(chordOf(press('k', { metaKey: true }), true)).toBe('Mod+K');
  expect(chordOf(press('k', { ctrlKey: true }), true)).toBe('Ctrl+K');
  expect(chordOf(press('k', { metaKey: true }), false)).toBe('Meta+K');
});

test('Shift counts for letters and named keys, not for signs that need it', () => {
  expect(chordOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z');
  expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?');
  expect(chordOf(press('ArrowUp', { altKey: true, shiftKey: true }), false)).toBe('Alt+Shift+ArrowUp');
});

test('on another script the place of the key counts', () => {
  expect(chordOf(press('я', { code: 'KeyZ', ctrlKey: true }), false)).toBe('Mod+Z');
  expect(chordOf(press('˚', { code: 'KeyK', altKey: true }), true)).toBe('Alt+K');
});

test('a modifier alone is no chord; what moves the focus cannot be chosen', () => {
  expect(chordOf(press('Control', { ctrlKey: true }), false)).toBeUndefined();
  expect(['Tab', 'Mod+Enter', 'Escape', 'Process', ''].map(isAllowed)).toEqual([false, false, false, false, false]);
  expect(['N', '?', 'Mod+K', '+', 'Mod++'].map(isAllowed)).toEqual([true, true, true, true, true]);
});

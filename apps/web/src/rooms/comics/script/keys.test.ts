import { describe, expect, test } from 'vitest';
import { lineCommand, panelCommand, type Press } from './keys.ts';
import { keepLiving, select } from './selection.ts';

const press = (keys: string): Press => {
  const parts = keys.split('+');
  return { key: parts.at(-1) ?? '', ctrlKey: parts.includes('Ctrl'), metaKey: parts.includes('Meta'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift') };
};

describe('keys of a panel', () => {
  test.each([
    ['ArrowDown', { do: 'move', by: 1, isExtending: false }], ['Shift+ArrowUp', { do: 'move', by: -1, isExtending: true }], ['Alt+ArrowUp', { do: 'nudge', by: -1 }], ['Ctrl+ArrowUp', undefined],
    ['Delete', { do: 'remove' }], ['Backspace', { do: 'remove' }], ['4', { do: 'importance', value: 4 }], ['7', undefined], ['Alt+4', undefined], ['l', { do: 'lock' }], ['Shift+L', { do: 'lock' }], ['m', { do: 'merge' }],
    ['Enter', undefined], ['Ctrl+Enter', { do: 'add' }], ['Ctrl+Shift+Enter', { do: 'split-scene' }], ['Meta+a', { do: 'all' }], ['ArrowRight', { do: 'enter' }], ['Escape', { do: 'clear' }], ['x', undefined],
  ])('%s', (keys, command) => expect(panelCommand(press(keys))).toEqual(command));
});

describe('keys in a line', () => {
  const at = { start: 3, end: 3, length: 8 };
  const start = { start: 0, end: 0, length: 8 };
  const end = { start: 8, end: 8, length: 8 };
  const empty = { start: 0, end: 0, length: 0 };
  test.each([
    ['Enter', at, 'add'], ['Shift+Enter', at, undefined], ['Ctrl+Enter', at, 'split'], ['Meta+Enter', at, 'split'], ['Ctrl+Shift+Enter', at, 'split-panel'],
    ['Alt+ArrowUp', at, 'up'], ['Alt+ArrowDown', at, 'down'], ['ArrowUp', at, undefined], ['ArrowUp', start, 'before'], ['Shift+ArrowUp', start, undefined], ['ArrowDown', end, 'after'],
    ['Backspace', at, undefined], ['Backspace', start, 'merge-before'], ['Backspace', { start: 0, end: 8, length: 8 }, undefined], ['Backspace', empty, 'remove'], ['Ctrl+Backspace', start, undefined],
    ['Delete', end, 'merge-next'], ['Delete', at, undefined], ['Delete', empty, 'remove'], ['Escape', at, 'leave'], ['a', at, undefined],
  ])('%s', (keys, caret, command) => expect(lineCommand(press(keys), caret)).toBe(command));
});

describe('choosing panels', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];
  const ids = (selection: ReturnType<typeof select>) => [...(selection?.ids ?? [])].sort().join('');

  test('a run grows and shrinks around its anchor', () => {
    let now = select(undefined, { step: 'choose', id: 'c' }, order);
    now = select(now, { step: 'move', by: 1, isExtending: true }, order);
    expect(ids(now)).toBe('cd');
    now = select(now, { step: 'move', by: -1, isExtending: true }, order);
    now = select(now, { step: 'move', by: -1, isExtending: true }, order);
    expect(ids(now)).toBe('bc');
    now = select(now, { step: 'extend', id: 'e' }, order);
    expect(ids(now)).toBe('cde');
    expect(ids(select(now, { step: 'move', by: 1, isExtending: false }, order))).toBe('e');
  });

  test('one more, one less, none', () => {
    let now = select(undefined, { step: 'toggle', id: 'b' }, order);
    now = select(now, { step: 'toggle', id: 'd' }, order);
    expect(ids(now)).toBe('bd');
    now = select(now, { step: 'toggle', id: 'b' }, order);
    expect(now).toMatchObject({ headId: 'd' });
    expect(select(now, { step: 'toggle', id: 'd' }, order)).toBeUndefined();
    expect(select(now, { step: 'clear' }, order)).toBeUndefined();
  });

  test('what is gone drops out, and what was never there changes nothing', () => {
    const now = select(select(undefined, { step: 'choose', id: 'b' }, order), { step: 'extend', id: 'd' }, order)!;
    expect(keepLiving(now, order)).toBe(now);
    expect(keepLiving(now, ['a', 'c', 'e'])).toEqual({ anchorId: 'c', headId: 'c', ids: new Set(['c']) });
    expect(keepLiving(now, ['a'])).toBeUndefined();
    expect(select(now, { step: 'choose', id: 'x' }, order)).toBe(now);
    expect(select(undefined, { step: 'move', by: 1, isExtending: false }, [])).toBeUndefined();
    expect(ids(select(undefined, { step: 'move', by: 1, isExtending: false }, order))).toBe('a');
  });
});

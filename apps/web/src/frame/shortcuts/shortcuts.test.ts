import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const store = new Map<string, string>();
vi.stubGlobal('localStorage', { getItem: (name: string) => store.get(name) ?? null, setItem: (name: string, value: string) => void store.set(name, value), removeItem: (name: string) => void store.delete(name) });
const free = { isTyping: false, isInDialog: false };

describe('shortcuts', () => {
  let keys: typeof import('./shortcuts.ts');
  const run = () => undefined;
  const ends: (() => void)[] = [];
  const add = (id: string, defaultKeys: string, more = {}) => {
    const shortcut = { id, word: id, defaultKeys, run, ...more };
    ends.push(keys.addShortcut(shortcut));
    return shortcut;
  };

  beforeEach(async () => {
    store.clear();
    vi.resetModules();
    keys = await import('./shortcuts.ts');
  });
  afterEach(() => ends.splice(0).forEach((end) => end()));

  test('the latest of the same keys goes first, and gives them back when it ends', () => {
    const list = add('frame.undo', 'Mod+Z');
    const end = keys.addShortcut({ id: 'script.undo', word: 'u', defaultKeys: 'Mod+Z', run });
    expect(keys.shortcutFor('Mod+Z', free)?.id).toBe('script.undo');
    end();
    expect(keys.shortcutFor('Mod+Z', free)).toBe(list);
  });

  test('nothing fires while somebody types, but a chord that says so', () => {
    add('frame.new', 'N');
    add('frame.palette', 'Mod+K', { evenTyping: true });
    add('frame.bare', 'B', { evenTyping: true });
    const typing = { isTyping: true, isInDialog: false };
    expect([keys.shortcutFor('N', typing), keys.shortcutFor('B', typing)]).toEqual([undefined, undefined]);
    expect(keys.shortcutFor('Mod+K', typing)?.id).toBe('frame.palette');
  });

  test('the page behind a dialog hears nothing', () => {
    add('frame.new', 'N');
    add('reader.next', 'L', { inDialog: true });
    const inDialog = { isTyping: false, isInDialog: true };
    expect([keys.shortcutFor('N', inDialog), keys.shortcutFor('L', inDialog)?.id]).toEqual([undefined, 'reader.next']);
  });

  test('other keys are kept, conflicts told, and what was before comes back', async () => {
    const fresh = add('frame.new', 'N');
    const help = add('frame.help', '?');
    expect(keys.chooseKeys(fresh, '?')).toEqual({ isKept: false, why: 'taken', by: help });
    expect(keys.chooseKeys(fresh, 'Tab')).toEqual({ isKept: false, why: 'reserved' });
    expect(keys.chooseKeys(fresh, 'Mod+J')).toEqual({ isKept: true });
    expect([keys.shortcutFor('N', free), keys.shortcutFor('Mod+J', free)?.id]).toEqual([undefined, 'frame.new']);
    vi.resetModules();
    const again = await import('./shortcuts.ts');
    expect(again.keysOf(fresh)).toBe('Mod+J');
    expect(again.chooseKeys(fresh, '')).toEqual({ isKept: true });
    expect([again.keysOf(fresh), again.isChanged(fresh)]).toEqual(['', true]);
    again.chooseKeys(fresh, 'N');
    expect([again.isChanged(fresh), store.has('koma.keys')]).toEqual([false, false]);
  });

  test('what another hand wrote into the storage harms nothing', async () => {
    for (const raw of ['{', 'null', '[1]', '{"frame.new":5}']) {
      store.set('koma.keys', raw);
      vi.resetModules();
      expect((await import('./shortcuts.ts')).keysOf({ id: 'frame.new', defaultKeys: 'N' })).toBe('N');
    }
  });
});

import { afterEach, expect, test, vi } from 'vitest';
import { nameKeys } from './Kbd.tsx';

afterEach(() => vi.unstubAllGlobals());

test('keys are named as they stand on the keyboard, the plus too', () => {
  vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
  expect(['Mod+Shift+K', '+', 'Mod++', '-', ' ', 'Shift+ ', 'PageDown', 'Alt+ArrowUp', '?'].map(nameKeys)).toEqual(['Ctrl ⇧ K', '+', 'Ctrl +', '-', 'Space', '⇧ Space', 'Page Down', 'Alt ↑', '?']);
  vi.stubGlobal('navigator', { platform: 'MacIntel' });
  expect(['Mod+Shift+K', 'Mod++', 'Alt+ArrowUp'].map(nameKeys)).toEqual(['⌘⇧K', '⌘+', '⌥↑']);
});

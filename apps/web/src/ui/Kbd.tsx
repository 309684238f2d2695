const isApple = () => /Mac|iP(hone|ad|od)/.test(navigator.platform);
const NAMES: Readonly<Record<string, string>> = { Shift: '⇧', Enter: '↵', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', ' ': 'Space', PageUp: 'Page Up', PageDown: 'Page Down', Backspace: '⌫', Delete: 'Del' };

/** Keys as they stand on the keyboard: `<Kbd keys="Mod+Shift+K" />`, where Mod is Ctrl, or Command on a Mac. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className="kbd">{nameKeys(keys)}</kbd>;
}

/** The same as text, for a tooltip. A plus at the end is the key itself. */
export function nameKeys(keys: string): string {
  return keys.split(/\+(?!$)/).map((key) => (key === 'Mod' ? (isApple() ? '⌘' : 'Ctrl') : key === 'Alt' && isApple() ? '⌥' : (NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)))).join(isApple() ? '' : ' ');
}

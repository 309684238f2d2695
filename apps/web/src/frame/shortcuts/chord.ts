/**
 * A chord is how a shortcut is written and kept: `Mod+Shift+K`, `N`, `?`, `Alt+ArrowUp`. Mod is Ctrl, and Command on a Mac. A sign
 * that needs Shift on some keyboards (`?`) is written without it.
 */
type Press = { key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

const MODIFIERS = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'CapsLock', 'Fn', 'OS']);
/** Keys that move the focus, close things or press buttons belong to the browser. */
const RESERVED = new Set(['Tab', 'Escape', 'Enter', ' ', 'Dead', 'Process', 'Unidentified']);

/** Undefined for a modifier alone. */
export function chordOf(press: Press, isApple: boolean): string | undefined {
  if (MODIFIERS.has(press.key)) return undefined;
  const isMod = isApple ? press.metaKey : press.ctrlKey;
  const isOther = isApple ? press.ctrlKey : press.metaKey;
  const key = keyName(press, isMod || press.altKey);
  const isLetter = /^\p{L}$/u.test(key);
  const hasShift = press.shiftKey && (isLetter || key.length > 1);
  return [isMod && 'Mod', isOther && (isApple ? 'Ctrl' : 'Meta'), press.altKey && 'Alt', hasShift && 'Shift', key].filter(Boolean).join('+');
}

/** On a keyboard of another script, and where Alt makes other signs, the place of the key counts. */
function keyName({ key, code }: Press, isCommand: boolean): string {
  const place = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1];
  if (key.length !== 1 || key === 'Dead') return key === 'Dead' ? (place ?? key) : key;
  const isForeign = !/^[\u0020-\u007e]$/.test(key);
  return (isForeign && place !== undefined && (isCommand || /^Key/.test(code)) ? place : key).toUpperCase();
}

/** Whether a reader may choose it. */
export function isAllowed(chord: string): boolean {
  const key = chord.endsWith('++') || chord === '+' ? '+' : (chord.split('+').at(-1) ?? '');
  return chord !== '' && !RESERVED.has(key);
}

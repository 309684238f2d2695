/** What keys mean in the script: pure, so that every chord is tested. */
export type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };
/** Where the caret stands in a text. */
export type CaretPlace = { start: number; end: number; length: number };

export type PanelCommand =
  | { do: 'move'; by: 1 | -1; isExtending: boolean } | { do: 'nudge'; by: 1 | -1 } | { do: 'remove' } | { do: 'importance'; value: number }
  | { do: 'lock' } | { do: 'merge' } | { do: 'enter' } | { do: 'add' } | { do: 'split-scene' } | { do: 'clear' } | { do: 'all' };

export function panelCommand(press: Press): PanelCommand | undefined {
  const isMod = press.ctrlKey || press.metaKey;
  const by = press.key === 'ArrowUp' ? -1 : press.key === 'ArrowDown' ? 1 : undefined;
  if (by !== undefined) return isMod ? undefined : press.altKey ? { do: 'nudge', by } : { do: 'move', by, isExtending: press.shiftKey };
  if (press.key === 'Enter') return isMod ? (press.shiftKey ? { do: 'split-scene' } : { do: 'add' }) : undefined;
  if (isMod && press.key.toLowerCase() === 'a') return { do: 'all' };
  if (isMod || press.altKey) return undefined;
  if (press.key === 'ArrowRight') return { do: 'enter' };
  if (press.key === 'Delete' || press.key === 'Backspace') return { do: 'remove' };
  if (/^[1-6]$/.test(press.key)) return { do: 'importance', value: Number(press.key) };
  if (press.key.toLowerCase() === 'l') return { do: 'lock' };
  if (press.key.toLowerCase() === 'm') return { do: 'merge' };
  return press.key === 'Escape' ? { do: 'clear' } : undefined;
}

export type LineCommand = 'add' | 'split' | 'split-panel' | 'up' | 'down' | 'merge-next' | 'merge-before' | 'remove' | 'before' | 'after' | 'leave';

/** Shift+Enter stays the browser's: a new row within the bubble. */
export function lineCommand(press: Press, caret: CaretPlace): LineCommand | undefined {
  const isMod = press.ctrlKey || press.metaKey;
  const isAtStart = caret.start === 0 && caret.end === 0;
  const isAtEnd = caret.start === caret.length && caret.end === caret.length;
  switch (press.key) {
    case 'Enter': return isMod ? (press.shiftKey ? 'split-panel' : 'split') : press.shiftKey || press.altKey ? undefined : 'add';
    case 'ArrowUp': return press.altKey ? 'up' : isAtStart && !press.shiftKey && !isMod ? 'before' : undefined;
    case 'ArrowDown': return press.altKey ? 'down' : isAtEnd && !press.shiftKey && !isMod ? 'after' : undefined;
    case 'Backspace': return !isAtStart || isMod || press.altKey ? undefined : caret.length === 0 ? 'remove' : 'merge-before';
    case 'Delete': return isAtEnd && !isMod && !press.altKey && !press.shiftKey ? (caret.length === 0 ? 'remove' : 'merge-next') : undefined;
    case 'Escape': return 'leave';
    default: return undefined;
  }
}

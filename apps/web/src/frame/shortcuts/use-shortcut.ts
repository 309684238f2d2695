import { useEffect, useRef, useSyncExternalStore } from 'react';
import { addShortcut, keysOf, onShortcuts, type Shortcut } from './shortcuts.ts';

type Options = Pick<Shortcut, 'word' | 'evenTyping' | 'inDialog'> & { isOff?: boolean };

/**
 * A shortcut while this component is shown: `useShortcut('comics.read', 'R', open, { word: say('read') })`. It is listed under `?`,
 * can be changed there, and never fires while somebody types. Returns the chord in force, for a tooltip or a menu.
 */
export function useShortcut(id: string, defaultKeys: string, run: () => void, { word, evenTyping, inDialog, isOff = false }: Options): string {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => (isOff ? undefined : addShortcut({ id, word, defaultKeys, run: () => latest.current(), evenTyping, inDialog })), [id, word, defaultKeys, evenTyping, inDialog, isOff]);
  return useSyncExternalStore(onShortcuts, () => keysOf({ id, defaultKeys }));
}

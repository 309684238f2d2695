import { useCallback, useMemo, useState } from 'react';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { among, NOTHING, pickAll, reachTo, toggle, type Selection } from '../../comics/shelf/selection.ts';

/** Picking pictures by mouse, finger and keys: X picks what has the focus, Ctrl+A all that are loaded, Escape none. */
export function usePicking<Item extends { id: string }>(items: readonly Item[]) {
  const { say } = useWords('studio');
  const [wish, setWish] = useState<Selection>(NOTHING);
  const [isWanted, setIsWanted] = useState(false);
  const order = useMemo(() => items.map(({ id }) => id), [items]);
  const selection = useMemo(() => among(wish, order), [wish, order]);
  const pick = useCallback((id: string, reaches: boolean) => setWish((before) => (reaches ? reachTo(before, id, order) : toggle(before, id))), [order]);
  const none = () => { setWish(NOTHING); setIsWanted(false); };
  const isPicking = isWanted || selection.ids.size > 0;

  useShortcut('studio.select', 'X', () => { const id = focusedPicture(); if (id !== undefined) pick(id, false); }, { word: say('keySelect') });
  useShortcut('studio.select-all', 'Mod+A', () => setWish(pickAll(order)), { word: say('keyAll') });
  useShortcut('studio.select-none', 'Escape', none, { word: say('keyNone'), isOff: !isPicking });

  return {
    picked: items.filter(({ id }) => selection.ids.has(id)), ids: selection.ids, pick, none, isPicking,
    all: () => setWish(pickAll(order)), setIsPicking: (isOn: boolean) => { if (isOn) setIsWanted(true); else none(); },
  };
}

/** The picture whose card has the focus. */
export function focusedPicture(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-picture]')?.dataset['picture'];
}

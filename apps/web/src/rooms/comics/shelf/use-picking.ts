import { useMemo, useState } from 'react';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { among, NOTHING, pickAll, reachTo, toggle, type Selection } from './selection.ts';

/** Picking comics of a list by mouse, finger and keys: X picks what has the focus, Ctrl+A all, Escape none. */
export function usePicking<Item extends { id: string }>(items: readonly Item[]) {
  const { say } = useWords('comics-shelf');
  const [wish, setWish] = useState<Selection>(NOTHING);
  const [isPicking, setIsPicking] = useState(false);
  const order = useMemo(() => items.map(({ id }) => id), [items]);
  const selection = useMemo(() => among(wish, order), [wish, order]);
  const none = () => { setWish(NOTHING); setIsPicking(false); };
  const pick = (id: string, reaches: boolean) => setWish((before) => (reaches ? reachTo(before, id, order) : toggle(before, id)));

  useShortcut('comics.select', 'X', () => { const id = focusedComic(); if (id !== undefined) pick(id, false); }, { word: say('keySelect') });
  useShortcut('comics.select-all', 'Mod+A', () => setWish(pickAll(order)), { word: say('keyAll') });
  useShortcut('comics.select-none', 'Escape', none, { word: say('keyNone'), isOff: selection.ids.size === 0 && !isPicking });

  return {
    picked: items.filter(({ id }) => selection.ids.has(id)), ids: selection.ids, pick, none, all: () => setWish(pickAll(order)),
    isPicking: isPicking || selection.ids.size > 0, setIsPicking: (on: boolean) => { if (on) setIsPicking(true); else none(); },
  };
}

/** The comic whose card has the focus. */
export function focusedComic(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-comic]')?.dataset['comic'];
}

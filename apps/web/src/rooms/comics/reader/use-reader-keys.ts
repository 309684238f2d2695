import { useEffect, useRef } from 'react';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { turnOfKey, type Turn } from './reading.ts';

type Acts = {
  direction: 'ltr' | 'rtl'; isScrolling: boolean; isCovered: boolean; canDouble: boolean; canFull: boolean;
  turn: (turn: Turn | undefined) => void; text: () => void; full: () => void; guided: () => void; double: () => void; closer: (factor: number) => void; help: () => void;
};

/** In the order in which they are told. The last is the frame's own: it keeps its keys, and over the page the reader answers it. */
export const READER_KEYS = ['reader.left', 'reader.right', 'reader.first', 'reader.last', 'reader.guided', 'reader.double', 'reader.closer', 'reader.further', 'reader.text', 'reader.full', 'frame.shortcuts'] as const;

/** The keys of the reader. Those with a sign of their own are listed under `?` and can be changed there. */
export function useReaderKeys(acts: Acts): Readonly<Record<'text' | 'full' | 'help', string>> {
  const { say } = useWords('comics-reader');
  const { direction, isScrolling, isCovered, canDouble, canFull } = acts;
  const inDialog = true;
  const isOff = isCovered;
  useShortcut('reader.left', 'ArrowLeft', () => acts.turn(turnOfKey('ArrowLeft', direction)), { word: say('keyLeft'), inDialog, isOff });
  useShortcut('reader.right', 'ArrowRight', () => acts.turn(turnOfKey('ArrowRight', direction)), { word: say('keyRight'), inDialog, isOff });
  useShortcut('reader.first', 'Home', () => acts.turn('first'), { word: say('keyFirst'), inDialog, isOff });
  useShortcut('reader.last', 'End', () => acts.turn('last'), { word: say('keyLast'), inDialog, isOff });
  useShortcut('reader.guided', 'G', acts.guided, { word: say('modeGuided'), inDialog, isOff });
  useShortcut('reader.double', 'D', acts.double, { word: say('modeDouble'), inDialog, isOff: isOff || !canDouble });
  useShortcut('reader.closer', '+', () => acts.closer(1.4), { word: say('zoomIn'), inDialog, isOff });
  useShortcut('reader.further', '-', () => acts.closer(1 / 1.4), { word: say('zoomOut'), inDialog, isOff });
  const text = useShortcut('reader.text', 'T', acts.text, { word: say('fullText'), inDialog });
  const full = useShortcut('reader.full', 'F', acts.full, { word: say('fullscreen'), inDialog, isOff: !canFull });
  const help = useShortcut('frame.shortcuts', '?', acts.help, { word: say('shortcuts'), inDialog });

  const latest = useRef(acts);
  useEffect(() => { latest.current = acts; });
  useEffect(() => {
    if (isScrolling || isCovered) return undefined;
    // Keys that browsers give to scrolling, and that a strip keeps.
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('button, a, input, select') && !/^Page/.test(event.key)) return;
      const wish = event.key === ' ' && event.shiftKey ? 'previous' : /^( |PageDown|PageUp|ArrowDown|ArrowUp)$/.test(event.key) ? turnOfKey(event.key, latest.current.direction) : undefined;
      if (wish === undefined) return;
      event.preventDefault();
      latest.current.turn(wish);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isScrolling, isCovered]);
  return { text, full, help };
}

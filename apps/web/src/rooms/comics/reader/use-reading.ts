import type { SharedComic } from '@komawari/contract';
import { useMemo, useState } from 'react';
import { stepAt, stepsOf, type Step } from './guided.ts';
import { modeFor, openPages, turnPage, type ReadingMode, type Turn } from './reading.ts';

export type Start = { page: number; panelId: string | null; mode: ReadingMode | null };

export type ReadingState = {
  page: number;
  panelId: string | null;
  mode: ReadingMode;
  /** What was chosen, also where the window is too narrow for it now. */
  wish: ReadingMode | null;
  isAtEnd: boolean;
  /** Pages that lie open, in reading order. */
  open: readonly number[];
  step: Step | undefined;
  /** Rises when the strip has to follow a jump. */
  jumps: number;
  withWholePages: boolean;
  turn: (turn: Turn) => void;
  go: (page: number, panelId?: string | null) => void;
  /** The strip was scrolled here by hand. */
  scrolledTo: (page: number) => void;
  choose: (mode: ReadingMode) => void;
  showWholePages: (withWholePages: boolean) => void;
  canTurn: (turn: Turn) => boolean;
};

/** Where a reader is and how he reads. Behind the last page lies the end. */
export function useReading(book: SharedComic, start: Start, canDouble: boolean): ReadingState {
  const pageCount = book.pages.length;
  const [place, setPlace] = useState({ page: Math.min(Math.max(1, start.page), Math.max(1, pageCount)), panelId: start.panelId, isAtEnd: false, jumps: 0 });
  const [wish, setWish] = useState(start.mode);
  const [withWholePages, showWholePages] = useState(false);
  const mode = modeFor(wish, { format: book.format, canDouble });
  const steps = useMemo(() => stepsOf(book.pages, withWholePages), [book.pages, withWholePages]);
  const at = stepAt(steps, place.page, place.panelId);
  const open = openPages(place.page, pageCount, mode === 'double');
  const { isAtEnd } = place;

  const go = (page: number, panelId: string | null = null) => setPlace({ page: Math.min(Math.max(1, page), pageCount), panelId, isAtEnd: false, jumps: place.jumps + 1 });
  const goToStep = (step: Step | undefined) => { if (step) go(step.page, step.panelId); };
  const nextOf = (turn: Turn): number => turnPage(place.page, turn, { pageCount, isDouble: mode === 'double' });

  const turn = (wanted: Turn) => {
    if (isAtEnd && wanted === 'next') return;
    if (isAtEnd && wanted === 'previous') return setPlace({ ...place, isAtEnd: false, jumps: place.jumps + 1 });
    if (mode === 'guided') {
      const index = wanted === 'first' ? 0 : wanted === 'last' ? steps.length - 1 : wanted === 'next' ? at + 1 : Math.max(0, at - 1);
      return index >= steps.length ? setPlace({ ...place, isAtEnd: true }) : goToStep(steps[index]);
    }
    const next = nextOf(wanted);
    if (wanted === 'next' && next === (open[0] ?? 1)) return setPlace({ ...place, isAtEnd: mode !== 'scroll', jumps: place.jumps + 1 });
    go(next);
  };

  return {
    page: place.page, panelId: mode === 'guided' ? (steps[at]?.panelId ?? null) : null, mode, wish, isAtEnd, open, step: steps[at], jumps: place.jumps, withWholePages, turn, go, showWholePages,
    scrolledTo: (page) => { if (page !== place.page) setPlace({ ...place, page, panelId: null, isAtEnd: false }); },
    choose: (next) => { setWish(next); setPlace({ ...place, jumps: place.jumps + 1 }); },
    canTurn: (wanted) => (wanted === 'next' ? !isAtEnd : isAtEnd || (mode === 'guided' ? at > 0 : nextOf(wanted) !== (open[0] ?? 1))),
  };
}

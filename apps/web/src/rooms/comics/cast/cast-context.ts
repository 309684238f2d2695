import { createContext, use } from 'react';
import type { OpenBook } from '../book/use-book.ts';
import type { SceneAt } from './outfit-times.ts';

/** What never changes while the page is shown: a card that uses this alone is drawn again only for its own part of the book. */
export type CastSteps = {
  comicId: string;
  change: OpenBook['change'];
  /** Says what the last step did and offers to take it back, until another step is made. */
  tell(text: string): void;
};

/** The open book, and what all parts of the page ask of it. */
export type Cast = CastSteps & {
  open: OpenBook;
  scenes: readonly SceneAt[];
  /** Lines by who speaks them, panels by who is shown. */
  lines: ReadonlyMap<string, number>; panels: ReadonlyMap<string, number>;
};

export const CastContext = createContext<Cast | undefined>(undefined);

export function useCast(): Cast {
  const cast = use(CastContext);
  if (!cast) throw new Error('outside of the cast');
  return cast;
}

export const StepsContext = createContext<CastSteps | undefined>(undefined);

export function useCastSteps(): CastSteps {
  const steps = use(StepsContext);
  if (!steps) throw new Error('outside of the cast');
  return steps;
}

import { createContext, use } from 'react';
import type { Making } from './making.ts';

export const MakingContext = createContext<Making | undefined>(undefined);

/** The comic that the page around holds up to date. */
export function useOpenComic(): Making {
  const making = use(MakingContext);
  if (!making) throw new Error('useOpenComic outside of ComicPage');
  return making;
}

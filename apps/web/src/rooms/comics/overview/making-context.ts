import { createContext, use } from 'react';
import type { Making } from './making.ts';
import type { useUpdate } from './use-update.ts';

type Updating = ReturnType<typeof useUpdate>;

export const MakingContext = createContext<Making | undefined>(undefined);
export const UpdateContext = createContext<Updating | undefined>(undefined);

/** The comic that the page around holds up to date. */
export function useOpenComic(): Making {
  const making = use(MakingContext);
  if (!making) throw new Error('useOpenComic outside of ComicPage');
  return making;
}

/** Bringing its pages up to date; what is wished for here outlives what opens over the page. */
export function useOpenUpdate(): Updating {
  const update = use(UpdateContext);
  if (!update) throw new Error('useOpenUpdate outside of ComicPage');
  return update;
}

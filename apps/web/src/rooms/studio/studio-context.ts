import type { ImageModelOffer, Picture, Recipe } from '@komawari/contract';
import { createContext, use } from 'react';
import type { Draft, HeldInput } from './desk/draft.ts';
import type { InputRole } from './desk/use-inputs.ts';
import type { DraftChange } from './desk/use-studio-draft.ts';
import type { PictureActs } from './history/use-picture-acts.ts';

export type Studio = {
  offers: readonly ImageModelOffer[];
  draft: Draft;
  change: (change: DraftChange) => void;
  /** Draws it at once, without a look at the form. */
  make: (recipe: Recipe) => Promise<void>;
  /** Undefined where it was not taken; why, the form says. */
  addInput: (file: Blob, name: string, role: InputRole) => Promise<HeldInput | undefined>;
  /** As they hang, for going on from one to the next. */
  pictures: readonly Picture[];
  acts: PictureActs;
};

export const StudioContext = createContext<Studio | undefined>(undefined);

/** The studio that the page around holds. */
export function useStudio(): Studio {
  const studio = use(StudioContext);
  if (!studio) throw new Error('useStudio outside of StudioPage');
  return studio;
}

import { createContext, useContext } from 'react';
import type { Held } from './guides.ts';

export type GuideLines = { shown: Held | undefined; show: (held: Held | undefined) => void };
export const GuideContext = createContext<GuideLines>({ shown: undefined, show: () => undefined });

export function useGuides(): GuideLines {
  return useContext(GuideContext);
}

import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { DraftContext, DraftHandContext, type Draft, type DraftHand } from './desk-context.ts';

/** Keeps what hands are doing. A step of a drag reaches those alone who show it: the children are not made anew. */
export function DraftHolder({ children }: { children: ReactNode }) {
  const [draft, set] = useState<Draft>({});
  const latest = useRef(draft);
  useLayoutEffect(() => {
    latest.current = draft;
  });
  const hand = useMemo((): DraftHand => ({ set, now: () => latest.current }), []);
  return <DraftHandContext value={hand}><DraftContext value={draft}>{children}</DraftContext></DraftHandContext>;
}

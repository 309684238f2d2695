import { useCallback, useEffect, useRef, useState } from 'react';
import { changeDraft, dropStory, loadDraft, saveDraft, type Draft } from './draft.ts';

/** The draft on the desk, kept as it is typed. `isKept` is false when this browser keeps nothing. */
export function useDraft(): { draft: Draft; isKept: boolean; change: (part: Partial<Draft>) => void; drop: () => void } {
  const [draft, setDraft] = useState<Draft>(loadDraft);
  const [isKept, setIsKept] = useState(true);
  const isDropped = useRef(false);

  useEffect(() => {
    if (!isDropped.current) setIsKept(saveDraft(draft));
  }, [draft]);

  const change = useCallback((part: Partial<Draft>) => setDraft((before) => changeDraft(before, part)), []);
  const drop = () => {
    isDropped.current = true;
    dropStory(draft);
  };
  return { draft, isKept, change, drop };
}

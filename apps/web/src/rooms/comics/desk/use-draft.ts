import { useCallback, useEffect, useRef, useState } from 'react';
import { changeDraft, dropStory, loadDraft, saveDraft, type Draft } from './draft.ts';

const REST_MS = 300;

/** The draft on the desk, kept as it is typed and when the page is left. `isKept` is false when this browser keeps nothing. */
export function useDraft(): { draft: Draft; isKept: boolean; change: (part: Partial<Draft>) => void; drop: () => void } {
  const [draft, setDraft] = useState<Draft>(loadDraft);
  const [isKept, setIsKept] = useState(true);
  const unsaved = useRef<Draft>(undefined);

  const flush = useCallback(() => {
    if (unsaved.current) setIsKept(saveDraft(unsaved.current));
    unsaved.current = undefined;
  }, []);

  useEffect(() => {
    const timer = setTimeout(flush, REST_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);

  useEffect(() => {
    const leave = () => { if (document.visibilityState === 'hidden') flush(); };
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', leave);
    return () => {
      flush();
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [flush]);

  const change = useCallback((part: Partial<Draft>) => setDraft((before) => (unsaved.current = changeDraft(before, part))), []);
  const drop = () => {
    unsaved.current = dropStory(draft);
    flush();
  };
  return { draft, isKept, change, drop };
}

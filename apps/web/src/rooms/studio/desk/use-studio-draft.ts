import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, readKept } from '../../../frame/kept.ts';
import { parseDraft, type Draft } from './draft.ts';

const REST_MS = 300;

export type DraftChange = Partial<Draft> | ((before: Draft) => Partial<Draft>);

/** The recipe as it lies there now. */
export function readDraft(userId: string): Draft {
  return parseDraft(readKept(nameOf(userId)));
}

function nameOf(userId: string): string {
  return `koma.studio.${userId}`;
}

/** The recipe on the desk of one account, kept as it is typed and when the page is left; the same in every tab. No other account reads it. */
export function useStudioDraft(userId: string): { draft: Draft; change: (change: DraftChange) => void } {
  const name = nameOf(userId);
  const [draft, setDraft] = useState(() => readDraft(userId));
  const unsaved = useRef<Draft>(undefined);
  const change = useCallback((wish: DraftChange) => setDraft((before) => {
    const after = { ...before, ...(typeof wish === 'function' ? wish(before) : wish) };
    unsaved.current = after;
    return after;
  }), []);

  useEffect(() => {
    const flush = () => {
      if (unsaved.current) keep(name, JSON.stringify(unsaved.current));
      unsaved.current = undefined;
    };
    const timer = setTimeout(flush, REST_MS);
    const heard = ({ key, newValue }: StorageEvent) => { if (key === name && newValue !== null && !unsaved.current) setDraft(parseDraft(newValue)); };
    window.addEventListener('pagehide', flush);
    window.addEventListener('storage', heard);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('storage', heard);
    };
  }, [draft, name]);
  // What was typed within the last moment, when another page of the app is opened.
  useEffect(() => () => { if (unsaved.current) keep(name, JSON.stringify(unsaved.current)); }, [name]);
  return { draft, change };
}

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { DRAFT } from '../../../frame/kept.ts';
import { onSessionChange, useSession } from '../../../frame/use-session.ts';
import { openDeskDraft, type DeskState } from './desk-draft.ts';
import type { Draft } from './draft.ts';

const REST_MS = 300;

/** The draft on the desk, kept as it is typed and when the page is left; the same in every tab of one person. */
export function useDraft(): DeskState & { change: (part: Partial<Draft>) => void; drop: (sent: Draft, isFile: boolean) => void } {
  const { me } = useSession();
  const [owner] = useState<{ id: string | null | undefined }>({ id: undefined });
  const [desk] = useState(() => openDeskDraft(() => owner.id));
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  useEffect(() => {
    owner.id = me && (me.user?.id ?? null);
    if (me?.user) desk.welcome(me.user.id);
  }, [owner, me, desk]);

  useEffect(() => {
    const timer = setTimeout(desk.flush, REST_MS);
    return () => clearTimeout(timer);
  }, [state.draft, desk]);

  useEffect(() => {
    const turn = () => (document.visibilityState === 'hidden' ? desk.flush() : desk.look());
    const heard = ({ key, newValue }: StorageEvent) => {
      if (key !== null && key !== DRAFT) return;
      if (newValue === null) desk.forget();
      else desk.look();
    };
    const deaf = onSessionChange((isOther) => { if (isOther) desk.forget(); });
    window.addEventListener('pagehide', desk.flush);
    window.addEventListener('pageshow', desk.look);
    window.addEventListener('storage', heard);
    document.addEventListener('visibilitychange', turn);
    return () => {
      desk.flush();
      deaf();
      window.removeEventListener('pagehide', desk.flush);
      window.removeEventListener('pageshow', desk.look);
      window.removeEventListener('storage', heard);
      document.removeEventListener('visibilitychange', turn);
    };
  }, [desk]);

  const { sheet } = state;
  const change = useCallback((part: Partial<Draft>) => desk.change(part, sheet), [desk, sheet]);
  const drop = useCallback((sent: Draft, isFile: boolean) => desk.drop(sent, sheet, isFile), [desk, sheet]);
  return { ...state, change, drop };
}

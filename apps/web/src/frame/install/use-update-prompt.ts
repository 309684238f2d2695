import { useEffect, useRef } from 'react';
import { useWords } from '../../language/use-words.ts';
import { showToast } from '../../ui/toast.ts';

/** A newer version is offered quietly and taken when the reader likes, so that nobody is torn out of their work. */
export function useUpdatePrompt(): void {
  const { say } = useWords();
  const latest = useRef(say);
  const isTold = useRef(false);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    if (!import.meta.env.PROD) return undefined;
    const prompt = (takeOver: () => void) => showToast({ text: latest.current('updateReady'), action: { word: latest.current('updateNow'), onChoose: takeOver }, stayMs: Infinity });
    const tellGone = ({ ok }: Response) => {
      if (!ok || isTold.current) return;
      isTold.current = true;
      prompt(() => location.reload());
    };
    // A part that was to come on a press (a menu, a sheet) is gone with the older version; pages load themselves anew.
    const onGone = () => { fetch('/readyz', { cache: 'no-store' }).then(tellGone, () => undefined); };
    window.addEventListener('vite:preloadError', onGone);
    // A browser that refuses it (private window, full disk) works without.
    import('./shell-worker.ts').then(({ keepShell }) => keepShell(prompt)).catch(() => undefined);
    return () => window.removeEventListener('vite:preloadError', onGone);
  }, []);
}

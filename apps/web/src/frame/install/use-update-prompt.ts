import { useEffect, useRef } from 'react';
import { useWords } from '../../language/use-words.ts';
import { showToast } from '../../ui/toast.ts';

/** A newer version is offered quietly and taken when the reader likes, so that nobody is torn out of their work. */
export function useUpdatePrompt(): void {
  const { say } = useWords();
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    if (!import.meta.env.PROD) return;
    const prompt = (takeOver: () => void) => showToast({ text: latest.current('updateReady'), action: { word: latest.current('updateNow'), onChoose: takeOver }, stayMs: Infinity });
    // A browser that refuses it (private window, full disk) works without.
    import('./shell-worker.ts').then(({ keepShell }) => keepShell(prompt)).catch(() => undefined);
  }, []);
}

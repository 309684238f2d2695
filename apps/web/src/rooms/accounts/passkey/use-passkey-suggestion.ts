import { useEffect, useRef, useState } from 'react';
import { beginPasskeySignIn, type CeremonyAnswer } from '../../../api/accounts.ts';
import { useWords } from '../../../language/use-words.ts';
import type { Fault } from '../door/use-act.ts';
import { askPasskey, browserSuggestsPasskeys, PasskeyCancelled } from './credentials.ts';

type Wish = { isOff: boolean; onAnswer: (answer: CeremonyAnswer) => Promise<void> };

/** Passkeys in the browser's own list under the field, as long as the page is open. One ceremony at a time: `stop` before another; it is false when one was taken already. */
export function usePasskeySuggestion({ isOff, onAnswer }: Wish): { fault: Fault | undefined; stop: () => boolean; restart: () => void } {
  const { sayError } = useWords();
  const [round, setRound] = useState(0);
  const [fault, setFault] = useState<Fault>();
  const latest = useRef({ onAnswer, sayError });
  const abort = useRef<AbortController>(undefined);
  const isAnswered = useRef(false);
  useEffect(() => { latest.current = { onAnswer, sayError }; });
  useEffect(() => {
    if (isOff) return;
    const controller = new AbortController();
    abort.current = controller;
    const wait = async () => {
      if (!(await browserSuggestsPasskeys()) || controller.signal.aborted) return;
      const ceremony = await beginPasskeySignIn();
      if (controller.signal.aborted) return;
      const answer = await askPasskey(ceremony, { isSuggestion: true, signal: controller.signal });
      if (controller.signal.aborted) return;
      setFault(undefined);
      isAnswered.current = true;
      await latest.current.onAnswer(answer).finally(() => { isAnswered.current = false; });
    };
    wait().catch((error: unknown) => {
      // Nobody asked for a suggestion: only an answer that was given and refused is worth a word.
      if (!controller.signal.aborted && !(error instanceof PasskeyCancelled)) setFault({ code: 'passkey', text: latest.current.sayError(error) });
    });
    return () => controller.abort();
  }, [isOff, round]);
  const stop = () => {
    if (isAnswered.current) return false;
    abort.current?.abort();
    return true;
  };
  return { fault, stop, restart: () => setRound((count) => count + 1) };
}

import { useEffect, useRef, useState } from 'react';
import { beginPasskeySignIn, type CeremonyAnswer } from '../../../api/accounts.ts';
import { useWords } from '../../../language/use-words.ts';
import type { Fault } from '../door/use-act.ts';
import { askPasskey, browserSuggestsPasskeys, PasskeyCancelled } from './credentials.ts';

type Wish = { isOff: boolean; onAnswer: (answer: CeremonyAnswer) => Promise<void> };

/** Passkeys in the browser's own list under the field, as long as the page is open. One ceremony at a time: `stop` before another. */
export function usePasskeySuggestion({ isOff, onAnswer }: Wish): { fault: Fault | undefined; stop: () => void; restart: () => void } {
  const { sayError } = useWords();
  const [round, setRound] = useState(0);
  const [fault, setFault] = useState<Fault>();
  const latest = useRef({ onAnswer, sayError });
  const abort = useRef<AbortController>(undefined);
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
      setFault(undefined);
      await latest.current.onAnswer(answer);
    };
    wait().catch((error: unknown) => {
      // Nobody asked for a suggestion: only an answer that was given and refused is worth a word.
      if (!controller.signal.aborted && !(error instanceof PasskeyCancelled)) setFault({ code: 'passkey', text: latest.current.sayError(error) });
    });
    return () => controller.abort();
  }, [isOff, round]);
  return { fault, stop: () => abort.current?.abort(), restart: () => setRound((count) => count + 1) };
}

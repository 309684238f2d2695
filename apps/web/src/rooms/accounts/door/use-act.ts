import { useState } from 'react';
import { ApiError } from '../../../api/call.ts';
import { useWords } from '../../../language/use-words.ts';
import { PasskeyCancelled } from '../passkey/credentials.ts';

/** Somebody closed the question who they are: nothing was done, and nothing went wrong. */
export class Dismissed extends Error {
  override name = 'Dismissed';
}

export type Fault = { code: string; text: string };

/** One deed at a time: whether it runs, and the sentence it failed with. What the person stopped by themselves is no fault. */
export function useAct() {
  const { sayError } = useWords();
  const { say } = useWords('accounts');
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();

  const run = async (act: () => Promise<void>): Promise<boolean> => {
    if (isBusy) return false;
    setFault(undefined);
    setIsBusy(true);
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof PasskeyCancelled) setFault({ code: 'passkey-cancelled', text: say('passkeyCancelled') });
      else if (error instanceof DOMException && error.name === 'InvalidStateError') setFault({ code: 'passkey-there', text: say('passkeyThere') });
      else if (!(error instanceof Dismissed)) setFault({ code: error instanceof ApiError ? error.code : 'unknown', text: sayError(error) });
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return { run, isBusy, fault, setFault };
}

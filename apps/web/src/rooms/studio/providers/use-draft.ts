import { useState } from 'react';
import { onSessionChange } from '../../../frame/use-session.ts';
import type { Draft } from './setup-form.ts';

/** In the memory of this page alone: keys are among it. */
const drafts = new Map<string, Draft>();
onSessionChange(() => drafts.clear());

/** What was typed is there again when somebody comes back to the form; `reset` begins anew from what the server has. */
export function useDraft(of: string, begin: () => Draft): { draft: Draft; setDraft: (draft: Draft) => void; reset: (draft: Draft) => void } {
  const [draft, setShown] = useState(() => drafts.get(of) ?? begin());
  return {
    draft,
    setDraft: (next) => {
      drafts.set(of, next);
      setShown(next);
    },
    reset: (next) => {
      drafts.delete(of);
      setShown(next);
    },
  };
}

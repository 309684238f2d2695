import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { AlertIcon, SavedIcon, UnsavedIcon } from '../../../ui/icons.ts';
import type { Saving } from '../book/book-session.ts';

const WORDS: Readonly<Record<Saving, WordKey<'comics-overview'>>> = { saved: 'saved', saving: 'saving', offline: 'savingOffline', 'signed-out': 'savingSignedOut', gone: 'savingGone' };

/** Whether the server has all that was done here. What it has not is kept in this browser. */
export function SaveState({ saving }: { saving: Saving }) {
  const { say } = useWords('comics-overview');
  const word = say(WORDS[saving]);
  return (
    <span className="save-state" data-saving={saving} role="status" data-tip={word}>
      {saving === 'saved' || saving === 'saving' ? <SavedIcon aria-hidden="true" /> : saving === 'offline' ? <UnsavedIcon aria-hidden="true" /> : <AlertIcon aria-hidden="true" />}
      <span className="save-word">{word}</span>
    </span>
  );
}

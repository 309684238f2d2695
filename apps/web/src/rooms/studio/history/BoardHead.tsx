import { useState, type FormEvent } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { RenameIcon, TrashIcon } from '../../../ui/icons.ts';
import { TextField } from '../../../ui/TextField.tsx';
import './labels.css';
import { tidyLabel } from './labels.ts';
import { PUT_BACK_MAX, useBoardActs } from './use-board-acts.ts';
import type { BoardLabel } from './use-labels.ts';

const LETTERS_MAX = 120;

/** The board that the wall shows: its name, which can be changed here, and the way to be rid of it. */
export function BoardHead({ board, onGone }: { board: BoardLabel; onGone: () => void }) {
  const { say } = useWords('studio-keeping');
  const acts = useBoardActs();
  const [name, setName] = useState<string>();
  const [busy, setBusy] = useState<'rename' | 'remove'>();
  const [isAsking, setIsAsking] = useState(false);
  const work = async (what: 'rename' | 'remove', run: () => Promise<boolean>) => {
    setBusy(what);
    const isDone = await run();
    setBusy(undefined);
    return isDone;
  };
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    const next = tidyLabel(name ?? '');
    if (next === '' || next === board.word) return setName(undefined);
    if (await work('rename', () => acts.rename(board, next))) setName(undefined);
  };
  const remove = async () => {
    if (board.count > PUT_BACK_MAX) return setIsAsking(true);
    if (await work('remove', () => acts.remove(board))) onGone();
  };
  return (
    <div className="board-head">
      {name === undefined ? (
        <>
          <h2 dir="auto">{board.word}</h2>
          <span className="hint number">{say('boardCount', { count: board.count })}</span>
          <div className="board-acts">
            <Button look="quiet" icon={<RenameIcon />} onClick={() => setName(board.word)}>{say('rename')}</Button>
            <Button look="quiet" icon={<TrashIcon />} isBusy={busy === 'remove'} onClick={() => void remove()}>{say('removeBoard')}</Button>
          </div>
        </>
      ) : (
        <form onSubmit={(event) => void rename(event)}>
          <TextField label={say('boardName')} isLabelHidden value={name} maxLength={LETTERS_MAX} autoFocus onChange={setName} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setName(undefined); } }} />
          <Button type="submit" isBusy={busy === 'rename'}>{say('save')}</Button>
          <Button look="quiet" onClick={() => setName(undefined)}>{say('cancel')}</Button>
        </form>
      )}
      <ConfirmDialog isOpen={isAsking} title={say('removeBoardTitle', { name: board.word })} text={say('removeBoardText', { count: board.count })} action={say('removeBoard')} onClose={() => setIsAsking(false)} onConfirm={async () => { await acts.removeForGood(board); onGone(); }} />
    </div>
  );
}

import type { WordList } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { putWordList, removeWordList } from '../../../api/studio-craft.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AddIcon, TrashIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWordLists, WORD_LISTS_KEY } from './use-word-lists.ts';
import { linesOf, nameOf } from './word-list-draft.ts';

type Props = { onClose: () => void; onInsert: (name: string) => void };

/** One's lists of words: to put into the prompt, to write, to remove. */
export function WordListsDialog({ onClose, onInsert }: Props) {
  const { say } = useWords('studio-craft');
  const { items, error, again } = useWordLists(true);
  // The empty name is a list that is not there yet.
  const [chosen, setChosen] = useState<string>();
  const list = items?.find(({ name }) => name === (chosen ?? items[0]?.name));
  return (
    <Dialog title={say('lists')} isOpen onClose={onClose} widthPx={620}>
      <p className="hint">{say('listsHint')}</p>
      {error ? <ErrorState error={error} onRetry={again} /> : !items ? <Skeleton><Tone /><Tone shape="block" heightPx={160} /></Skeleton> : (
        <>
          <div className="list-names" role="group" aria-label={say('lists')}>
            {items.map(({ name }) => <button key={name} type="button" className="list-name" aria-pressed={list?.name === name} onClick={() => setChosen(name)}><bdi>{name}</bdi></button>)}
            <Button look="quiet" icon={<AddIcon />} aria-pressed={chosen === ''} onClick={() => setChosen('')}>{say('newList')}</Button>
          </div>
          <OneList key={list?.name ?? ''} list={list} onKept={setChosen} onInsert={onInsert} />
        </>
      )}
    </Dialog>
  );
}

type OneProps = { list: WordList | undefined; onKept: (name: string | undefined) => void; onInsert: (name: string) => void };

function OneList({ list, onKept, onInsert }: OneProps) {
  const { say, sayError } = useWords('studio-craft');
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState(list?.lines.join('\n') ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState('');
  const name = list?.name ?? nameOf(typed);
  const lines = linesOf(text);
  const isChanged = lines.join('\n') !== (list?.lines.join('\n') ?? '');
  const send = async (work: () => ReturnType<typeof putWordList>, kept: string | undefined) => {
    setIsBusy(true);
    setFault('');
    try {
      const answer = await work();
      client.setQueryData(WORD_LISTS_KEY, answer);
      onKept(kept);
    } catch (error) {
      setFault(sayError(error));
    }
    setIsBusy(false);
  };
  const save = () => {
    if (name === '') return setFault(say('nameNeeded'));
    if (lines.length === 0) return setFault(say('linesNeeded'));
    return void send(() => putWordList({ name, lines }), name);
  };
  return (
    // The form behind it draws by these keys.
    <div className="one-list" onKeyDown={(event) => { if (event.key === 'Enter') event.stopPropagation(); }}>
      {!list && <TextField label={say('listName')} value={typed} maxLength={60} autoComplete="off" spellCheck={false} hint={name === '' ? say('listNameHint') : say('listNameIs', { name: `__${name}__` })} onChange={setTyped} />}
      <TextArea label={list ? say('linesOf', { name: `__${list.name}__` }) : say('lines')} value={text} rows={9} hint={say('linesHint')} dir="auto" onChange={setText} />
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
      <div className="asked-acts">
        {list && !isChanged && <Button onClick={() => onInsert(list.name)}>{say('insert')}</Button>}
        {(!list || isChanged) && <Button isBusy={isBusy} onClick={save}>{say('saveList')}</Button>}
        {list && !list.isStarter && <Button look="quiet" icon={<TrashIcon />} onClick={() => void send(() => removeWordList(list.name), undefined)}>{say('removeList')}</Button>}
        {list?.isStarter && <span className="hint">{say('starterHint')}</span>}
      </div>
    </div>
  );
}

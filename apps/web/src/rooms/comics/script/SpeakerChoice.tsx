import { addCharacter, applyEdit, lineAt, setSpeaker, type EditOp } from '@komawari/comic/edit';
import type { Book } from '@komawari/comic';
import { useId, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { newId } from '../book/use-book.ts';
import { likelySpeakers } from './likely-speakers.ts';
import { useScript } from './script-context.ts';
import { SpeakerChip } from './SpeakerChip.tsx';

type Choice = { key: string; name: string; characterId?: string; ops: (book: Book) => readonly EditOp[] };
const NAME_MAX = 200;

/** Who says it: one of the cast, the narrator, a sound, or somebody new, found by typing. */
export function SpeakerChoice({ lineId, onDone }: { lineId: string; onDone: () => void }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const book = script.book();
  const likely = likelySpeakers(book, lineId);
  const cast = [...likely, ...book.bible.cast.filter((one) => !likely.includes(one))];
  const typed = sought.trim().slice(0, NAME_MAX);
  const fits = (...names: string[]) => names.some((name) => name.toLowerCase().includes(typed.toLowerCase()));
  const people: Choice[] = cast.filter((one) => fits(one.name, ...one.aliases)).map((one) => ({ key: one.id, name: one.name, characterId: one.id, ops: (now) => setSpeaker(now, lineId, { characterId: one.id }) }));
  const others: Choice[] = [
    { key: 'narrator', name: say('narrator'), ops: (now) => [...setSpeaker(now, lineId, { name: '' }), kind(lineId, 'narration')] },
    { key: 'sound', name: say('sound'), ops: (now) => [...setSpeaker(now, lineId, { name: '' }), kind(lineId, 'sfx')] },
  ];
  const isNew = typed !== '' && !book.bible.cast.some((one) => one.name.toLowerCase() === typed.toLowerCase());
  const choices = [...people, ...others.filter((one) => fits(one.name)), ...(isNew ? [{ key: 'new', name: say('newPerson', { name: typed }), ops: (now: Book) => newSpeaker(now, lineId, typed) }] : [])];
  const current = Math.min(at, choices.length - 1);
  const choose = (choice: Choice | undefined) => {
    if (choice) script.change(choice.ops);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setAt((current + by + choices.length) % choices.length);
    else if (event.key === 'Enter') choose(choices[current]);
    else return;
    event.preventDefault();
  };
  const now = lineAt(book, lineId).line;
  return (
    <div className="script-find-speaker">
      <div className="field-row"><input role="combobox" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={choices[current] ? `${id}-${choices[current].key}` : undefined} aria-label={say('speaker')} placeholder={say('speakerSeek')} autoComplete="off" value={sought} onChange={(event) => { setSought(event.target.value); setAt(0); }} onKeyDown={onKeyDown} /></div>
      <ul role="listbox" id={`${id}-list`} aria-label={say('speaker')} className="script-options">
        {choices.map((choice, index) => (
          <li key={choice.key} id={`${id}-${choice.key}`} role="option" aria-selected={index === current} className="menu-item" data-highlighted={index === current || undefined} data-now={(choice.characterId !== undefined && choice.characterId === now.speakerId) || undefined} onPointerMove={() => { if (index !== current) setAt(index); }} onClick={() => choose(choice)}>
            <SpeakerChip character={book.bible.cast.find((one) => one.id === choice.characterId)} name={choice.name} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function kind(id: string, value: 'narration' | 'sfx'): EditOp {
  return { op: 'set', kind: 'line', id, field: 'kind', value };
}

/** A new name becomes one of the cast, and says the line. */
function newSpeaker(book: Book, lineId: string, name: string): EditOp[] {
  const characterId = newId('character');
  const added = addCharacter(book, characterId, name);
  return [...added, ...setSpeaker(applyEdit(book, added).book, lineId, { characterId })];
}

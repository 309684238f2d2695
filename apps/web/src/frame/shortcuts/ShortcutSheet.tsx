import { useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useWords } from '../../language/use-words.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { chordOf } from './chord.ts';
import { isApple } from './listen.ts';
import './shortcut-sheet.css';
import { aliveShortcuts, chooseKeys, isChanged, keysOf, onShortcuts, type Shortcut } from './shortcuts.ts';

/** Every shortcut that works here, each to be changed by pressing other keys. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  return (
    <Dialog title={say('shortcuts')} isOpen onClose={onClose} widthPx={560}>
      <p className="hint">{say('shortcutsHint')}</p>
      <ShortcutList />
    </Dialog>
  );
}

/** The same without its dialog. With `ids` only those, in that order, where they are alive: of a room that lies over the page. */
export function ShortcutList({ ids }: { ids?: readonly string[] }) {
  const alive = useSyncExternalStore(onShortcuts, aliveShortcuts);
  // The same name twice is one shortcut that a page has taken over.
  const shown = ids ? ids.flatMap((id) => alive.find((one) => one.id === id) ?? []) : alive.toReversed().filter((one, index, list) => list.findLastIndex((other) => other.id === one.id) === index);
  return <ul className="shortcut-list">{shown.map((shortcut) => <ShortcutRow key={shortcut.id} shortcut={shortcut} />)}</ul>;
}

function ShortcutRow({ shortcut }: { shortcut: Shortcut }) {
  const { say } = useWords();
  const [isListening, setIsListening] = useState(false);
  const [fault, setFault] = useState<string>();
  const keys = useSyncExternalStore(onShortcuts, () => keysOf(shortcut));

  const choose = (chord: string) => {
    const choice = chooseKeys(shortcut, chord);
    setFault(choice.isKept ? undefined : choice.why === 'taken' ? say('shortcutTaken', { name: choice.by.word }) : say('shortcutReserved'));
    if (choice.isKept) setIsListening(false);
  };

  const hear = (event: KeyboardEvent) => {
    if (!isListening || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setIsListening(false);
    if (event.key === 'Backspace' || event.key === 'Delete') return choose('');
    const chord = chordOf(event, isApple());
    if (chord !== undefined) choose(chord);
  };

  const shown = say(isListening ? 'shortcutPress' : 'shortcutNone');
  return (
    <li className="shortcut">
      <span className="shortcut-word">{shortcut.word}</span>
      {isChanged(shortcut) && <button type="button" className="quiet" onClick={() => choose(shortcut.defaultKeys)}>{say('shortcutReset')}</button>}
      <button type="button" className="shortcut-keys" aria-pressed={isListening} onClick={() => { setFault(undefined); setIsListening(!isListening); }} onKeyDown={hear} onBlur={() => setIsListening(false)}>
        <span className="unseen">{say('shortcutChange', { name: shortcut.word })}: </span>{isListening || keys === '' ? shown : <Kbd keys={keys} />}
      </button>
      {fault !== undefined && <p className="fault" role="alert">{fault}</p>}
    </li>
  );
}

import { useEffect, useRef } from 'react';
import { ShortcutList } from '../../../frame/shortcuts/ShortcutSheet.tsx';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import '../../../ui/dialog.css';
import { CloseIcon } from '../../../ui/icons.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import './keys-sheet.css';
import { READER_KEYS } from './use-reader-keys.ts';

/** Keys that the browser knows as well, so that they stay as they are. */
const TURNS: readonly { word: WordKey<'comics-reader'>; keys: readonly string[] }[] = [{ word: 'turnOn', keys: [' ', 'PageDown', 'ArrowDown'] }, { word: 'turnBack', keys: ['Shift+ ', 'PageUp', 'ArrowUp'] }];

type Props = { /** A strip leaves the keys of scrolling to the browser. */ isScrolling: boolean; canClose: boolean; onClose: () => void };

/**
 * The keys of the reader, over it. A native dialog like the reader itself: the browser lets Escape close the upper one alone and
 * gives the focus back. What is pressed in it is not heard by the book below.
 */
export function KeysSheet({ isScrolling, canClose, onClose }: Props) {
  const { say } = useWords('comics-reader');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const leave = () => dialog.current?.close();
  const fixed = [...(isScrolling ? [] : TURNS), ...(canClose ? [{ word: 'closeReader' as const, keys: ['Escape'] }] : [])];
  return (
    <dialog ref={dialog} className="r-keys" aria-label={say('shortcuts')} onClose={onClose} onKeyDown={(event) => event.stopPropagation()} onClick={(event) => { if (event.target === event.currentTarget) leave(); }}>
      <div className="dialog-head"><h2 className="dialog-title">{say('shortcuts')}</h2><button type="button" className="icon-button" aria-label={say('close')} onClick={leave}><CloseIcon /></button></div>
      <div className="dialog-body">
        <p className="hint">{say('shortcutsHint')}</p>
        <ShortcutList ids={READER_KEYS} />
        {fixed.length > 0 && (
          <section>
            <h3>{say('keysFixed')}</h3>
            <ul className="shortcut-list">
              {fixed.map(({ word, keys }) => <li key={word} className="shortcut"><span className="shortcut-word">{say(word)}</span><span className="r-keys-fixed">{keys.map((one) => <Kbd key={one} keys={one} />)}</span></li>)}
            </ul>
          </section>
        )}
      </div>
    </dialog>
  );
}

import { useId, useLayoutEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { WordKey } from '../../language/namespaces.ts';
import { useWords } from '../../language/use-words.ts';
import { SearchIcon } from '../../ui/icons.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import '../../ui/popup.css';
import { allCommands, onCommands, type Command } from './commands.ts';
import { findCommands } from './find-commands.ts';
import './palette.css';

const GROUPS: readonly { group: Command['group']; word: WordKey }[] = [{ group: 'here', word: 'paletteHere' }, { group: 'go', word: 'paletteGo' }, { group: 'do', word: 'paletteDo' }];
/** Rows that Page Up and Page Down go by. */
const PAGE = 8;

/**
 * Type where to go or what to do; Enter does it. The browser's own dialog and plain rows: it must stand there with the
 * next frame, also on a slow phone.
 */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const commands = useSyncExternalStore(onCommands, allCommands);
  const [typed, setTyped] = useState('');
  const [wished, setWished] = useState(0);
  const id = useId();
  const dialog = useDialog(onClose);
  const found = findCommands(commands, typed);
  const groups = GROUPS.map(({ group, word }) => ({ word, items: found.filter((command) => command.group === group) })).filter(({ items }) => items.length > 0);
  const rows = groups.flatMap(({ items }) => items);
  const at = Math.min(wished, rows.length - 1);

  const choose = (command: Command | undefined) => {
    if (!command) return;
    // Closed first: the focus goes back before the command moves it on.
    dialog.current?.close();
    onClose();
    command.run();
  };
  const go = (to: number) => {
    setWished(to);
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || rows.length === 0) return;
    const to = { ArrowDown: (at + 1) % rows.length, ArrowUp: (at - 1 + rows.length) % rows.length, PageDown: Math.min(rows.length - 1, at + PAGE), PageUp: Math.max(0, at - PAGE) }[event.key];
    if (to === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (to === undefined) choose(rows[at]);
    else go(to);
  };

  return (
    <dialog ref={dialog} className="palette" aria-label={say('paletteOpen')} onPointerDown={(event) => { if (event.target === event.currentTarget && !isInside(event.currentTarget, event)) dialog.current?.close(); }}>
      <div className="palette-head">
        <SearchIcon aria-hidden="true" />
        <input
          className="palette-input" placeholder={say('palettePlaceholder')} aria-label={say('palettePlaceholder')} autoComplete="off" spellCheck={false} value={typed} onKeyDown={keys}
          role="combobox" aria-expanded={rows.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          onChange={(event) => { setTyped(event.target.value); setWished(0); }}
        />
        <button type="button" className="palette-close" onClick={() => dialog.current?.close()}><Kbd keys="Escape" /><span className="unseen">{say('close')}</span></button>
      </div>
      <div className="palette-empty" role="status">{rows.length === 0 && say('paletteNone')}</div>
      <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={say('paletteOpen')}>
        {groups.map(({ word, items }) => (
          <div key={word} role="group" aria-labelledby={`${id}-${word}`}>
            <div className="menu-heading" id={`${id}-${word}`} role="presentation">{say(word)}</div>
            {items.map((command) => {
              const row = rows.indexOf(command);
              return (
                <div key={command.id} id={`${id}-${row}`} role="option" aria-selected={row === at} data-highlighted={row === at || undefined} className="menu-item" onPointerMove={() => { if (row !== at) setWished(row); }} onClick={() => choose(command)}>
                  <span>{command.word}</span>
                  {command.keys !== undefined && command.keys !== '' && <span className="menu-keys"><Kbd keys={command.keys} /></span>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </dialog>
  );
}

/** Open while it is there. Escape, the button and a press beside it close it; the browser gives the focus back. */
function useDialog(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const told = useRef(onClose);
  useLayoutEffect(() => {
    told.current = onClose;
  });
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    // Told later than it happens: it may be open again.
    const close = () => { if (!element.open) told.current(); };
    element.addEventListener('close', close);
    element.showModal();
    return () => {
      element.removeEventListener('close', close);
      element.close();
    };
  }, []);
  return dialog;
}

/** A press on the shade is told as one on the dialog itself. */
function isInside(element: Element, { clientX, clientY }: { clientX: number; clientY: number }): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

import { flushSync } from 'react-dom';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
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
 * Type where to go or what to do; Enter does it. It must stand there with the next frame, also on a slow phone: so it is set
 * in type before it is asked for, and no modal element of the browser, which works out the style of the whole page anew.
 */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { say } = useWords();
  const commands = useCommandList(isOpen);
  const [typed, setTyped] = useState('');
  const [wished, setWished] = useState(0);
  const id = useId();
  const leave = () => {
    setTyped('');
    setWished(0);
    onClose();
  };
  const input = useFocusWhileOpen(isOpen);
  const cross = useRef<HTMLButtonElement>(null);
  const found = findCommands(commands, typed);
  const groups = GROUPS.map(({ group, word }) => ({ word, items: found.filter((command) => command.group === group) })).filter(({ items }) => items.length > 0);
  const rows = groups.flatMap(({ items }) => items);
  const at = Math.min(wished, rows.length - 1);

  const choose = (command: Command | undefined) => {
    if (!command) return;
    // Closed first: the focus goes back before the command moves it on.
    flushSync(leave);
    command.run();
  };
  const go = (to: number) => {
    setWished(to);
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const stay = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Tab')) return;
    event.preventDefault();
    if (event.key === 'Escape') leave();
    // The two stops there are.
    else (document.activeElement === input.current ? cross : input).current?.focus();
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
    <div className="palette-shade" data-open={isOpen || undefined} onPointerDown={(event) => { if (event.target === event.currentTarget) leave(); }}>
      <div className="palette" role={isOpen ? 'dialog' : undefined} aria-modal={isOpen || undefined} data-open={isOpen || undefined} aria-label={say('paletteOpen')} onKeyDown={stay}>
        <div className="palette-head">
          <SearchIcon aria-hidden="true" />
          <input
            ref={input} className="palette-input" placeholder={say('palettePlaceholder')} aria-label={say('palettePlaceholder')} autoComplete="off" spellCheck={false} value={typed} onKeyDown={keys}
            role="combobox" aria-expanded={rows.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
            onChange={(event) => { setTyped(event.target.value); setWished(0); }}
          />
          <button ref={cross} type="button" className="palette-close" onClick={leave}><Kbd keys="Escape" /><span className="unseen">{say('close')}</span></button>
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
      </div>
    </div>
  );
}

/** What can be done now; while closed what could be done last, since pages tell anew with every change. */
function useCommandList(isOpen: boolean): readonly Command[] {
  const [list, setList] = useState(allCommands);
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const read = () => setList(allCommands());
    read();
    return onCommands(read);
  }, [isOpen]);
  return list;
}

/** Gives the input the focus, and back to where it was when it closes. */
function useFocusWhileOpen(isOpen: boolean) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    input.current?.focus({ preventScroll: true });
    return () => { if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true }); };
  }, [isOpen]);
  return input;
}

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useState, useSyncExternalStore } from 'react';
import { useWords } from '../../language/use-words.ts';
import type { WordKey } from '../../language/namespaces.ts';
import { SearchIcon } from '../../ui/icons.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import '../../ui/dialog.css';
import '../../ui/popup.css';
import { allCommands, onCommands, type Command } from './commands.ts';
import { findCommands } from './find-commands.ts';
import './palette.css';

const GROUPS: readonly { group: Command['group']; word: WordKey }[] = [{ group: 'here', word: 'paletteHere' }, { group: 'go', word: 'paletteGo' }, { group: 'do', word: 'paletteDo' }];

type Group = { word: WordKey; items: Command[] };

/** Type where to go or what to do; Enter does it. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const commands = useSyncExternalStore(onCommands, allCommands);
  const [typed, setTyped] = useState('');
  const found = findCommands(commands, typed);
  const groups: Group[] = GROUPS.map(({ group, word }) => ({ word, items: found.filter((command) => command.group === group) })).filter(({ items }) => items.length > 0);
  const choose = (command: Command) => {
    onClose();
    command.run();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => { if (!open) onClose(); }}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="palette" aria-label={say('paletteOpen')}>
          <Autocomplete.Root open inline mode="none" autoHighlight="always" keepHighlight items={groups} value={typed} onValueChange={(value, { reason }) => { if (reason !== 'item-press') setTyped(value); }} itemToStringValue={(command: Command) => command.word}>
            <div className="palette-head">
              <SearchIcon aria-hidden="true" />
              <Autocomplete.Input className="palette-input" placeholder={say('palettePlaceholder')} aria-label={say('palettePlaceholder')} />
              <Dialog.Close className="palette-close"><Kbd keys="Escape" /><span className="unseen">{say('close')}</span></Dialog.Close>
            </div>
            <Autocomplete.Empty><div className="palette-empty">{say('paletteNone')}</div></Autocomplete.Empty>
            <Autocomplete.List className="palette-list">
              {(group: Group) => (
                <Autocomplete.Group key={group.word} items={group.items}>
                  <Autocomplete.GroupLabel className="menu-heading">{say(group.word)}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(command: Command) => (
                      <Autocomplete.Item key={command.id} value={command} className="menu-item" onClick={() => choose(command)}>
                        <span>{command.word}</span>
                        {command.keys !== undefined && command.keys !== '' && <span className="menu-keys"><Kbd keys={command.keys} /></span>}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

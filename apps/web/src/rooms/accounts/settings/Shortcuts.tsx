import { openOverlay } from '../../../frame/commands/overlay.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { KeyboardIcon } from '../../../ui/icons.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { PartPage } from './Part.tsx';

/** The sheet of the house lists what works where one is; here stands how to come by it. */
export function Shortcuts() {
  const { say } = useWords('accounts-settings');
  return (
    <PartPage title={say('keyboard')} lead={say('keyboardLead')}>
      <ul className="things">
        <li className="thing"><KeyboardIcon aria-hidden="true" /><div className="thing-words"><strong>{say('keyboardSheet')}</strong><span className="hint">{say('keyboardSheetWhy')}</span></div><Kbd keys="?" /></li>
        <li className="thing"><KeyboardIcon aria-hidden="true" /><div className="thing-words"><strong>{say('keyboardPalette')}</strong><span className="hint">{say('keyboardPaletteWhy')}</span></div><Kbd keys="Mod+K" /></li>
      </ul>
      <div className="settings-row"><Button icon={<KeyboardIcon />} onClick={() => openOverlay('shortcuts')}>{say('keyboardOpen')}</Button></div>
    </PartPage>
  );
}

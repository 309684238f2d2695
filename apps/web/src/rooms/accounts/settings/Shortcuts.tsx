import { ShortcutList } from '../../../frame/shortcuts/ShortcutSheet.tsx';
import { useWords } from '../../../language/use-words.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Matter, PartPage } from './Part.tsx';

/** What works everywhere, to be changed here; a page's own shortcuts stand in the sheet that opens on it. */
export function Shortcuts() {
  const { say } = useWords('accounts-settings');
  const { say: sayFrame } = useWords();
  return (
    <PartPage title={say('keyboard')} lead={say('keyboardLead')}>
      <Matter title={say('keyboardEverywhere')} lead={sayFrame('shortcutsHint')}><div className="keyboard-list"><ShortcutList /></div></Matter>
      <Matter title={say('keyboardHere')} lead={say('keyboardSheetWhy')}><p>{say('keyboardPress')} <Kbd keys="?" /></p></Matter>
    </PartPage>
  );
}

import { listPanels, type Book } from '@komawari/comic';
import { useState } from 'react';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, AlertIcon, CloseIcon, DownIcon, LockIcon, PictureIcon, RedoIcon, SearchIcon, TrashIcon, UndoIcon, UpIcon } from '../../../ui/icons.ts';
import type { OpenBook } from '../book/use-book.ts';
import { FindBar } from './FindBar.tsx';
import { ImportanceGlyph } from './ImportanceGlyph.tsx';
import { addPanel, nudgeAndFollow, panelIds, removePanels, toggleLocks } from './panel-steps.ts';
import { focusId, useScript } from './script-context.ts';
import type { Selection } from './selection.ts';
import type { Said } from './use-script-actions.ts';

type Props = { book: OpenBook; selection: Selection | undefined; activeId: string | undefined; warningCount: number; said: Said | undefined; onHush: () => void };

/** What is always at hand: above the script on a desk, at the thumb on a phone. */
export function ScriptTools({ book, selection, activeId, warningCount, said, onHush }: Props) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const [isFinding, setIsFinding] = useState(false);
  const undoKeys = useShortcut('script.undo', 'Mod+Z', script.undo, { word: say('undoStep'), evenTyping: true });
  const redoKeys = useShortcut('script.redo', 'Mod+Shift+Z', script.redo, { word: say('redoStep'), evenTyping: true });
  useShortcut('script.redo-too', 'Mod+Y', script.redo, { word: say('redoStep'), evenTyping: true });
  const findKeys = useShortcut('script.find', 'Mod+F', () => setIsFinding(true), { word: say('find'), evenTyping: true });
  const unlock = () => {
    if (!said?.refusal) return;
    script.change([{ op: 'set', kind: said.refusal.kind, id: said.refusal.id, field: 'isLocked', value: said.refusal.kind === 'panel' ? false : null }]);
    onHush();
  };
  const addHere = () => {
    const ids = panelIds(script.book());
    const id = activeId ?? selection?.headId ?? ids.at(-1);
    if (id !== undefined) addPanel(script, id);
  };
  return (
    <div className="script-tools-place">
      {said && (
        <p className="script-said" role="alert" key={said.key}>
          <LockIcon /> <span>{said.text}</span>
          {said.refusal && <button type="button" className="script-chip" onClick={unlock}>{say('unlock')}</button>}
          <IconButton label={say('close')} icon={<CloseIcon />} onClick={onHush} />
        </p>
      )}
      {isFinding && <FindBar book={book.book} onClose={() => setIsFinding(false)} />}
      <div className="script-tools" role="toolbar" aria-label={say('tools')}>
        {selection && selection.ids.size > 1 ? <ChosenTools selection={selection} /> : (
          <>
            <IconButton label={say('undoStep')} shortcut={undoKeys} icon={<UndoIcon />} disabled={!book.canUndo} onClick={script.undo} />
            <IconButton label={say('redoStep')} shortcut={redoKeys} icon={<RedoIcon />} disabled={!book.canRedo} onClick={script.redo} />
            <Button look="quiet" icon={<AddIcon />} onClick={addHere}><span className="script-tool-word">{say('addPanel')}</span></Button>
            <IconButton label={say('find')} shortcut={findKeys} icon={<SearchIcon />} onClick={() => setIsFinding(!isFinding)} />
            <span className="script-only-narrow"><IconButton label={say('seePanel')} icon={<PictureIcon />} onClick={script.showPanel} /></span>
            <span className="script-count" data-none={warningCount === 0 || undefined}>
              <button type="button" className="script-count-button" disabled={warningCount === 0} data-tip={say('warningsHint')} data-tip-keys="F8" onClick={() => script.jumpToWarning(1)}><AlertIcon />{warningCount === 0 ? <span className="script-tool-word">{say('noWarnings')}</span> : <><span className="script-only-narrow number" aria-hidden>{warningCount}</span><span className="script-tool-word">{say('warnings', { count: warningCount })}</span></>}</button>
            </span>
          </>
        )}
      </div>
    </div>
  );
}

function ChosenTools({ selection }: { selection: Selection }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const id = selection.headId;
  return (
    <>
      <strong className="script-chosen">{say('chosen', { count: selection.ids.size })}</strong>
      <IconButton label={say('importance')} shortcut="1" icon={<ImportanceGlyph value={importanceOf(script.book(), id)} size={18} />} onClick={(event) => script.pick({ what: 'importance', panelId: id }, event.currentTarget)} />
      <IconButton label={say('moveUp')} shortcut="Alt+ArrowUp" icon={<UpIcon />} onClick={() => nudgeAndFollow(script, id, -1, focusId.panel(id))} />
      <IconButton label={say('moveDown')} shortcut="Alt+ArrowDown" icon={<DownIcon />} onClick={() => nudgeAndFollow(script, id, 1, focusId.panel(id))} />
      <IconButton label={say('lockUnlock')} shortcut="L" icon={<LockIcon />} onClick={() => toggleLocks(script, id)} />
      <IconButton label={say('removeChosen')} shortcut="Delete" icon={<TrashIcon />} onClick={() => removePanels(script, id)} />
      <IconButton label={say('chooseNone')} icon={<CloseIcon />} onClick={() => script.select({ step: 'clear' })} />
    </>
  );
}

function importanceOf(book: Book, panelId: string): number {
  return listPanels(book).find((panel) => panel.id === panelId)?.importance ?? 3;
}

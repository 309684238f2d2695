import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useDeferredValue, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import type { OpenBook } from '../book/use-book.ts';
import { DrawBar } from './DrawBar.tsx';
import { PanelView } from './PanelView.tsx';
import { addPanelTo } from './panel-steps.ts';
import { PickerLayer } from './PickerLayer.tsx';
import { ScriptContext } from './script-context.ts';
import { ScriptList } from './ScriptList.tsx';
import { rowsOf } from './script-rows.ts';
import { ScriptTools } from './ScriptTools.tsx';
import { Troubles } from './Troubles.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { useScriptActions } from './use-script-actions.ts';
import { useScriptDrag } from './use-script-drag.ts';
import { listWarnings } from './warnings.ts';

/** Rows are dragged by mouse and finger alone; where one has landed is told by the focus that goes there, in the page's language. */
const DRAG_TALK = {
  restoreFocus: false, screenReaderInstructions: { draggable: '' },
  announcements: { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined },
};

export function ScriptEditor({ comicId, book: open }: { comicId: string; book: OpenBook }) {
  const { say } = useWords('comics-script');
  const { book } = open;
  const scrollTo = useRef<(id: string) => void>(() => undefined);
  const { actions, selection, picked, closePick, said, hush, heard, isPanelShown, hidePanel } = useScriptActions(open, scrollTo);
  const drag = useScriptDrag(actions);
  const isNarrow = useIsNarrow();
  const [activeId, setActiveId] = useState<string>();
  const rows = useMemo(() => rowsOf(book), [book]);
  // Counting and drawing follow a moment later: they never hold up a key.
  const slowBook = useDeferredValue(book);
  const warningCount = useMemo(() => listWarnings(slowBook).length, [slowBook]);
  const panels = rows.filter((row) => row.kind === 'panel');
  const shownId = panels.some((row) => row.id === activeId) ? activeId : panels[0]?.id;
  const number = panels.find((row) => row.id === shownId)?.number ?? 0;

  const onFocus = (event: FocusEvent) => {
    const id = event.target.closest<HTMLElement>('[data-panel]')?.dataset['panel'];
    if (id !== undefined && id !== activeId) setActiveId(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    actions.jumpToWarning(event.shiftKey ? -1 : 1);
  };
  const firstScene = rows.find((row) => row.kind === 'scene');
  return (
    <ScriptContext value={actions}>
      <div className="script" onKeyDown={onKeyDown}>
        <DrawBar comicId={comicId} book={slowBook} revision={open.revision} isSaved={open.saving === 'saved'} panels={panels.length} />
        <ScriptTools book={open} selection={selection} activeId={shownId} warningCount={warningCount} said={said} onHush={hush} />
        <Troubles book={open} />
        <div className="script-desk">
          <div className="script-sheet" onFocusCapture={onFocus}>
            <DndContext sensors={drag.sensors} collisionDetection={drag.collisionDetection} onDragStart={drag.onDragStart} onDragMove={drag.onDragMove} onDragEnd={drag.onDragEnd} onDragCancel={drag.onDragCancel} accessibility={DRAG_TALK}>
              <ScriptList book={book} rows={rows} selection={selection} activeId={activeId} keptId={drag.dragged?.id} notices={open.notices} scrollTo={scrollTo} />
              <DragOverlay dropAnimation={null}>{drag.dragged ? <div className="script-dragged">{drag.dragged.label}</div> : null}</DragOverlay>
            </DndContext>
            {panels.length === 0 && (
              <EmptyState picture="blank-page" title={say('emptyTitle')} text={say('emptyText')}>
                {firstScene && <Button look="primary" onClick={() => addPanelTo(actions, firstScene.id)}>{say('addPanel')}</Button>}
              </EmptyState>
            )}
          </div>
          {!isNarrow && (
            <aside className="script-side" aria-label={say('seePanel')}>
              <h2>{say('panelN', { n: number })}</h2>
              <PanelView comicId={comicId} book={slowBook} panelId={shownId} />
              <p className="script-side-note">{say('viewNote')}</p>
            </aside>
          )}
        </div>
        {isNarrow && <Sheet title={say('panelN', { n: number })} isOpen={isPanelShown} onClose={hidePanel}><PanelView comicId={comicId} book={slowBook} panelId={shownId} /><p className="script-side-note">{say('viewNote')}</p></Sheet>}
        <PickerLayer picked={picked} onClose={closePick} />
        <VisuallyHidden isLive>{heard}</VisuallyHidden>
      </div>
    </ScriptContext>
  );
}

import type { Book, Character, Language, Panel } from '@komawari/comic';
import { memo, type KeyboardEvent, type MouseEvent } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, AlertIcon, LockIcon, MoreIcon } from '../../../ui/icons.ts';
import type { Notice } from '../book/book-session.ts';
import { DragHandle, DropTarget } from './dragging.tsx';
import { GrowingText } from './GrowingText.tsx';
import { panelCommand } from './keys.ts';
import { LineRow } from './LineRow.tsx';
import { addLineTo } from './line-steps.ts';
import { PanelStrip } from './PanelStrip.tsx';
import { addPanel, doPanelCommand, nudgeAndFollow, toggleLocks } from './panel-steps.ts';
import { focusId, useScript } from './script-context.ts';
import { warningsOfPanel } from './warnings.ts';

type Props = { panel: Panel; number: number; isChosen: boolean; isActive: boolean; language: Language; editions: readonly Language[]; cast: readonly Character[]; style: Book['style']; notices: readonly Notice[] };
const NONE: readonly Notice[] = [];

/** One panel of the script: what is seen above, what is said below. Drawn again only when it changes itself. */
export const PanelRow = memo(function PanelRow({ panel, number, isChosen, isActive, language, editions, cast, style, notices }: Props) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const label = say('panelN', { n: number });
  const warnings = warningsOfPanel(panel, { language, editions });
  const own = warnings.filter((one) => one.lineId === undefined);
  const setAction = (from: string, to: string) => script.change([{ op: 'set', kind: 'panel', id: panel.id, field: 'action', value: to, was: from }], { merge: `action-${panel.id}`, isTyping: true });
  const onKeyDown = (event: KeyboardEvent) => {
    const command = panelCommand(event);
    if (!command) return;
    event.preventDefault();
    doPanelCommand(script, command, panel.id);
  };
  const onChoose = (event: MouseEvent) => script.select({ step: event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'choose', id: panel.id });
  return (
    <DropTarget data={{ kind: 'panel', id: panel.id, label, isEmpty: panel.lines.length === 0 }} className="script-drop">
      <article className="script-panel" aria-label={label} data-chosen={isChosen || undefined} data-active={isActive || undefined} data-locked={panel.isLocked || undefined} data-panel={panel.id}>
        <div className="script-panel-side">
          <button type="button" id={focusId.panel(panel.id)} className="script-number" aria-pressed={isChosen} aria-label={say('choosePanel', { n: number })} onKeyDown={onKeyDown} onClick={onChoose}>{number}</button>
          <DragHandle data={{ kind: 'panel', id: panel.id, label }} label={say('movePanel', { n: number })} hint={say('moveHint')} onNudge={(by) => nudgeAndFollow(script, panel.id, by, `handle-${panel.id}`)} />
          {panel.isLocked && <IconButton label={say('unlockPanel', { n: number })} icon={<LockIcon />} onClick={() => toggleLocks(script, panel.id)} />}
        </div>
        <div className="script-panel-body">
          <div className="script-panel-top">
            <PanelStrip panel={panel} number={number} cast={cast} style={style} />
            <IconButton label={say('panelMenu', { n: number })} icon={<MoreIcon />} onClick={(event) => script.pick({ what: 'panel-menu', panelId: panel.id }, event.currentTarget)} />
          </div>
          <GrowingText
            id={focusId.action(panel.id)} label={say('actionOf', { n: number })} value={panel.action} lang={language} className="script-action" placeholder={say('actionPlaceholder')} isLocked={panel.isLocked} onCommit={setAction}
            onLocked={() => script.refuses([{ op: 'set', kind: 'panel', id: panel.id, field: 'action', value: '' }])}
            onKey={(event, _caret, flush) => {
              if (event.key !== 'Escape' && !(event.altKey && /^Arrow(Up|Down)$/.test(event.key))) return;
              flush();
              event.preventDefault();
              if (event.key === 'Escape') script.focus(focusId.panel(panel.id));
              else nudgeAndFollow(script, panel.id, event.key === 'ArrowUp' ? -1 : 1, focusId.action(panel.id));
            }}
          />
          {own.length > 0 && <ul className="script-warnings" id={`warn-${panel.id}`}>{own.map((one) => <li key={one.code}><AlertIcon /> <span>{say(`warn-${one.code}`)}</span></li>)}</ul>}
          <div className="script-lines">
            {panel.lines.map((line, index) => (
              <LineRow
                key={line.id} line={line} panelId={panel.id} panelNumber={number} number={index + 1} isPanelLocked={panel.isLocked} language={language} cast={cast}
                warnings={warnings.filter((one) => one.lineId === line.id)} notices={notices === NONE ? NONE : notices.filter((one) => one.id === line.id)}
              />
            ))}
          </div>
          {!panel.isLocked && (
            <div className="script-adds">
              <button type="button" className="script-add" onClick={() => addLineTo(script, panel.id)}><AddIcon />{say('addLine')}</button>
              <button type="button" className="script-add" onClick={() => addPanel(script, panel.id)}><AddIcon />{say('addPanel')}</button>
            </div>
          )}
        </div>
      </article>
    </DropTarget>
  );
});

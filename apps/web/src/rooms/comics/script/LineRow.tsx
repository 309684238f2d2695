import type { Character, Language, Line } from '@komawari/comic';
import { memo, type KeyboardEvent } from 'react';
import { pictureOf } from '../../../engine/choice-pictures.ts';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { LockIcon, MoreIcon } from '../../../ui/icons.ts';
import type { Notice } from '../book/book-session.ts';
import { DragHandle, DropTarget } from './dragging.tsx';
import { GrowingText } from './GrowingText.tsx';
import { lineCommand, type CaretPlace } from './keys.ts';
import { doLineCommand, nudgeLineAndFollow, toggleLineLock, writeLine } from './line-steps.ts';
import { LineNotices } from './LineNotices.tsx';
import { LineWarnings } from './LineWarnings.tsx';
import { focusId, useScript } from './script-context.ts';
import { speakerName, SpeakerChip } from './SpeakerChip.tsx';
import type { Warning } from './warnings.ts';

type Props = { line: Line; panelId: string; panelNumber: number; number: number; isPanelLocked: boolean; language: Language; cast: readonly Character[]; warnings: readonly Warning[]; notices: readonly Notice[] };

export const LineRow = memo(function LineRow({ line, panelId, panelNumber, number, isPanelLocked, language, cast, warnings, notices }: Props) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { say: term } = useWords('comics-terms');
  const character = cast.find((one) => one.id === line.speakerId);
  const name = speakerName(line, character, say);
  const isLocked = isPanelLocked || line.isLocked === true;
  const label = say('lineOf', { n: number, panel: panelNumber, name });
  const onKey = (event: KeyboardEvent, caret: CaretPlace, flush: () => void) => {
    const command = lineCommand(event, caret);
    if (!command) return;
    flush();
    if (doLineCommand(script, command, { lineId: line.id, panelId, caret, language })) event.preventDefault();
  };
  return (
    <DropTarget data={{ kind: 'line', id: line.id, label }} className="script-line">
      <DragHandle data={{ kind: 'line', id: line.id, label: line.text[language] ?? '' }} label={say('moveLine', { label })} hint={say('moveHint')} onNudge={(by) => nudgeLineAndFollow(script, line.id, by, `handle-${line.id}`)} />
      <button type="button" className="script-kind" aria-label={say('kindOf', { kind: term(`kind-${line.kind}`), label })} data-tip={term(`kind-${line.kind}`)} onClick={(event) => script.pick({ what: 'kind', lineId: line.id }, event.currentTarget)}>
        <img src={pictureOf('line-kind', line.kind)} alt="" width={34} height={34} />
      </button>
      <button type="button" className="script-speaker" aria-label={say('speakerOf', { name, label })} onClick={(event) => script.pick({ what: 'speaker', lineId: line.id }, event.currentTarget)}>
        <SpeakerChip character={character} name={name} />
      </button>
      <div className="script-words" data-kind={line.kind}>
        <GrowingText
          id={focusId.line(line.id)} label={label} value={line.text[language] ?? ''} lang={language} className="script-text" placeholder={say('linePlaceholder')} isLocked={isLocked} describedBy={warnings.length > 0 ? `warn-${line.id}` : undefined}
          onLocked={() => script.refuses(writeLine(line.id, language, '', ''))} onCommit={(from, to) => script.change(writeLine(line.id, language, from, to), { merge: `text-${line.id}`, isTyping: true })} onKey={onKey}
        />
        <LineWarnings id={`warn-${line.id}`} line={line} warnings={warnings} />
        <LineNotices line={line} language={language} notices={notices} />
      </div>
      <div className="script-line-end">
        {line.isLocked === true && <IconButton label={say('unlockLine')} icon={<LockIcon />} onClick={() => toggleLineLock(script, line.id)} />}
        <IconButton label={say('lineMenu', { label })} icon={<MoreIcon />} onClick={(event) => script.pick({ what: 'line-menu', lineId: line.id }, event.currentTarget)} />
      </div>
    </DropTarget>
  );
});

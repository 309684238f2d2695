import { useDeferredValue, useMemo, useRef, useState, type DragEvent } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AlertIcon, FileIcon } from '../../../ui/icons.ts';
import { TEXT_MAX } from '../book-choices.ts';
import { LIMITS, type Draft } from './draft.ts';
import { FileSlip } from './FileSlip.tsx';
import { countCharacters } from './pasted-text.ts';
import { FILE_ACCEPT, holdFile, useHeldFile } from './story-file.ts';
import { countAndLimit } from './text-limit.ts';
import { useIntake } from './use-intake.ts';

type Props = { draft: Draft; fault: string | undefined; isKept: boolean; onChange: (part: Partial<Draft>) => void; onFault: (text: string) => void };

/** The manuscript: title, text, and what is known about it. Files may be dropped on it; a document lies on it as it is. */
export function StorySheet({ draft, fault, isKept, onChange, onFault }: Props) {
  const { say, language } = useWords('comics-desk');
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const file = useHeldFile();
  const intake = useIntake(draft, onChange, onFault);
  const counted = useDeferredValue(draft.text);
  const count = useMemo(() => countCharacters(counted), [counted]);
  const told = intake.excess?.words ?? (fault || (count > TEXT_MAX && !file ? say('tooLong', countAndLimit(count, language)) : ''));

  const drop = (event: DragEvent) => {
    const dropped = event.dataTransfer.files[0];
    setIsOver(false);
    if (!dropped) return;
    event.preventDefault();
    void intake.takeFile(dropped);
  };

  return (
    <div className="sheet" data-over={isOver} data-fault={told !== ''} onDragOver={(event) => { if (event.dataTransfer.types.includes('Files')) { event.preventDefault(); setIsOver(true); } }} onDragLeave={() => setIsOver(false)} onDrop={drop}>
      <input className="sheet-title" aria-label={say('storyTitle')} placeholder={say('storyTitleHint')} maxLength={LIMITS.title} dir="auto" value={draft.title} onChange={(event) => onChange({ title: event.target.value })} />
      <label className="unseen" htmlFor="story">{say('storyLabel')}</label>
      {file
        ? <FileSlip file={file} onRemove={() => { holdFile(undefined); onFault(''); }} />
        : (
          // No `dir="auto"`: with it a browser needs seconds for 200 000 characters.
          <textarea
            id="story" className="sheet-text" placeholder={say('storyPlaceholder')} spellCheck={false} value={draft.text} aria-invalid={told !== ''} aria-describedby="story-fault story-count" aria-busy={intake.work !== undefined}
            onChange={(event) => { intake.forget(); onChange({ text: event.target.value }); }}
            onPaste={(event) => { if (intake.paste(event.clipboardData, { from: event.currentTarget.selectionStart, to: event.currentTarget.selectionEnd })) event.preventDefault(); }}
          />
        )}
      {isOver && <div className="sheet-drop" aria-hidden="true">{say('dropHere')}</div>}
      <p id="story-fault" className="fault" role="alert">{told !== '' && <><AlertIcon aria-hidden="true" /><span>{told}</span></>}</p>
      {intake.excess && <p className="sheet-excess"><Button onClick={intake.excess.take}>{say('excessTake', countAndLimit(count, language))}</Button><Button look="quiet" onClick={intake.excess.drop}>{say('cancel')}</Button></p>}
      <div className="sheet-foot">
        <input ref={picker} type="file" accept={FILE_ACCEPT} hidden onChange={(event) => { void intake.takeFile(event.target.files?.[0]); event.target.value = ''; }} />
        <button type="button" className="quiet" data-tip={say('fileKinds')} onClick={() => picker.current?.click()}><FileIcon />{say('openFile')}</button>
        {draft.text !== '' && !file && <button type="button" className="quiet" onClick={intake.clear}>{say('clearStory')}</button>}
        {intake.former && !file && <button type="button" className="quiet" onClick={intake.bringBack}>{say('undo')}</button>}
        <p id="story-count" className="sheet-count" data-over={count > TEXT_MAX && !file}>
          <span role="status">{intake.work ?? (!isKept ? say('notKept') : count > 0 && !file ? say('kept') : '')}</span>
          {!file && <span className="number">{say('characters', { n: count.toLocaleString(language) })}</span>}
        </p>
      </div>
    </div>
  );
}

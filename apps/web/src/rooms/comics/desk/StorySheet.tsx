import { useRef, useState, type DragEvent } from 'react';
import { AlertIcon, FileIcon } from '../../../ui/icons.ts';
import { useWords } from '../../../language/use-words.ts';
import { TEXT_MAX } from '../book-choices.ts';
import { decodeStory } from './decode-story.ts';
import type { Draft } from './draft.ts';

const FILE_MAX_BYTES = 2_000_000;

type Props = { draft: Draft; fault: string | undefined; isKept: boolean; onChange: (part: Partial<Draft>) => void; onFault: (text: string) => void };

/** The manuscript: title, text, and what is known about it. Files may be dropped on it. */
export function StorySheet({ draft, fault, isKept, onChange, onFault }: Props) {
  const { say, language } = useWords('comics');
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [cleared, setCleared] = useState<{ text: string; title: string }>();
  const count = [...draft.text].length;

  const open = async (file: File | undefined) => {
    if (!file) return;
    const text = file.size > FILE_MAX_BYTES ? undefined : decodeStory(new Uint8Array(await file.arrayBuffer()));
    if (text === undefined) return onFault(say('notText'));
    setCleared(undefined);
    onChange({ text, title: '' });
  };

  const drop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0];
    setIsOver(false);
    if (!file) return;
    event.preventDefault();
    void open(file);
  };

  return (
    <div className="sheet" data-over={isOver} data-fault={fault !== undefined} onDragOver={(event) => { if (event.dataTransfer.types.includes('Files')) { event.preventDefault(); setIsOver(true); } }} onDragLeave={() => setIsOver(false)} onDrop={drop}>
      <input className="sheet-title" aria-label={say('storyTitle')} placeholder={say('storyTitleHint')} maxLength={400} value={draft.title} onChange={(event) => onChange({ title: event.target.value })} />
      <label className="unseen" htmlFor="story">{say('storyLabel')}</label>
      <textarea id="story" className="sheet-text" placeholder={say('storyPlaceholder')} spellCheck={false} value={draft.text} aria-invalid={fault !== undefined} aria-describedby="story-fault story-count"
        onChange={(event) => { setCleared(undefined); onChange({ text: event.target.value }); }} />
      {isOver && <div className="sheet-drop" aria-hidden="true">{say('dropHere')}</div>}
      <p id="story-fault" className="fault" role="alert">{fault !== undefined && <><AlertIcon />{fault}</>}</p>
      <div className="sheet-foot">
        <input ref={picker} type="file" accept=".txt,.md,.markdown,text/plain,text/markdown" hidden onChange={(event) => { void open(event.target.files?.[0]); event.target.value = ''; }} />
        <button type="button" className="quiet" onClick={() => picker.current?.click()}><FileIcon />{say('openFile')}</button>
        {draft.text !== '' && <button type="button" className="quiet" onClick={() => { setCleared({ text: draft.text, title: draft.title }); onChange({ text: '', title: '' }); }}>{say('clearStory')}</button>}
        {cleared && <button type="button" className="quiet" onClick={() => { onChange(cleared); setCleared(undefined); }}>{say('undo')}</button>}
        <p id="story-count" className="sheet-count" data-over={count > TEXT_MAX}>
          {!isKept ? say('notKept') : count > 0 ? say('kept') : ''}
          <span className="number">{say('characters', { n: count.toLocaleString(language) })}</span>
        </p>
      </div>
    </div>
  );
}

import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { engine } from '../../../engine/client.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { TEXT_MAX } from '../book-choices.ts';
import { DetailChoices, PaperChoices } from './BookChoices.tsx';
import './desk.css';
import { hasUsualLook, previewOptionsOf, samplePreview, type Draft } from './draft.ts';
import { FirstPanel } from './FirstPanel.tsx';
import { MakerChoices } from './MakerChoices.tsx';
import { isSampleStory, sampleFor, samplePictureFor } from './sample-stories.ts';
import { Samples } from './Samples.tsx';
import { StorySheet } from './StorySheet.tsx';
import { useHeldFile } from './story-file.ts';
import { StyleChoices } from './StyleChoices.tsx';
import { useDraft } from './use-draft.ts';
import { useMake } from './use-make.ts';
import { usePreview } from './use-preview.ts';

/** The artist is woken when the page has come to rest. */
const REST_MS = 2500;

/** The desk: a sheet for the story, how it shall look, and beside them the first panel, drawn anew with every choice. */
export function NewComic() {
  const desk = useDraft();
  return <Desk key={desk.sheet} {...desk} />;
}

function Desk({ draft, isKept, change, drop }: ReturnType<typeof useDraft>) {
  const { say, language } = useWords('comics-desk');
  usePageTitle(say('navNew'));
  const [fault, setFault] = useState('');
  const file = useHeldFile();
  useEffect(() => {
    const timer = setTimeout(() => engine.warmUp(), REST_MS);
    return () => clearTimeout(timer);
  }, []);

  const tell = (text: string) => {
    setFault(text);
    if (text === '') return;
    document.getElementById('story')?.focus();
    // On a phone the way on lies over the end of the sheet, where the fault stands.
    requestAnimationFrame(() => document.getElementById('story-fault')?.scrollIntoView({ block: 'nearest' }));
  };
  const { busy, make } = useMake({ draft, file, drop, onFault: tell });

  const changeFrom = (part: Partial<Draft>) => {
    if (part.text !== undefined) setFault('');
    change(part);
  };

  const hasDrawn = useRef(false);
  // Typing goes first; the picture follows.
  const text = useDeferredValue(draft.text);
  const isSample = file !== undefined || text.trim() === '' || text.length > TEXT_MAX * 2;
  const options = useMemo(() => (isSample ? samplePreview : previewOptionsOf)(draft), [draft, isSample]);
  // A page that was just opened has a picture of the sample already: the artist comes when something is written or chosen.
  const isStill = isSample && hasUsualLook(draft);
  const first = usePreview(isSample ? sampleFor(language) : text, options, { isSample, isOff: isStill && !hasDrawn.current });
  if (!isStill) hasDrawn.current = true;
  const [still] = useState(isSample ? samplePictureFor(language) : undefined);
  const note = file ? say('previewFile') : isSample ? say('previewSample') : undefined;

  const byKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void make(false);
  };

  return (
    <form className="desk" noValidate onKeyDown={byKeys} onSubmit={(event) => { event.preventDefault(); void make(false); }}>
      <header className="desk-head">
        <h1>{say('navNew')}</h1>
        <p className="lead">{say('newLead')}</p>
      </header>
      <div className="desk-story">
        <StorySheet draft={draft} fault={fault} isKept={isKept} onChange={changeFrom} onFault={tell} />
        {(draft.text === '' || isSampleStory(draft.text)) && !file && <Samples title={say('samples')} chosen={draft.text} onPick={(story) => changeFrom({ ...story, language: 'auto' })} />}
      </div>
      <aside className="desk-side" aria-label={say('preview')}>
        <FirstPanel {...first} note={note} still={still} />
        <div className="desk-go">
          <Button type="submit" look="primary" isWide isBusy={busy === 'comic'} disabled={busy === 'script'}>{say(busy === 'comic' ? 'making' : 'make')}</Button>
          <Button isBusy={busy === 'script'} disabled={busy === 'comic'} onClick={() => void make(true)}>{say('scriptFirst')}</Button>
          <p className="hint">{say('scriptFirstWhy')}</p>
        </div>
      </aside>
      <div className="desk-choices">
        <StyleChoices style={draft.style} axes={draft.axes} onChange={change} />
        <PaperChoices format={draft.format} direction={draft.direction} onChange={change} />
        <MakerChoices artist={draft.artist} writer={draft.writer} onChange={change} />
        <DetailChoices panels={draft.panels} language={draft.language} author={draft.author} notes={draft.notes} onChange={change} />
      </div>
    </form>
  );
}

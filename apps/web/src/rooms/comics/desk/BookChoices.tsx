import { memo } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { PictureChoice } from '../../../ui/PictureChoice.tsx';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { keysOf } from '../book-choices.ts';
import { ChoicePicture } from './ChoicePicture.tsx';
import { DIRECTION_WORDS, FORMAT_WORDS, LANGUAGE_WORDS, PANELS } from './choices.ts';
import { LIMITS, type Draft } from './draft.ts';

type Change = { onChange: (part: Partial<Draft>) => void };

/** What kind of book: its page and the way it is read. */
export const PaperChoices = memo(function PaperChoices({ format: chosen, direction: read, onChange }: Pick<Draft, 'format' | 'direction'> & Change) {
  const { say } = useWords('comics-desk');
  return (
    <section className="desk-part" aria-labelledby="paper-title">
      <h2 id="paper-title">{say('paperTitle')}</h2>
      <div className="desk-paper">
        <PictureChoice label={say('format')} cardWidthPx={92} value={chosen} onChange={(format) => onChange({ format })}
          options={keysOf(FORMAT_WORDS).map((format) => ({ value: format, word: say(FORMAT_WORDS[format]), picture: <ChoicePicture kind="format" value={format} /> }))} />
        <PictureChoice label={say('direction')} cardWidthPx={92} value={read} onChange={(direction) => onChange({ direction })}
          options={keysOf(DIRECTION_WORDS).map((direction) => ({ value: direction, word: say(DIRECTION_WORDS[direction]), picture: <ChoicePicture kind="direction" value={direction} /> }))} />
      </div>
    </section>
  );
});

/** What the writer finds by itself unless it is said here. */
export const DetailChoices = memo(function DetailChoices({ panels, language: written, author, notes, onChange }: Pick<Draft, 'panels' | 'language' | 'author' | 'notes'> & Change) {
  const { say } = useWords('comics-desk');
  const isAuto = panels === 'auto';
  return (
    <section className="desk-part" aria-labelledby="details-title">
      <h2 id="details-title">{say('detailsTitle')}</h2>
      <div className="desk-details">
        <div className="desk-panels">
          <SegmentedChoice label={say('panels')} value={isAuto ? 'auto' : 'chosen'} onChange={(value) => onChange({ panels: value === 'auto' ? 'auto' : PANELS.usual })} options={[{ value: 'auto', word: say('panelsAuto') }, { value: 'chosen', word: say('panelsChosen') }]} />
          {panels !== 'auto' && <Slider label={say('panels')} value={panels} min={PANELS.min} max={PANELS.max} onChange={(count) => onChange({ panels: count })} text={(n) => say('panelsAbout', { n })} />}
        </div>
        <SelectField label={say('bookLanguage')} value={written} onChange={(language) => onChange({ language })} options={keysOf(LANGUAGE_WORDS).map((id) => ({ value: id, word: say(LANGUAGE_WORDS[id]) }))} />
        <TextField label={say('author')} hint={say('authorHint')} value={author} maxLength={LIMITS.author} autoComplete="off" onChange={(name) => onChange({ author: name })} />
        <TextArea label={say('notes')} hint={say('notesHint')} rows={3} value={notes} maxCharacters={LIMITS.notes} onChange={(text) => onChange({ notes: text })} />
      </div>
    </section>
  );
});

import type { ReactNode } from 'react';
import { useWords } from '../../language/use-words.tsx';
import { DIRECTIONS, FORMATS, keysOf, LANGUAGES, PALETTES, PANEL_COUNTS } from './book-choices.ts';
import { DirectionPicture, FormatPicture, PalettePicture } from './ChoicePictures.tsx';
import type { Draft } from './draft.ts';

export function BookChoices({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const { say } = useWords();
  return (
    <section className="choices" aria-labelledby="choices-title">
      <h2 id="choices-title">{say('choices')}</h2>
      <fieldset className="choice-formats">
        <legend>{say('format')}</legend>
        <div className="cards">
          {keysOf(FORMATS).map((format) => (
            <Card key={format} name="format" isChosen={draft.format === format} onChoose={() => onChange({ format })} word={say(FORMATS[format].word)} picture={<FormatPicture format={format} />} />
          ))}
        </div>
      </fieldset>
      <fieldset className="choice-palettes">
        <legend>{say('palette')}</legend>
        <div className="cards">
          {keysOf(PALETTES).map((palette) => (
            <Card key={palette} name="palette" isChosen={draft.palette === palette} onChoose={() => onChange({ palette })} word={say(PALETTES[palette])} picture={<PalettePicture palette={palette} />} />
          ))}
        </div>
      </fieldset>
      <fieldset className="choice-directions">
        <legend>{say('direction')}</legend>
        <div className="cards">
          {(['auto', ...keysOf(DIRECTIONS)] as const).map((direction) => (
            <Card key={direction} name="direction" isChosen={draft.direction === direction} onChoose={() => onChange({ direction })} word={say(direction === 'auto' ? 'directionAuto' : DIRECTIONS[direction])} picture={<DirectionPicture direction={direction} />} />
          ))}
        </div>
      </fieldset>
      <div className="choice-row">
        <label className="pick">
          <span>{say('panels')}</span>
          <select value={draft.panels} onChange={(event) => onChange({ panels: event.target.value === 'auto' ? 'auto' : Number(event.target.value) })}>
            <option value="auto">{say('panelsAuto')}</option>
            {PANEL_COUNTS.map((count) => <option key={count} value={count}>{say('panelsAbout', { n: count })}</option>)}
          </select>
        </label>
        <label className="pick">
          <span>{say('bookLanguage')}</span>
          <select value={draft.language} onChange={(event) => onChange({ language: (['auto', ...keysOf(LANGUAGES)] as const).find((id) => id === event.target.value) ?? 'auto' })}>
            <option value="auto">{say('bookLanguageAuto')}</option>
            {keysOf(LANGUAGES).map((id) => <option key={id} value={id}>{say(LANGUAGES[id])}</option>)}
          </select>
        </label>
      </div>
    </section>
  );
}

function Card({ name, word, picture, isChosen, onChoose }: { name: string; word: string; picture: ReactNode; isChosen: boolean; onChoose: () => void }) {
  return (
    <label className="card">
      <input type="radio" name={name} className="unseen" checked={isChosen} onChange={onChoose} />
      <span className="card-picture">{picture}</span>
      <span className="card-word">{word}</span>
    </label>
  );
}

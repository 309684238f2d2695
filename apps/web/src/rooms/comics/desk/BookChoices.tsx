import { useWords } from '../../../language/use-words.ts';
import { PictureChoice } from '../../../ui/PictureChoice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { DIRECTIONS, FORMATS, keysOf, LANGUAGES, PALETTES, PANEL_COUNTS } from '../book-choices.ts';
import { DirectionPicture, FormatPicture, PalettePicture } from '../ChoicePictures.tsx';
import type { Draft } from './draft.ts';

/** How the book shall look and read, by pictures. */
export function BookChoices({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const { say } = useWords('comics');
  const [directions, languages] = [['auto', ...keysOf(DIRECTIONS)] as const, ['auto', ...keysOf(LANGUAGES)] as const];
  return (
    <section className="choices" aria-labelledby="choices-title">
      <h2 id="choices-title">{say('choices')}</h2>
      <div className="choice-formats">
        <PictureChoice label={say('format')} value={draft.format} onChange={(format) => onChange({ format })}
          options={keysOf(FORMATS).map((format) => ({ value: format, word: say(FORMATS[format].word), picture: <FormatPicture format={format} /> }))} />
      </div>
      <div className="choice-palettes">
        <PictureChoice label={say('palette')} value={draft.palette} onChange={(palette) => onChange({ palette })}
          options={keysOf(PALETTES).map((palette) => ({ value: palette, word: say(PALETTES[palette]), picture: <PalettePicture palette={palette} /> }))} />
      </div>
      <div className="choice-directions">
        <PictureChoice label={say('direction')} value={draft.direction} onChange={(direction) => onChange({ direction })}
          options={directions.map((direction) => ({ value: direction, word: say(direction === 'auto' ? 'directionAuto' : DIRECTIONS[direction]), picture: <DirectionPicture direction={direction} /> }))} />
      </div>
      <div className="choice-row">
        <SelectField label={say('panels')} value={String(draft.panels)} onChange={(panels) => onChange({ panels: panels === 'auto' ? 'auto' : Number(panels) })}
          options={[{ value: 'auto', word: say('panelsAuto') }, ...PANEL_COUNTS.map((count) => ({ value: String(count), word: say('panelsAbout', { n: count }) }))]} />
        <SelectField label={say('bookLanguage')} value={draft.language} onChange={(language) => onChange({ language })}
          options={languages.map((id) => ({ value: id, word: id === 'auto' ? say('bookLanguageAuto') : say(LANGUAGES[id]) }))} />
      </div>
    </section>
  );
}

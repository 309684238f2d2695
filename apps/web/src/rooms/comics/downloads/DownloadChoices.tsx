import { useWords } from '../../../language/use-words.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import type { Choices } from './choices.ts';

const NAMES: Readonly<Record<string, string>> = { zh: '中文', en: 'English', ja: '日本語' };

type Props = { choices: Choices; languages: readonly string[]; ownLanguage: string; onChange: (choices: Choices) => void };

/** How the next files are made. Closed at first: what stands there is right for most. */
export function DownloadChoices({ choices, languages, ownLanguage, onChange }: Props) {
  const { say } = useWords('comics-downloads');
  const set = (change: Partial<Choices>) => onChange({ ...choices, ...change });
  return (
    <>
      {languages.length > 1 && (
        <div className="take-language">
          <SelectField label={say('fileLanguage')} value={choices.language ?? ownLanguage} options={languages.map((value) => ({ value, word: NAMES[value] ?? value, lang: value }))} onChange={(value) => set({ language: value === ownLanguage ? undefined : value })} />
        </div>
      )}
      <details className="take-choices">
        <summary>{say('choices')}</summary>
        <div className="take-choices-body">
          <SegmentedChoice label={say('dpi')} value={String(choices.dpi) as '150' | '300'} options={[{ value: '150', word: say('dpiScreen') }, { value: '300', word: say('dpiPrint') }]} onChange={(value) => set({ dpi: value === '300' ? 300 : 150 })} />
          <SegmentedChoice label={say('print')} value={choices.print} options={[{ value: 'trim', word: say('printTrim') }, { value: 'bleed', word: say('printBleed') }, { value: 'marks', word: say('printMarks') }]} onChange={(print) => set({ print })} />
          <SelectField label={say('slices')} value={choices.slices} options={[{ value: 'webtoon', word: '800 × 1280' }, { value: 'tapas', word: '940 × 4000' }, { value: 'phone', word: '1080 × 1920' }]} onChange={(slices) => set({ slices })} />
          <SegmentedChoice label={say('teaser')} value={choices.teaser} options={[{ value: 'upright', word: say('teaserUpright') }, { value: 'square', word: say('teaserSquare') }]} onChange={(teaser) => set({ teaser })} />
        </div>
      </details>
    </>
  );
}

import { memo } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { Draft } from './draft.ts';
import { STYLES, type StyleName } from './styles.ts';

type Props = Pick<Draft, 'style' | 'styleWords'> & { onChange: (part: Partial<Draft>) => void };

const NAMES = Object.keys(STYLES) as StyleName[];

/** A style is words behind the prompt: chosen here, shown as they are sent, and open to change. */
export const StyleChips = memo(function StyleChips({ style, styleWords, onChange }: Props) {
  const { say } = useWords('studio');
  return (
    <details className="fold">
      <summary><span className="fold-word">{say('style')}</span><span className="fold-value">{style ? say(STYLES[style].word) : styleWords === '' ? say('styleNone') : say('styleOwn')}</span></summary>
      <div className="fold-body">
        <fieldset className="style-chips">
          <legend className="unseen">{say('style')}</legend>
          <Chip name={null} isChosen={style === null && styleWords === ''} onChoose={() => onChange({ style: null, styleWords: '' })} word={say('styleNone')} />
          {NAMES.map((name) => <Chip key={name} name={name} isChosen={style === name} onChoose={() => onChange({ style: name, styleWords: STYLES[name].words })} word={say(STYLES[name].word)} />)}
        </fieldset>
        {(style !== null || styleWords !== '') && <TextArea label={say('styleWords')} hint={say('styleWordsHint')} rows={2} value={styleWords} onChange={(words) => onChange({ styleWords: words, ...(words.trim() === '' ? { style: null } : {}) })} />}
      </div>
    </details>
  );
});

function Chip({ name, word, isChosen, onChoose }: { name: string | null; word: string; isChosen: boolean; onChoose: () => void }) {
  return <label className="style-chip"><input type="radio" className="unseen" name="studio-style" value={name ?? ''} checked={isChosen} onChange={onChoose} />{word}</label>;
}

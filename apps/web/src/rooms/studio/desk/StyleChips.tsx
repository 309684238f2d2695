import { lazy, memo, Suspense, useState, type ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { PictureChoice } from '../../../ui/PictureChoice.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { Draft } from './draft.ts';
import { isHouseStyle, STYLES, type StyleName } from './styles.ts';

// The drawings come when the styles are looked at.
const StylePicture = lazy(() => import('../templates/style-pictures.tsx').then(({ StylePicture: picture }) => ({ default: picture })));

type Props = Pick<Draft, 'style' | 'styleWords' | 'styleNegative'> & { /** The chosen model can keep things out. */ hasNegative: boolean; onChange: (part: Partial<Draft>) => void };

const NAMES = Object.keys(STYLES) as StyleName[];
const drawn = (id: StyleName | 'own' | 'none'): ReactNode => <Suspense fallback={<span className="style-picture" />}><StylePicture id={id} /></Suspense>;

/** A style is words behind the prompt: chosen here, shown as they are sent, and open to change. */
export const StyleChips = memo(function StyleChips({ style, styleWords, styleNegative, hasNegative, onChange }: Props) {
  const { say } = useWords('studio');
  const [isOpen, setIsOpen] = useState(false);
  const own = styleWords !== '' || styleNegative !== '' ? 'own' : 'none';
  const chosen = style !== null && isHouseStyle(style) ? style : own;
  const choose = (id: StyleName | 'own' | 'none') => {
    if (id === 'own') return;
    onChange(id === 'none' ? { style: null, styleWords: '', styleNegative: '' } : { style: id, styleWords: STYLES[id].words, styleNegative: '' });
  };
  const options = [
    { value: 'none' as const, word: say('styleNone') }, ...(chosen === 'own' ? [{ value: 'own' as const, word: say('styleOwn') }] : []),
    ...NAMES.map((value) => ({ value, word: say(STYLES[value].word) })),
  ];
  return (
    <details className="fold" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary><span className="fold-word">{say('style')}</span><span className="fold-value">{chosen === 'none' ? say('styleNone') : chosen === 'own' ? say('styleOwn') : say(STYLES[chosen].word)}</span></summary>
      {isOpen && (
        <div className="fold-body">
          <div className="style-choice"><PictureChoice label={say('style')} isLabelHidden value={chosen} cardWidthPx={86} options={options.map((option) => ({ ...option, picture: drawn(option.value) }))} onChange={choose} /></div>
          {chosen !== 'none' && <TextArea label={say('styleWords')} hint={say('styleWordsHint')} rows={2} value={styleWords} onChange={(words) => onChange({ styleWords: words, ...(words.trim() === '' ? { style: null } : {}) })} />}
          {styleNegative !== '' && hasNegative && <TextArea label={say('styleNegative')} rows={2} value={styleNegative} onChange={(words) => onChange({ styleNegative: words })} />}
        </div>
      )}
    </details>
  );
});

import { lazy, memo, Suspense, useState, type ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { RenameIcon } from '../../../ui/icons.ts';
import { PictureChoice } from '../../../ui/PictureChoice.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { shownStyles, styleName, withStyle, type StyleOffer } from '../templates/style-list.ts';
import { useStyles } from '../templates/use-styles.ts';
import type { Draft } from './draft.ts';
import { isHouseStyle } from './styles.ts';

// The drawings come when the styles are looked at.
const StylePicture = lazy(() => import('../templates/style-pictures.tsx').then(({ StylePicture: picture }) => ({ default: picture })));
const StylesDialog = lazy(() => import('../templates/StylesDialog.tsx').then(({ StylesDialog: dialog }) => ({ default: dialog })));

type Props = Pick<Draft, 'style' | 'styleWords' | 'styleNegative'> & { /** The chosen model can keep things out. */ hasNegative: boolean; onChange: (part: Partial<Draft>) => void };

/** Of the choice: no style, and words that are of none. */
const [NONE, WORDS] = ['none', 'words'];

/** A style is words behind the prompt: chosen here, shown as they are sent, and open to change. */
export const StyleChips = memo(function StyleChips({ style, styleWords, styleNegative, hasNegative, onChange }: Props) {
  const { say } = useWords('studio');
  const [isOpen, setIsOpen] = useState(false);
  const [isEditing, setIsEditing] = useState(false);
  const { offers } = useStyles(isOpen || (style !== null && !isHouseStyle(style)));
  const name = style === null ? undefined : styleName(style, offers);
  const chosen = style !== null && name !== undefined ? style : styleWords !== '' || styleNegative !== '' ? WORDS : NONE;
  const options = [
    { value: NONE, word: say('styleNone'), picture: drawn(NONE) }, ...(chosen === WORDS ? [{ value: WORDS, word: say('styleOwn'), picture: drawn(WORDS) }] : []),
    ...shownStyles(offers, chosen).map((offer) => ({ value: offer.id, word: offer.name, picture: drawn(offer) })),
  ];
  return (
    <details className="fold" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary><span className="fold-word">{say('style')}</span><span className="fold-value">{chosen === NONE ? say('styleNone') : (name ?? say('styleOwn'))}</span></summary>
      {isOpen && (
        <div className="fold-body">
          <div className="style-choice"><PictureChoice label={say('style')} isLabelHidden value={chosen} cardWidthPx={74} options={options} onChange={(id) => { if (id !== WORDS) onChange(withStyle(offers.find((offer) => offer.id === id))); }} /></div>
          {chosen !== NONE && <TextArea label={say('styleWords')} hint={say('styleWordsHint')} rows={2} value={styleWords} onChange={(words) => onChange({ styleWords: words, ...(words.trim() === '' ? { style: null } : {}) })} />}
          {styleNegative !== '' && hasNegative && <TextArea label={say('styleNegative')} rows={2} value={styleNegative} onChange={(words) => onChange({ styleNegative: words })} />}
          <p className="asked-act"><Button look="quiet" icon={<RenameIcon />} onClick={() => setIsEditing(true)}>{say('styleEdit')}</Button></p>
        </div>
      )}
      {isEditing && <Suspense><StylesDialog first={chosen === WORDS ? { words: styleWords, negativeWords: styleNegative } : style} onClose={() => setIsEditing(false)} onUse={(offer) => { onChange(withStyle(offer)); setIsEditing(false); }} /></Suspense>}
    </details>
  );
});

function drawn(style: StyleOffer | string): ReactNode {
  const id = typeof style === 'string' ? (style === NONE ? 'none' : 'own') : (style.house ?? 'own');
  return <Suspense fallback={<span className="style-picture" />}><StylePicture id={id} {...(typeof style !== 'string' && !style.house ? { name: style.name } : {})} /></Suspense>;
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { putStyle, removeStyle } from '../../../api/studio-templates.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Switch } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AddIcon, TrashIcon, UndoIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { briefly } from '../../../ui/toast.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { STYLES } from '../desk/styles.ts';
import { keptStyle, saysTheSame, type StyleOffer } from './style-list.ts';
import { STYLES_KEY, useStyles } from './use-styles.ts';

type NewWords = { words: string; negativeWords: string };
type Props = { /** The one that is looked at first; words become a new one. */ first: string | null | NewWords; onClose: () => void; onUse: (offer: StyleOffer) => void };

const NAME_MAX = 60;
const WORDS_MAX = 1000;
const NO_WORDS: NewWords = { words: '', negativeWords: '' };

/** Styles of one's own, and those of the house as one wants them. */
export function StylesDialog({ first, onClose, onUse }: Props) {
  const { say } = useWords('studio-templates');
  const { offers, isComing, error, again } = useStyles(true);
  // Null is a style that is not there yet.
  const [chosen, setChosen] = useState<string | null>(typeof first === 'string' ? first : null);
  const offer = offers.find(({ id }) => id === chosen);
  const [gone, setGone] = useState<StyleOffer>();
  // What is typed stays until another one is looked at, or this one is taken back.
  const [turn, setTurn] = useState(0);
  return (
    <Dialog title={say('styles')} isOpen onClose={onClose} widthPx={640}>
      <p className="hint">{say('stylesHint')}</p>
      {error ? <ErrorState error={error} onRetry={again} /> : isComing ? <Skeleton><Tone /><Tone shape="block" heightPx={240} /></Skeleton> : (
        <>
          <div className="list-names" role="group" aria-label={say('styles')}>
            <Button look="quiet" icon={<AddIcon />} aria-pressed={chosen === null} onClick={() => setChosen(null)}>{say('newStyle')}</Button>
            {offers.map(({ id, name, isHidden }) => <button key={id} type="button" className="list-name" data-hidden={isHidden} aria-pressed={offer?.id === id} onClick={() => setChosen(id)}><bdi>{name}</bdi>{isHidden && <span className="unseen"> ({say('hidden')})</span>}</button>)}
          </div>
          <div className="template-told">
            <p className="hint" role="status">{gone && say(gone.house ? 'styleCameBack' : 'styleRemoved', { name: briefly(gone.name) })}</p>
            {gone && <Back offer={gone} onBack={(id) => { setGone(undefined); setChosen(id); setTurn(turn + 1); }} />}
          </div>
          <OneStyle key={`${chosen ?? ''} ${turn}`} offer={offer} first={typeof first === 'object' && first ? first : NO_WORDS} onKept={(id) => { setChosen(id); if (gone?.id === id) setGone(undefined); }} onRemoved={(style) => { setGone(style); setChosen(style.house ? style.id : null); setTurn(turn + 1); }} onUse={onUse} />
        </>
      )}
    </Dialog>
  );
}

/** Takes the removal back. In the dialog, since a toast could not be reached while it is open. */
function Back({ offer, onBack }: { offer: StyleOffer; onBack: (id: string) => void }) {
  const { say, sayError } = useWords('studio-templates');
  const { say: sayHouse } = useWords('studio');
  const client = useQueryClient();
  const [fault, setFault] = useState('');
  const { id, house, isHidden } = offer;
  const back = () => putStyle({ id, ...keptStyle(offer, house && sayHouse(STYLES[house].word)), isHidden }).then((answer) => {
    client.setQueryData(STYLES_KEY, answer);
    onBack(id);
  }, (error: unknown) => setFault(sayError(error)));
  return <><Button icon={<UndoIcon />} onClick={() => void back()}>{say('undo')}</Button>{fault !== '' && <p className="fault" role="alert">{fault}</p>}</>;
}

type OneProps = { offer: StyleOffer | undefined; first: NewWords; onKept: (id: string | null) => void; onRemoved: (offer: StyleOffer) => void; onUse: (offer: StyleOffer) => void };

function OneStyle({ offer, first, onKept, onRemoved, onUse }: OneProps) {
  const { say, sayError } = useWords('studio-templates');
  const { say: sayHouse } = useWords('studio');
  const client = useQueryClient();
  const [name, setName] = useState(offer?.name ?? '');
  const [words, setWords] = useState(offer?.words ?? first.words);
  const [negativeWords, setNegativeWords] = useState(offer?.negativeWords ?? first.negativeWords);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<{ name?: string; words?: string; all?: string }>({});
  const isChanged = !offer || !saysTheSame({ name, words, negativeWords }, offer);
  const send = async (work: () => ReturnType<typeof putStyle>, done: (ids: readonly string[]) => void) => {
    setIsBusy(true);
    setFault({});
    try {
      const answer = await work();
      client.setQueryData(STYLES_KEY, answer);
      done(answer.items.map(({ id }) => id));
    } catch (error) {
      setFault({ all: sayError(error) });
    }
    setIsBusy(false);
  };
  const save = (isHidden: boolean) => {
    if (name.trim() === '') return setFault({ name: say('styleNameNeeded') });
    if (words.trim() === '') return setFault({ words: say('styleWordsNeeded') });
    const body = { ...keptStyle({ name, words, negativeWords }, offer?.house && sayHouse(STYLES[offer.house].word)), isHidden };
    // The newest stands last.
    return void send(() => putStyle(offer ? { id: offer.id, ...body } : body), (ids) => onKept(offer?.id ?? ids.filter((id) => id.startsWith('style_')).at(-1) ?? null));
  };
  return (
    // The form behind it draws by these keys.
    <div className="one-list" onKeyDown={(event) => { if (event.key === 'Enter') event.stopPropagation(); }}>
      <TextField label={say('styleName')} value={name} maxLength={NAME_MAX} autoComplete="off" fault={fault.name ?? ''} onChange={setName} />
      <TextArea label={say('styleAdds')} value={words} rows={3} maxCharacters={WORDS_MAX} dir="auto" hint={say('styleAddsHint')} fault={fault.words ?? ''} onChange={setWords} />
      <TextArea label={say('styleKeepsOut')} value={negativeWords} rows={2} maxCharacters={WORDS_MAX} dir="auto" hint={say('styleKeepsOutHint')} onChange={setNegativeWords} />
      {offer && <Switch label={say('offered')} hint={say('offeredHint')} isChecked={!offer.isHidden} onChange={(isOffered) => save(!isOffered)} />}
      {fault.all !== undefined && <p className="fault" role="alert">{fault.all}</p>}
      <div className="asked-acts">
        {isChanged ? <Button isBusy={isBusy} onClick={() => save(offer?.isHidden ?? false)}>{say('keepStyle')}</Button> : offer && <Button onClick={() => onUse(offer)}>{say('useStyle')}</Button>}
        {offer?.isChanged && <Button look="quiet" icon={offer.house ? <UndoIcon /> : <TrashIcon />} onClick={() => void send(() => removeStyle(offer.id), () => onRemoved(offer))}>{say(offer.house ? 'styleAsItWas' : 'removeStyle')}</Button>}
      </div>
    </div>
  );
}

import { useState, type FormEvent, type Ref } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AgainIcon, RedrawIcon } from '../../../ui/icons.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { addressOf, useMakers } from '../makers/use-makers.ts';

type Props = { onDraw: (request: string, artist: string | undefined) => Promise<boolean>; isFull: boolean; isBusy: boolean; from: string | undefined; fault: string | undefined; field: Ref<HTMLInputElement> };

const REQUEST_MAX = 500;

/** Asks for another take: in words, or as another view of the same. Says plainly what the artist understands. */
export function RedrawForm({ onDraw, isFull, isBusy, from, fault, field }: Props) {
  const { say } = useWords('comics-takes');
  const { artists } = useMakers();
  const [request, setRequest] = useState('');
  const [artist, setArtist] = useState<string>();
  const model = artists.find((one) => addressOf(one) === artist);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (request.trim() !== '' && (await onDraw(request.trim(), artist))) setRequest('');
  };
  return (
    <form className="redraw" onSubmit={(event) => void send(event)}>
      <label className="redraw-label" htmlFor="redraw-request">{say('redrawLabel')}</label>
      <div className="redraw-row">
        <input id="redraw-request" ref={field} className="redraw-field" value={request} maxLength={REQUEST_MAX} placeholder={say('redrawExample')} dir="auto" aria-describedby="redraw-hint" autoComplete="off" onChange={(event) => setRequest(event.target.value)} />
        <Button type="submit" icon={<RedrawIcon />} disabled={request.trim() === '' || isFull} isBusy={isBusy}>{say('redraw')}</Button>
        <Button icon={<AgainIcon />} disabled={isFull} isBusy={isBusy} onClick={() => void onDraw('', artist)}>{say('anotherView')}</Button>
      </div>
      {artists.length > 0 && (
        <div className="redraw-artist">
          <SelectField label={say('whoDraws')} value={artist ?? ''} onChange={(value) => setArtist(value === '' ? undefined : value)} options={[
            { value: '', word: say('asTheComic') }, { value: 'storyboard', word: say('storyboardArtist') }, ...artists.map((one) => ({ value: addressOf(one), word: `${one.model.name} · ${one.providerName}` })),
          ]} {...(model ? { hint: say(model.bills ? 'modelMayCost' : 'modelCostsNothing') } : {})} />
        </div>
      )}
      <p className="hint" id="redraw-hint">{from === undefined ? '' : `${say('redrawFrom', { take: from })} `}{say(model ? 'redrawHintModel' : 'redrawHint')}</p>
      {isFull && <p className="hint">{say('tooMany')}</p>}
      {fault !== undefined && <p className="fault" role="alert">{fault}</p>}
    </form>
  );
}

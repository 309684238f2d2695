import type { Book, DayTime, Place, Scene } from '@komawari/comic';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { RenameIcon, TrashIcon } from '../../../ui/icons.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { placeName } from '../book/place-name.ts';
import { useCastSteps } from './cast-context.ts';
import { DraftField } from './DraftField.tsx';
import { ERA_WORDS } from './look-words.ts';
import { PlaceKindDialog } from './PlaceKindDialog.tsx';
import { Sketch } from './Sketch.tsx';
import { placeSketch } from './views.ts';

const LIGHTS = ['day', 'dusk', 'night'] as const satisfies readonly DayTime[];
const NAME_MAX = 200;
type Setting = Pick<Scene, 'time' | 'weather' | 'season' | 'mood'>;
const CALM: Setting = { time: 'day', weather: 'clear', season: 'summer', mood: 'calm' };

type Props = { place: Place; book: Pick<Book, 'style' | 'seed'>; /** Where it is seen first, and how often. */ scene: Setting | undefined; count: number };

/** A hundred of these stand on a page: each is drawn again only when its own place changes. */
export const PlaceCard = memo(function PlaceCard({ place, book, scene = CALM, count }: Props) {
  const { say } = useWords('comics-cast');
  const { say: sayTerm } = useWords('comics-terms');
  const { comicId, change, tell } = useCastSteps();
  const [isChoosing, setIsChoosing] = useState(false);
  const [light, setLight] = useState<DayTime>(scene.time === 'dawn' ? 'dusk' : scene.time);
  const name = placeName(place, sayTerm);
  const set = (field: 'name' | 'kind' | 'era', value: string) => change([{ op: 'set', kind: 'place', id: place.id, field, value, was: place[field] }]);
  const remove = () => {
    change([{ op: 'remove', kind: 'place', id: place.id }]);
    tell(say('removedPlace', { name }));
  };
  return (
    <li className="cast-place-card">
      <div className="cast-place-picture">
        <Sketch shape="place" sketch={placeSketch(place, book, { ...scene, time: light })} alt={`${name}, ${sayTerm(`time-${light}`)}`} />
        <SegmentedChoice label={say('light')} isLabelHidden value={light} onChange={setLight} options={LIGHTS.map((value) => ({ value, word: sayTerm(`time-${value}`) }))} />
      </div>
      <div className="cast-place-fields">
        <DraftField isEager label={say('placeName')} value={name} most={NAME_MAX} onKeep={(next) => set('name', next)} />
        <div className="cast-place-row">
          <div className="field"><span className="field-label">{say('placeKind')}</span><Button icon={<RenameIcon />} onClick={() => setIsChoosing(true)}>{sayTerm(`place-${place.kind}`)}</Button></div>
          <SelectField label={say('era')} value={place.era} onChange={(era) => set('era', era)} options={(Object.keys(ERA_WORDS) as Place['era'][]).map((value) => ({ value, word: say(ERA_WORDS[value]) }))} />
        </div>
        <div className="cast-place-foot">
          {count > 0 ? <Link to="/comics/$comicId/cast" params={{ comicId }} search={{ show: 'scenes', place: place.id }} className="quiet">{say('usedIn', { count })}</Link> : <span className="hint">{say('unused')}</span>}
          <IconButton label={count > 0 ? say('inUse') : `${say('remove')}: ${name}`} icon={<TrashIcon />} disabled={count > 0} onClick={remove} />
        </div>
      </div>
      {isChoosing && <PlaceKindDialog value={place.kind} onClose={() => setIsChoosing(false)} onChoose={(kind) => { setIsChoosing(false); set('kind', kind); }} />}
    </li>
  );
});

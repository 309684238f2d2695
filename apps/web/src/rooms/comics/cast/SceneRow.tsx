import { DAY_TIMES, MOODS, SEASONS, WEATHERS, type Scene } from '@komawari/comic';
import { useWords } from '../../../language/use-words.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { placeName } from '../book/place-name.ts';
import { useCast } from './cast-context.ts';
import type { SceneAt } from './outfit-times.ts';
import { Sketch } from './Sketch.tsx';
import { placeSketch } from './views.ts';

/** One scene: its picture, and the five things that set it. */
export function SceneRow({ at, isFirstOfChapter }: { at: SceneAt; isFirstOfChapter: boolean }) {
  const { say } = useWords('comics-cast');
  const { say: sayTerm } = useWords('comics-terms');
  const { open, change } = useCast();
  const { scene, place, number, chapter } = at;
  const { places } = open.book.bible;
  const title = open.book.chapters[chapter - 1]?.title;
  const set = <F extends 'placeId' | 'time' | 'weather' | 'season' | 'mood'>(field: F, value: Scene[F]) => change([{ op: 'set', kind: 'scene', id: scene.id, field, value, was: scene[field] }]);
  return (
    <>
      {isFirstOfChapter && <h2 className="cast-scene-chapter"><bdi>{title || say('chapter', { n: chapter })}</bdi></h2>}
      <div className="cast-scene-row" role="group" aria-label={say('sceneOf', { n: number })}>
        <div className="cast-scene-picture">{place && <Sketch shape="place" sketch={placeSketch(place, open.book, scene)} />}<span className="cast-scene-number number">{number}</span></div>
        <div className="cast-scene-fields">
          <SelectField label={say('place')} value={scene.placeId} onChange={(next) => set('placeId', next)} options={places.map((one) => ({ value: one.id, word: placeName(one, sayTerm) }))} />
          <SelectField label={say('time')} value={scene.time} onChange={(next) => set('time', next)} options={DAY_TIMES.map((value) => ({ value, word: sayTerm(`time-${value}`) }))} />
          <SelectField label={say('weather')} value={scene.weather} onChange={(next) => set('weather', next)} options={WEATHERS.map((value) => ({ value, word: sayTerm(`weather-${value}`) }))} />
          <SelectField label={say('season')} value={scene.season} onChange={(next) => set('season', next)} options={SEASONS.map((value) => ({ value, word: sayTerm(`season-${value}`) }))} />
          <SelectField label={say('mood')} value={scene.mood} onChange={(next) => set('mood', next)} options={MOODS.map((value) => ({ value, word: sayTerm(`mood-${value}`) }))} />
          <p className="hint cast-scene-count">{say('scenePanels', { count: scene.panels.length })}</p>
        </div>
      </div>
    </>
  );
}

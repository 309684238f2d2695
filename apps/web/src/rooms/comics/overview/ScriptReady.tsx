import { listLines, listPanels, type Book } from '@komawari/comic';
import { pictureOf } from '../../../engine/choice-pictures.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { RedrawIcon, ScriptIcon } from '../../../ui/icons.ts';
import { placeName } from '../book/place-name.ts';
import { Sketch } from '../cast/Sketch.tsx';
import { personSketch } from '../cast/views.ts';

const SCENES_MAX = 60;

/** A script that waits for its author: scenes and cast in short, then edit it or have it drawn. */
export function ScriptReady({ comicId, book, isBusy, onDraw }: { comicId: string; book: Book; isBusy: boolean; onDraw: () => void }) {
  const { say } = useWords('comics-overview');
  const { say: sayTerm } = useWords('comics-terms');
  const scenes = book.chapters.flatMap((chapter) => chapter.scenes);
  const panels = listPanels(book);
  const counts = countOf(panels.flatMap((panel) => panel.characters.map((person) => person.id)));
  const cast = book.bible.cast.filter((person) => counts.has(person.id)).toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0));
  const placeOf = new Map(book.bible.places.map((place) => [place.id, place]));
  return (
    <section className="script-ready" aria-labelledby="script-title">
      <div className="script-lead">
        <h2 id="script-title">{say('scriptReady')}</h2>
        <p className="lead">{say('scriptReadyText', { scenes: scenes.length, panels: panels.length, lines: listLines(book).length })}</p>
        <div className="status-acts">
          <ButtonLink to="/comics/$comicId/script" params={{ comicId }} look="primary" icon={<ScriptIcon />}>{say('scriptEdit')}</ButtonLink>
          <Button icon={<RedrawIcon />} isBusy={isBusy} onClick={onDraw}>{say('scriptDraw')}</Button>
        </div>
      </div>
      {cast.length > 0 && (
        <div className="script-cast">
          <h3>{say('scriptCast')}</h3>
          <ul>{cast.map((person) => <li key={person.id}><span className="script-head"><Sketch shape="head" sketch={personSketch(person, book.style)} /></span><span><bdi>{person.name}</bdi><small className="number">{say('inPanels', { count: counts.get(person.id) ?? 0 })}</small></span></li>)}</ul>
        </div>
      )}
      <div className="script-scenes">
        <h3>{say('scriptScenes')}</h3>
        <ol>
          {scenes.slice(0, SCENES_MAX).map((scene, index) => {
            const place = placeOf.get(scene.placeId);
            return (
              <li key={scene.id}>
                <span className="scene-picture"><img src={pictureOf('place', place?.kind ?? 'void')} alt="" width={84} height={63} loading="lazy" /><span className="scene-n number" aria-hidden="true">{index + 1}</span></span>
                <span className="scene-name">{[place && placeName(place, sayTerm), sayTerm(`time-${scene.time}`)].filter(Boolean).join(' · ')}</span>
                <span className="number hint">{say('inPanels', { count: scene.panels.length })}</span>
              </li>
            );
          })}
        </ol>
        {scenes.length > SCENES_MAX && <p className="hint">{say('scenesMore', { count: scenes.length - SCENES_MAX })}</p>}
      </div>
    </section>
  );
}

function countOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

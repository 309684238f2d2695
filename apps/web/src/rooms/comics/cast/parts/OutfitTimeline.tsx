import type { Character } from '@komawari/comic';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { AddIcon, TrashIcon } from '../../../../ui/icons.ts';
import { SelectField } from '../../../../ui/SelectField.tsx';
import { newId } from '../../book/use-book.ts';
import { useCast } from '../cast-context.ts';
import { OUTFIT_WORDS } from '../look-words.ts';
import { addOutfit, moveOutfit, nextChange, removeOutfit, stretchesOf, type Stretch, type Worn } from '../outfit-times.ts';
import { useSceneName } from '../scene-name.ts';
import { Sketch } from '../Sketch.tsx';
import { surpriseOutfit } from '../surprise.ts';
import { personSketch } from '../views.ts';

/** The story from its first scene to its last, cut where somebody changes clothes; each piece wears them. */
export function OutfitTimeline({ person, worn, onWear }: { person: Character; worn: Worn; onWear: (outfitId: string) => void }) {
  const { say } = useWords('comics-cast');
  const { open, scenes, change } = useCast();
  const sceneName = useSceneName();
  const stretches = stretchesOf(person, scenes);
  const next = nextChange(person, scenes);
  const chosen = stretches.find((one) => one.worn.id === worn.id);
  const taken = new Set(person.outfits.map((one) => one.fromSceneId));
  const act = (step: (now: Character) => ReturnType<typeof removeOutfit>) => change((book) => {
    const now = book.bible.cast.find((one) => one.id === person.id);
    return now ? step(now) : [];
  });
  const add = () => {
    if (!next) return;
    const id = newId('outfit');
    act((now) => addOutfit(now, scenes, { id, sceneId: next.scene.id, outfit: surpriseOutfit(Math.floor(performance.now() * 1000)) }));
    onWear(id);
  };
  const span = ({ from, to }: Stretch) => (to < from ? say('wornNever') : to === from ? say('wornOnce', { from }) : say('wornHere', { from, to }));
  return (
    <section className="cast-wardrobe" aria-label={say('outfitTimeline')}>
      <h3>{say('outfitTimeline')}</h3>
      <ol className="cast-timeline">
        {stretches.map((stretch) => (
          <li key={stretch.worn.id} style={{ flexGrow: Math.max(1, stretch.to - stretch.from + 1) }}>
            <button type="button" className="cast-stretch" aria-pressed={stretch.worn.id === worn.id} onClick={() => onWear(stretch.worn.id)}>
              <span className="stretch-picture"><Sketch shape="figure" sketch={personSketch(person, open.book.style, { shows: 'whole', pose: 'walk', outfit: stretch.worn.outfit })} /></span>
              <span className="cast-stretch-words"><strong>{say(OUTFIT_WORDS[stretch.worn.outfit.kind])}</strong><span>{span(stretch)}</span><span className="hint">{say('panelCount', { count: stretch.count })}</span></span>
            </button>
          </li>
        ))}
      </ol>
      <div className="cast-timeline-acts">
        {chosen && worn.fromSceneId !== undefined && (
          <SelectField
            label={say('outfitBegins')} value={worn.fromSceneId} onChange={(sceneId) => act((now) => moveOutfit(now, scenes, worn.id, sceneId))}
            options={scenes.filter(({ number }) => number > 1).map((at) => ({ value: at.scene.id, word: sceneName(at), isOff: at.scene.id !== worn.fromSceneId && taken.has(at.scene.id) }))}
          />
        )}
        {person.outfits.length > 1 && <IconButton label={say('removeOutfit')} icon={<TrashIcon />} onClick={() => act((now) => removeOutfit(now, worn.id))} />}
        {next ? <Button icon={<AddIcon />} onClick={add}>{say('addOutfit')}</Button> : scenes.length < 2 && <p className="hint">{say('oneScene')}</p>}
      </div>
    </section>
  );
}

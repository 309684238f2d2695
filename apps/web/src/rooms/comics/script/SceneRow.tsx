import type { Place, Scene } from '@komawari/comic';
import { memo } from 'react';
import { pictureOf } from '../../../engine/choice-pictures.ts';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, MoreIcon } from '../../../ui/icons.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { DragHandle, DropTarget } from './dragging.tsx';
import { MOOD_FACES } from './mood-faces.ts';
import { placeName } from '../book/place-name.ts';
import { addPanelTo, nudgeSceneAndFollow } from './panel-steps.ts';
import { focusId, useScript, type Pick } from './script-context.ts';

/** The head of a scene: where, when, in what weather and mood. */
export const SceneRow = memo(function SceneRow({ scene, number, place }: { scene: Scene; number: number; place: Place | undefined }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { say: term } = useWords('comics-terms');
  const opens = (pick: Pick) => (event: { currentTarget: HTMLElement }) => script.pick(pick, event.currentTarget);
  const name = place === undefined ? '' : placeName(place, term);
  const label = say('sceneN', { n: number });
  const at = { sceneId: scene.id };
  return (
    <DropTarget data={{ kind: 'scene', id: scene.id, label: `${label} ${name}` }} className="script-drop">
      <section className="script-scene" aria-label={label}>
        <DragHandle data={{ kind: 'scene', id: scene.id, label: `${label} ${name}` }} label={say('moveScene', { n: number })} hint={say('moveHint')} onNudge={(by) => nudgeSceneAndFollow(script, scene.id, by, `handle-${scene.id}`)} />
        <button type="button" id={focusId.scene(scene.id)} className="script-place" onClick={opens({ what: 'place', ...at })}>
          {place && <img src={pictureOf('place', place.kind)} alt="" width={84} height={63} />}
          <span><small>{label}</small> <strong>{name}</strong></span><VisuallyHidden>{say('changePlace')}</VisuallyHidden>
        </button>
        <div className="script-setting">
          <button type="button" className="script-see" aria-label={say('timeOf', { time: term(`time-${scene.time}`), n: number })} onClick={opens({ what: 'time', ...at })}><img src={pictureOf('time', scene.time)} alt="" width={52} height={39} /><span>{term(`time-${scene.time}`)}</span></button>
          <button type="button" className="script-see" aria-label={say('weatherOf', { weather: term(`weather-${scene.weather}`), n: number })} onClick={opens({ what: 'weather', ...at })}><img src={pictureOf('weather', scene.weather)} alt="" width={52} height={39} /><span>{term(`weather-${scene.weather}`)}</span></button>
          <button type="button" className="script-see" aria-label={say('moodOf', { mood: term(`mood-${scene.mood}`), n: number })} onClick={opens({ what: 'mood', ...at })}><img src={pictureOf('expression', MOOD_FACES[scene.mood])} alt="" width={39} height={39} /><span>{term(`mood-${scene.mood}`)}</span></button>
        </div>
        <IconButton label={say('sceneMenu', { n: number })} icon={<MoreIcon />} onClick={opens({ what: 'scene-menu', ...at })} />
        {scene.panels.length === 0 && <button type="button" className="script-add" onClick={() => addPanelTo(script, scene.id)}><AddIcon />{say('addPanel')}</button>}
      </section>
    </DropTarget>
  );
});

import type { Book, Character, Panel } from '@komawari/comic';
import { pictureOf } from '../../../engine/choice-pictures.ts';
import { useWords } from '../../../language/use-words.ts';
import { AddPersonIcon } from '../../../ui/icons.ts';
import { Sketch } from '../cast/Sketch.tsx';
import { personSketch } from '../cast/views.ts';
import { ImportanceGlyph } from './ImportanceGlyph.tsx';
import { useScript, type Pick } from './script-context.ts';
import { thingName } from './things.ts';

/** What is seen in a panel, in small pictures; each opens its choice. */
export function PanelStrip({ panel, number, cast, style }: { panel: Panel; number: number; cast: readonly Character[]; style: Book['style'] }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { say: term } = useWords('comics-terms');
  const { say: sayThing } = useWords('comics-things');
  const opens = (pick: Pick) => (event: { currentTarget: HTMLElement }) => script.pick(pick, event.currentTarget);
  const at = { panelId: panel.id };
  const things = [...panel.props.map((prop) => thingName(prop.noun, sayThing)), ...(panel.crowd > 0 ? [say('crowdOf', { n: panel.crowd })] : [])];
  return (
    <div className="script-strip" role="group" aria-label={say('seenIn', { n: number })}>
      <button type="button" className="script-see" aria-label={say('importanceOf', { value: panel.importance, n: number })} data-tip={say('importance')} onClick={opens({ what: 'importance', ...at })}><ImportanceGlyph value={panel.importance} /></button>
      <button type="button" className="script-see" aria-label={say('shotOf', { shot: term(`shot-${panel.shot}`), n: number })} data-tip={term(`shot-${panel.shot}`)} onClick={opens({ what: 'shot', ...at })}><img src={pictureOf('shot', panel.shot)} alt="" width={52} height={39} /></button>
      {panel.characters.map((person) => {
        const who = cast.find((one) => one.id === person.id);
        const name = who?.name ?? person.id;
        return (
          <button key={person.id} type="button" className="script-person" aria-label={say('personOf', { name, expression: term(`expression-${person.expression}`), pose: term(`pose-${person.pose}`) })} onClick={opens({ what: 'person', characterId: person.id, ...at })}>
            <span className="script-portrait">{who ? <Sketch shape="head" sketch={personSketch(who, style, { expression: person.expression })} /> : <img src={pictureOf('expression', person.expression)} alt="" width={38} height={38} />}</span>
            <span className="script-who">{name}</span>
          </button>
        );
      })}
      <button type="button" className="script-see" aria-label={say('addPersonTo', { n: number })} data-tip={say('addPerson')} onClick={opens({ what: 'add-person', ...at })}><AddPersonIcon /></button>
      <button type="button" className="script-tag" onClick={opens({ what: 'props', ...at })} aria-label={say('thingsOf', { n: number, list: things.join(', ') || '–' })}>{things.length === 0 ? say('things') : things.join(' · ')}</button>
      <button type="button" className="script-tag" onClick={opens({ what: 'effects', ...at })} aria-label={say('effectsOf', { n: number, list: panel.effects.map((effect) => term(`effect-${effect}`)).join(', ') || '–' })}>{panel.effects.length === 0 ? say('effects') : panel.effects.map((effect) => term(`effect-${effect}`)).join(' · ')}</button>
    </div>
  );
}

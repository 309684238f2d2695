/** Who of a panel is seen, how each one is turned, and the room each takes. */
import type { Character, Look, PanelCharacter } from '../../model/book.ts';
import type { Effect, Pose, Shot } from '../../model/kinds.ts';
import { headHeightOf } from '../figure/body.ts';
import { measurePose, type PoseSize } from '../figure/measure-pose.ts';
import { heightOf } from './crowd.ts';
import type { Subject } from './frame-shot.ts';
import type { PanelScene } from './scene-of.ts';
import { angleOf } from './turn-figure.ts';

type PictureSize = { width: number; height: number };

const HIDES_PLACE = new Set<Effect>(['focus-lines', 'impact-flash', 'gloom-lines', 'screentone-gradient', 'black-background', 'white-background', 'flowers']);
export const SITS = new Set<Pose>(['sit-chair', 'write']);
/** Poses that eyes alone would not tell. */
const NOT_FACE_ALONE = new Set<Pose>(['lie', 'sleep', 'lie-front', 'cower', 'head-in-hands', 'hug', 'climb', 'push', 'pull']);

/**
 * Without a place to show, a far shot would only make people small; eyes alone need a wide picture;
 * and one person in a strip is seen nearer, or the strip is empty.
 */
export function shotOf({ panel }: PanelScene, size: PictureSize): Shot {
  const aspect = size.width / size.height;
  const speakers = new Set(panel.lines.flatMap((line) => line.speakerId ?? []));
  const isFacial = panel.characters.every((person) => !NOT_FACE_ALONE.has(person.pose));
  if (panel.shot === 'extreme-close-up' && (aspect < 1.15 || speakers.size > 1 || !isFacial)) return isFacial ? 'close-up' : 'medium';
  if (panel.characters.length === 1 && aspect > 2.2 && isFacial) {
    if (panel.shot === 'close-up') return 'extreme-close-up';
    if (panel.shot === 'bust' || panel.shot === 'medium') return 'close-up';
  }
  const isFar = panel.shot === 'wide' || panel.shot === 'establishing';
  return isFar && panel.characters.length > 0 && panel.effects.some((effect) => HIDES_PLACE.has(effect)) ? 'full' : panel.shot;
}

function isSpeaker(at: PanelScene, id: string): boolean {
  return at.panel.lines.some((line) => line.speakerId === id && line.kind !== 'narration');
}

/** Eyes alone are one person's: who says nothing is out of the picture; a listener may be a shoulder in front. */
export function inView(at: PanelScene, size: PictureSize): { seen: PanelCharacter[]; listener?: PanelCharacter } {
  const people = at.panel.characters.filter((person) => at.cast.has(person.id) && (at.view?.only === undefined || person.id === at.view.only)).map((person) => fitted(person, at));
  if (shotOf(at, size) === 'extreme-close-up' && people.length > 1) {
    const speakers = people.filter((person) => isSpeaker(at, person.id));
    return { seen: (speakers.length > 0 ? speakers : people).slice(0, 1) };
  }
  const isTouched = people.some((person) => person.contact?.with !== undefined);
  const listener = at.panel.shot === 'over-shoulder' && people.length > 1 && !isTouched ? people.find((person) => !isSpeaker(at, person.id)) : undefined;
  return { seen: people.filter((person) => person !== listener), ...(listener ? { listener } : {}) };
}

/** Who embraces a child kneels down to it. */
function fitted(person: PanelCharacter, at: PanelScene): PanelCharacter {
  const other = person.contact?.how === 'hug' && person.contact.with !== undefined ? at.cast.get(person.contact.with)?.look : undefined;
  const own = at.cast.get(person.id)!.look;
  return other && own.height > other.height * 1.22 ? { ...person, pose: 'kneel' } : person;
}

/** Turn of the body; a hug turns one of the two away (`yaw`). */
export function sizeOf(person: PanelCharacter, look: Look): PoseSize {
  return measurePose({ look, pose: person.pose, ...(person.gesture ? { gesture: person.gesture } : {}), angle: angleOf(person, 0) });
}

export function subjectOf(person: PanelCharacter, { look }: Character): Subject {
  const { crown, left, right } = sizeOf(person, look);
  return { id: person.id, x: person.x, depth: person.depth, height: heightOf(look), crown, head: headHeightOf(look), width: Math.max(58 * look.height, (left + right) * 1.06) * (look.build === 'heavy' ? 1.15 : 1) };
}

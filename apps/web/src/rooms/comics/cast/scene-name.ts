import { useWords } from '../../../language/use-words.ts';
import { placeName } from '../book/place-name.ts';
import type { SceneAt } from './outfit-times.ts';

/** "3 · School gate · Dusk" */
export function useSceneName(): (at: SceneAt) => string {
  const { say } = useWords('comics-cast');
  const { say: sayTerm } = useWords('comics-terms');
  return ({ number, place, scene }) => `${number} · ${place ? placeName(place, sayTerm) : say('unnamed')} · ${sayTerm(`time-${scene.time}`)}`;
}

import type { Place } from '@komawari/comic';
import type { Say } from '../../../language/use-words.ts';

/** The writer names a place after its kind until the author gives it a name. */
export function placeName(place: Place, term: Say<'comics-terms'>): string {
  return place.name === '' || place.name === place.kind ? term(`place-${place.kind}`) : place.name;
}

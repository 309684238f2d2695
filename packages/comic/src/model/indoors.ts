import type { PlaceKind } from './kinds.ts';

const OUTDOORS = new Set<PlaceKind>([
  'balcony', 'garden', 'street', 'alley', 'crossing', 'shopping-street', 'market', 'rooftop', 'park', 'playground', 'bridge', 'construction-site', 'parking', 'graveyard', 'shrine', 'temple', 'school-gate', 'sports-field',
  'station', 'bus-stop', 'ship', 'boat', 'harbour', 'lighthouse', 'road', 'forest', 'bamboo-grove', 'mountain', 'cliff', 'river', 'lake', 'beach', 'sea', 'field', 'desert', 'snowfield', 'sky', 'village', 'castle', 'courtyard', 'battlefield', 'ruins', 'old-town', 'future-city',
]);

/** True where sun and weather do not reach. */
export function isIndoors(place: PlaceKind): boolean {
  return !OUTDOORS.has(place);
}

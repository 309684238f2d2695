import type { PlaceFamily } from './family.ts';
import { factory, hospital, meetingRoom, museum, office, policeStation, theatre } from './public-indoor.ts';
import { bar, cafe, convenienceStore, inn, library, restaurant, shop } from './town-indoor.ts';

export const INDOOR = {
  cafe: { paint: cafe, isIndoor: true },
  restaurant: { paint: restaurant, isIndoor: true },
  bar: { paint: bar, isIndoor: true },
  inn: { paint: inn, isIndoor: true },
  shop: { paint: shop, isIndoor: true },
  'convenience-store': { paint: convenienceStore, isIndoor: true },
  library: { paint: library, isIndoor: true },
  office: { paint: office, isIndoor: true },
  'meeting-room': { paint: meetingRoom, isIndoor: true },
  factory: { paint: factory, isIndoor: true },
  hospital: { paint: hospital, isIndoor: true },
  'police-station': { paint: policeStation, isIndoor: true },
  museum: { paint: museum, isIndoor: true },
  theatre: { paint: theatre, isIndoor: true },
} satisfies PlaceFamily;

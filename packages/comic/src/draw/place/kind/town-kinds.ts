import type { PlaceFamily } from './family.ts';
import { market, village } from './old-street.ts';
import { alley, balcony, crossing, garden, park, playground, roadPlace, rooftop, shoppingStreet, street } from './street.ts';

export const TOWN = {
  street: { paint: street },
  alley: { paint: alley },
  crossing: { paint: crossing },
  'shopping-street': { paint: shoppingStreet },
  market: { paint: market },
  park: { paint: park },
  playground: { paint: playground },
  road: { paint: roadPlace },
  rooftop: { paint: rooftop },
  balcony: { paint: balcony },
  garden: { paint: garden },
  village: { paint: village },
} satisfies PlaceFamily;

import type { PlaceFamily } from './family.ts';
import { boat, lanternRoom, lighthouse, shipCabin, templeHall, tower } from './seafaring.ts';

export const SEAFARING = {
  'ship-cabin': { paint: shipCabin, isIndoor: true },
  boat: { paint: boat },
  lighthouse: { paint: lighthouse },
  'lantern-room': { paint: lanternRoom, isIndoor: true },
  tower: { paint: tower, isIndoor: true },
  'temple-hall': { paint: templeHall, isIndoor: true },
} satisfies PlaceFamily;

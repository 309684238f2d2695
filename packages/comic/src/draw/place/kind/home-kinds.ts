import type { PlaceFamily } from './family.ts';
import { attic, bathroom, bedroom, corridor, doorway, kitchen, livingRoom, stairs, study } from './home.ts';

export const HOME = {
  'living-room': { paint: livingRoom, isIndoor: true },
  bedroom: { paint: bedroom, isIndoor: true },
  kitchen: { paint: kitchen, isIndoor: true },
  bathroom: { paint: bathroom, isIndoor: true },
  corridor: { paint: corridor, isIndoor: true },
  stairs: { paint: stairs, isIndoor: true },
  doorway: { paint: doorway, isIndoor: true },
  study: { paint: study, isIndoor: true },
  attic: { paint: attic, isIndoor: true },
} satisfies PlaceFamily;

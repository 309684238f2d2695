import type { PlaceFamily } from './family.ts';
import { bambooGrove, beach, cave, cliff, forest, lake, mountainPlace, river, sea, underwater } from './nature.ts';
import { battlefield, desert, field, ruins, skyPlace, snowfield } from './open-land.ts';

export const NATURE = {
  forest: { paint: forest },
  'bamboo-grove': { paint: bambooGrove },
  mountain: { paint: mountainPlace },
  cliff: { paint: cliff },
  cave: { paint: cave, isIndoor: true },
  river: { paint: river },
  lake: { paint: lake },
  beach: { paint: beach },
  sea: { paint: sea },
  underwater: { paint: underwater, isIndoor: true },
  field: { paint: field },
  desert: { paint: desert },
  snowfield: { paint: snowfield },
  sky: { paint: skyPlace },
  battlefield: { paint: battlefield },
  ruins: { paint: ruins },
} satisfies PlaceFamily;

/** What a family of places hands to the registry. */
import type { PlaceKind } from '../../../model/kinds.ts';
import type { Sketch } from '../base/sketch.ts';

export type PlacePainter = {
  paint: (s: Sketch) => void;
  /** Weather stays outside its windows and the lamps are on by night. */
  isIndoor?: boolean;
};

export type PlaceFamily = Partial<Record<PlaceKind, PlacePainter>>;

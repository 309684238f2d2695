import type { PlaceKind } from '../../model/kinds.ts';

/** What the drawing of a place shows anyway, in its own size: it is not put there a second time. */
export const SHOWN_BY_PLACE: Partial<Record<PlaceKind, readonly string[]>> = {
  boat: ['boat', 'ship', 'sailboat', 'canoe', 'rowing-boat', 'oar'], ship: ['boat', 'ship', 'sailboat', 'anchor'], harbour: ['boat', 'ship', 'sailboat'], sea: ['boat', 'ship', 'sailboat'],
  'lantern-room': ['lamp', 'light', 'lantern', 'candle'], lighthouse: ['lighthouse', 'lamp'], bus: ['bus', 'car'], train: ['train', 'tram'], car: ['car', 'taxi'], 'bus-stop': ['bus'], bedroom: ['bed'], kitchen: ['fridge', 'stove'], 'living-room': ['sofa', 'television'], doorway: ['door'],
};

/** The places of the storyboard artist: one painter per kind, drawn with the picture's own camera. */
import type { PlaceKind } from '../../model/kinds.ts';
import type { DrawPlace } from '../types.ts';
import { Sketch } from './base/sketch.ts';
import { softCorner } from './block/foreground.ts';
import type { PlacePainter } from './kind/family.ts';
import { FAR_AWAY } from './kind/far-kinds.ts';
import { HOME } from './kind/home-kinds.ts';
import { INDOOR } from './kind/indoor-kinds.ts';
import { NATURE } from './kind/nature-kinds.ts';
import { SCHOOL } from './kind/school-kinds.ts';
import { SEAFARING } from './kind/seafaring-kinds.ts';
import { TRAVEL } from './kind/travel-kinds.ts';
import { TOWN } from './kind/town-kinds.ts';
import { fogVeil, weatherLayer } from './weather.ts';

const PAINTERS: Record<PlaceKind, PlacePainter> = { ...HOME, ...SCHOOL, ...TOWN, ...INDOOR, ...NATURE, ...TRAVEL, ...SEAFARING, ...FAR_AWAY };

/** Same spec and camera, same drawing; the furniture follows from the seed alone, never from the camera. */
export const drawPlace: DrawPlace = (pen, spec, camera) => {
  const painter = PAINTERS[spec.kind];
  const s = new Sketch(pen, spec, camera, painter.isIndoor === true);
  painter.paint(s);
  softCorner(s);
  s.settle();
  return {
    far: s.plate.take('far'),
    middle: s.plate.take('middle') + fogVeil(s),
    near: s.isSoft ? '' : s.plate.take('near'),
    weather: weatherLayer(s),
    darkness: Math.max(0, Math.min(1, s.darkness)),
    seats: s.seats,
  };
};

/** Which paint each garment gets. */
import { speciesFor } from '../head/beings/species.ts';
import type { Look, OutfitSpec } from '../../model/book.ts';
import type { Pen } from '../pen/pen.ts';
import type { Role } from './garment.ts';

export type PaintOf = (role: Role) => string;

export function paintsOf(pen: Pen, look: Look, outfit: OutfitSpec): PaintOf {
  const { paints } = pen;
  const of: Record<Role, string> = {
    top: paints.ink(outfit.topInk, look.colours.top),
    bottom: paints.ink(outfit.bottomInk, look.colours.bottom),
    accent: paints.isColour ? paints.ink('dark', look.colours.accent) : accentOf(pen, outfit),
    paper: paints.paper,
    black: paints.line,
    skin: look.being === 'animal' && paints.isColour ? paints.tone(10, speciesFor(look.animal).species.colour) : paints.skin(look.colours.skin),
  };
  return (role) => of[role];
}

/** In ink a sash or tie must differ from the cloth it lies on. */
function accentOf(pen: Pen, outfit: OutfitSpec): string {
  return outfit.topInk === 'black' || outfit.topInk === 'dark' ? pen.paints.paper : pen.paints.line;
}

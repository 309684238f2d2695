/** The built-in storyboard artist, put together from its parts. */
import { drawEffect } from '../draw/effect/draw-effect.ts';
import { makeDrawFigure } from '../draw/figure/draw-figure.ts';
import { drawHead } from '../draw/head/draw-head.ts';
import { drawPlace } from '../draw/place/draw-place.ts';
import { makeDrawHeld, makeDrawProp, type PropIcons } from '../draw/prop/index.ts';
import type { Painters } from '../draw/types.ts';

export function storyboardArtist(icons: PropIcons): Painters {
  return { figure: makeDrawFigure(drawHead, makeDrawHeld(icons)), place: drawPlace, prop: makeDrawProp(icons), effect: drawEffect };
}

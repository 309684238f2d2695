/** Keeps the faces of another view whole: a camera that cuts one goes back part of its way. */
import type { Shot } from '../model/kinds.ts';
import type { View } from '../model/hand-made.ts';
import type { PanelDrawing } from '../draw/types.ts';
import type { Size } from './fit-drawing.ts';

/** How much of the way from the framing to the view is gone, tried in turn. */
const WAYS = [1, 0.65, 0.35, 0.1];
/** Of a face's box: less above the frame, and more of its width inside, and it is read as whole. */
const ABOVE_MOST = 0.15;
const INSIDE_LEAST = 0.75;

type Scene = { view?: View | undefined; panel: { shot: Shot } };

/** `draw` is asked once where there is no view, or where nothing is cut. A close face is cut on purpose. */
export function wholeFaced({ view, panel }: Scene, size: Size, draw: (view: View | undefined) => PanelDrawing): PanelDrawing {
  if (!view || panel.shot === 'extreme-close-up') return draw(view);
  let best: { drawing: PanelDrawing; cut: number } | undefined;
  for (const way of WAYS) {
    const drawing = draw(way === 1 ? view : partOf(view, way));
    const cut = cutFaces(drawing, size);
    if (cut === 0) return drawing;
    if (!best || cut < best.cut) best = { drawing, cut };
  }
  return best!.drawing;
}

function partOf(view: View, way: number): View {
  const { zoom, rise, aside, deep } = view;
  return {
    ...view, ...(zoom === undefined ? {} : { zoom: 1 + (zoom - 1) * way }), ...(rise === undefined ? {} : { rise: rise * way }), ...(aside === undefined ? {} : { aside: aside * way }), ...(deep === undefined ? {} : { deep: deep * way }),
  };
}

/** Faces of which some is missing; those wholly outside are of people out of the picture. */
export function cutFaces({ people }: Pick<PanelDrawing, 'people'>, { width, height }: Size): number {
  return people.filter(({ faceBox: face }) => {
    const inside = Math.min(face.x + face.width, width) - Math.max(face.x, 0);
    if (inside <= 0 || face.y >= height || face.y + face.height <= 0) return false;
    return -face.y > ABOVE_MOST * face.height || inside < INSIDE_LEAST * face.width;
  }).length;
}

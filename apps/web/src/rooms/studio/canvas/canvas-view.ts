/** Where a canvas is on the screen. Pure. */
import { canvasOf, type Growth } from '@komawari/contract/studio-canvas';
import type { Size } from './growth.ts';

/** `left` and `top` of the canvas on its stage; `scale`: screen pixels for one of the picture. */
export type View = { left: number; top: number; scale: number };

/** So much of the stage is the canvas at most: the rest is room to drag into. */
const SHARE = 0.74;

/** The canvas whole, in the middle. */
export function fittedView(stage: Size, source: Size, growth: Growth): View {
  const canvas = canvasOf(source, growth);
  const scale = Math.min((stage.width * SHARE) / canvas.width, (stage.height * SHARE) / canvas.height);
  return { scale, left: (stage.width - canvas.width * scale) / 2, top: (stage.height - canvas.height * scale) / 2 };
}

/** While a hand drags: the picture stays where it is and the canvas grows from it; or, where the picture is moved, the canvas stays. */
export function keptView(view: View, start: Growth, growth: Growth, isMove: boolean): View {
  return isMove ? view : { ...view, left: view.left - (growth.left - start.left) * view.scale, top: view.top - (growth.top - start.top) * view.scale };
}

/** Looking closer: pure. A point p of the view is shown at `p * scale + (x, y)`. */
import type { Camera, Size } from './guided.ts';

export type Point = { x: number; y: number };

export const NO_ZOOM: Camera = { scale: 1, x: 0, y: 0 };
export const ZOOM_MAX = 6;
const DOUBLE_TAP_SCALE = 2.5;
/** One press of a key or a button. */
export const ZOOM_STEP = 1.4;

/** Closer by `factor`, so that what lies under `point` stays there. */
export function zoomAt(zoom: Camera, factor: number, point: Point, view: Size): Camera {
  const scale = Math.min(ZOOM_MAX, Math.max(1, zoom.scale * factor));
  const by = scale / zoom.scale;
  return kept({ scale, x: point.x - (point.x - zoom.x) * by, y: point.y - (point.y - zoom.y) * by }, view);
}

/** The same around the middle of the view: by keys and buttons, which point nowhere. */
export function zoomBy(zoom: Camera, factor: number, view: Size): Camera {
  return zoomAt(zoom, factor, { x: view.width / 2, y: view.height / 2 }, view);
}

export function panBy(zoom: Camera, dx: number, dy: number, view: Size): Camera {
  return kept({ ...zoom, x: zoom.x + dx, y: zoom.y + dy }, view);
}

/** Two taps: closer to what was tapped, or back. */
export function toggleZoom(zoom: Camera, point: Point, view: Size): Camera {
  return zoom.scale > 1.05 ? NO_ZOOM : zoomAt(zoom, DOUBLE_TAP_SCALE / zoom.scale, point, view);
}

/** The page never leaves the view. */
function kept({ scale, x, y }: Camera, view: Size): Camera {
  if (scale <= 1.001) return NO_ZOOM;
  return { scale, x: Math.min(0, Math.max(view.width * (1 - scale), x)), y: Math.min(0, Math.max(view.height * (1 - scale), y)) };
}

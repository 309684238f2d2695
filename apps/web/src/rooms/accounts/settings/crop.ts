/** A picture under a square window: where its corner lies and how large it is shown, in units of the window's side. */
export type Crop = { x: number; y: number; scale: number };
export type Size = { width: number; height: number };

export const ZOOM_MAX = 4;

/** The smallest scale at which the picture still fills the window; `scale` 1 is this one. */
function unitOf({ width, height }: Size): number {
  return 1 / Math.min(width, height);
}

export function centred(size: Size): Crop {
  return hold(size, { x: (1 - size.width * unitOf(size)) / 2, y: (1 - size.height * unitOf(size)) / 2, scale: 1 });
}

/** Keeps the window filled: the picture never leaves an edge bare. */
export function hold(size: Size, { x, y, scale }: Crop): Crop {
  const held = Math.min(Math.max(scale, 1), ZOOM_MAX);
  const [wide, high] = [size.width * unitOf(size) * held, size.height * unitOf(size) * held];
  return { x: Math.min(0, Math.max(1 - wide, x)), y: Math.min(0, Math.max(1 - high, y)), scale: held };
}

/** Zooms about the middle of the window. */
export function zoomed(size: Size, crop: Crop, scale: number): Crop {
  const next = Math.min(Math.max(scale, 1), ZOOM_MAX);
  const ratio = next / crop.scale;
  return hold(size, { x: 0.5 - (0.5 - crop.x) * ratio, y: 0.5 - (0.5 - crop.y) * ratio, scale: next });
}

/** Edges of the picture as shown, in units of the window. */
export function shownAt(size: Size, { x, y, scale }: Crop): { left: number; top: number; width: number; height: number } {
  const unit = unitOf(size) * scale;
  return { left: x, top: y, width: size.width * unit, height: size.height * unit };
}

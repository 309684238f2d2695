/** Moving the view over a picture that is larger than its frame. Lengths in page units; a crop as the book keeps it. Pure. */
import type { Crop } from '@komawari/comic';
import { placeInFrame, type Size } from '@komawari/comic/edit';

export const WHOLE: Crop = { x: 0.5, y: 0.5, zoom: 1 };
export const ZOOM_MAX = 8;

type Point = { x: number; y: number };

/** The picture goes along with the hand by `by`, and stops at its edges. */
export function pan(crop: Crop, by: Point, picture: Size, frame: Size): Crop {
  const { scale } = placeInFrame(picture, frame, crop);
  return held({ ...crop, x: crop.x - by.x / (picture.width * scale), y: crop.y - by.y / (picture.height * scale) }, picture, frame);
}

/** What lies under `at` (in the frame) stays there. */
export function zoomAt(crop: Crop, factor: number, at: Point, picture: Size, frame: Size): Crop {
  const before = placeInFrame(picture, frame, crop);
  const zoom = Math.min(ZOOM_MAX, Math.max(1, crop.zoom * factor));
  const scale = before.scale * (zoom / crop.zoom);
  const point = { x: (at.x - before.x) / before.scale, y: (at.y - before.y) / before.scale };
  const middle = { x: point.x + (frame.width / 2 - at.x) / scale, y: point.y + (frame.height / 2 - at.y) / scale };
  return held({ x: middle.x / picture.width, y: middle.y / picture.height, zoom }, picture, frame);
}

/** Nothing is cropped: the picture just covers its frame. */
export function isWhole(crop: Crop | undefined): boolean {
  return crop === undefined || (crop.zoom === 1 && crop.x === 0.5 && crop.y === 0.5);
}

/** Where the picture lies behind its frame, in percent of the frame. */
export function percentIn(picture: Size, frame: Size, crop: Crop | undefined): { left: string; top: string; width: string; height: string } {
  const { scale, x, y } = placeInFrame(picture, frame, crop);
  const percent = (part: number, whole: number) => `${Math.round((part / whole) * 1e5) / 1e3}%`;
  return { left: percent(x, frame.width), top: percent(y, frame.height), width: percent(picture.width * scale, frame.width), height: percent(picture.height * scale, frame.height) };
}

/** The middle of the view never comes nearer to an edge than half the view. */
function held(crop: Crop, picture: Size, frame: Size): Crop {
  const { scale } = placeInFrame(picture, frame, { ...WHOLE, zoom: crop.zoom });
  const hold = (middle: number, length: number, room: number) => {
    const half = Math.min(0.5, room / (2 * length * scale));
    return Math.round(Math.min(1 - half, Math.max(half, middle)) * 1e4) / 1e4;
  };
  return { x: hold(crop.x, picture.width, frame.width), y: hold(crop.y, picture.height, frame.height), zoom: Math.round(crop.zoom * 1e3) / 1e3 };
}

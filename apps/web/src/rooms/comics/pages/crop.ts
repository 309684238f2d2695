/** The part of a picture that its panel shows. Pure; the same arithmetic as the engine's. */
export type Crop = { x: number; y: number; zoom: number };
type Size = { width: number; height: number };

export const WHOLE: Crop = { x: 0.5, y: 0.5, zoom: 1 };
const ZOOM_MOST = 8;

/** Where the picture lies behind its frame. */
export function croppedPlace(picture: Size, frame: Size, crop: Crop): { scale: number; x: number; y: number } {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height) * crop.zoom;
  const held = (middle: number, length: number, room: number): number => Math.min(0, Math.max(room - length * scale, room / 2 - middle * length * scale));
  return { scale, x: held(crop.x, picture.width, frame.width), y: held(crop.y, picture.height, frame.height) };
}

/** The crop after the picture was dragged by so much of the page; it never leaves the frame uncovered. */
export function panCrop(crop: Crop, by: { x: number; y: number }, picture: Size, frame: Size): Crop {
  const { scale } = croppedPlace(picture, frame, crop);
  const held = (middle: number, length: number, room: number): number => {
    const half = Math.min(0.5, room / 2 / (length * scale));
    return round(Math.min(1 - half, Math.max(half, middle)));
  };
  return { ...crop, x: held(crop.x - by.x / (picture.width * scale), picture.width, frame.width), y: held(crop.y - by.y / (picture.height * scale), picture.height, frame.height) };
}

export function zoomCrop(crop: Crop, zoom: number, picture: Size, frame: Size): Crop {
  return panCrop({ ...crop, zoom: round(Math.min(ZOOM_MOST, Math.max(1, zoom))) }, { x: 0, y: 0 }, picture, frame);
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

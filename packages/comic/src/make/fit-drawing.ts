/** A picture in a frame it was not drawn for: scaled until it covers the frame, and moved to the part that is wanted. */
import { num } from '../draw/pen/path.ts';
import type { PanelDrawing } from '../draw/types.ts';
import type { Box, Point } from '../model/geometry.ts';
import type { Crop } from '../model/hand-made.ts';

export type Size = { width: number; height: number };

/** Where a picture lies behind its frame: frame = picture * scale + (x, y). It covers the frame whole. */
export function placeInFrame(picture: Size, frame: Size, crop: Crop = { x: 0.5, y: 0.5, zoom: 1 }): { scale: number; x: number; y: number } {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height) * crop.zoom;
  const held = (middle: number, length: number, room: number): number => Math.min(0, Math.max(room - length * scale, room / 2 - middle * length * scale));
  return { scale, x: held(crop.x, picture.width, frame.width), y: held(crop.y, picture.height, frame.height) };
}

/** The drawing itself when it fits already and nothing is cropped. Mirroring swaps left and right. */
export function fitDrawing(drawing: PanelDrawing, picture: Size, frame: Size, options: { crop?: Crop | undefined; isMirrored?: boolean | undefined } = {}): PanelDrawing {
  const isWhole = picture.width === frame.width && picture.height === frame.height && (options.crop === undefined || options.crop.zoom === 1) && options.isMirrored !== true;
  if (isWhole) return drawing;
  const at = placeInFrame(picture, frame, options.crop);
  const side = options.isMirrored === true ? -1 : 1;
  const point = (p: Point): Point => ({ x: at.x + (side < 0 ? picture.width - p.x : p.x) * at.scale, y: at.y + p.y * at.scale });
  const box = (b: Box): Box => ({ ...point({ x: side < 0 ? b.x + b.width : b.x, y: b.y }), width: b.width * at.scale, height: b.height * at.scale });
  const turn = side < 0 ? `translate(${num(at.x + picture.width * at.scale)} ${num(at.y)}) scale(${num4(-at.scale)} ${num4(at.scale)})` : `translate(${num(at.x)} ${num(at.y)}) scale(${num4(at.scale)})`;
  return {
    ...drawing, svg: `<g transform="${turn}">${drawing.svg}</g>`, keepFree: drawing.keepFree.map(box),
    people: drawing.people.map((person) => ({ id: person.id, faceBox: box(person.faceBox), headBox: box(person.headBox), bodyBox: box(person.bodyBox), mouth: point(person.mouth) })),
  };
}

/** A picture that was not drawn by us. `href` is a data address in files, any address on a page; nobody's face is known in it. */
export function pictureDrawing(href: string, picture: Size, frame: Size, crop?: Crop): PanelDrawing {
  const at = placeInFrame(picture, frame, crop);
  const safe = href.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');
  const svg = `<image href="${safe}" x="${num(at.x)}" y="${num(at.y)}" width="${num(picture.width * at.scale)}" height="${num(picture.height * at.scale)}" preserveAspectRatio="none"/>`;
  return { svg, people: [], keepFree: [], credits: [] };
}

/** Who stands where in a picture that was drawn after a storyboard: a guess, for the tails and places of bubbles. */
export type Guide = { /** Of the storyboard, which the picture covered. */ frame: Size; people: PanelDrawing['people'] };

/** As `pictureDrawing`; people stand where the storyboard had them. */
export function guidedDrawing(href: string, picture: Size, frame: Size, options: { crop?: Crop | undefined; guide?: Guide | undefined }): PanelDrawing {
  const bare = pictureDrawing(href, picture, frame, options.crop);
  if (!options.guide) return bare;
  const [from, to] = [placeInFrame(picture, options.guide.frame), placeInFrame(picture, frame, options.crop)];
  const scale = to.scale / from.scale;
  const point = (p: Point): Point => ({ x: to.x + (p.x - from.x) * scale, y: to.y + (p.y - from.y) * scale });
  const box = (b: Box): Box => ({ ...point(b), width: b.width * scale, height: b.height * scale });
  return { ...bare, people: options.guide.people.map((person) => ({ id: person.id, faceBox: box(person.faceBox), headBox: box(person.headBox), bodyBox: box(person.bodyBox), mouth: point(person.mouth) })) };
}

function num4(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}

/** One person, or one place, drawn alone: for the cards and model sheets of a cast. */
import { bodyOf } from '../draw/figure/body.ts';
import { paintsFor } from '../draw/pen/palettes.ts';
import { num } from '../draw/pen/path.ts';
import { makePen } from '../draw/pen/pen.ts';
import { TONE_STEPS, toneDefs, toneId, SHEER_TONE } from '../draw/pen/tone.ts';
import { groundShadow } from '../draw/stage/shadow.ts';
import { angleOf } from '../draw/stage/turn-figure.ts';
import { stylePainters } from '../draw/style/dressing.ts';
import type { FigureDrawing, Painters } from '../draw/types.ts';
import type { Look, OutfitSpec, Place, Scene, Style } from '../model/book.ts';
import type { Expression, Facing, Pose } from '../model/kinds.ts';
import { seededRandom } from '../model/random.ts';

/** `face` alone, `head` with its shoulders, `whole` from hat to shoes filling the picture, `figure` the same with everybody at one scale on one floor, `pose` whole in any pose, also lying. */
export type PersonView = {
  look: Look;
  outfit: OutfitSpec;
  style: Style;
  shows: 'face' | 'head' | 'whole' | 'figure' | 'pose';
  facing: Facing;
  expression: Expression;
  pose: Pose;
  /** 1 for cards of about 100 px; 2 draws the same with a pen half as wide, for large pictures. */
  fineness: 1 | 2;
};

/** How a figure stands in its picture, as shares of the height and cm: for lines of height behind it. */
const FIGURE_FRAME = { tallCm: 212, wideCm: 106, floor: 0.955 } as const;
/** Such pictures are square. The face, without hair, is about this share of them. */
const FACE_SHARE = { face: 0.66, head: 0.45 } as const;
/** Room for hats and hair over a whole person, as a share of the height. */
const OVER_HEAD = 0.17;
/** A card 3 : 4: who stands takes this share of its height, who crouches comes no nearer than this, and no arm leaves it. Of free room, more lies above. */
const POSE_FRAME = { wide: 0.75, standing: 0.84, nearest: 1.3, filled: 0.93, above: 0.56 } as const;
/** How far the shadow of what touches the ground lies from its middle, as a share of its width. */
const SHADOW_REACH = 0.7;
const SHADOW_DEPTH = 0.12;
const HEAD_U = 300;
const FIGURE_U = 620;

/** A whole SVG document without ground. The same view gives the same bytes; nothing but the view counts. */
export function drawPerson(painters: Painters, view: PersonView): string {
  if (view.shows === 'pose') return poseDocument(painters, view);
  return view.shows === 'head' || view.shows === 'face' ? headDocument(painters, view, FACE_SHARE[view.shows]) : figureDocument(painters, view);
}

/** Framed by what is drawn: measured first, since nobody knows before how far a pose reaches. */
function poseDocument(painters: Painters, view: PersonView): string {
  const height = FIGURE_U * view.fineness;
  const width = height * POSE_FRAME.wide;
  const standing = (height * POSE_FRAME.standing) / bodyOf(view.look).height;
  const reach = withShadow(drawFigure(painters, view, { feet: { x: 0, y: 0 }, scale: standing }).drawing);
  const scale = standing * Math.min(POSE_FRAME.nearest, (width * POSE_FRAME.filled) / reach.width, (height * POSE_FRAME.filled) / reach.height);
  const { drawing, pen } = drawFigure(painters, view, { feet: { x: 0, y: 0 }, scale });
  const box = withShadow(drawing);
  const shadow = groundShadow(pen, drawing.contact, { time: 'day', isIndoors: true, flatness: 0.16 });
  const free = { x: width - box.width, y: height - box.height };
  return documentOf({ x: box.x - free.x / 2, y: box.y - free.y * POSE_FRAME.above, width, height }, view.fineness === 1, shadow + drawing.svg + (drawing.over ?? ''));
}

function figureDocument(painters: Painters, view: PersonView): string {
  const height = FIGURE_U * view.fineness;
  const scale = view.shows === 'whole' ? (height * (FIGURE_FRAME.floor - OVER_HEAD)) / bodyOf(view.look).height : height / FIGURE_FRAME.tallCm;
  const width = height * (FIGURE_FRAME.wideCm / FIGURE_FRAME.tallCm);
  const { drawing, pen } = drawFigure(painters, view, { feet: { x: width / 2, y: height * FIGURE_FRAME.floor }, scale });
  const shadow = groundShadow(pen, { ...drawing.contact, width: Math.min(drawing.contact.width, scale * 60) }, { time: 'day', isIndoors: true, flatness: 0.16 });
  return documentOf({ x: 0, y: 0, width, height }, view.fineness === 1, shadow + drawing.svg + (drawing.over ?? ''));
}

function withShadow({ bodyBox, contact }: Pick<FigureDrawing, 'bodyBox' | 'contact'>): { x: number; y: number; width: number; height: number } {
  const half = contact.width * SHADOW_REACH;
  const [left, right] = [Math.min(bodyBox.x, contact.x - half), Math.max(bodyBox.x + bodyBox.width, contact.x + half)];
  return { x: left, y: bodyBox.y, width: right - left, height: Math.max(bodyBox.height, contact.y + contact.width * SHADOW_DEPTH - bodyBox.y) };
}

/** Framed by the skull, so that cuts and hats of one person can be compared. */
function headDocument(painters: Painters, view: PersonView, faceShare: number): string {
  const side = HEAD_U * view.fineness;
  const { drawing } = drawFigure(painters, view, { feet: { x: 0, y: 0 }, scale: (side * faceShare) / bodyOf(view.look).head });
  const { faceBox } = drawing;
  const middle = { x: faceBox.x + faceBox.width / 2, y: faceBox.y + faceBox.height / 2 };
  return documentOf({ x: middle.x - side / 2, y: middle.y - side * 0.56, width: side, height: side }, view.fineness === 1, drawing.svg + (drawing.over ?? ''));
}

function drawFigure(painters: Painters, view: PersonView, at: { feet: { x: number; y: number }; scale: number }) {
  const pen = makePen(paintsFor(view.style.palette), seededRandom('model-sheet'));
  const { look, outfit, expression, pose } = view;
  const drawing: FigureDrawing = stylePainters(painters, view.style).figure(pen, { look, outfit, expression, pose, angle: angleOf(view, 0) }, at);
  return { drawing, pen };
}

export type PlaceView = Pick<Place, 'id' | 'kind' | 'era'> & Pick<Scene, 'time' | 'weather' | 'season' | 'mood'> & { style: Style; seed: number };

const PLACE_U = { width: 560, height: 400 } as const;

/** The place as the panels of its book show it, seen wide and empty. */
export function drawPlaceAlone(painters: Painters, view: PlaceView): string {
  const { width, height } = PLACE_U;
  const { kind, era, time, weather, season, mood } = view;
  const pen = makePen(paintsFor(view.style.palette), seededRandom(`model-sheet:${view.id}`));
  const camera = { width, height, eye: 150, pitch: 0, focal: Math.max(width * 0.75, height * 0.9), centre: { x: width / 2, y: height * 0.6 } };
  const place = stylePainters(painters, view.style).place(pen, { kind, era, time, weather, season, mood, seed: placeSeed(view.seed, view.id), detail: 1 }, camera);
  return documentOf({ x: 0, y: 0, width, height }, true, place.far + place.middle + place.near + place.weather);
}

/** As the stage seeds a place: it is the same in every panel of a book. */
function placeSeed(bookSeed: number, placeId: string): number {
  return bookSeed * 31 + Number.parseInt(placeId.replace(/\D/g, '') || '0', 10);
}

/** Dots smaller than a pixel are noise: small pictures have greys instead. */
const FLAT_TONES = TONE_STEPS.map((step) => `<linearGradient id="${toneId(step)}"><stop stop-color="rgb(${Array(3).fill(Math.round(255 * (1 - step / 100))).join()})"/></linearGradient>`).join('') + `<linearGradient id="${SHEER_TONE}"><stop stop-opacity=".4"/></linearGradient>`;

function documentOf(box: { x: number; y: number; width: number; height: number }, isFlat: boolean, content: string): string {
  const [width, height] = [num(box.width), num(box.height)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${num(box.x)} ${num(box.y)} ${width} ${height}" width="${width}" height="${height}"><defs>${isFlat ? FLAT_TONES : toneDefs()}</defs>${content}</svg>`;
}

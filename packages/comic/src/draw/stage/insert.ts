/** A thing seen near: standing before its place, or in somebody's hand. */
import { boxOf, type Box, type Point } from '../../model/geometry.ts';
import type { View } from '../../model/hand-made.ts';
import { isIndoors } from '../../model/indoors.ts';
import type { Pen } from '../pen/pen.ts';
import { group, shape } from '../pen/pen.ts';
import { num, path } from '../pen/path.ts';
import { drawHandInsert } from '../prop/hand-insert.ts';
import type { Painters, PanelDrawing, PlaceDrawing } from '../types.ts';
import { frameShot } from './frame-shot.ts';
import { groundShadow } from './shadow.ts';
import { outfitAt, type PanelScene } from './scene-of.ts';
import { viewFrom } from './view-from.ts';

type Size = { width: number; height: number };

export function drawInsert(painters: Painters, pen: Pen, at: PanelScene, size: Size, textShare: number): PanelDrawing {
  const framing = viewFrom(frameShot({ shot: 'insert' }, [], size, textShare), at.view, []);
  const place = painters.place(pen, { kind: at.place.kind, era: at.place.era, time: at.scene.time, weather: at.scene.weather, season: at.scene.season, mood: at.scene.mood, seed: at.seed, detail: 0.15 }, framing.camera);
  const top = Math.min(0.4, textShare * 0.9) * size.height;
  const held = inHand(painters, pen, at, size, top);
  const moved = movedThing(at.view, at.panel.tilt, size);
  if (held) return { svg: ground(pen, place, size) + moved.wrap(held.svg), people: [], keepFree: [moved.box(held.box)], credits: held.credit ? [held.credit] : [] };
  const base: Point = { x: size.width / 2, y: size.height * 0.88 };
  const thing = at.panel.props.map((prop) => painters.prop(pen, prop.noun, { base, size: Math.min((size.height * 0.82 - top) * 0.95, size.width * 0.6) })).find((drawing) => drawing !== undefined);
  if (!thing) return { svg: place.far + place.middle + place.near + place.weather, people: [], keepFree: [], credits: [] };
  const shadow = groundShadow(pen, { x: base.x, y: base.y, width: thing.box.width * 0.8 }, { time: at.scene.time, isIndoors: isIndoors(at.place.kind), flatness: 0.18 });
  return { svg: ground(pen, place, size) + moved.wrap(shadow + thing.svg), people: [], keepFree: [moved.box(thing.box)], credits: thing.credit ? [thing.credit] : [] };
}

type Moved = { wrap(svg: string): string; box(b: Box): Box };

/** The thing as another view shows it: larger or smaller, aside, leaning about its own middle. */
function movedThing(view: View | undefined, tilt: number, size: Size): Moved {
  if (!view) return { wrap: (svg) => svg, box: (b) => b };
  const { zoom = 1, aside = 0 } = view;
  const [x, y] = [size.width / 2, size.height * 0.6];
  const by = aside * size.width * 0.2;
  const put = (p: Point): Point => ({ x: x + by + (p.x - x) * zoom, y: y + (p.y - y) * zoom });
  return {
    wrap: (svg) => `<g transform="translate(${num(x + by)} ${num(y)}) rotate(${num(tilt)}) scale(${zoom.toFixed(3)}) translate(${num(-x)} ${num(-y)})">${svg}</g>`,
    box: (b) => boxOf([put(b), put({ x: b.x + b.width, y: b.y + b.height })]),
  };
}

/** The place steps back behind a veil of paper: the thing alone is sharp. */
function ground(pen: Pen, place: PlaceDrawing, size: Size): string {
  const sheet = path().polyline([{ x: -40, y: -40 }, { x: size.width + 40, y: -40 }, { x: size.width + 40, y: size.height + 40 }, { x: -40, y: size.height + 40 }], true).d;
  return place.far + place.middle + group(shape(pen, sheet, pen.paints.paper, 0), 'opacity="0.72"');
}

/** The thing in the hand of the panel's first person, in two of three panels that show a person's thing. */
function inHand(painters: Painters, pen: Pen, at: PanelScene, size: Size, top: number): ReturnType<typeof drawHandInsert> {
  const person = at.panel.characters[0];
  const owner = person && at.cast.get(person.id);
  if (!person || !owner || owner.look.being !== 'human' || !(at.view?.inHand ?? pen.random.fork('hand').chance(0.67))) return undefined;
  const outfit = outfitAt(owner, at.scene.id, at.sceneIds, person.outfitId);
  const skinned: Pen = { ...pen, paints: { ...pen.paints, skin: () => pen.paints.skin(owner.look.colours.skin) } };
  return at.panel.props.map((prop) => drawHandInsert(skinned, prop.noun, { ...size, top, sleeveInk: outfit.topInk, prop: painters.prop })).find((drawing) => drawing !== undefined);
}

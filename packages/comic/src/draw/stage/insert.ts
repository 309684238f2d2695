/** A thing seen near: on a ground of tone, or in somebody's hand. */
import type { Point } from '../../model/geometry.ts';
import type { Pen } from '../pen/pen.ts';
import { halo, shape } from '../pen/pen.ts';
import { path } from '../pen/path.ts';
import type { Painters, PanelDrawing } from '../types.ts';
import { frameShot } from './frame-shot.ts';
import { groundShadow } from './shadow.ts';
import { isIndoors } from '../../model/indoors.ts';
import type { PanelScene } from './scene-of.ts';

export function drawInsert(painters: Painters, pen: Pen, at: PanelScene, size: { width: number; height: number }, textShare: number): PanelDrawing {
  const framing = frameShot({ shot: 'insert' }, [], size, textShare);
  const place = painters.place(pen, { kind: at.place.kind, era: at.place.era, time: at.scene.time, weather: at.scene.weather, season: at.scene.season, mood: at.scene.mood, seed: at.seed, detail: 0.15 }, framing.camera);
  const top = Math.min(0.4, textShare * 0.9) * size.height;
  const base: Point = { x: size.width / 2, y: size.height * 0.88 };
  const thing = at.panel.props.map((prop) => painters.prop(pen, prop.noun, { base, size: Math.min((size.height * 0.82 - top) * 0.95, size.width * 0.6) })).find((drawing) => drawing !== undefined);
  if (!thing) return { svg: place.far + place.middle + place.near + place.weather, people: [], keepFree: [], credits: [] };
  const glow = shape(pen, path().ellipse(thing.box.x + thing.box.width / 2, thing.box.y + thing.box.height / 2, thing.box.width * 0.78, thing.box.height * 0.7).d, pen.paints.paper, 0);
  const shadow = groundShadow(pen, { x: base.x, y: base.y, width: thing.box.width * 0.8 }, { time: at.scene.time, isIndoors: isIndoors(at.place.kind), flatness: 0.18 });
  const plate = halo(pen, path().ellipse(base.x, thing.box.y + thing.box.height / 2, thing.box.width * 0.3, thing.box.height * 0.3).d, 2);
  return { svg: place.far + place.middle + glow + shadow + plate + thing.svg, people: [], keepFree: [thing.box], credits: thing.credit ? [thing.credit] : [] };
}

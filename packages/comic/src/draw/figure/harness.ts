/** Hard pieces over the clothes: pauldrons of an armour, the pack of a space suit. */
import { lineColourOn, stroke, union, type Canvas } from './canvas.ts';
import { sections, type Figure, type Profile } from './solids.ts';
import { makeTube, skinLine, type Station } from './tube.ts';
import { add, times } from './vector.ts';
import { depthOf } from './view.ts';

const HALF = Math.PI / 2;
const PAULDRON: Profile = [[-0.24, 16], [-0.14, 34], [0.02, 45], [0.2, 48], [0.42, 47]];

export function drawPauldrons(canvas: Canvas, f: Figure, fill: string): void {
  const ink = lineColourOn(canvas, fill);
  const trunk = depthOf(f.view, f.bones.neck);
  for (const arm of f.bones.arms) {
    // The far shoulder hides behind the chest.
    if (depthOf(f.view, arm.shoulder) < trunk - f.body.shoulder * 0.8) continue;
    const plate = makeTube(f.view, sections(f, arm.shoulder, arm.elbow, PAULDRON, f.bones.chestFrame.z), { start: 'round', end: 'flat' });
    union(canvas, [plate], fill, canvas.weight.detail);
    if (canvas.detail > 0) for (const t of [0.55, 0.78, 0.93]) for (const run of skinLine(plate, [[t, -HALF], [t, HALF], [t, HALF * 3]], 24)) stroke(canvas, run, canvas.weight.fine * 1.2, ink);
  }
}

export function drawBackpack(canvas: Canvas, f: Figure): void {
  const { bones, body } = f;
  const k = body.height / 1000;
  const { x, y, z } = bones.chestFrame;
  const at = (up: number, wide: number): Station => ({ c: add(add(bones.waist, y, body.highSpine * up), z, -body.deep.chest - 30 * k), x: times(x, wide * k), z: times(z, 38 * k) });
  union(canvas, [makeTube(f.view, [at(-0.1, 70), at(0, 82), at(0.5, 84), at(0.98, 82), at(1.06, 70)])], canvas.pen.paints.paper);
}

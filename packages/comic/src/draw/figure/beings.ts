/** Speaking beings that are no people: the same bones under other garments. */
import type { Being } from '../../model/kinds.ts';
import { fold, lineColourOn, stroke, union, type Canvas } from './canvas.ts';
import type { Outfitting } from './garment.ts';
import type { Figure } from './solids.ts';
import { makeTube, onSkin, skinLine, type Station, type Tube } from './tube.ts';
import { add, cross, mix, times, unit, type Vec } from './vector.ts';
import { depthOf, toPicture } from './view.ts';

const HALF = Math.PI / 2;

/** What a being wears; people and animals wear what they were given. */
export function dressedAs(being: Being, worn: Outfitting): Outfitting {
  if (being === 'robot') {
    return { top: { cut: 'plate', ease: 12, hem: 'low', collar: 'ring', front: 'none', waist: 2 }, legs: { cut: 'tight', role: 'bottom' }, shoes: { kind: 'armour', role: 'top' }, extras: ['joints'] };
  }
  if (being === 'ghost') return { ...worn, legs: { cut: 'none', role: 'paper' }, skirt: undefined, socks: undefined, shoes: { kind: 'bare', role: 'paper' }, extras: worn.extras?.filter((e) => e === 'obi' || e === 'sash' || e === 'belt') };
  return worn;
}

/** The lower half of a ghost: cloth that thins into a wisp. */
export function drawWisp(canvas: Canvas, f: Figure, fill: string): void {
  const { bones, body } = f;
  const h = body.height;
  const { x, z } = bones.pelvisFrame;
  const at = (t: number, wide: number): Station => {
    const swing = Math.sin(t * 4.2) * 0.07 * h * t;
    const c: Vec = add(add(mix(bones.waist, [bones.pelvis[0], 0.03 * h, bones.pelvis[2]], t), x, swing), z, -0.05 * h * t * t);
    return { c, x: times(x, wide * h), z: times(z, wide * h * 0.75) };
  };
  const tube = makeTube(f.view, [at(0, 0.085), at(0.15, 0.1), at(0.35, 0.1), at(0.55, 0.078), at(0.75, 0.05), at(0.9, 0.025), at(1, 0.004)], { end: 'open' });
  union(canvas, [tube], fill);
  if (canvas.detail === 0) return;
  for (const a of [-0.7, 0.1, 0.75]) for (const run of skinLine(tube, [[0.3, HALF + a], [0.6, HALF + a * 0.8], [0.88, HALF + a * 0.5]], 10)) fold(canvas, run, canvas.weight.detail, lineColourOn(canvas, fill));
}

/** Beings without a brush of a tail. */
const TAILLESS = new Set(['owl', 'bird', 'frog', 'turtle', 'bear', 'rabbit', 'pig']);

export function hasTail(animal: string | undefined): boolean {
  return !TAILLESS.has(animal ?? '');
}

/** A brush of a tail that rises behind. */
export function drawTail(canvas: Canvas, f: Figure, fill: string): void {
  const { bones, body } = f;
  const k = body.height / 1000;
  const { x, y, z } = bones.pelvisFrame;
  const at = (back: number, up: number, side: number): Vec => add(add(add(bones.pelvis, z, -back * k), y, up * k), x, side * k);
  const spine: readonly (readonly [Vec, number])[] = [[at(50, 10, 0), 14], [at(120, -30, 25), 22], [at(190, 0, 70), 32], [at(220, 90, 105), 36], [at(205, 170, 120), 24], [at(190, 225, 115), 3]];
  const stations = spine.map(([c, r], i): Station => {
    const axis = unit(add(spine[Math.min(spine.length - 1, i + 1)]![0], spine[Math.max(0, i - 1)]![0], -1));
    const side = unit(cross(axis, x), y);
    return { c, x: times(side, r * k), z: times(cross(axis, side), r * k) };
  });
  const tube = makeTube(f.view, stations, { start: 'round', end: 'open' });
  union(canvas, [tube], fill);
  if (canvas.detail > 0) fur(canvas, f, tube);
}

export function isTailBefore(f: Figure): boolean {
  return depthOf(f.view, f.bones.pelvisFrame.z) < 0;
}

function fur(canvas: Canvas, f: Figure, tube: Tube): void {
  for (let i = 0; i < 7; i++) {
    const t = 0.3 + i * 0.09;
    const p = onSkin(tube, t, (i * 2.4) % 6.28);
    if (p.facing < 0) continue;
    const q = onSkin(tube, t + 0.06, (i * 2.4) % 6.28).point;
    fold(canvas, [p.point, { x: (p.point.x + q.x) / 2 + f.view.scale, y: (p.point.y + q.y) / 2 }, q], canvas.weight.detail);
  }
}

/** Round hinges at elbows and knees. */
export function drawJoints(canvas: Canvas, f: Figure, which: 'arms' | 'legs', fill: string): void {
  const joints = which === 'arms' ? f.bones.arms.map((a) => a.elbow) : f.bones.legs.map((l) => l.knee);
  const r = Math.max(1.5, f.body.height * f.view.scale * (which === 'arms' ? 0.027 : 0.034));
  for (const joint of joints) {
    const p = toPicture(f.view, joint);
    canvas.parts.push(`<circle cx="${p.x.toFixed(1)}" cy="${p.y.toFixed(1)}" r="${r.toFixed(1)}" fill="${fill}" stroke="${canvas.pen.paints.line}" stroke-width="${canvas.weight.detail.toFixed(1)}"/>`);
    if (canvas.detail === 2) stroke(canvas, [{ x: p.x - r * 0.4, y: p.y + r * 0.4 }, { x: p.x + r * 0.4, y: p.y - r * 0.4 }], canvas.weight.detail);
  }
}

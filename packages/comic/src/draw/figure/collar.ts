/** Necks and what goes round them; drawn on the trunk once it is filled. */
import { path } from '../pen/path.ts';
import { lineColourOn, patch, stroke, union, type Canvas } from './canvas.ts';
import type { Collar } from './garment.ts';
import { shadePaint } from './shade.ts';
import { neckline, neckTube, type Figure } from './solids.ts';
import { makeTube, skinPatch, type PatchRow, type Station, type Tube } from './tube.ts';
import { add, times } from './vector.ts';
import { depthOf } from './view.ts';

const HALF = Math.PI / 2;

export type Chest = { trunk: Tube; /** Place of the height `up` (0 waist, 1 pit of the neck) on the trunk. */ at: (up: number) => number; cloth: string };

/** A flat piece of cloth on the chest, inked round. */
export function clothPatch(canvas: Canvas, chest: Chest, rows: readonly PatchRow[], fill: string, weight = canvas.weight.detail): void {
  const points = skinPatch(chest.trunk, rows.map(([t, a, b]) => [chest.at(t), a, b]));
  if (points.length > 2) patch(canvas, path().polyline(points, true).d, fill, weight);
}

/** What shows in an open front, from the neck down to `low`. */
export function opening(canvas: Canvas, chest: Chest, low: number, wide: number, fill: string): void {
  const rows: PatchRow[] = [[1.03, HALF - wide, HALF + wide], [0.93, HALF - wide * 0.72, HALF + wide * 0.72], [(low + 0.95) / 2, HALF - wide * 0.36, HALF + wide * 0.36], [low, HALF - 0.02, HALF + 0.02]];
  clothPatch(canvas, chest, rows, fill, canvas.weight.detail);
}

/** Necklines: how much lower the front lies, and the ring of cloth that stands on it (thousandths of the height). */
const NECKS: Record<Collar, { dip: number; ring?: { tall: number; plus: number } }> = {
  crew: { dip: 14, ring: { tall: 5, plus: 4 } }, turtleneck: { dip: 5, ring: { tall: 27, plus: 4 } }, shirt: { dip: 12, ring: { tall: 12, plus: 3 } },
  stand: { dip: 8, ring: { tall: 19, plus: 5 } }, zip: { dip: 9, ring: { tall: 17, plus: 7 } }, ring: { dip: 6, ring: { tall: 14, plus: 22 } }, plate: { dip: 6, ring: { tall: 17, plus: 9 } },
  boat: { dip: 26 }, straps: { dip: 0 }, 'v-neck': { dip: 16 }, lapels: { dip: 18 }, crossed: { dip: 20 }, sailor: { dip: 22 }, coat: { dip: 18 }, hood: { dip: 20 }, none: { dip: 0 },
};

export function drawNeck(canvas: Canvas, f: Figure, collar: Collar, skin: string, cloth: string): void {
  const { dip, ring } = NECKS[collar];
  const line = ring ? ringOf(canvas, f, ring.tall, ring.plus, dip, collar === 'ring' ? canvas.pen.paints.paper : cloth).inside : neckline(f, dip, 0);
  const neck = neckTube(f, line);
  union(canvas, [neck], skin, canvas.weight.detail * 0.8);
  // The head's shadow; on a thin neck its few dots would be dirt.
  if (canvas.detail < 2 || f.body.wide.neck * f.view.scale < 11) return;
  const dark = skinPatch(neck, [[0.5], [0.62], [0.95]]);
  if (dark.length > 2) canvas.parts.push(`<path d="${path().polyline(dark, true).d}" ${shadePaint(canvas, 30)}/>`);
}

/** A tube of cloth round the neck: turtleneck, stand-up collar, ring of a suit; `inside` is where the neck comes out. */
function ringOf(canvas: Canvas, f: Figure, tall: number, plus: number, dip: number, cloth: string): { tube: Tube; inside: Station } {
  const k = f.body.height / 1000;
  const low = neckline(f, dip, plus);
  const high: Station = { c: add(low.c, f.bones.chestFrame.y, tall * k), x: times(low.x, 0.94), z: times(low.z, 0.94) };
  const middle: Station = { c: add(low.c, f.bones.chestFrame.y, tall * 0.5 * k), x: times(low.x, 1.02), z: times(low.z, 1.02) };
  const tube = makeTube(f.view, [low, middle, high]);
  union(canvas, [tube], cloth, canvas.weight.detail);
  return { tube, inside: { ...high, x: times(high.x, 0.93), z: times(high.z, 0.93) } };
}

/** The two flaps of a shirt collar, `long` in thousandths of the height. */
export function flaps(canvas: Canvas, chest: Chest, fill: string, size: { wide: number; low: number; spread: number }): void {
  for (const s of [-1, 1]) {
    const a = (angle: number): number => HALF + s * angle;
    const rows: PatchRow[] = s > 0
      ? [[1.03, a(0.04), a(size.wide)], [0.96, a(0.05), a(size.spread + 0.22)], [size.low, a(size.spread), a(size.spread + 0.05)]]
      : [[1.03, a(size.wide), a(0.04)], [0.96, a(size.spread + 0.22), a(0.05)], [size.low, a(size.spread + 0.05), a(size.spread)]];
    clothPatch(canvas, chest, rows, fill, canvas.weight.detail);
  }
}

/** Lapels that fold back from the opening. */
export function lapels(canvas: Canvas, chest: Chest, low: number, wide: number): void {
  const seam = lineColourOn(canvas, chest.cloth);
  for (const s of [-1, 1]) {
    const a = (angle: number): number => HALF + s * angle;
    const knots: readonly (readonly [number, number])[] = [[1.05, wide], [0.9, wide + 0.34], [0.84, wide + 0.1], [0.82, wide + 0.42], [(low + 0.8) / 2, wide * 0.5 + 0.3], [low, 0.02], [(low + 0.95) / 2, wide * 0.36], [0.93, wide * 0.72]];
    const points = skinPatch(chest.trunk, knots.slice(0, 6).map(([t, x], i) => {
      const inner = [wide, wide * 0.78, wide * 0.62, wide * 0.58, wide * 0.3, 0][i]!;
      return s > 0 ? ([chest.at(t), a(inner), a(x)] as const) : ([chest.at(t), a(x), a(inner)] as const);
    }));
    if (points.length < 3) continue;
    patch(canvas, path().polyline(points, true).d, chest.cloth, 0);
    stroke(canvas, [...points, points[0]!], canvas.weight.detail * (seam === canvas.pen.paints.line ? 1 : 0.75), seam);
  }
}

export function sailorFlap(canvas: Canvas, chest: Chest, lining: string): void {
  const trim = lineColourOn(canvas, lining);
  const back = HALF * 3;
  clothPatch(canvas, chest, [[1.0, back - 1.2, back + 1.2], [0.9, back - 1.15, back + 1.15], [0.62, back - 0.95, back + 0.95]], lining);
  for (const s of [-1, 1]) {
    const a = (angle: number): number => HALF + s * angle;
    const row = (t: number, p: number, q: number): PatchRow => (s > 0 ? [t, a(p), a(q)] : [t, a(q), a(p)]);
    clothPatch(canvas, chest, [row(1.05, 0.7, 1.5), row(0.9, 0.42, 1.05), row(0.7, 0.16, 0.7), row(0.52, 0, 0.12)], lining);
    const edge = skinPatch(chest.trunk, [row(1.0, 1.2, 1.3), row(0.88, 0.85, 0.9), row(0.71, 0.52, 0.56), row(0.57, 0.08, 0.1)].map(([t, p, q]) => [chest.at(t), p, q] as const));
    if (edge.length > 3 && canvas.detail > 0) stroke(canvas, edge.slice(0, 4), canvas.weight.fine, trim);
  }
}

/** Kimono and hanfu: the left side over the right, with a band along both. */
export function crossedCollar(canvas: Canvas, chest: Chest, skin: string, band: string, low: number): void {
  opening(canvas, chest, 0.58, 0.62, skin);
  const strip = (from: number, to: number, s: number): void => {
    const rows: PatchRow[] = [0, 0.12, 0.25, 0.45, 0.7, 1].map((k) => {
      const t = 1.05 + (low - 1.05) * k;
      const centre = HALF + s * (from + (to - from) * k);
      const half = 0.1 + 0.1 * Math.min(1, k * 2.2);
      return [t, centre - half, centre + half];
    });
    clothPatch(canvas, chest, rows, band, canvas.weight.detail);
  };
  // The wearer's left side lies on top.
  strip(0.66, -0.5, 1);
  strip(0.66, -0.62, -1);
}

export function hoodBehind(canvas: Canvas, f: Figure, cloth: string): void {
  const k = f.body.height / 1000;
  const { x, y, z } = f.bones.chestFrame;
  const isBack = depthOf(f.view, z) < 0;
  const at = (up: number, out: number, ahead: number, wide: number, deep: number): Station => ({
    c: add(add(add(f.bones.neck, y, up * k), z, ahead * k), x, out * k), x: times(x, wide * k), z: times(z, deep * k),
  });
  const hood = makeTube(f.view, isBack ? [at(-62, 0, -38, 30, 22), at(-30, 0, -40, 58, 34), at(12, 0, -22, 62, 40), at(30, 0, -14, 50, 30)] : [at(-14, 0, -26, 66, 30), at(14, 0, -22, 64, 36), at(30, 0, -18, 52, 30)]);
  union(canvas, [hood], cloth);
}

/** The hood's soft roll in front, with its cords. */
export function hoodFront(canvas: Canvas, f: Figure, cloth: string, skin: string): void {
  const { tube: ring, inside } = ringOf(canvas, f, 17, 17, 24, cloth);
  union(canvas, [neckTube(f, inside)], skin, canvas.weight.detail * 0.8);
  if (depthOf(f.view, f.bones.chestFrame.z) < 0) return;
  const ink = lineColourOn(canvas, cloth);
  if (canvas.detail < 2) return;
  const patchOf = skinPatch(ring, [[0.2, HALF - 0.28, HALF + 0.28], [0.1, HALF - 0.28, HALF + 0.28]]);
  if (patchOf.length < 6) return;
  const drop = f.body.height * f.view.scale * 0.05;
  for (const p of [patchOf[0]!, patchOf[patchOf.length - 5] ?? patchOf[0]!]) {
    stroke(canvas, [p, { x: p.x + drop * 0.05, y: p.y + drop }], canvas.weight.detail, ink);
    stroke(canvas, [{ x: p.x + drop * 0.05, y: p.y + drop }, { x: p.x + drop * 0.06, y: p.y + drop * 1.18 }], canvas.weight.outline, ink);
  }
}


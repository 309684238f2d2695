/**
 * The drawing board of one place: projects world shapes with the picture's camera, clips them, inks
 * them by hand (lines bow, break and overshoot a little, thinner with distance) and lays tones.
 */
import type { Point } from '../../../model/geometry.ts';
import { seededRandom, type Random } from '../../../model/random.ts';
import { horizonY, type Camera, type Vector } from '../../camera.ts';
import { num } from '../../pen/path.ts';
import type { Pen } from '../../pen/pen.ts';
import type { ToneStep } from '../../pen/tone.ts';
import type { PlaceSpec } from '../../types.ts';
import { clipNear, clipSegment, clipSegmentNear, clipToBounds, hullOf, isOutside, type Bounds, type EyePoint } from './clip.ts';
import { gradedTone, type Grade } from './graded-tone.ts';
import { lightOf, type Light } from './light.ts';
import { tint, type Material } from './material.ts';
import { Plate, type Plane } from './plate.ts';
import { widen } from './widen.ts';

const NEAR_CM = 14;
const STEPS: readonly ToneStep[] = [10, 20, 30, 40, 55, 70];
/** Few, clear values in ink: pale things become paper, so that tone is left for what should carry it. */
const VALUE_PLAN = [0, 0, 1, 2, 3, 5, 6, 7] as const;
/** The same behind people in nearer shots: nothing there is as dark as hair and clothes. */
const BACKED_PLAN = [0, 0, 1, 1, 2, 3, 4, 6] as const;

export type Inking = {
  /** Levels darker than the material. */
  shade?: number;
  /** Factor on the weight that follows from the distance; 0 leaves the outline away. */
  weight?: number;
  /** Straight and unbroken. */
  isExact?: boolean;
  /** Overrides the line colour. */
  ink?: string;
};

type Seat = { x: number; z: number; height: number };

export class Sketch {
  readonly pen: Pen;
  readonly spec: PlaceSpec;
  readonly camera: Camera;
  readonly isIndoor: boolean;
  readonly light: Light;
  readonly seats: Seat[] = [];
  readonly plate = new Plate();
  /** Hints only: a close-up is in front of it. */
  readonly isSoft: boolean;
  darkness: number;
  /** Bounds of the picture, a little larger than it. */
  readonly bounds: Bounds;
  readonly #dolly: number;
  readonly #sin: number;
  readonly #cos: number;
  readonly #flip: 1 | -1;
  readonly #seed: Random;
  readonly #wobble: Random;
  #parts = 0;
  #later: { z: number; plane: Plane; draw: () => void }[] = [];

  constructor(pen: Pen, spec: PlaceSpec, camera: Camera, isIndoor: boolean) {
    const view = widen(camera, spec.detail);
    [this.pen, this.spec, this.camera, this.isIndoor, this.#dolly] = [pen, spec, view.camera, isIndoor, view.dolly];
    this.light = lightOf(spec, isIndoor);
    this.darkness = this.light.darkness;
    this.isSoft = spec.detail < 0.3;
    this.#seed = seededRandom(`${spec.seed}:${spec.kind}`);
    this.#wobble = seededRandom(`${spec.seed}:wobble`);
    this.#flip = this.#seed.chance(0.5) ? -1 : 1;
    [this.#sin, this.#cos] = [Math.sin(camera.pitch), Math.cos(camera.pitch)];
    this.bounds = { x0: -24, y0: -24, x1: camera.width + 24, y1: camera.height + 24 };
  }

  get horizon(): number {
    return horizonY(this.camera);
  }

  /** Seen steeply from above: no sky, no foreground frames. */
  get isFromAbove(): boolean {
    return this.camera.pitch > 0.35;
  }

  /** An independent generator for the next part of the place; the order of calls must not follow the camera. */
  part(): Random {
    return this.#seed.fork(`part${this.#parts++}`);
  }

  /** For hand tremor only: free to be called as often as the view needs. */
  get wobble(): Random {
    return this.#wobble;
  }

  // ---- painting order

  /** Draws later, far things first; what is nearer than the people goes to the near plane. */
  put(z: number, draw: () => void, plane: Plane = z < 235 ? 'near' : 'middle'): void {
    this.#later.push({ z, plane, draw });
  }

  /** Draws what `put` collected. */
  settle(): void {
    const list = this.#later.sort((a, b) => b.z - a.z);
    this.#later = [];
    for (const { plane, draw } of list) {
      this.plate.plane = plane;
      draw();
    }
    if (this.#later.length > 0) this.settle();
  }

  sit(x: number, z: number, height: number): void {
    this.seats.push({ x: x * this.#flip, z, height });
  }

  // ---- projection

  toEye(v: Vector): EyePoint {
    const dy = v.y - this.camera.eye;
    const z = v.z - this.#dolly;
    return { x: v.x * this.#flip, y: z * this.#sin + dy * this.#cos, depth: z * this.#cos - dy * this.#sin };
  }

  #toPicture(p: EyePoint): Point {
    const scale = this.camera.focal / p.depth;
    return { x: this.camera.centre.x + p.x * scale, y: this.camera.centre.y - p.y * scale };
  }

  /** A point of the picture with its u per cm; undefined behind or beside the camera. */
  spot(v: Vector): (Point & { scale: number; depth: number }) | undefined {
    const eye = this.toEye(v);
    if (eye.depth < NEAR_CM) return undefined;
    const p = this.#toPicture(eye);
    if (Math.abs(p.x) > 15000 || Math.abs(p.y) > 15000) return undefined;
    return { ...p, scale: this.camera.focal / eye.depth, depth: eye.depth };
  }

  /** Projected and clipped polygon with its mean depth, or undefined when it is not in the picture. */
  flat(points: readonly Vector[]): { points: Point[]; depth: number } | undefined {
    let eye = points.map((p) => this.toEye(p));
    if (eye.some((p) => p.depth < NEAR_CM)) eye = clipNear(eye, NEAR_CM);
    if (eye.length < 3) return undefined;
    const flat = eye.map((p) => this.#toPicture(p));
    if (isOutside(flat, this.bounds)) return undefined;
    const clipped = clipToBounds(flat, this.bounds);
    if (clipped.length < 3) return undefined;
    return { points: clipped, depth: eye.length / eye.reduce((sum, p) => sum + 1 / p.depth, 0) };
  }

  /** Whether the reader sees the front of a frame's patch. */
  faces(points: readonly Vector[]): boolean {
    const [a, b, c] = points as [Vector, Vector, Vector];
    const [ux, uy, uz] = [b.x - a.x, b.y - a.y, b.z - a.z];
    const [wx, wy, wz] = [c.x - a.x, c.y - a.y, c.z - a.z];
    const [nx, ny, nz] = [uy * wz - uz * wy, uz * wx - ux * wz, ux * wy - uy * wx];
    return -(nx * -a.x + ny * (this.camera.eye - a.y) + nz * (this.#dolly - a.z)) > 0;
  }

  // ---- paints and weights

  paint(material: Material, shade = 0, depth = 500): string {
    const { paints } = this.pen;
    const fade = this.#fadeAt(depth);
    const silhouette = this.spec.time === 'dusk' && !this.isIndoor && depth > 2200 && material.level > 0 ? 1.6 : 0;
    let level = (this.light.raise(material.level + shade) + silhouette) * (1 - fade * 0.85);
    if (this.isSoft) level = Math.min(3, level * 0.5);
    const step = Math.max(0, Math.min(7, Math.round(level)));
    if (paints.isColour) {
      const k = 1 - Math.max(-1, shade) * 0.1;
      const [r, g, b] = this.light.factor;
      return paints.tone(STEPS[Math.max(0, Math.min(5, step - 1))]!, tint(material.colour, [r * k, g * k, b * k], Math.max(fade, this.isSoft ? 0.35 : 0)));
    }
    const planned = this.light.isDark || this.isSoft ? step : (this.spec.detail < 0.9 ? BACKED_PLAN : VALUE_PLAN)[step]!;
    return planned === 0 ? paints.paper : planned === 7 ? paints.line : paints.tone(STEPS[planned - 1]!);
  }

  /** A paint that no light changes: lamps, lit windows, the sky. `level` as of a material. */
  plain(level: number, colour: string): string {
    const { paints } = this.pen;
    const step = Math.max(0, Math.min(7, Math.round(this.isSoft ? Math.min(this.light.isDark ? 5 : 3, level * 0.6) : level)));
    if (paints.isColour) return paints.tone(STEPS[Math.max(0, Math.min(5, step - 1))]!, colour);
    return step === 0 ? paints.paper : step === 7 ? paints.line : paints.tone(STEPS[step - 1]!);
  }

  /** A tone that grows along the picture's y; far, middle or near as the plate stands. */
  graded(grade: Grade): string {
    const dark: [number, number] = this.isSoft ? [grade.dark[0] * 0.6, grade.dark[1] * 0.6] : grade.dark;
    const { def, paint } = gradedTone(this.pen.paints, { ...grade, dark });
    this.plate.raw(`<defs>${def}</defs>`);
    return paint;
  }

  /** Solid ink behind a face would fight with it. */
  #softened(paint: string): string {
    return this.isSoft && paint === this.pen.paints.line ? this.pen.paints.tone(30, '#8f8d95') : paint;
  }

  #fadeAt(depth: number): number {
    if (this.isIndoor || depth < 300) return 0;
    const thick = { fog: 900, storm: 9000, rain: 7000, snow: 5000, cloudy: 40000, clear: 60000, wind: 60000 }[this.spec.weather];
    return Math.min(0.92, 1 - Math.exp(-(depth - 300) / thick));
  }

  /** Ink weight at a distance, u. */
  weightAt(depth: number, factor = 1): number {
    const weight = this.pen.weight.detail * (450 / Math.max(120, depth)) ** 0.36 * factor;
    const fog = this.spec.weather === 'fog' ? 1 - this.#fadeAt(depth) * 0.6 : 1;
    return Math.max(0.7, Math.min(this.pen.weight.outline, weight * fog, this.isSoft ? 1 : 9));
  }

  // ---- shapes

  /** A filled and inked polygon of the world. */
  poly(points: readonly Vector[], material: Material, inking: Inking = {}): void {
    const flat = this.flat(points);
    if (flat === undefined) return;
    this.plate.fill(flat.points, this.paint(material, inking.shade, flat.depth));
    if (inking.weight !== 0) this.#ink(flat.points, true, this.weightAt(flat.depth, inking.weight), inking);
  }

  /** The same for many: all fills, then all lines. */
  polys(list: readonly (readonly Vector[])[], material: Material, inking: Inking = {}): void {
    const flats = list.map((points) => this.flat(points)).filter((flat) => flat !== undefined);
    for (const flat of flats) this.plate.fill(flat.points, this.paint(material, inking.shade, flat.depth));
    if (inking.weight !== 0) for (const flat of flats) this.#ink(flat.points, true, this.weightAt(flat.depth, inking.weight), inking);
  }

  /** A polygon in a paint of its own, outline only when a weight is given. */
  patch(points: readonly Vector[], paint: string, inking: Inking = { weight: 0 }): void {
    this.patches([points], paint, inking);
  }

  /** Many of them: all fills, then all outlines. */
  patches(list: readonly (readonly Vector[])[], paint: string, inking: Inking = { weight: 0 }): void {
    const flats = list.map((points) => this.flat(points)).filter((flat) => flat !== undefined);
    for (const flat of flats) this.plate.fill(flat.points, this.#softened(paint));
    if (inking.weight) for (const flat of flats) this.#ink(flat.points, true, this.weightAt(flat.depth, inking.weight), inking);
  }

  /** A line of the world. */
  line(points: readonly Vector[], factor = 1, inking: Inking = {}): void {
    for (let i = 1; i < points.length; i++) {
      const eye = clipSegmentNear(this.toEye(points[i - 1]!), this.toEye(points[i]!), NEAR_CM);
      if (eye === undefined) continue;
      const segment = clipSegment(this.#toPicture(eye[0]), this.#toPicture(eye[1]), this.bounds);
      if (segment === undefined) continue;
      const depth = 2 / (1 / eye[0].depth + 1 / eye[1].depth);
      this.#ink(segment, false, this.weightAt(depth, factor), { isExact: points.length > 2, ...inking });
    }
  }

  /** Round and convex bodies: fills and inks the silhouette of all points. */
  hull(points: readonly Vector[], material: Material, inking: Inking = {}): void {
    const spots = points.map((p) => this.spot(p));
    if (spots.some((p) => p === undefined)) return;
    const known = spots.filter((p) => p !== undefined);
    this.screen(hullOf(known), material, { depth: known.reduce((sum, p) => sum + p.depth, 0) / known.length, isExact: true, ...inking });
  }

  /** A shape in picture coordinates at a depth, for foliage, clouds and smoke. */
  screen(points: readonly Point[], material: Material, inking: Inking & { depth: number }): void {
    this.screenPatch(points, this.paint(material, inking.shade, inking.depth), inking);
  }

  screenPatch(points: readonly Point[], paint: string, inking: Inking & { depth?: number } = { weight: 0 }): void {
    if (points.length < 3 || isOutside(points, this.bounds)) return;
    const clipped = clipToBounds(points, this.bounds);
    if (clipped.length < 3) return;
    this.plate.fill(clipped, this.#softened(paint));
    if (inking.weight !== 0) this.#ink(clipped, true, this.weightAt(inking.depth ?? 500, inking.weight), { isExact: true, ...inking });
  }

  /** A line in picture coordinates; `weight` in u. */
  screenLine(points: readonly Point[], weight: number, colour = this.pen.paints.line): void {
    let d = '';
    for (let i = 1; i < points.length; i++) {
      const segment = clipSegment(points[i - 1]!, points[i]!, this.bounds);
      if (segment === undefined) continue;
      const [a, b] = segment;
      d += i > 1 && d !== '' && a === points[i - 1] ? `L${num(b.x)} ${num(b.y)}` : `M${num(a.x)} ${num(a.y)}L${num(b.x)} ${num(b.y)}`;
    }
    this.plate.line(d, weight, colour);
  }

  // ---- the hand

  #ink(points: readonly Point[], isClosed: boolean, weight: number, inking: Inking): void {
    const colour = inking.ink ?? this.pen.paints.line;
    const rounded = Math.round(weight * 5) / 5;
    const n = points.length;
    let d = '';
    let last: Point | undefined;
    // Small shapes are drawn in one go; the tremor shows in long lines only.
    const isSmall = n < 9 && isClosed && points.every((p, i) => Math.abs(p.x - points[(i + 1) % n]!.x) + Math.abs(p.y - points[(i + 1) % n]!.y) < 30);
    if (isSmall && points.every((p) => p.x > 0 && p.y > 0 && p.x < this.camera.width && p.y < this.camera.height)) {
      points.forEach((p, i) => (d += `${i === 0 ? 'M' : 'L'}${num(p.x)} ${num(p.y)}`));
      return this.plate.line(`${d}Z`, rounded, colour);
    }
    for (let i = isClosed ? 0 : 1; i < n; i++) {
      const [a, b] = [points[(i + n - 1) % n]!, points[i]!];
      if (this.#isOnEdge(a, b)) continue;
      if (inking.isExact) {
        d += last === a ? `L${num(b.x)} ${num(b.y)}` : `M${num(a.x)} ${num(a.y)}L${num(b.x)} ${num(b.y)}`;
        last = b;
      } else d += this.#handLine(a, b);
    }
    this.plate.line(d, rounded, colour);
  }

  #isOnEdge(a: Point, b: Point): boolean {
    const { x0, y0, x1, y1 } = this.bounds;
    const on = (p: number, q: number, edge: number): boolean => Math.abs(p - edge) < 0.5 && Math.abs(q - edge) < 0.5;
    return on(a.x, b.x, x0) || on(a.x, b.x, x1) || on(a.y, b.y, y0) || on(a.y, b.y, y1);
  }

  /** A ruled line as a hand leaves it: a slight bow, ends past the corner, now and then a gap. */
  #handLine(a: Point, b: Point): string {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.hypot(dx, dy);
    if (length < 8) return `M${num(a.x)} ${num(a.y)}L${num(b.x)} ${num(b.y)}`;
    const r = this.#wobble;
    const over = Math.min(2.4, length * 0.02);
    const [t0, t1] = [-(r.next() * over) / length, 1 + (r.next() * over) / length];
    const bow = (r.next() - 0.5) * Math.min(2, length * 0.012);
    const at = (t: number): Point => {
      const k = bow * 4 * t * (1 - t);
      return { x: a.x + dx * t - (dy / length) * k, y: a.y + dy * t + (dx / length) * k };
    };
    const span = (from: number, to: number): string => {
      const [p, q, m] = [at(from), at(to), at((from + to) / 2)];
      return `M${num(p.x)} ${num(p.y)}Q${num(2 * m.x - (p.x + q.x) / 2)} ${num(2 * m.y - (p.y + q.y) / 2)} ${num(q.x)} ${num(q.y)}`;
    };
    if (length < 70 || r.next() > 0.22) return span(t0, t1);
    const gap = r.between(0.25, 0.85);
    const width = Math.min(0.05, 7 / length);
    return span(t0, gap) + span(gap + width, t1);
  }
}

/** Paints a cut: what lies behind the head, what lies over it, strands and shine. */
import type { Point } from '../../../model/geometry.ts';
import { hashText, seededRandom } from '../../../model/random.ts';
import { resample } from '../../pen/brush.ts';
import { type Board, disc, draw, drawData, type LayerName, swell } from '../board.ts';
import { inkMass, strips } from '../mass.ts';
import { hull, oriented, ribbon, sharp } from '../outline.ts';
import { onFace, type Skull } from '../skull.ts';
import { clamp, lerp, normalize, plus, type Spot, type Vector3 } from '../space.ts';
import { type Fall, heading, type Lock, makeLock, scalp, taper } from './lock.ts';
import { type Cut, cutFor, type Tail } from './styles.ts';

export type Hair = { cut: Cut; fill: string; isBlack: boolean; paintShade(): void; paintFront(): void };

type Seen = { lock: Lock; spots: Spot[]; turned: Vector3[] };
type Ball2 = { centre: Spot; r: number; isFront: boolean };

/** Draws what lies behind at once; `paintFront` is called when the face is there. */
export function drawHair(board: Board, skull: Skull, isCovered: boolean): Hair {
  const squash = isCovered ? 0.5 : 1;
  const { look } = skull;
  const random = seededRandom(hashText(`${look.hair}:${look.face.shape}:${look.face.eyes}:${look.face.mouth}`));
  const cut = isCovered ? underHat(cutFor(look.hair, random)) : cutFor(look.hair, random);
  const fill = board.pen.paints.ink(look.hairInk, look.colours.hair);
  const thin = look.age === 'old' ? 0.85 : 1;
  const locks: Lock[] = cut.combs.flatMap((comb) => {
    const count = board.detail === 0 ? Math.max(3, Math.ceil(comb.count * 0.6)) : comb.count;
    const wider = comb.count / count;
    return Array.from({ length: count }, (_, i) => {
      const u = count === 1 ? 0.5 : i / (count - 1);
      const [azimuth, elevation] = comb.tip(u);
      const rough = comb.ragged;
      const [a, b, c] = comb.lift;
      return makeLock(skull, {
        root: comb.root(u), tip: [azimuth + random.between(-rough, rough) * 0.6, elevation + random.between(-rough, rough)],
        lift: [a * thin * squash, b * thin * squash, c * thin * (0.5 + 0.5 * squash)], half: comb.half * wider * random.between(0.92, 1.1), rootWidth: comb.rootWidth,
        tipKind: comb.tipKind, group: comb.group, fall: comb.fall && uneven(comb.fall(u), comb.tipKind === 'point' ? random.between(0.84, 1.05) : 1), down: board.frame.down,
      });
    });
  });
  const seen = [...locks, ...cut.tails.filter((t) => t.kind === 'loose').flatMap((t) => tailLocks(board, skull, t))].map((lock) => see(board, lock));
  const balls = cut.balls.map((ball): Ball2 => {
    const d = heading(ball.at);
    const centre = board.frame.project(scalp(skull, d, ball.lift));
    return { centre, r: ball.radius * board.unit, isFront: board.frame.turn(d).z > (cut.isCurly ? 0.1 : -0.2) };
  });
  const isBlack = look.hairInk === 'black' && !board.pen.paints.isColour;
  const style: Style = { fill, ink: isBlack ? board.pen.paints.line : fill, isBlack, cut, strand: isBlack ? board.pen.paints.paper : board.pen.paints.line };
  const behind = [...capShape(board, skull, cut, squash, false), ...seen.filter((s) => s.turned.some((n) => n.z < 0)).map((s) => outlineOf(board, s, 0, s.spots.length - 1)), ...balls.filter((b) => !b.isFront).map((b) => disc(b.centre.x, b.centre.y, b.r, b.r, board.unit > 100 ? 18 : 12))];
  inkMass(board, behind, style.ink, 'behind');
  for (const tail of cut.tails) if (tail.kind === 'braid') drawBraid(board, skull, tail, style, 'behind');
  return { cut, fill, isBlack, paintShade: () => (cut.isCombed && cut.combs.length < 3 ? undefined : paintFringeShade(board, skull, seen)), paintFront: () => paintFront(board, skull, cut, seen, balls, style, squash) };
}

/** Pointed ends fall to different lengths; cut ones to the same. */
function uneven(fall: Fall, k: number): Fall {
  return { ...fall, length: fall.length * k };
}

/** A hat presses hair flat and hides what stands up. */
function underHat(cut: Cut): Cut {
  return {
    ...cut,
    cap: cut.cap === undefined ? undefined : Math.min(cut.cap, 0.12),
    combs: cut.combs.filter((comb) => comb.lift[2] < 0.3),
    balls: cut.balls.filter((ball) => ball.at[1] < 12).map((ball) => ({ ...ball, lift: Math.min(0.12, ball.lift * 0.35), radius: ball.radius * 0.8 })),
    tails: cut.tails.map((tail) => (tail.at[1] > 10 ? { ...tail, at: [tail.at[0], 4] as const, rise: 0, reach: tail.reach * 0.8, length: tail.length * 0.8 } : tail)),
  };
}

type Style = { fill: string; ink: string; isBlack: boolean; cut: Cut; strand: string };

function see(board: Board, lock: Lock): Seen {
  return { lock, spots: lock.points.map((p) => board.frame.project(p)), turned: lock.normals.map((n) => board.frame.turn(n)) };
}

/** The ribbon between two points of a lock; seen from the edge it keeps the thickness of hair. */
function outlineOf(board: Board, { lock, spots, turned }: Seen, from: number, to: number): Point[] {
  const last = spots.length - 1;
  const part = board.detail >= 3 ? resample(spots.slice(from, to + 1), (to - from) * 3) : spots.slice(from, to + 1);
  return ribbon(part, (t) => {
    const index = from + t * (to - from);
    const n = turned[Math.round(index)]!;
    return lock.half * board.unit * taper(lock, index / last) * breadth(lock, n.z);
  });
}

/** A lock seen from its edge is thinner; a tied tail is round. */
function breadth(lock: Lock, facing: number): number {
  return lock.group === 'tail' ? 0.85 + 0.15 * Math.abs(facing) : 0.5 + 0.5 * Math.abs(facing);
}

function runs(seen: Seen): [number, number][] {
  const out: [number, number][] = [];
  let start = -1;
  seen.turned.forEach((n, i) => {
    const isFront = n.z > -0.08;
    if (isFront && start < 0) start = i;
    if (!isFront && start >= 0) {
      if (i - start > 1) out.push([start, i - 1]);
      start = -1;
    }
  });
  if (start >= 0 && seen.turned.length - start > 1) out.push([start, seen.turned.length - 1]);
  return out;
}

/** The solid part of the hair over the skull: all of it behind, in front the part that is seen. */
function capShape(board: Board, skull: Skull, cut: Cut, squash: number, isFront: boolean): Point[][] {
  if (cut.cap === undefined) return [];
  const lift = cut.cap * squash;
  if (isFront) return strips(board, skull, lift, (front) => (cut.isCombed ? hairline(front) : hairline(front) + 3));
  const points: Point[] = [];
  for (let azimuth = 0; azimuth < 360; azimuth += 10) {
    const front = Math.abs(((azimuth + 180) % 360) - 180);
    for (let k = 0; k <= 7; k++) points.push(board.frame.project(scalp(skull, heading([azimuth, lerp(hairline(front), 88, k / 7)]), lift)));
  }
  return [oriented(hull(points))];
}

/** Elevation of the hairline at an azimuth from the face, degrees. */
export function hairline(front: number): number {
  if (front < 45) return 40 - front * 0.1;
  if (front < 75) return 35 - (front - 45) * 1.1;
  return Math.max(-38, 2 - (front - 75) * 0.62);
}

/** The shade a fringe throws on the forehead. */
function paintFringeShade(board: Board, skull: Skull, seen: Seen[]): void {
  if (board.detail < 2 || Math.cos(board.frame.angle.yaw) < -0.1) return;
  const tips = seen.filter((s) => s.lock.group === 'fringe').map((s) => s.lock.points[s.lock.points.length - 1]!).filter((p) => p.y > skull.brow.y - 0.06 && Math.abs(p.x) < 0.29).sort((a, b) => a.x - b.x);
  if (tips.length < 4) return;
  const { paints } = board.pen;
  const deep = 0.045;
  const lowEdge = tips.map((p, i) => onFace(skull, board.frame, p.x, Math.min(0.84, p.y - (i === 0 || i === tips.length - 1 ? 0 : deep))));
  const highEdge = tips.map((p) => onFace(skull, board.frame, p.x, Math.min(0.9, p.y + 0.09))).reverse();
  draw(board, [...lowEdge, ...highEdge], { fill: paints.isColour ? 'rgba(110,50,40,0.2)' : paints.tone(20), isSharp: true });
}

function paintFront(board: Board, skull: Skull, cut: Cut, seen: Seen[], balls: Ball2[], style: Style, squash: number): void {
  if (cut.shaved !== 'none') paintShaved(board, skull, style);
  const shapes = [...capShape(board, skull, cut, squash, true)];
  for (const s of seen) for (const [from, to] of runs(s)) shapes.push(outlineOf(board, s, from, to));
  const frontBalls = balls.filter((b) => b.isFront);
  if (cut.isCurly) shapes.push(...frontBalls.map((b) => disc(b.centre.x, b.centre.y, b.r, b.r, board.unit > 100 ? 18 : 12)));
  inkMass(board, shapes, style.ink, 'front', board.weight.outline * 0.84);
  if (board.detail >= 1) paintStrands(board, seen, style);
  if (cut.isCurly) paintCurls(board, frontBalls, style);
  else for (const b of frontBalls) paintBun(board, b, style);
  if (style.isBlack && squash === 1 && cut.cap !== undefined && board.detail >= 1 && !cut.isCurly) paintShine(board, skull, cut.cap + 0.05, squash);
  for (const tail of cut.tails) if (tail.kind === 'braid') drawBraid(board, skull, tail, style, 'front');
}

/** Lines between the locks, strongest at the tips. */
function paintStrands(board: Board, seen: Seen[], style: Style): void {
  const every = board.unit >= 105 ? 1 : 2;
  seen.forEach((s, index) => {
    if (index % (s.lock.group === 'fringe' || board.detail >= 3 ? every : 2) !== 0) return;
    const last = s.spots.length - 1;
    for (const [from, to] of runs(s)) {
      // Hair drawn up from the hairline shows its lines from there, falling hair towards its tips.
      const isRising = s.lock.group !== 'tail' && s.lock.points[0]!.y < s.lock.points[3]!.y - 0.03;
      const start = Math.max(from, Math.round(last * (isRising ? 0.05 : s.lock.group === 'fringe' ? 0.45 : 0.4)));
      if (to - start < 2) continue;
      const half = (i: number): number => s.lock.half * board.unit * taper(s.lock, i / last) * breadth(s.lock, s.turned[i]!.z);
      const edge = (side: number, a: number, b: number, inset: number): Point[] => {
        const part = s.spots.slice(a, b + 1);
        return part.map((p, i) => {
          const [q, r] = [part[Math.max(0, i - 1)]!, part[Math.min(part.length - 1, i + 1)]!];
          const length = Math.hypot(r.x - q.x, r.y - q.y) || 1;
          const h = (half(a + i) * side * inset) / length;
          return { x: p.x - (r.y - q.y) * h, y: p.y + (r.x - q.x) * h };
        });
      };
      const end = s.lock.tip === 'point' ? to : to;
      if (style.isBlack) swell(board, edge(index % 2 ? 1 : -1, start, Math.max(start + 2, end - 1), 0.55), board.weight.fine * 0.9, style.strand);
      else {
        swell(board, edge(1, start, end, 0.95), board.weight.detail * (board.unit < 105 ? 0.6 : 0.75), style.strand);
        if (board.detail >= 3) swell(board, edge(-1, start + 1, end, 0.3), board.weight.fine, style.strand);
      }
      if (board.detail !== 4) continue;
      [-0.7, -0.35, 0.05, 0.4, 0.75].forEach((k, n) => {
        const length = Math.max(2, Math.round((end - from) * (0.45 + 0.1 * ((index * 3 + n * 2) % 4))));
        const at = Math.max(from, Math.min(end - length, start - 1 + ((index + n) % 3)));
        swell(board, resample(edge(k, at, Math.min(end - 1, at + length), 1), 16), board.weight.fine * 1.2, style.strand);
      });
    }
  });
}

/** A band of light round the crown, broken into the strokes of the locks. */
function paintShine(board: Board, skull: Skull, lift: number, squash: number): void {
  const view = (board.frame.viewAzimuth * 180) / Math.PI;
  const tilt = (board.frame.angle.pitch * 180) / Math.PI;
  const centre = clamp(47 + tilt * 0.3, 36, 66);
  const step = board.detail === 1 ? 13 : board.detail >= 3 ? 5.5 : 8;
  const shapes: Point[][] = [];
  for (let k = 0; k * step <= 96; k++) {
    const azimuth = view - 66 + k * step;
    const along = Math.sin((k * step * Math.PI) / 96);
    const reach = (4 + 7 * along) * [1, 0.55, 0.85, 0.4, 0.7][k % 5]!;
    const rise = [0, 1.5, -1, 2.5, -2][k % 5]!;
    if (along < 0.28) continue;
    const stroke = [-1, -0.5, 0, 0.5, 1].map((t) => heading([azimuth, centre + rise + t * reach])).filter((d) => board.frame.turn(d).z > 0.1).map((d) => board.frame.project(scalp(skull, d, lift * squash)));
    if (stroke.length < 4) continue;
    const turned = Math.cos(((azimuth - view) * Math.PI) / 180);
    const wide = Math.cos((centre * Math.PI) / 180) * skull.cranium.rx * board.unit * ((step * Math.PI) / 180) * 0.62 * turned;
    shapes.push(ribbon(stroke, (t) => wide * Math.sin(Math.PI * clamp(t, 0.03, 0.97)) ** 0.7));
  }
  if (shapes.length > 0) drawData(board, shapes.map((s) => sharp(s, true)).join(''), shapes.flat(), { fill: board.pen.paints.paper });
}

function paintShaved(board: Board, skull: Skull, style: Style): void {
  const { paints } = board.pen;
  const { hairInk } = skull.look;
  const tone = paints.isColour ? style.fill : paints.tone(hairInk === 'white' || hairInk === 'light' ? 20 : hairInk === 'tone' ? 30 : 40);
  const shapes = strips(board, skull, 0.012, hairline);
  drawData(board, shapes.map((s) => sharp(s, true)).join(''), shapes.flat(), { fill: tone });
  if (board.detail < 2) return;
  for (let i = 0; i < 90; i++) {
    const [azimuth, elevation] = [(i * 222.5) % 360, (Math.asin(1 - (i + 0.5) / 90) * 180) / Math.PI - 8];
    const front = Math.abs(((azimuth + 180) % 360) - 180);
    const d = heading([azimuth, elevation]);
    if (elevation < hairline(front) + 3 || board.frame.turn(d).z < 0.1) continue;
    const [a, b] = [board.frame.project(scalp(skull, d, 0.015)), board.frame.project(scalp(skull, heading([azimuth, elevation - 5]), 0.015))];
    swell(board, [a, b], board.weight.fine);
  }
}

function paintBun(board: Board, ball: Ball2, style: Style): void {
  const { centre, r } = ball;
  const d = draw(board, disc(centre.x, centre.y, r, r * 0.94), { fill: style.fill, line: board.weight.outline });
  board.silhouette.push(d);
  if (board.detail < 1) return;
  for (const k of [0.35, 0.68]) {
    const arc = Array.from({ length: 7 }, (_, i) => {
      const a = lerp(0.15, 2.6, i / 6) + k * 4;
      return { x: centre.x + Math.cos(a) * r * k, y: centre.y + Math.sin(a) * r * k };
    });
    swell(board, arc, board.weight.detail * 0.8, style.strand);
  }
}

function paintCurls(board: Board, balls: Ball2[], style: Style): void {
  if (board.detail < 1) return;
  balls.forEach((b, i) => {
    const turn = (i * 2.4) % (2 * Math.PI);
    const arc = Array.from({ length: 8 }, (_, k) => {
      const a = turn + (k / 7) * 3.9;
      const r = b.r * lerp(0.86, 0.42, k / 7);
      return { x: b.centre.x + Math.cos(a) * r, y: b.centre.y + Math.sin(a) * r };
    });
    swell(board, arc, board.weight.detail * (style.isBlack ? 0.6 : 0.8), style.strand);
  });
}

function tailPath(board: Board, skull: Skull, tail: Tail, spread: number): { points: Vector3[]; out: Vector3 } {
  const d = heading(tail.at);
  const start = scalp(skull, d, tail.lift * 0.6);
  const flat = normalize({ x: d.x, y: 0, z: d.z });
  const sideways = { x: flat.z, y: 0, z: -flat.x };
  const { down } = board.frame;
  const points = Array.from({ length: 12 }, (_, i) => {
    const t = i / 11;
    const away = tail.reach * Math.sin(Math.min(1, t * 2.1) * Math.PI * 0.5) * (1 - 0.25 * t);
    const drop = tail.length * t ** 1.45 - tail.rise * Math.sin(Math.min(1, t * 2) * Math.PI) * 0.8;
    let p = plus(start, flat, away);
    p = plus(p, down, drop);
    return plus(p, sideways, spread * Math.sin(Math.PI * Math.min(1, t * 1.15)) + tail.wave * Math.sin(t * 7));
  });
  return { points, out: flat };
}

function tailLocks(board: Board, skull: Skull, tail: Tail): Lock[] {
  return [-1, -0.45, 0, 0.45, 1].map((k): Lock => {
    const { points, out } = tailPath(board, skull, { ...tail, length: tail.length * (1 - 0.12 * Math.abs(k)) }, k * tail.half * 0.8);
    return { points, normals: points.map(() => out), half: tail.half * 0.75, root: 0.35, tip: 'point', group: 'tail' };
  });
}

function drawBraid(board: Board, skull: Skull, tail: Tail, style: Style, layer: LayerName): void {
  const { points, out } = tailPath(board, skull, tail, 0);
  const isFront = board.frame.turn(out).z > -0.12;
  if (isFront !== (layer === 'front')) return;
  const spots = points.map((p) => board.frame.project(p));
  const count = Math.round(tail.length / 0.078);
  const at = (t: number): Spot => {
    const u = clamp(t, 0, 1) * (spots.length - 1);
    const [p, q] = [spots[Math.floor(u)]!, spots[Math.min(spots.length - 1, Math.floor(u) + 1)]!];
    return { x: lerp(p.x, q.x, u % 1), y: lerp(p.y, q.y, u % 1), z: p.z };
  };
  const half = tail.half * board.unit;
  const tuft = [at(0.8), at(0.9), at(1)].map((p, i) => ({ x: p.x, y: p.y + i * half * 0.4 }));
  board.silhouette.push(draw(board, ribbon(tuft, (t) => half * 0.75 * (0.55 + 0.6 * Math.sin(t * 2.4)) * (1 - t * 0.7)), { fill: style.fill, line: board.weight.outline * 0.9, layer }));
  for (let i = count - 1; i >= 0; i--) {
    const t = i / count;
    const [p, q] = [at(t * 0.86), at(t * 0.86 + 0.86 / count)];
    const angle = Math.atan2(q.y - p.y, q.x - p.x);
    const size = half * lerp(1, 0.72, t);
    const centre = { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 };
    for (const side of [1, -1]) {
      const lobe = disc(centre.x - Math.sin(angle) * size * 0.42 * side, centre.y + Math.cos(angle) * size * 0.42 * side, size * 1.0, size * 0.66, 10, angle + 0.62 * side);
      const d = draw(board, lobe, { fill: style.fill, line: style.isBlack ? board.weight.fine : board.weight.detail, layer, colour: style.isBlack ? style.strand : undefined });
      board.silhouette.push(d);
    }
  }
  const tie = at(0.83);
  draw(board, disc(tie.x, tie.y, half * 0.5, half * 0.36), { fill: board.pen.paints.paper, line: board.weight.detail, layer });
}


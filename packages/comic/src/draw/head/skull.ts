/**
 * The head as a stack of cross-sections. Each level y has a half width, a front and a back; the face
 * side is a superellipse, so that cheeks round off and the three-quarter contour follows by itself.
 * Nose, lips and chin lie as a ridge on the middle: they make the profile.
 */
import type { Look } from '../../model/book.ts';
import type { Form, FormedLook } from '../style/form.ts';
import type { Point } from '../../model/geometry.ts';
import { envelope, simplify } from './outline.ts';
import { clamp, lerp, smoothstep, type Frame, type Spot, type Vector3 } from './space.ts';

export type Skull = {
  look: Look;
  /** Centre and radii of the cranium. */
  cranium: { centre: Vector3; rx: number; ry: number; front: number; back: number };
  eye: { x: number; y: number; half: number; height: number; tilt: number; isLight: boolean };
  brow: { y: number; weight: number; length: number; tilt: number };
  nose: { tip: number; base: number; out: number; kind: number };
  mouth: { y: number; half: number; lip: number };
  ear: { y: number; size: number };
  /** Chin dropped by an open mouth, head units. */
  drop: number;
  /** Exponent of the cross-section: 2 is round, more is flatter in front. */
  power: number;
  width(y: number): number;
  front(y: number): number;
  back(y: number): number;
};

/** Where the cross-section is widest, z. */
const WAIST = -0.03;
const POWER = 2.35;

type Jaw = { jaw: number; chin: number; wide: number; cheek: number };
/** Faces between which `look.face.shape` runs: round, heart, oval, long, square. */
const JAWS: Jaw[] = [
  { jaw: 1.1, chin: 1.05, wide: 1.06, cheek: 0.012 },
  { jaw: 0.88, chin: 0.66, wide: 1.02, cheek: 0.006 },
  { jaw: 0.95, chin: 0.85, wide: 0.98, cheek: 0 },
  { jaw: 0.93, chin: 1.05, wide: 0.91, cheek: -0.004 },
  { jaw: 1.12, chin: 1.38, wide: 0.97, cheek: -0.004 },
];

function jawOf(look: FormedLook): Jaw {
  const { jaw = 1, chin = 1 }: Form = look.form ?? {};
  const at = clamp(look.face.shape, 0, 0.9999) * (JAWS.length - 1);
  const [a, b, t] = [JAWS[Math.floor(at)]!, JAWS[Math.floor(at) + 1]!, at % 1];
  const gender = { female: [0.94, 0.95], male: [1.04, 1.25], neutral: [0.99, 1] }[look.gender] as [number, number];
  const build = { slim: 0.97, average: 1, broad: 1.05, heavy: 1.12 }[look.build];
  const age = { child: [1.13, 1.12, 1.1], teen: [0.98, 0.9, 1.02], adult: [1, 1, 0.97], old: [1.03, 1.1, 0.97] }[look.age] as [number, number, number];
  return {
    jaw: lerp(a.jaw, b.jaw, t) * gender[0] * build * age[0] * jaw,
    chin: lerp(a.chin, b.chin, t) * gender[1] * age[1] * chin,
    wide: lerp(a.wide, b.wide, t) * age[2] * (0.5 + 0.5 * build),
    cheek: lerp(a.cheek, b.cheek, t) + (look.age === 'child' ? 0.02 : 0) + (build > 1.1 ? 0.012 : 0),
  };
}

type Stop = readonly [number, number];
function table(stops: readonly Stop[], y: number): number {
  const first = stops[0]!;
  if (y <= first[0]) return first[1];
  for (let i = 1; i < stops.length; i++) {
    const [b, a] = [stops[i]!, stops[i - 1]!];
    if (y > b[0]) continue;
    // Cubic Hermite with the slopes of the neighbours: no kinks where stops meet.
    const [before, after] = [stops[Math.max(0, i - 2)]!, stops[Math.min(stops.length - 1, i + 1)]!];
    const step = b[0] - a[0];
    const t = (y - a[0]) / step;
    const m0 = ((b[1] - before[1]) / (b[0] - before[0])) * step;
    const m1 = ((after[1] - a[1]) / (after[0] - a[0])) * step;
    const [t2, t3] = [t * t, t * t * t];
    return (2 * t3 - 3 * t2 + 1) * a[1] + (t3 - 2 * t2 + t) * m0 + (3 * t2 - 2 * t3) * b[1] + (t3 - t2) * m1;
  }
  return stops[stops.length - 1]![1];
}

export function makeSkull(look: FormedLook, drop: number): Skull {
  const form: Form = look.form ?? {};
  const jaw = jawOf(look);
  const isChild = look.age === 'child';
  const isFemale = look.gender === 'female';
  const rx = 0.365 * jaw.wide;
  const cranium = { centre: { x: 0, y: 0.6, z: WAIST }, rx, ry: 0.4, front: 0.375, back: 0.4 };
  const widths: Stop[] = [
    [0, 0.035 * jaw.chin], [0.006, 0.066 * jaw.chin], [0.02, 0.1 * jaw.chin], [0.045, lerp(0.14 * jaw.chin, 0.15 * jaw.jaw, 0.45)], [0.075, lerp(0.18 * jaw.chin, 0.19 * jaw.jaw, 0.72)], [0.12, 0.237 * jaw.jaw],
    [0.2, 0.285 * jaw.jaw + jaw.cheek * 0.6], [0.3, lerp(0.318 * jaw.jaw, rx * 0.93, 0.5) + jaw.cheek], [0.4, rx * 0.965 + jaw.cheek * 0.5], [0.5, rx * 0.972],
  ];
  const fronts: Stop[] = [
    [0, 0.262], [0.012, 0.3], [0.035, 0.324], [0.07, 0.328], [0.11, 0.317], [0.16, 0.33], [0.22, 0.336], [0.32, 0.342], [0.41, 0.33], [0.46, 0.334], [0.53, 0.352], [0.6, 0.352],
  ];
  const backs: Stop[] = [[0, 0.2], [0.012, 0.13], [0.04, 0.05], [0.08, -0.02], [0.13, -0.07], [0.19, -0.1], [0.24, -0.19], [0.29, -0.3], [0.35, -0.365], [0.42, -0.4], [0.5, -0.422], [0.6, -0.43]];
  const upper = (y: number, reach: number): number => reach * Math.sqrt(Math.max(0, 1 - ((y - 0.6) / 0.4) ** 2));
  const eyeY = { child: 0.37, teen: 0.415, adult: 0.44, old: 0.445 }[look.age] + (form.eyeRise ?? 0);
  const variety = (value: number, k: number): number => (value * k) % 1;
  const eyeSize = lerp(0.84, 1.18, look.face.eyes) * { child: 1.28, teen: 1.2, adult: 1.1, old: 0.86 }[look.age] * (form.eye ?? 1);
  // Two more traits hide in the digits of the same parameter: how narrow the eyes are, how they slant.
  const narrow = isChild ? 0.8 : variety(look.face.eyes, 7.1);
  const noseDown = isChild ? 0.02 : 0.03 * (look.face.nose - 0.4);
  const noseTip = eyeY - (isChild ? 0.125 : 0.175) - noseDown;
  const tall = isFemale ? 0.072 : look.gender === 'male' ? 0.056 : 0.064;
  return {
    look, cranium, drop, power: POWER,
    eye: { x: (0.166 + 0.012 * variety(look.face.eyes, 5.3)) * (0.5 + 0.5 * jaw.wide), y: eyeY, half: 0.093 * (0.55 + 0.45 * eyeSize) * (isFemale ? 1.03 : 1) * lerp(1.07, 0.95, narrow), height: tall * 1.08 * eyeSize * (form.eyeTall ?? 1) * lerp(0.84, 1.06, narrow), tilt: lerp(-0.38, 0.62, variety(look.face.eyes, 3.7)), isLight: variety(look.face.eyes, 11.3) > 0.66 },
    brow: {
      y: eyeY + lerp(0.108, 0.132, variety(look.face.brows, 6.7)) + (isChild ? 0.012 : 0) + (isFemale ? 0.012 : -0.004) + tall * 1.1 * Math.max(0, (form.eye ?? 1) * (form.eyeTall ?? 1) - 1),
      weight: lerp(0.5, 2.0, look.face.brows) * (isFemale ? 0.72 : 1.12) * (look.age === 'old' ? 1.25 : 1) * (form.brow ?? 1),
      length: lerp(0.9, 1.12, variety(look.face.brows, 2.7)), tilt: lerp(-0.7, 0.75, variety(look.face.brows, 4.3)),
    },
    nose: { tip: noseTip, base: noseTip - 0.045, out: (isChild ? 0.05 : isFemale ? 0.075 : 0.095) * lerp(0.75, 1.35, look.face.nose) * (form.nose ?? 1), kind: Math.min(5, Math.floor(look.face.nose * 6)) },
    mouth: { y: Math.min(noseTip - 0.1, isChild ? 0.135 : 0.165), half: lerp(0.068, 0.132, look.face.mouth) * (isChild ? 0.85 : 1) * (form.mouth ?? 1), lip: variety(look.face.mouth, 3.1) },
    ear: { y: eyeY - 0.03, size: look.age === 'old' ? 1.16 : isChild ? 1.04 : 1 },
    width: (y) => (y > 0.5 ? upper(y, rx) : table(widths, y)),
    front: (y) => (y > 0.6 ? WAIST + upper(y, cranium.front + 0.007) : table(fronts, y)),
    back: (y) => (y > 0.6 ? WAIST - upper(y, cranium.back) : table(backs, y)),
  };
}

/** Ridge of the middle line over the face: nose and lips, how far it stands out, head units. */
export function ridge(skull: Skull, y: number): number {
  const { tip, base, out } = skull.nose;
  const top = skull.eye.y + 0.03;
  let nose = 0;
  if (y < top && y >= tip) nose = out * ((top - y) / (top - tip)) ** (skull.nose.kind === 4 ? 1.05 : 1.55);
  else if (y < tip && y > base - 0.02) nose = out * (1 - smoothstep(0, 1, (tip - y) / (tip - base + 0.02))) ** 0.9;
  const lip = (centre: number, height: number): number => height * Math.exp(-(((y - centre) / 0.018) ** 2));
  const full = 0.014 + 0.012 * skull.mouth.lip;
  return nose + lip(skull.mouth.y + 0.022, full) + lip(skull.mouth.y - 0.024, full * 0.85) + (y < 0.08 ? 0.012 * Math.sin((y / 0.08) * Math.PI) : 0);
}

/** Chin and lower lip go down with an open mouth. */
export function lower(skull: Skull, y: number): number {
  const from = skull.mouth.y;
  return y >= from ? y : y - skull.drop * ((from - y) / from);
}

/** A point of the face surface (without the nose), x and y in head units. */
export function surface(skull: Skull, x: number, y: number): Vector3 {
  const [w, f] = [skull.width(clamp(y, 0.01, 0.98)), skull.front(clamp(y, 0.01, 0.98))];
  const inside = Math.max(0, 1 - Math.abs(x / w) ** skull.power);
  return { x, y: lower(skull, y), z: WAIST + (f - WAIST) * inside ** (1 / skull.power) };
}

/**
 * Projects a point of the face; one that has turned away is drawn at the edge where it vanished,
 * so that eyes and mouths end at the contour as drawn ones do.
 */
export function onFace(skull: Skull, frame: Frame, at: number, y: number): Spot {
  const limit = 0.05;
  const edge = skull.width(clamp(y, 0.01, 0.98)) * 0.97;
  const x = clamp(at, -edge, edge);
  if (facing(skull, frame, x, y) > limit) return frame.project(surface(skull, x, y));
  let [near, far] = [x > 0 === frame.angle.yaw > 0 ? -skull.width(y) * 0.9 * Math.sign(x) : 0, x];
  for (let i = 0; i < 7; i++) {
    const middle = (near + far) / 2;
    if (facing(skull, frame, middle, y) > limit) near = middle;
    else far = middle;
  }
  return frame.project(surface(skull, near, y));
}

/** How far the face at x, y looks at the reader in the horizontal, -1..1. */
export function facing(skull: Skull, frame: Frame, x: number, y: number): number {
  const [w, f] = [skull.width(y), skull.front(y) - WAIST];
  const ratio = clamp(Math.abs(x / w), 0, 0.999);
  const nx = (Math.sign(x) * ratio ** (skull.power - 1)) / w;
  const nz = (1 - ratio ** skull.power) ** ((skull.power - 1) / skull.power) / f;
  return (nz * Math.cos(frame.angle.yaw) - nx * Math.sin(frame.angle.yaw)) / Math.hypot(nx, nz);
}

const LEVELS = [0, 0.006, 0.014, 0.03, 0.055, 0.085, 0.115, 0.14, 0.155, 0.175, 0.2, 0.22, 0.24, 0.26, 0.285, 0.32, 0.36, 0.4, 0.43, 0.46, 0.5, 0.54, 0.6, 0.67, 0.74, 0.8, 0.86, 0.91, 0.95, 0.98, 0.995, 1];
/** Panel-filling faces show every facet: twice as many levels. */
const FINE_LEVELS = LEVELS.flatMap((y, i) => (i + 1 < LEVELS.length ? [y, (y + LEVELS[i + 1]!) / 2] : [y]));
const TURNS = [0, 0.05, 0.11, 0.2, 0.35, 0.55, 0.8, 1.05, 1.3, 1.5708, 1.85, 2.2, 2.6, 3.1416, 3.68, 4.08, 4.43, 4.7124, 4.98, 5.23, 5.48, 5.73, 5.93, 6.08, 6.17, 6.23];

/** Contour of the bare skull on the picture from a level upwards, clean of small points. */
export function contour(skull: Skull, frame: Frame, from = 0): Point[] {
  const levels = frame.unit > 240 ? FINE_LEVELS : LEVELS;
  const rows = levels.filter((y) => y >= from).map((y) => {
    const [w, f, b, r] = [skull.width(y), skull.front(y), skull.back(y), ridge(skull, y)];
    const waist = Math.max(WAIST, Math.min(WAIST, b));
    return TURNS.map((a) => {
      const [s, c] = [Math.sin(a), Math.cos(a)];
      const x = w * Math.sign(s) * Math.abs(s) ** (2 / POWER);
      const mid = Math.max(waist, (f + b) / 2);
      const z = c >= 0 ? mid + (f - mid) * c ** (2 / POWER) : mid + (mid - b) * c;
      const bump = c > 0 ? r * Math.exp(-((x / 0.042) ** 2)) : 0;
      return frame.project({ x, y: lower(skull, y), z: z + bump });
    });
  });
  const ring = envelope(rows, frame.project({ x: 0, y: from > 0 ? 0.5 : 0.36, z: 0 }), frame.unit > 240 ? 240 : 150);
  return simplify(ring, Math.max(0.12, Math.min(0.6, frame.unit * 0.0022)));
}

/**
 * The stretches of a contour that are inked: where the neck runs into the skull no line closes across it.
 * The zone is a slanted box round the top of the neck as figures draw it. A contour that starts at the
 * level `from` has no line along that cut either.
 */
export function withoutNeck(skull: Skull, frame: Frame, contour: readonly Point[], from = 0): Point[][] {
  const ring = densified(contour, frame.unit * 0.04);
  const half = (skull.look.gender === 'male' ? 0.2 : 0.165) * (skull.look.age === 'child' ? 0.85 : 1) * frame.unit;
  const [low, high] = [frame.project({ x: 0, y: -0.02, z: -0.09 }), frame.project({ x: 0, y: 0.34, z: -0.1 })];
  const length = Math.hypot(high.x - low.x, high.y - low.y) || 1;
  const [ux, uy] = [(high.x - low.x) / length, (high.y - low.y) / length];
  const cut = (from + 0.02 + 0.005 + 0.3 * Math.abs(Math.sin(frame.angle.pitch))) * frame.unit * Math.cos(frame.angle.pitch);
  const isNeck = (p: Point): boolean => {
    const [dx, dy] = [p.x - low.x, p.y - low.y];
    const along = dx * ux + dy * uy;
    if (from > 0 && along < cut) return true;
    return along > 0 && along < length && Math.abs(dy * ux - dx * uy) < half;
  };
  const start = ring.findIndex(isNeck);
  if (start < 0) return [[...ring, ring[0]!]];
  const runs: Point[][] = [[]];
  for (let i = 1; i <= ring.length; i++) {
    const p = ring[(start + i) % ring.length]!;
    if (!isNeck(p)) runs[runs.length - 1]!.push(p);
    else if (runs[runs.length - 1]!.length > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

/** Points no further apart than `step`, so that a long edge can be cut in the middle. */
function densified(ring: readonly Point[], step: number): Point[] {
  return ring.flatMap((p, i) => {
    const q = ring[(i + 1) % ring.length]!;
    const count = Math.max(1, Math.ceil(Math.hypot(q.x - p.x, q.y - p.y) / step));
    return Array.from({ length: count }, (_, k) => ({ x: lerp(p.x, q.x, k / count), y: lerp(p.y, q.y, k / count) }));
  });
}

/** The edge of the jaw on one side, from beside the chin up to the ear. */
export function jawLine(skull: Skull, frame: Frame, side: number): Point[] {
  return [0.005, 0.014, 0.03, 0.055, 0.09, 0.13, 0.17, 0.215, 0.27, 0.33].map((y) => {
    const back = Math.max(skull.back(Math.min(y, 0.2)), -0.095) + 0.012;
    return frame.project({ x: side * skull.width(y) * 0.9, y: lower(skull, y), z: back });
  });
}

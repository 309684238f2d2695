/** Boxes and round bodies, the stuff furniture and houses are made of. All lengths in cm. */
import type { Vector } from '../../camera.ts';
import type { Material } from '../base/material.ts';
import type { Inking, Sketch } from '../base/sketch.ts';
import { frameAt, quad, vec, type Frame } from '../base/vector.ts';

export type BoxShape = {
  /** Centre of the base. */
  x: number;
  y?: number;
  z: number;
  w: number;
  h: number;
  d: number;
  /** Turned about the vertical axis, radians. */
  yaw?: number;
};

type BoxFaces = { front: Frame; left: Frame; right: Frame; back: Frame; top: Frame; /** Of the four walls. */ isSeen: Record<'front' | 'left' | 'right' | 'back' | 'top', boolean> };

type BoxInking = Inking & { top?: Material; front?: Material; sides?: Material };

/** The faces of a box without drawing it. */
export function boxFaces(s: Sketch, b: BoxShape): BoxFaces {
  const yaw = b.yaw ?? 0;
  const [c, n] = [Math.cos(yaw), Math.sin(yaw)];
  const y = b.y ?? 0;
  const at = (lx: number, ly: number, lz: number): Vector => vec(b.x + lx * c - lz * n, y + ly, b.z + lx * n + lz * c);
  const [ax, az] = [vec(c, 0, n), vec(-n, 0, c)];
  const up = vec(0, 1, 0);
  const minus = (v: Vector): Vector => vec(-v.x, -v.y, -v.z);
  const [hw, hd] = [b.w / 2, b.d / 2];
  const front = frameAt(at(-hw, 0, -hd), ax, up);
  const back = frameAt(at(hw, 0, hd), minus(ax), up);
  const left = frameAt(at(-hw, 0, hd), minus(az), up);
  const right = frameAt(at(hw, 0, -hd), az, up);
  const top = frameAt(at(-hw, b.h, -hd), ax, az);
  return {
    front, back, left, right, top,
    isSeen: {
      front: s.faces(quad(front, 0, 0, b.w, b.h)),
      back: s.faces(quad(back, 0, 0, b.w, b.h)),
      left: s.faces(quad(left, 0, 0, b.d, b.h)),
      right: s.faces(quad(right, 0, 0, b.d, b.h)),
      top: s.faces(quad(top, 0, 0, b.w, b.d)),
    },
  };
}

/** Draws the faces that are seen: light comes from the upper left. */
export function box(s: Sketch, b: BoxShape, material: Material, inking: BoxInking = {}): BoxFaces {
  const f = boxFaces(s, b);
  const shade = inking.shade ?? 0;
  const side = inking.sides ?? material;
  if (f.isSeen.back) s.poly(quad(f.back, 0, 0, b.w, b.h), side, { ...inking, shade: shade + 1 });
  if (f.isSeen.left) s.poly(quad(f.left, 0, 0, b.d, b.h), side, { ...inking, shade: shade + 1 });
  if (f.isSeen.right) s.poly(quad(f.right, 0, 0, b.d, b.h), side, { ...inking, shade: shade + 2 });
  if (f.isSeen.front) s.poly(quad(f.front, 0, 0, b.w, b.h), inking.front ?? material, { ...inking, shade });
  if (f.isSeen.top) s.poly(quad(f.top, 0, 0, b.w, b.d), inking.top ?? material, { ...inking, shade: Math.max(0, shade - 1) });
  return f;
}

/** A box given by its two x, y and z ends. */
export function block(s: Sketch, x: [number, number], y: [number, number], z: [number, number], material: Material, inking: BoxInking = {}): BoxFaces {
  return box(s, { x: (x[0] + x[1]) / 2, y: y[0], z: (z[0] + z[1]) / 2, w: x[1] - x[0], h: y[1] - y[0], d: z[1] - z[0] }, material, inking);
}

export function ring(x: number, y: number, z: number, r: number, count = 14): Vector[] {
  return Array.from({ length: count }, (_, i) => {
    const a = (i / count) * Math.PI * 2;
    return vec(x + Math.cos(a) * r, y, z + Math.sin(a) * r);
  });
}

/** An upright disc facing the reader. */
export function disc(x: number, y: number, z: number, r: number, count = 16): Vector[] {
  return Array.from({ length: count }, (_, i) => {
    const a = (i / count) * Math.PI * 2;
    return vec(x + Math.cos(a) * r, y + Math.sin(a) * r, z);
  });
}

type Drum = { x: number; z: number; y0: number; y1: number; r0: number; r1?: number };

/** A cylinder or cone with its lid and a shaded side. */
export function drum(s: Sketch, { x, z, y0, y1, r0, r1 = r0 }: Drum, material: Material, inking: Inking & { top?: Material; isPlain?: boolean } = {}): void {
  const [low, high] = [ring(x, y0, z, r0), ring(x, y1, z, r1)];
  s.hull([...low, ...high], material, inking);
  if (r0 > 4 && !inking.isPlain) {
    const strip = (r: number, y: number): Vector[] => [0.42, 0.62, 0.8, 0.92].map((k) => vec(x + k * r, y, z - Math.sqrt(1 - k * k) * r));
    s.poly([...strip(r0, y0), ...strip(r1, y1).reverse()], material, { shade: (inking.shade ?? 0) + 2, weight: 0 });
  }
  if (y1 < s.camera.eye && r1 > 1) s.poly(high, inking.top ?? material, { ...inking, isExact: true });
}

/** Four legs under a top. */
export function legs(s: Sketch, b: BoxShape, thick: number, material: Material): void {
  const [hw, hd] = [b.w / 2 - thick, b.d / 2 - thick];
  const [c, n] = [Math.cos(b.yaw ?? 0), Math.sin(b.yaw ?? 0)];
  for (const [lx, lz] of [[-hw, hd], [hw, hd], [-hw, -hd], [hw, -hd]] as const) {
    box(s, { x: b.x + lx * c - lz * n, z: b.z + lx * n + lz * c, y: b.y ?? 0, w: thick, h: b.h, d: thick, yaw: b.yaw ?? 0 }, material, { weight: 0.7 });
  }
}

/** A soft shadow on the ground under a thing: a few strokes over a flat tone. */
export function shadow(s: Sketch, x: number, z: number, w: number, d: number, level = 4): void {
  if (s.isSoft) return;
  const points = ring(x + w * 0.08, 0.2, z, 1, 16).map((p) => vec(x + w * 0.08 + ((p.x - x - w * 0.08) * w) / 2, 0.2, z + ((p.z - z) * d) / 2));
  s.patch(points, s.paint({ colour: '#8f8a86', level }, 0));
}

/** The shell of a room: floor, walls, ceiling, with the light falling off towards the corners. */
import { PLASTER, WALLPAPER, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { frameAt, groundFrame, quad, vec, type Frame } from '../base/vector.ts';
import { hatch, stripes, tiles } from './surface.ts';

type RoomShape = {
  x: [number, number];
  /** Depth of the back wall. */
  back: number;
  height: number;
  wall?: Material;
  floor: Material;
  pattern?: 'boards' | 'boards-across' | 'tiles' | 'big-tiles' | 'none';
  ceiling?: Material;
  skirting?: boolean;
  /** Height of a panelled or toned lower part of the walls. */
  dado?: { height: number; material: Material };
  isOpenAbove?: boolean;
};

/** Frames of the inner faces; u runs left to right as one looks at the face. */
export type Room = { back: Frame; left: Frame; right: Frame; floor: Frame; ceiling: Frame; w: number; d: number; h: number; x0: number; x1: number; z1: number };

const FRONT = -60;

export function room(s: Sketch, shape: RoomShape): Room {
  const [x0, x1] = shape.x;
  const [w, h, z1] = [x1 - x0, shape.height, shape.back];
  const d = z1 - FRONT;
  const up = vec(0, 1, 0);
  const r: Room = {
    back: frameAt(vec(x0, 0, z1), vec(1, 0, 0), up),
    left: frameAt(vec(x0, 0, FRONT), vec(0, 0, 1), up),
    right: frameAt(vec(x1, 0, z1), vec(0, 0, -1), up),
    floor: groundFrame(x0, FRONT),
    ceiling: frameAt(vec(x0, h, z1), vec(1, 0, 0), vec(0, 0, -1)),
    w, d, h, x0, x1, z1,
  };
  const wall = shape.wall ?? PLASTER;
  s.plate.plane = 'far';
  backdrop(s);
  s.poly(quad(r.floor, 0, 0, w, d), shape.floor);
  const habit = s.part();
  const [isAcross, paper] = [habit.chance(0.35), habit.integer(0, 4)];
  const boards = shape.pattern === 'boards' && isAcross && z1 < 900 ? 'boards-across' : shape.pattern;
  if (boards === 'boards') stripes(s, r.floor, { w, h: d }, 26, 'v', 0.45, 0.3);
  if (boards === 'boards-across') stripes(s, r.floor, { w, h: d }, 24, 'u', 0.45, 0.3);
  if (shape.pattern === 'tiles') tiles(s, r.floor, { w, h: d }, 40, 0.4);
  if (shape.pattern === 'big-tiles') tiles(s, r.floor, { w, h: d }, 90, 0.45);
  s.poly(quad(r.left, 0, 0, d, h), wall, { shade: 1 });
  s.poly(quad(r.right, 0, 0, d, h), wall, { shade: 0 });
  s.poly(quad(r.back, 0, 0, w, h), wall);
  if ((wall === PLASTER || wall === WALLPAPER) && z1 < 700) wallPaper(s, r, paper);
  if (shape.dado) {
    const { height, material } = shape.dado;
    s.poly(quad(r.left, 0, 0, d, height), material, { shade: 1, weight: 0.7 });
    s.poly(quad(r.right, 0, 0, d, height), material, { weight: 0.7 });
    s.poly(quad(r.back, 0, 0, w, height), material, { weight: 0.7 });
  } else if (shape.skirting !== false) {
    s.line([r.left(0, 9), r.left(d, 9)], 0.5);
    s.line([r.back(0, 9), r.back(w, 9)], 0.5);
    s.line([r.right(0, 9), r.right(d, 9)], 0.5);
  }
  if (!shape.isOpenAbove && s.camera.eye < h) {
    s.poly(quad(r.ceiling, 0, 0, w, d), shape.ceiling ?? PLASTER, { shade: shape.ceiling || (!s.pen.paints.isColour && !s.light.isDark) ? 0 : 1 });
    if (!shape.ceiling) ceilingTone(s, r);
    hatch(s, frameAt(vec(x0, h, z1), vec(1, 0, 0), vec(0, -1, 0)), 0, w * 0.3, 34);
    hatch(s, frameAt(vec(x1, h, z1), vec(-1, 0, 0), vec(0, -1, 0)), 0, w * 0.22, 30);
  }
  floorTone(s, r);
  cornerTone(s, r);
  s.plate.plane = 'middle';
  return r;
}

/** Each home has its own walls: stripes in clusters, a rail, or plain. */
function wallPaper(s: Sketch, r: Room, kind: number): void {
  if (s.isSoft || kind > 2) return;
  if (kind === 0) {
    for (let u = 24; u < r.w; u += 48) {
      s.line([r.back(u, 9), r.back(u, r.h)], 0.4);
      s.line([r.back(u + 6, 9), r.back(u + 6, r.h)], 0.4);
    }
  } else for (const v of kind === 1 ? [r.h * 0.84, r.h * 0.86] : [r.h * 0.38, r.h * 0.4]) {
    s.line([r.back(0, v), r.back(r.w, v)], 0.6);
    s.line([r.left(0, v), r.left(r.d, v)], 0.6);
    s.line([r.right(0, v), r.right(r.d, v)], 0.6);
  }
}

/** The ceiling darkens towards the back wall and stays white where bubbles hang. */
function ceilingTone(s: Sketch, r: Room): void {
  const [flat, back] = [s.flat(quad(r.ceiling, 0, 0, r.w, r.d)), s.spot(r.back(r.w / 2, r.h))];
  if (flat === undefined || back === undefined || back.y < 12 || s.pen.paints.isColour || s.light.isDark || s.isSoft) return;
  s.plate.fill(flat.points, s.graded({ from: back.y * 0.25, to: back.y, dark: [-4, 20], colours: ['#ffffff', '#dddddd'], isSheer: true }));
}

/** The floor darkens towards the reader: a near plane for people to stand on. */
function floorTone(s: Sketch, r: Room): void {
  const [flat, back] = [s.flat(quad(r.floor, 0, 0, r.w, r.d)), s.spot(r.floor(r.w / 2, r.d))];
  const low = s.camera.height;
  if (flat === undefined || back === undefined || low - back.y < 40 || s.pen.paints.isColour || s.light.isDark || s.isSoft || s.isFromAbove) return;
  s.plate.fill(flat.points, s.graded({ from: back.y + (low - back.y) * 0.25, to: low, dark: [-6, 24], colours: ['#ffffff', '#dddddd'], isSheer: true }));
  // The wall away from the light: a plane of its own, darker towards the corner it recedes to.
  const [wall, far] = [s.flat(quad(r.left, 0, 0, r.d, r.h)), s.spot(r.left(r.d, r.h))];
  if (wall && far && far.x > 30 && s.spec.detail > 0.6) s.plate.fill(wall.points, s.graded({ from: Math.max(-40, far.y - 30), to: low, dark: [26, 6], colours: ['#dddddd', '#ffffff'], isSheer: true }));
}

/** Tone that gathers under the ceiling and thins out downwards: rooms are brighter where people are. */
function cornerTone(s: Sketch, r: Room): void {
  const [top, low] = [s.spot(r.back(r.w / 2, r.h)), s.spot(r.back(r.w / 2, r.h * 0.45))];
  if (s.isFromAbove || top === undefined || low === undefined || s.pen.paints.isColour || s.light.isDark || s.isSoft) return;
  if (low.y < 30 || low.y - top.y < 18) return;
  const flat = s.flat(quad(r.back, 0, r.h * 0.45, r.w, r.h));
  if (flat === undefined) return;
  s.plate.fill(flat.points, s.graded({ from: Math.max(-30, top.y), to: low.y, dark: [20, -4], colours: ['#dddddd', '#ffffff'], isSheer: true }));
}

/** Fills the whole picture, for what lies beside a room seen from above. */
function backdrop(s: Sketch): void {
  const { x0, y0, x1, y1 } = s.bounds;
  const paint = s.isFromAbove ? s.plain(5, '#5b5f6b') : s.paint(PLASTER, 1);
  s.plate.fill([{ x: x0, y: y0 }, { x: x1, y: y0 }, { x: x1, y: y1 }, { x: x0, y: y1 }], paint);
}

/** A patch of daylight or moonlight on the floor below a window of the right or left wall. */
export function lightPatch(s: Sketch, x: [number, number], z: [number, number], skew: number): void {
  if (s.spec.weather !== 'clear' && s.spec.weather !== 'wind') return;
  if (s.light.isNight && !s.light.isDark) return;
  const paint = s.light.isDark ? s.plain(1, '#aebfe0') : s.plain(0, '#fff6dd');
  const middle = (x[0] + x[1]) / 2;
  for (const [a, b] of [[x[0], middle - 4], [middle + 4, x[1]]] as const) {
    s.patch([vec(a, 0.3, z[1]), vec(b, 0.3, z[1]), vec(b + skew, 0.3, z[0]), vec(a + skew, 0.3, z[0])], paint);
  }
}

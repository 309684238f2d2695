/**
 * One pinhole camera for places, figures and props of a picture, so that nobody is pasted onto the
 * perspective. World: centimetres, x right, y up, z away from the reader; the camera stands at
 * (0, eye, 0) and looks along z, turned down by `pitch`. Picture: u, y down.
 */
import type { Point } from '../model/geometry.ts';

export type Vector = { x: number; y: number; z: number };

export type Camera = {
  /** Picture size, u. */
  width: number;
  height: number;
  /** Height of the eye above the ground, cm. */
  eye: number;
  /** Radians; positive looks down (bird's eye), negative up (worm's eye). */
  pitch: number;
  /** Focal length, u. */
  focal: number;
  /** Where the optical axis meets the picture, u. */
  centre: Point;
};

/** A projected point; `scale` is u per cm there. Points behind the camera are clamped to 1 cm before it. */
export type Projected = Point & { scale: number };

export function project(camera: Camera, v: Vector): Projected {
  const [sin, cos] = [Math.sin(camera.pitch), Math.cos(camera.pitch)];
  const dy = v.y - camera.eye;
  const depth = Math.max(1, v.z * cos - dy * sin);
  const up = v.z * sin + dy * cos;
  const scale = camera.focal / depth;
  return { x: camera.centre.x + v.x * scale, y: camera.centre.y - up * scale, scale };
}

/** Height of the horizon in the picture, u; may lie outside of it. */
export function horizonY(camera: Camera): number {
  return camera.centre.y - camera.focal * Math.tan(camera.pitch);
}

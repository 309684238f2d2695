/** Points in the world (cm) and flat frames laid onto walls, floors and facades. */
import type { Vector } from '../../camera.ts';

export function vec(x: number, y: number, z: number): Vector {
  return { x, y, z };
}

/** A point of a surface: `u` along it, `v` up, `out` cm off it towards its visible side. */
export type Frame = (u: number, v: number, out?: number) => Vector;

/**
 * A frame from its lower left corner as one looks at it. `along` and `up` are unit vectors; the visible
 * side follows from them.
 */
export function frameAt(origin: Vector, along: Vector, up: Vector): Frame {
  const nx = -(along.y * up.z - along.z * up.y);
  const ny = -(along.z * up.x - along.x * up.z);
  const nz = -(along.x * up.y - along.y * up.x);
  return (u, v, out = 0) => ({
    x: origin.x + along.x * u + up.x * v + nx * out,
    y: origin.y + along.y * u + up.y * v + ny * out,
    z: origin.z + along.z * u + up.z * v + nz * out,
  });
}

/** A frame within a frame, its origin moved. */
export function shifted(frame: Frame, du: number, dv: number, dOut = 0): Frame {
  return (u, v, out = 0) => frame(u + du, v + dv, out + dOut);
}

/** The level ground at height `y`, u to the right, v away. */
export function groundFrame(x: number, z: number, y = 0): Frame {
  return (u, v, out = 0) => ({ x: x + u, y: y + out, z: z + v });
}

/** An upright frame that faces the reader at depth `z`. */
export function uprightFrame(x: number, z: number, y = 0): Frame {
  return (u, v, out = 0) => ({ x: x + u, y: y + v, z: z - out });
}

export function quad(frame: Frame, u0: number, v0: number, u1: number, v1: number, out = 0): Vector[] {
  return [frame(u0, v0, out), frame(u1, v0, out), frame(u1, v1, out), frame(u0, v1, out)];
}

/** Small 3-D algebra of the bodies: x to the reader's right, y up, z towards the reader, centimetres. */
export type Vec = readonly [number, number, number];
/** A frame as its three axes: X to the person's left, Y along the spine, Z out of the belly. */
export type Frame = { x: Vec; y: Vec; z: Vec };

export const UP: Vec = [0, 1, 0];
export const UPRIGHT: Frame = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] };

export function add(a: Vec, b: Vec, k = 1): Vec {
  return [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
}

export function sub(a: Vec, b: Vec): Vec {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function times(a: Vec, k: number): Vec {
  return [a[0] * k, a[1] * k, a[2] * k];
}

export function dot(a: Vec, b: Vec): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vec, b: Vec): Vec {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function size(a: Vec): number {
  return Math.hypot(a[0], a[1], a[2]);
}

export function unit(a: Vec, fallback: Vec = UP): Vec {
  const length = size(a);
  return length < 1e-6 ? fallback : times(a, 1 / length);
}

export function mix(a: Vec, b: Vec, t: number): Vec {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** The part of `a` at right angles to the unit vector `along`, as a unit vector. */
export function across(a: Vec, along: Vec, fallback: Vec = [1, 0, 0]): Vec {
  const rest = add(a, along, -dot(a, along));
  if (size(rest) > 0.02) return unit(rest);
  const other = add(fallback, along, -dot(fallback, along));
  return size(other) > 0.02 ? unit(other) : unit(add([0, 0, 1], along, -along[2]));
}

/** A vector given in a frame's axes, in the surrounding space. */
export function inFrame(frame: Frame, v: Vec): Vec {
  return add(add(times(frame.x, v[0]), frame.y, v[1]), frame.z, v[2]);
}

/** First turned by `twist` to the person's left, then leaned forwards by `lean`, then tilted to the person's left. Radians. */
export function turned(turn: { twist?: number; lean?: number; tilt?: number }): Frame {
  const [sw, cw] = [Math.sin(turn.twist ?? 0), Math.cos(turn.twist ?? 0)];
  const [sl, cl] = [Math.sin(turn.lean ?? 0), Math.cos(turn.lean ?? 0)];
  const [st, ct] = [Math.sin(turn.tilt ?? 0), Math.cos(turn.tilt ?? 0)];
  const rotate = ([x0, y0, z0]: Vec): Vec => {
    const [x1, z1] = [x0 * cw + z0 * sw, -x0 * sw + z0 * cw];
    const [y2, z2] = [y0 * cl - z1 * sl, y0 * sl + z1 * cl];
    return [x1 * ct + y2 * st, -x1 * st + y2 * ct, z2];
  };
  return { x: rotate([1, 0, 0]), y: rotate([0, 1, 0]), z: rotate([0, 0, 1]) };
}

/** `inner` seen from the space in which `outer` is given. */
export function compose(outer: Frame, inner: Frame): Frame {
  return { x: inFrame(outer, inner.x), y: inFrame(outer, inner.y), z: inFrame(outer, inner.z) };
}

export function mixFrames(a: Frame, b: Frame, t: number): Frame {
  const y = unit(mix(a.y, b.y, t));
  const x = across(mix(a.x, b.x, t), y);
  return { x, y, z: cross(x, y) };
}

/** Something to sit on, where the place has nothing there: a plain box stool in the room's perspective. */
import { project, type Camera, type Vector } from '../camera.ts';
import { path } from '../pen/path.ts';
import { shape, type Pen } from '../pen/pen.ts';

const HEIGHT = 42;
const HALF = 22;

/** `at` is the ground point under the hips, cm. */
export function drawSeat(pen: Pen, camera: Camera, at: { x: number; z: number }): string {
  const corner = (x: number, y: number, z: number): Vector => ({ x: at.x + x, y, z: at.z + z });
  const face = (points: readonly Vector[]): string => path().polyline(points.map((v) => project(camera, v)), true).d;
  const top = face([corner(-HALF, HEIGHT, -HALF), corner(HALF, HEIGHT, -HALF), corner(HALF, HEIGHT, HALF), corner(-HALF, HEIGHT, HALF)]);
  const front = face([corner(-HALF, 0, -HALF), corner(HALF, 0, -HALF), corner(HALF, HEIGHT, -HALF), corner(-HALF, HEIGHT, -HALF)]);
  const side = at.x > 0 ? -HALF : HALF;
  const flank = face([corner(side, 0, -HALF), corner(side, 0, HALF), corner(side, HEIGHT, HALF), corner(side, HEIGHT, -HALF)]);
  const { paints, weight } = pen;
  return shape(pen, flank, paints.tone(55, '#7c6145'), weight.detail) + shape(pen, front, paints.tone(30, '#a98660'), weight.detail) + shape(pen, top, paints.tone(10, '#cfae84'), weight.detail);
}

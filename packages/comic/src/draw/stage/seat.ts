/** Something to sit on, where the place has nothing there: a light stool, or a bench out of doors. */
import { project, type Camera, type Vector } from '../camera.ts';
import { path } from '../pen/path.ts';
import { shape, type Pen } from '../pen/pen.ts';

const HEIGHT = 39;
const THICK = 5;
const LEG = 2.6;

/** `at` is the ground point under the hips, cm. Legs are few and thin: the sitter is what is looked at. */
export function drawSeat(pen: Pen, camera: Camera, at: { x: number; z: number }, options: { isBench: boolean }): string {
  const half = { x: options.isBench ? 74 : 23, z: 20 };
  const corner = (x: number, y: number, z: number): Vector => ({ x: at.x + x, y, z: at.z + z });
  const face = (points: readonly Vector[]): string => path().polyline(points.map((v) => project(camera, v)), true).d;
  const post = (x: number, z: number): string => face([corner(x - LEG, 0, z), corner(x + LEG, 0, z), corner(x + LEG, HEIGHT - THICK, z), corner(x - LEG, HEIGHT - THICK, z)]);
  const edge = half.x - LEG * 2;
  const legs = [post(-edge, half.z), post(edge, half.z), post(-edge, -half.z), post(edge, -half.z)].join('');
  const top = face([corner(-half.x, HEIGHT, -half.z), corner(half.x, HEIGHT, -half.z), corner(half.x, HEIGHT, half.z), corner(-half.x, HEIGHT, half.z)]);
  const front = face([corner(-half.x, HEIGHT - THICK, -half.z), corner(half.x, HEIGHT - THICK, -half.z), corner(half.x, HEIGHT, -half.z), corner(-half.x, HEIGHT, -half.z)]);
  const { paints, weight } = pen;
  return shape(pen, legs, paints.tone(55, '#7c6145'), weight.fine) + shape(pen, top, paints.tone(10, '#cfae84'), weight.detail) + shape(pen, front, paints.tone(30, '#a98660'), weight.detail);
}

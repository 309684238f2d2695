/** Something to sit on, where the place has nothing there: a light stool, or a bench out of doors. */
import { project, type Camera, type Vector } from '../camera.ts';
import { path } from '../pen/path.ts';
import { shape, type Pen } from '../pen/pen.ts';

/** Height of the top of a seat, cm. */
export const SEAT_CM = 39;
const THICK = 5;
const LEG = 2.6;

/** What one sits on: a chair, a bench out of doors, the upholstered seat of a vehicle, a thwart. */
export type SeatKind = 'chair' | 'bench' | 'seat' | 'thwart';

const HALF: Record<SeatKind, { x: number; z: number }> = { chair: { x: 22, z: 20 }, bench: { x: 74, z: 20 }, seat: { x: 30, z: 22 }, thwart: { x: 120, z: 14 } };
const BACK_CM = 44;

/** `at` is the ground point under the hips, cm. Legs are few and thin: the sitter is what is looked at. */
export function drawSeat(pen: Pen, camera: Camera, at: { x: number; z: number }, options: { kind: SeatKind }): string {
  const { kind } = options;
  const half = HALF[kind];
  const corner = (x: number, y: number, z: number): Vector => ({ x: at.x + x, y, z: at.z + z });
  const face = (points: readonly Vector[]): string => path().polyline(points.map((v) => project(camera, v)), true).d;
  const block = (x: readonly [number, number], y: readonly [number, number], z: number): string => face([corner(x[0], y[0], z), corner(x[1], y[0], z), corner(x[1], y[1], z), corner(x[0], y[1], z)]);
  const { paints, weight } = pen;
  const edge = half.x - LEG * 2;
  const post = (x: number, z: number): string => block([x - LEG, x + LEG], [0, SEAT_CM - THICK], z);
  const isSolid = kind === 'seat';
  const wood = isSolid ? paints.tone(30, '#5b7fae') : paints.tone(10, '#cfae84');
  const under = isSolid ? shape(pen, block([-half.x, half.x], [2, SEAT_CM - THICK], -half.z), paints.tone(40, '#4a6488'), weight.detail) : kind === 'thwart' ? '' : shape(pen, [post(-edge, half.z), post(edge, half.z), post(-edge, -half.z), post(edge, -half.z)].join(''), paints.tone(55, '#7c6145'), weight.fine);
  const back = kind === 'thwart' ? '' : isSolid
    ? shape(pen, block([-half.x, half.x], [SEAT_CM, SEAT_CM + BACK_CM + 22], half.z + 4), paints.tone(20, '#5b7fae'), weight.detail)
    : shape(pen, [block([-edge - LEG, -edge + LEG], [SEAT_CM, SEAT_CM + BACK_CM], half.z), block([edge - LEG, edge + LEG], [SEAT_CM, SEAT_CM + BACK_CM], half.z)].join(''), paints.tone(55, '#7c6145'), weight.fine)
      + shape(pen, block([-edge, edge], [SEAT_CM + BACK_CM - 15, SEAT_CM + BACK_CM], half.z), wood, weight.detail);
  const top = face([corner(-half.x, SEAT_CM, -half.z), corner(half.x, SEAT_CM, -half.z), corner(half.x, SEAT_CM, half.z), corner(-half.x, SEAT_CM, half.z)]);
  const front = block([-half.x, half.x], [SEAT_CM - THICK, SEAT_CM], -half.z);
  return back + under + shape(pen, top, wood, weight.detail) + shape(pen, front, paints.tone(30, '#a98660'), weight.detail);
}

/** Several overlapping shapes inked as one: a common outline, one fill. */
import type { Point } from '../../model/geometry.ts';
import { type Board, drawData, type LayerName } from './board.ts';
import { oriented, sharp, simplify } from './outline.ts';
import type { Skull } from './skull.ts';
import { heading, scalp } from './hair/lock.ts';
import { clamp, type Spot } from './space.ts';

export function inkMass(board: Board, shapes: Point[][], fill: string, layer: LayerName = 'front', weight = board.weight.outline): void {
  if (shapes.length === 0) return;
  const tolerance = clamp(board.unit * 0.0018, 0.14, 0.3);
  const d = shapes.map((s) => sharp(simplify(oriented([...s]), tolerance), true)).join('');
  const all = shapes.flat();
  if (fill === board.pen.paints.line) drawData(board, d, all, { fill, line: weight * 0.6, layer });
  else {
    drawData(board, d, all, { fill: board.pen.paints.line, line: weight * 2, layer });
    drawData(board, d, all, { fill, layer });
  }
  board.silhouette.push(d);
}

/** Degrees from the face, 0..180, of any azimuth. */
export function fromFace(azimuth: number): number {
  return Math.abs(((((azimuth + 180) % 360) + 360) % 360) - 180);
}

/** The scalp above a line, in upright strips that are seen; together they fill as one shape. */
export function strips(board: Board, skull: Skull, lift: number, low: (front: number) => number, high: (front: number) => number = () => 90): Point[][] {
  const step = board.unit < 60 ? 24 : board.detail >= 3 ? 10 : 15;
  const edge = (azimuth: number): Spot[] => {
    const front = fromFace(azimuth);
    const [bottom, top] = [low(front), high(front)];
    const out: Spot[] = [];
    for (let k = 0; k <= 5; k++) {
      const d = heading([azimuth, bottom + ((top - bottom) * k) / 5]);
      if (board.frame.turn(d).z > -0.2) out.push(board.frame.project(scalp(skull, d, lift)));
    }
    return out;
  };
  const shapes: Point[][] = [];
  let before = edge(-180);
  for (let azimuth = -180 + step; azimuth <= 180; azimuth += step) {
    const next = edge(azimuth);
    if (before.length > 1 && next.length > 1) shapes.push(oriented([...before, ...[...next].reverse()]));
    before = next;
  }
  return shapes;
}

/** What one head is drawn on: its layers, the ink weights for its size, and what the ink has reached so far. */
import type { Box, Point } from '../../model/geometry.ts';
import { num } from '../pen/path.ts';
import type { Pen } from '../pen/pen.ts';
import { ribbon, sharp, smooth } from './outline.ts';
import { clamp, type Frame } from './space.ts';

/** How much is drawn: 0 dots, 1 simple, 2 normal, 3 close, 4 fills the panel. */
type Detail = 0 | 1 | 2 | 3 | 4;
export type LayerName = 'behind' | 'front';

export type Board = {
  pen: Pen;
  frame: Frame;
  unit: number;
  detail: Detail;
  weight: { outline: number; detail: number; fine: number };
  layers: Record<LayerName, string[]>;
  /** Closed path data of everything that shows against the background. */
  silhouette: string[];
  reach: { x0: number; y0: number; x1: number; y1: number };
};

/** `strokes` +1 draws a finer face, -1 a plainer one. */
export function makeBoard(pen: Pen, frame: Frame, strokes: -1 | 0 | 1 = 0): Board {
  const { unit } = frame;
  const thin = unit < 90 ? Math.max(0.3, (unit / 90) ** 0.55) : 1 + clamp(Math.log2(unit / 260), 0, 3) * 0.16;
  const usual: Detail = unit < 26 ? 0 : unit < 54 ? 1 : unit < 210 ? 2 : unit < 520 ? 3 : 4;
  const detail = (usual === 0 ? 0 : Math.max(1, Math.min(4, usual + strokes))) as Detail;
  return {
    pen, frame, unit, detail,
    weight: { outline: pen.weight.outline * thin, detail: pen.weight.detail * thin, fine: pen.weight.fine * thin },
    layers: { behind: [], front: [] },
    silhouette: [],
    reach: { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity },
  };
}

type Stroke = { fill?: string; line?: number; colour?: string; layer?: LayerName; isSharp?: boolean; isOpen?: boolean; tension?: number };

/** Draws a shape or line through points; closed unless `isOpen`. Returns its path data. */
export function draw(board: Board, points: readonly Point[], stroke: Stroke): string {
  const d = stroke.isSharp ? sharp(points, !stroke.isOpen) : smooth(points, !stroke.isOpen, stroke.tension ?? 1);
  drawData(board, d, points, stroke);
  return d;
}

/** Draws ready path data; `points` only tell how far it reaches. */
export function drawData(board: Board, d: string, points: readonly Point[], stroke: Stroke): void {
  const weight = stroke.line ?? 0;
  note(board, points, weight / 2);
  const ink = weight > 0 ? ` stroke="${stroke.colour ?? board.pen.paints.line}" stroke-width="${num(Math.max(0.3, weight))}" stroke-linejoin="round" stroke-linecap="round"` : '';
  board.layers[stroke.layer ?? 'front'].push(`<path d="${d}" fill="${stroke.fill ?? 'none'}"${ink}/>`);
}

/** A line of the brush: `half` is its half width in u along 0..1. */
export function stroke(board: Board, points: readonly Point[], half: (t: number) => number, colour = board.pen.paints.line, layer: LayerName = 'front'): void {
  if (points.length < 2) return;
  draw(board, ribbon(points, half), { fill: colour, layer, isSharp: points.length > 7 && board.detail < 3 });
}

/** A line that swells to `middle` (full width, u) and ends thin. */
export function swell(board: Board, points: readonly Point[], middle: number, colour?: string, layer?: LayerName): void {
  stroke(board, points, (t) => (middle / 2) * (0.22 + 0.78 * Math.sin(Math.PI * clamp(t, 0, 1)) ** 0.8), colour, layer);
}

function note(board: Board, points: readonly Point[], margin: number): void {
  const r = board.reach;
  for (const p of points) {
    if (p.x - margin < r.x0) r.x0 = p.x - margin;
    if (p.y - margin < r.y0) r.y0 = p.y - margin;
    if (p.x + margin > r.x1) r.x1 = p.x + margin;
    if (p.y + margin > r.y1) r.y1 = p.y + margin;
  }
}

export function reachBox(board: Board): Box {
  const { x0, y0, x1, y1 } = board.reach;
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** Points of a circle or ellipse on the picture. */
export function disc(cx: number, cy: number, rx: number, ry = rx, count = 12, turn = 0): Point[] {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return Array.from({ length: count }, (_, i) => {
    const a = (i / count) * 2 * Math.PI;
    const [x, y] = [Math.cos(a) * rx, Math.sin(a) * ry];
    return { x: cx + x * c - y * s, y: cy + x * s + y * c };
  });
}

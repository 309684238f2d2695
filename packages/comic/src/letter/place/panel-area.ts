import { boxOf, type Box, type Point, type Polygon } from '../../model/geometry.ts';
import { support, type Superellipse } from '../shape/superellipse.ts';

/** Inside is n·x <= d for every plane. */
export type Plane = { nx: number; ny: number; d: number };
export type PanelArea = { planes: Plane[]; box: Box; centre: Point; diagonal: number };

/** The part of a panel where text may stand: its polygon (as half planes) cut by the page's safe rectangle. */
export function panelArea(polygon: Polygon, page: { width: number; height: number; safe: number }): PanelArea {
  const safe: Plane[] = [
    { nx: -1, ny: 0, d: -page.safe }, { nx: 1, ny: 0, d: page.width - page.safe },
    { nx: 0, ny: -1, d: -page.safe }, { nx: 0, ny: 1, d: page.height - page.safe },
  ];
  const whole = boxOf(polygon);
  const [x0, y0] = [Math.max(whole.x, page.safe), Math.max(whole.y, page.safe)];
  const [x1, y1] = [Math.min(whole.x + whole.width, page.width - page.safe), Math.min(whole.y + whole.height, page.height - page.safe)];
  const box = x1 > x0 && y1 > y0 ? { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } : whole;
  const planes = [...edgePlanes(polygon), ...(box === whole ? [] : safe)];
  return { planes, box, centre: { x: box.x + box.width / 2, y: box.y + box.height / 2 }, diagonal: Math.hypot(box.width, box.height) };
}

function edgePlanes(polygon: Polygon): Plane[] {
  const middle = { x: 0, y: 0 };
  for (const p of polygon) {
    middle.x += p.x / polygon.length;
    middle.y += p.y / polygon.length;
  }
  const planes: Plane[] = [];
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length]!;
    const length = Math.hypot(q.x - p.x, q.y - p.y);
    if (length < 1) return;
    let [nx, ny] = [(q.y - p.y) / length, -(q.x - p.x) / length];
    if (nx * (middle.x - p.x) + ny * (middle.y - p.y) > 0) [nx, ny] = [-nx, -ny];
    planes.push({ nx, ny, d: nx * p.x + ny * p.y });
  });
  return planes;
}

/** Planes for the centre of a shape that must stay inside by `clearance`. */
export function centrePlanes(area: PanelArea, shape: Superellipse, clearance: number): Plane[] {
  return area.planes.map(({ nx, ny, d }) => ({ nx, ny, d: d - clearance - support(shape, nx, ny) }));
}

/** The interval of x where a centre at height y is allowed, or undefined. */
export function rowAt(planes: readonly Plane[], y: number): { from: number; to: number } | undefined {
  let [from, to] = [-Infinity, Infinity];
  for (const { nx, ny, d } of planes) {
    const rest = d - ny * y;
    if (Math.abs(nx) < 1e-9) {
      if (rest < -1e-6) return undefined;
    } else if (nx > 0) to = Math.min(to, rest / nx);
    else from = Math.max(from, rest / nx);
  }
  return to - from >= -1e-6 ? { from, to: Math.max(from, to) } : undefined;
}

export function isInside(planes: readonly Plane[], x: number, y: number): boolean {
  return planes.every(({ nx, ny, d }) => nx * x + ny * y <= d + 1e-6);
}

/** A grid of allowed centres; the outermost touch the border. */
export function centresIn(area: PanelArea, planes: readonly Plane[], rows: number, columns: number): Point[] {
  const { y, height } = area.box;
  const steps = 28;
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i <= steps; i++) {
    const at = y + (height * i) / steps;
    if (!rowAt(planes, at)) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  if (first > last) return [];
  first = refine(planes, first, first - height / steps);
  last = refine(planes, last, last + height / steps);
  const points: Point[] = [];
  const count = last - first < 12 ? 1 : Math.min(rows, 2 + Math.floor((last - first) / 14));
  for (let r = 0; r < count; r++) {
    const cy = count === 1 ? (first + last) / 2 : first + ((last - first) * r) / (count - 1);
    const row = rowAt(planes, cy);
    if (!row) continue;
    const width = row.to - row.from;
    const n = width < 8 ? 1 : Math.min(columns, 2 + Math.floor(width / 14));
    for (let c = 0; c < n; c++) points.push({ x: n === 1 ? (row.from + row.to) / 2 : row.from + (width * c) / (n - 1), y: cy });
  }
  return points;
}

/** Halves the step between an allowed and a forbidden height a few times. */
function refine(planes: readonly Plane[], good: number, bad: number): number {
  for (let i = 0; i < 5; i++) {
    const middle = (good + bad) / 2;
    if (rowAt(planes, middle)) good = middle;
    else bad = middle;
  }
  return good;
}

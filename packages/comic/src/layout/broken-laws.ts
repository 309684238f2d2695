/**
 * Checks finished pages by their geometry alone, without the code that made them. Each finding is a
 * sentence; an empty list means that every promise of the layout holds. A page by hand is free to give
 * panels any rank and to be read by its cut tree alone.
 */
import type { PageFormat, Point, Polygon } from '../model/geometry.ts';
import { liveArea } from './page-frame.ts';
import type { Cut, LaidPage, LaidPanel, LayoutInput, PanelToLay } from './types.ts';

const EPS = 1e-6;

export function brokenLaws(pages: readonly LaidPage[], input: LayoutInput): string[] {
  const ids = pages.flatMap((page) => page.panels.map((panel) => panel.id));
  const wanted = input.panels.map((panel) => panel.id);
  const found = ids.join('\n') === wanted.join('\n') ? [] : ['panels are missing, doubled or out of script order'];
  for (const page of pages) {
    const panels = page.panels.map((panel) => input.panels.find((one) => one.id === panel.id) as PanelToLay);
    const laws = [...edges(page, input), ...overlaps(page), ...gutters(page, input.format), ...sizes(page, panels, input), ...order(page, input)];
    found.push(...laws.map((law) => `page ${page.number} (${page.template}): ${law}`));
  }
  return found;
}

function edges(page: LaidPage, input: LayoutInput): string[] {
  const { format } = input;
  const live = page.side === 'strip' ? { x: 0, y: 0, width: page.width, height: page.height } : liveArea({ ...input, number: page.number });
  const found: string[] = [];
  const side = (id: string, name: string, isBleeding: boolean, at: number, liveEdge: number, bleedEdge: number, sign: number): void => {
    if (isBleeding ? at !== bleedEdge : sign * (at - liveEdge) > EPS) found.push(`${id} ends at ${at} on the ${name}, live ${liveEdge}, bleed ${bleedEdge}`);
  };
  for (const { id, polygon, bleed, box } of page.panels) {
    if (polygon.length < 3 || !polygon.every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))) found.push(`${id} is no polygon`);
    const xs = polygon.map((p) => p.x);
    const ys = polygon.map((p) => p.y);
    side(id, 'left', bleed.left, Math.min(...xs), live.x, -format.bleed, -1);
    side(id, 'right', bleed.right, Math.max(...xs), live.x + live.width, page.width + format.bleed, 1);
    side(id, 'top', bleed.top, Math.min(...ys), live.y, -format.bleed, -1);
    side(id, 'bottom', bleed.bottom, Math.max(...ys), live.y + live.height, page.height + format.bleed, 1);
    if (box.x !== Math.min(...xs) || Math.abs(box.width - Math.max(...xs) + box.x) > EPS) found.push(`${id} has a wrong box`);
  }
  return found;
}

/** Convex polygons are apart when one of their edges parts them (separating axes). */
function overlaps(page: LaidPage): string[] {
  return pairs(page.panels).flatMap(([a, b]) => (isApart(a.polygon, b.polygon) || isApart(b.polygon, a.polygon) ? [] : [`${a.id} overlaps ${b.id}`]));
}

function isApart(a: Polygon, b: Polygon): boolean {
  return edgesOf(a).some(({ from, normal }) => b.every((p) => distance(p, from, normal) >= -EPS));
}

/** Facing edges near each other are parallel and exactly a gutter apart. */
function gutters(page: LaidPage, format: PageFormat): string[] {
  if (page.side === 'strip') return [];
  const widest = Math.max(format.gutter.row, format.gutter.column);
  const found: string[] = [];
  for (const [a, b] of pairs(page.panels)) {
    let isNear = false;
    let isParallel = false;
    for (const e of edgesOf(a.polygon)) {
      for (const f of edgesOf(b.polygon)) {
        if (e.normal.x * f.normal.x + e.normal.y * f.normal.y > -1 + 1e-9 || sharedLength(e, f) < 1) continue;
        const gap = distance(f.from, e.from, e.normal);
        if (gap < 0 || gap > widest * 2) continue;
        isParallel = true;
        const wanted = Math.abs(e.normal.y) > Math.abs(e.normal.x) ? format.gutter.row : format.gutter.column;
        if (Math.abs(gap - wanted) > EPS * 10) found.push(`gutter ${gap} between ${a.id} and ${b.id}, not ${wanted}`);
      }
    }
    for (const e of edgesOf(a.polygon)) for (const f of edgesOf(b.polygon)) isNear ||= e.normal.x * f.normal.x + e.normal.y * f.normal.y < -0.9 && middleGap(e, f) < widest * 0.9;
    if (isNear && !isParallel) found.push(`${a.id} and ${b.id} touch without a parallel gutter`);
  }
  return found;
}

function sizes(page: LaidPage, panels: readonly PanelToLay[], input: LayoutInput): string[] {
  const found: string[] = [];
  const areas = page.panels.map((panel) => area(panel.polygon));
  page.panels.forEach((panel, i) => {
    const own = panels[i] as PanelToLay;
    const shortest = Math.min(...edgesOf(panel.polygon).map((edge) => edge.length));
    if (shortest < 150) found.push(`${panel.id} has a side of ${shortest}`);
    if (page.handId !== undefined) return;
    const room = areas[i] ?? 0;
    const isAlone = page.panels.length === 1;
    if (input.format.id !== '4-koma' && !isAlone && room < own.textArea * 2.2) found.push(`${panel.id} has ${room} for a text of ${own.textArea}`);
    if (isAlone && room < own.textArea * 2.2 && room < 0.99 * mostRoom(page, input)) found.push(`${panel.id} is alone and still not as large as can be`);
    panels.forEach((other, j) => {
      if (other.importance < own.importance && room < 0.5 * (areas[j] ?? 0)) found.push(`${panel.id} is smaller than half of the weaker ${other.id}`);
    });
  });
  return found;
}

function mostRoom(page: LaidPage, input: LayoutInput): number {
  const { format } = input;
  if (format.id === '4-koma') return 0;
  if (page.side === 'strip') return format.width * 0.9 * (Math.min(12_000, format.height) - 2_200);
  const top = page.number === 1 && (input.titleHeight ?? 0) > 0 ? liveArea({ ...input, number: 1 }).y : -format.bleed;
  return (format.width + 2 * format.bleed) * (format.height + format.bleed - top);
}

/** The order read off the geometry and the order of the cut tree are both the script's. */
function order(page: LaidPage, input: LayoutInput): string[] {
  const here = page.panels.map((panel) => panel.id).join();
  const found: string[] = [];
  if (leavesOf(page.cut).join() !== here) found.push('the cut tree has another order');
  if (page.handId !== undefined) return found;
  const seen = readOff(page.panels, input.direction, input.format.id === '4-koma')?.map((panel) => panel.id).join();
  if (seen !== here) found.push(`the geometry reads ${seen ?? 'ambiguously'}, not ${here}`);
  return found;
}

function leavesOf(cut: Cut): string[] {
  return cut.type === 'panel' ? [cut.id] : cut.children.flatMap(leavesOf);
}

/** As a reader does: the first straight gutter across, else the first from top to bottom; 4-koma the other way round. */
function readOff(panels: readonly LaidPanel[], direction: 'ltr' | 'rtl', isStripwise: boolean): LaidPanel[] | undefined {
  if (panels.length <= 1) return [...panels];
  const split = isStripwise ? (part(panels, 'column', direction) ?? part(panels, 'row', direction)) : (part(panels, 'row', direction) ?? part(panels, 'column', direction));
  if (!split) return undefined;
  const [first, rest] = split.map((half) => readOff(half, direction, isStripwise));
  return first && rest ? [...first, ...rest] : undefined;
}

function part(panels: readonly LaidPanel[], kind: 'row' | 'column', direction: 'ltr' | 'rtl'): [LaidPanel[], LaidPanel[]] | undefined {
  let best: [LaidPanel[], LaidPanel[]] | undefined;
  for (const panel of panels) {
    for (const { from, normal } of edgesOf(panel.polygon)) {
      const faces = kind === 'row' ? normal.y > 0.8 : direction === 'ltr' ? normal.x > 0.8 : normal.x < -0.8;
      if (!faces) continue;
      const before = panels.filter((one) => one.polygon.every((p) => distance(p, from, normal) <= EPS));
      const after = panels.filter((one) => one.polygon.every((p) => distance(p, from, normal) >= -EPS));
      if (before.length + after.length !== panels.length || after.length === 0) continue;
      if (!best || before.length < best[0].length) best = [before, after];
    }
  }
  return best;
}

type Edge = { from: Point; to: Point; normal: Point; length: number };

/** Edges with their outward normals; polygons run clockwise on the screen. */
function edgesOf(polygon: Polygon): Edge[] {
  return polygon.map((from, i) => {
    const to = polygon[(i + 1) % polygon.length] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return { from, to, length, normal: { x: (to.y - from.y) / length, y: (from.x - to.x) / length } };
  });
}

function distance(p: Point, from: Point, normal: Point): number {
  return (p.x - from.x) * normal.x + (p.y - from.y) * normal.y;
}

function sharedLength(e: Edge, f: Edge): number {
  const along = { x: -e.normal.y, y: e.normal.x };
  const [a, b] = [distance(f.from, e.from, along), distance(f.to, e.from, along)].sort((x, y) => x - y) as [number, number];
  return Math.min(b, e.length) - Math.max(a, 0);
}

function middleGap(e: Edge, f: Edge): number {
  const middle = { x: (f.from.x + f.to.x) / 2, y: (f.from.y + f.to.y) / 2 };
  const gap = distance(middle, e.from, e.normal);
  return gap > 0 && sharedLength(e, f) > 20 ? gap : Infinity;
}

function area(polygon: Polygon): number {
  return Math.abs(edgesOf(polygon).reduce((sum, { from, to }) => sum + from.x * to.y - to.x * from.y, 0)) / 2;
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}

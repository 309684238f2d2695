/** Drawings from icon packages, brought to the line of the page. */
import type { Box } from '../../model/geometry.ts';
import { num } from '../pen/path.ts';
import type { Pen } from '../pen/pen.ts';
import { CATALOGUE, type IconId, type PackId } from './catalogue.ts';
import { creditOf } from './credits.ts';
import { areaOf, parsePath, runsBox, writePath, type Matrix, type Run } from './path-data.ts';
import { weightsFor } from './sketch.ts';

/** The part of Iconify's JSON format that is read. */
export type IconPack = { icons: Record<string, { body: string; width?: number; height?: number }>; width?: number; height?: number };

export type Icon = {
  runs: Run[];
  /** Outer contours only: filled with paper behind the ink, so that no background shines through slits. */
  silhouette: Run[];
  /** Those of them that are a rim round something: they can lose weight from outside. */
  rims: Run[];
  box: Box;
  /** Side of the icon's grid. */
  grid: number;
  isEvenOdd: boolean;
  /** Drawn as filled shapes, not with lines. */
  isSolid: boolean;
  credit: string;
};

export type PropIcons = ReadonlyMap<IconId, Icon>;

/** Thickness of the package's heavy and light lines, in shares of its grid. */
const HEAVY = 2 / 32;
const LIGHT = 1 / 32;
/** From this share of paper inside it on, a contour is a rim. */
const RIM_OPEN = 0.5;

/**
 * Reads the icons that the catalogue names; the packages' JSON is not kept. `source` reads
 * `@iconify-json/<pack>/icons.json`. Icons that a package does not have (any more) are left out: their
 * nouns are then not drawn.
 */
export async function loadPropIcons(source: (pack: PackId) => Promise<IconPack>): Promise<PropIcons> {
  const wanted = wantedIcons();
  const icons = new Map<IconId, Icon>();
  for (const pack of new Set(wanted.map(packOf))) {
    const data = await source(pack);
    for (const id of wanted) {
      const entry = packOf(id) === pack ? data.icons[nameOf(id)] : undefined;
      if (entry) icons.set(id, readIcon(entry.body, entry.width ?? data.width ?? 16, id));
    }
  }
  return icons;
}

/** All icons that the catalogue names: enough for a pack that a browser must fetch. */
function wantedIcons(): IconId[] {
  return [...new Set([...CATALOGUE.values()].flatMap((thing) => thing.icon ?? []))];
}

/** Only the wanted icons of a pack, for sending: what `loadPropIcons` reads of it and nothing else. */
export function slimPack(pack: PackId, { icons, width, height }: IconPack): IconPack {
  const names = wantedIcons().filter((id) => packOf(id) === pack).map(nameOf);
  return { icons: Object.fromEntries(names.flatMap((name) => (icons[name] ? [[name, icons[name]]] : []))), width, height };
}

function packOf(id: IconId): PackId {
  return id.startsWith('game:') ? 'game-icons' : 'fluent-emoji-high-contrast';
}

function nameOf(id: IconId): string {
  return id.slice(id.indexOf(':') + 1);
}

function readIcon(source: string, grid: number, id: IconId): Icon {
  const body = source.replace(/<defs>.*?<\/defs>|<mask.*?<\/mask>/gu, '');
  const runs = [...body.matchAll(/<path[^>]*? d="([^"]+)"/gu)].flatMap((match) => parsePath(match[1]!)).concat([...body.matchAll(/<circle[^>]*>/gu)].flatMap(([tag]) => circleRuns(tag)));
  return { runs, silhouette: outerRuns(runs), rims: rimRuns(runs), box: runsBox(runs), grid, isEvenOdd: body.includes('evenodd'), isSolid: packOf(id) === 'game-icons', credit: creditOf(id) };
}

function circleRuns(tag: string): Run[] {
  const read = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`, 'u').exec(tag)?.[1] ?? 0);
  const [cx, cy, r] = [read('cx'), read('cy'), read('r')];
  return r > 0 ? parsePath(`M${cx - r} ${cy}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`) : [];
}

/** Runs that lie in no other; all turned the same way, so that they fill together. */
function outerRuns(runs: readonly Run[]): Run[] {
  const boxes = runs.map((run) => runsBox([run]));
  return runs.filter((_, i) => !boxes.some((box, k) => k !== i && isInside(boxes[i]!, box))).map((run) => (areaOf(run) < 0 ? reversed(run) : run));
}

/** Outer contours whose inside is mostly paper; solid black shapes keep their weight. */
function rimRuns(runs: readonly Run[]): Run[] {
  const boxes = runs.map((run) => runsBox([run]));
  return runs.filter((run, i) => {
    if (boxes.some((box, k) => k !== i && isInside(boxes[i]!, box))) return false;
    const open = runs.filter((inner, k) => k !== i && areaOf(inner) * areaOf(run) < 0 && isInside(boxes[k]!, boxes[i]!)).reduce((sum, inner) => sum + Math.abs(areaOf(inner)), 0);
    return open > Math.abs(areaOf(run)) * RIM_OPEN;
  });
}

function isInside(a: Box, b: Box): boolean {
  return a.x > b.x && a.y > b.y && a.x + a.width < b.x + b.width && a.y + a.height < b.y + b.height;
}

function reversed(run: Run): Run {
  const ends = [run.start, ...run.segments.map((segment) => segment[2])];
  const segments = run.segments.map(([c1, c2], i) => [c2, c1, ends[i]!] as const).toReversed();
  return { start: ends.at(-1)!, segments, isClosed: run.isClosed };
}

/**
 * Draws an icon whose box becomes `size` u at its greater side. Its lines are thickened with ink when
 * it is small and pared with paper when it is large, towards the page's weights.
 */
export function renderIcon(pen: Pen, icon: Icon, matrix: Matrix, size: number, colour: string): string {
  const { paints } = pen;
  const unit = Math.hypot(matrix[0], matrix[1]);
  const wanted = weightsFor(pen, size);
  const ground = writePath(icon.silhouette, matrix);
  const fill = paints.isColour ? paints.tone(20, colour) : paints.paper;
  const behind = `<path d="${ground}" fill="${fill}" stroke="${paints.paper}" stroke-width="${num(wanted.outline * 1.6)}" stroke-linejoin="round"/><path d="${ground}" fill="${fill}"/>`;
  const change = (wanted.outline + wanted.detail) / 2 - icon.grid * HEAVY * unit;
  // Paper pares both sides of a line: never so much that the light ones vanish.
  const light = icon.grid * LIGHT * unit;
  const width = change > 0 ? change : Math.min(-change, Math.max(light * 0.3, light - wanted.detail));
  const ink = change > 0 ? paints.line : fill;
  if (icon.isSolid) {
    const shape = `<path d="${writePath(icon.runs, matrix)}" fill="${paints.isColour ? fill : paints.line}" stroke="${paints.line}" stroke-width="${num(wanted.detail)}" stroke-linejoin="round"/>`;
    return `<path d="${ground}" fill="${paints.paper}" stroke="${paints.paper}" stroke-width="${num(wanted.outline * 2)}" stroke-linejoin="round"/>${shape}`;
  }
  const rule = icon.isEvenOdd ? ' fill-rule="evenodd"' : '';
  const lines = `<path d="${writePath(icon.runs, matrix)}" fill="${paints.line}"${rule} stroke="${ink}" stroke-width="${num(width)}" stroke-linejoin="round"/>`;
  if (change > 0) return behind + lines;
  const edge = (d: string, w: number): string => `<path d="${d}" fill="none" stroke="${paints.paper}" stroke-width="${num(w)}" stroke-linejoin="round"/>`;
  const rest = icon.grid * HEAVY * unit - width - wanted.outline * 1.5;
  return behind + lines + edge(ground, width) + (rest > 0.5 && icon.rims.length > 0 ? edge(writePath(icon.rims, matrix), width + 2 * rest) : '');
}

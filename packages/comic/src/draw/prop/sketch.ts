/**
 * A thing as data: marks of the pen in the thing's own units, y downwards, standing on y = `height`
 * in the middle of its width. One renderer inks them all, so line weights agree at every size.
 */
import type { Point } from '../../model/geometry.ts';
import type { Ink } from '../../model/kinds.ts';
import { brush } from '../pen/brush.ts';
import { num } from '../pen/path.ts';
import type { Pen } from '../pen/pen.ts';
import type { ToneStep } from '../pen/tone.ts';
import { parsePath, transform, writePath, type Matrix, type Run } from './path-data.ts';

/** `paper`, `line`, `skin`, or the black-and-white ink or tone and the natural colour: `white #f3e2c0`, `40 #8899aa`. */
export type Fill = 'paper' | 'line' | 'skin' | `${Ink | ToneStep} #${string}`;
export type Weight = 'outline' | 'detail' | 'fine' | 'none';

export type Mark = {
  /** Path data, or for a brush line the points `x y x y`. */
  d: string;
  fill?: Fill;
  /** Weight of the line; a brush line swells to it times `brush`. */
  line?: Weight;
  brush?: number;
  /** Drawn only when the thing is at least this many u high or wide. */
  from?: number;
  /** Drawn only below this size: a simpler form for far things. */
  until?: number;
  /** Lies behind the palm when held. */
  isBehind?: boolean;
  /** Ink of the line when it is not the line colour: white lines on black. */
  lineFill?: Fill;
};

export type Sketch = {
  width: number;
  height: number;
  marks: readonly Mark[];
  /** Where a hand takes it, own units; without it the catalogue's way of holding decides. */
  grip?: readonly [x: number, y: number];
  /** Drawn looking left: a hand of a person who looks right holds it mirrored. */
  isLeftward?: boolean;
  /** Upper edge where it is not y = 0. */
  top?: number;
};

/** Filled with an outline. */
export function solid(d: string, fill: Fill, more: Partial<Mark> = {}): Mark {
  return { d, fill, line: 'outline', ...more };
}

/** Filled with a lighter line, or with none. */
export function patch(d: string, fill: Fill, line: Weight = 'detail', more: Partial<Mark> = {}): Mark {
  return { d, fill, line, ...more };
}

/** A line inside the thing. */
export function stroke(d: string, line: Weight = 'detail', more: Partial<Mark> = {}): Mark {
  return { d, line, ...more };
}

/** A brush line through `x y x y ...`; `swell` times the detail weight at its thickest. */
export function swell(points: string, times = 1.4, more: Partial<Mark> = {}): Mark {
  return { d: points, line: 'detail', brush: times, ...more };
}

export function oval(cx: number, cy: number, rx: number, ry = rx): string {
  return `M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}Z`;
}

export function rect(x: number, y: number, width: number, height: number, r = 0): string {
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  return `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
}

/** Draws the marks under `matrix`; `size` is the greater side of the thing in u and decides detail and weights. */
export function renderSketch(pen: Pen, sketch: Sketch, matrix: Matrix, size: number, which: (mark: Mark) => boolean = () => true): string {
  const weights = weightsFor(pen, size);
  return sketch.marks
    .filter((mark) => which(mark) && size >= (mark.from ?? 0) && size < (mark.until ?? Infinity))
    .map((mark) => renderMark(pen, mark, matrix, weights))
    .join('');
}

/** Lines keep their weight on the page; only very small things get thinner ones, or they would clog. */
export function weightsFor(pen: Pen, size: number): Record<Weight, number> {
  const small = Math.min(1, Math.max(0.42, size / 48 + 0.12));
  const large = size > 260 ? Math.min(1.35, 1 + (size - 260) / 1300) : 1;
  const { outline, detail, fine } = pen.weight;
  return { outline: outline * small * large, detail: detail * small * large, fine: fine * Math.max(0.7, small) * large, none: 0 };
}

function renderMark(pen: Pen, mark: Mark, matrix: Matrix, weights: Record<Weight, number>): string {
  const width = weights[mark.line ?? 'none'];
  if (mark.brush !== undefined) {
    const points = pointList(mark.d).map((p) => transform(matrix, p));
    return `<path d="${brush(points, width * mark.brush, width * 0.35, width * 0.35)}" fill="${mark.lineFill ? paintOf(pen, mark.lineFill) : pen.paints.line}"/>`;
  }
  const d = writePath(runsOf(mark.d), matrix);
  const fill = mark.fill === undefined ? 'none' : paintOf(pen, mark.fill);
  const ink = mark.lineFill ? paintOf(pen, mark.lineFill) : pen.paints.line;
  return `<path d="${d}" fill="${fill}"${width > 0 ? ` stroke="${ink}" stroke-width="${num(width)}" stroke-linejoin="round" stroke-linecap="round"` : ''}/>`;
}

export function paintOf(pen: Pen, fill: Fill): string {
  const { paints } = pen;
  if (fill === 'paper') return paints.paper;
  if (fill === 'line') return paints.line;
  if (fill === 'skin') return paints.skin();
  const [step, colour] = fill.split(' ') as [string, string];
  const tone = Number(step);
  if (paints.isColour) return paints.tone(30, colour);
  return Number.isNaN(tone) ? paints.ink(step as Ink) : paints.tone(tone as ToneStep);
}

const parsed = new Map<string, Run[]>();

/** Parsed path data, kept: the drawings are constants. */
export function runsOf(d: string): Run[] {
  const known = parsed.get(d);
  if (known) return known;
  const runs = parsePath(d);
  parsed.set(d, runs);
  return runs;
}

function pointList(text: string): Point[] {
  const n = text.trim().split(/[\s,]+/u).map(Number);
  return Array.from({ length: n.length / 2 }, (_, i) => ({ x: n[i * 2]!, y: n[i * 2 + 1]! }));
}

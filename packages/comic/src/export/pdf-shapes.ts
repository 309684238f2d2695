/** Draws the lettering's SVG fragment as PDF vectors: only the elements our own letterer writes. */
import { parseSvg, type SvgNode } from './svg-nodes.ts';

/** The part of pdfkit's document that is used here. */
export type PdfCanvas = {
  save(): PdfCanvas; restore(): PdfCanvas; transform(a: number, b: number, c: number, d: number, e: number, f: number): PdfCanvas; path(d: string): PdfCanvas;
  fill(colour: string, rule?: 'non-zero' | 'even-odd'): PdfCanvas; stroke(colour: string): PdfCanvas; lineWidth(width: number): PdfCanvas; lineJoin(style: string): PdfCanvas; miterLimit(limit: number): PdfCanvas; lineCap(style: string): PdfCanvas;
  dash(length: number, options: { space: number }): PdfCanvas; undash(): PdfCanvas; opacity(value: number): PdfCanvas;
};

type Style = Record<string, string>;
/** SVG's own; a PDF's is 10, which draws the tips of tails longer than they are on the screen. */
const MITER_LIMIT = 4;
const INHERITED = ['fill', 'stroke', 'stroke-width', 'stroke-linejoin', 'stroke-linecap', 'stroke-dasharray', 'fill-rule'];

/** Throws RangeError for an element or paint that PDFs would show otherwise than pages. */
export function drawSvg(canvas: PdfCanvas, fragment: string): void {
  const nodes = parseSvg(fragment);
  const defs = new Map<string, SvgNode>();
  collectIds(nodes, defs);
  for (const node of nodes) drawNode(canvas, node, {}, defs);
}

function collectIds(nodes: readonly SvgNode[], defs: Map<string, SvgNode>): void {
  for (const node of nodes) {
    if (node.attributes.id !== undefined) defs.set(node.attributes.id, node);
    collectIds(node.children, defs);
  }
}

function drawNode(canvas: PdfCanvas, node: SvgNode, inherited: Style, defs: Map<string, SvgNode>): void {
  const style = { ...inherited, ...Object.fromEntries(INHERITED.flatMap((name) => (node.attributes[name] === undefined ? [] : [[name, node.attributes[name]]]))) };
  if (node.name === 'defs' || node.name === 'title' || node.name === 'desc') return;
  canvas.save();
  for (const matrix of transforms(node.attributes.transform ?? '')) canvas.transform(...matrix);
  if (node.attributes.opacity !== undefined) canvas.opacity(Number(node.attributes.opacity));
  if (node.name === 'g') for (const child of node.children) drawNode(canvas, child, style, defs);
  else if (node.name === 'use') drawUse(canvas, node, style, defs);
  else if (node.name === 'path') paintPath(canvas, node.attributes.d ?? '', style);
  else if (node.name === 'rect') paintPath(canvas, rectPath(node.attributes), style);
  else if (node.name === 'circle' || node.name === 'ellipse') paintPath(canvas, ellipsePath(node.attributes), style);
  else throw new RangeError(`lettering uses <${node.name}>, which the PDF writer does not know`);
  canvas.restore();
}

function drawUse(canvas: PdfCanvas, node: SvgNode, style: Style, defs: Map<string, SvgNode>): void {
  const target = defs.get((node.attributes.href ?? node.attributes['xlink:href'] ?? '').slice(1));
  if (!target) return;
  canvas.transform(1, 0, 0, 1, Number(node.attributes.x ?? 0), Number(node.attributes.y ?? 0));
  drawNode(canvas, target, style, defs);
}

function paintPath(canvas: PdfCanvas, d: string, style: Style): void {
  if (d === '') return;
  const fill = style.fill ?? '#000';
  const stroke = style.stroke ?? 'none';
  for (const paint of [fill, stroke]) if (paint.startsWith('url(')) throw new RangeError('lettering is painted with a pattern');
  if (fill !== 'none') canvas.path(d).fill(fill, style['fill-rule'] === 'evenodd' ? 'even-odd' : 'non-zero');
  if (stroke === 'none') return;
  canvas.lineWidth(Number(style['stroke-width'] ?? 1)).lineJoin(style['stroke-linejoin'] ?? 'miter').miterLimit(MITER_LIMIT).lineCap(style['stroke-linecap'] ?? 'butt');
  const dashes = (style['stroke-dasharray'] ?? '').split(/[ ,]+/).map(Number).filter((value) => value > 0);
  if (dashes.length > 0) canvas.dash(dashes[0]!, { space: dashes[1] ?? dashes[0]! });
  canvas.path(d).stroke(stroke);
  if (dashes.length > 0) canvas.undash();
}

function rectPath(a: Style): string {
  const [x, y, w, h] = [Number(a.x ?? 0), Number(a.y ?? 0), Number(a.width), Number(a.height)];
  return `M${x} ${y}L${x + w} ${y}L${x + w} ${y + h}L${x} ${y + h}Z`;
}

function ellipsePath(a: Style): string {
  const [cx, cy, rx, ry] = [Number(a.cx ?? 0), Number(a.cy ?? 0), Number(a.rx ?? a.r), Number(a.ry ?? a.r)];
  const [kx, ky] = [rx * 0.5523, ry * 0.5523];
  return `M${cx - rx} ${cy}C${cx - rx} ${cy - ky} ${cx - kx} ${cy - ry} ${cx} ${cy - ry}C${cx + kx} ${cy - ry} ${cx + rx} ${cy - ky} ${cx + rx} ${cy}C${cx + rx} ${cy + ky} ${cx + kx} ${cy + ry} ${cx} ${cy + ry}C${cx - kx} ${cy + ry} ${cx - rx} ${cy + ky} ${cx - rx} ${cy}Z`;
}

type Matrix = [number, number, number, number, number, number];

function transforms(text: string): Matrix[] {
  return Array.from(text.matchAll(/(translate|scale|rotate|matrix)\(([^)]*)\)/g), ([, name, list]): Matrix => {
    const v = list!.split(/[ ,]+/).filter(Boolean).map(Number);
    if (name === 'translate') return [1, 0, 0, 1, v[0] ?? 0, v[1] ?? 0];
    if (name === 'scale') return [v[0] ?? 1, 0, 0, v[1] ?? v[0] ?? 1, 0, 0];
    if (name === 'matrix') return [v[0]!, v[1]!, v[2]!, v[3]!, v[4]!, v[5]!];
    const angle = ((v[0] ?? 0) * Math.PI) / 180;
    const [sin, cos, x, y] = [Math.sin(angle), Math.cos(angle), v[1] ?? 0, v[2] ?? 0];
    return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
  });
}

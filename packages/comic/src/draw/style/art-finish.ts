/** The last hand of a kind of art: what lies over a whole picture because of what it is made of. Faces are spared. */
import type { Box } from '../../model/geometry.ts';
import type { Art } from '../../model/kinds.ts';
import type { Random } from '../../model/random.ts';
import { num, path } from '../pen/path.ts';
import type { Pen } from '../pen/pen.ts';

type At = { width: number; height: number; faces: readonly Box[]; random: Random };
export type Finish = { behind: string; over: string };

export function artFinish(pen: Pen, art: Art, at: At): Finish {
  switch (art) {
    case 'oil': return { behind: brushStrokes(pen, at, { count: 260, cover: 0.16, long: 0.2 }), over: brushStrokes(pen, at, { count: 190, cover: 0.12, long: 0.11 }) };
    case 'watercolour': return { behind: blooms(pen, at), over: deckle(pen, at) };
    case 'digital': return { behind: '', over: softLight(pen, at) };
    case 'sketch': return { behind: guides(pen, at), over: '' };
    case 'vintage': return { behind: '', over: specks(pen, at) };
    default: return { behind: '', over: '' };
  }
}

function isFree(at: At, x: number, y: number, margin: number): boolean {
  return !at.faces.some((box) => x > box.x - margin && x < box.x + box.width + margin && y > box.y - margin && y < box.y + box.height + margin);
}

/** Bristle marks of a flat brush, in bunches that follow one another; light and dark ones by turns. */
function brushStrokes(pen: Pen, at: At, o: { count: number; cover: number; long: number }): string {
  const [light, dark] = [path(), path()];
  const size = Math.min(340, at.width, at.height);
  const count = Math.round(o.count * Math.min(4, Math.max(0.5, (at.width * at.height) / 160_000)));
  for (let i = 0; i < count; i++) {
    const [x, y] = [at.random.between(-0.1, 1) * at.width, at.random.between(0, 1) * at.height];
    const long = size * o.long * at.random.between(0.5, 1.3);
    const lean = -0.5 + 0.5 * Math.sin(x * 0.008 + y * 0.006) + at.random.between(-0.15, 0.15);
    if (!isFree(at, x + long / 2, y, long * 0.6)) continue;
    const bristles = i % 3 === 0 ? 5 : 3;
    const target = i % 2 === 0 ? light : dark;
    for (let k = 0; k < bristles; k++) {
      const [dx, dy] = [Math.sin(lean) * k * 3.4, Math.cos(lean) * k * 3.4];
      const [ex, ey] = [x + dx + Math.cos(lean) * long, y + dy - Math.sin(lean) * -long];
      const [mx, my] = [(x + dx + ex) / 2, (y + dy + ey) / 2 - long * 0.09];
      target.move(x + dx, y + dy).quad(mx, my, ex, ey);
    }
  }
  const paint = (d: string, colour: string, width: number): string => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${o.cover}" stroke-linecap="butt"/>`;
  return paint(dark.d, pen.paints.isColour ? '#2a1420' : pen.paints.line, 4.2) + paint(light.d, pen.paints.isColour ? '#fff4dc' : pen.paints.paper, 3.4);
}

/** A wet drop that pushed the pigment to its rim. */
function bloom(at: At, x: number, y: number, r: number): string {
  const points = Array.from({ length: 14 }, (_, i) => {
    const a = (i / 14) * Math.PI * 2;
    const reach = r * at.random.between(0.78, 1.2);
    return { x: x + Math.cos(a) * reach * 1.25, y: y + Math.sin(a) * reach };
  });
  return path().spline(points, true).d;
}

function blooms(pen: Pen, at: At): string {
  const size = Math.min(at.width, at.height);
  const id = `kabloom${pen.paints.paper.slice(1)}`;
  const stop = (offset: number, colour: string, cover: number): string => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${cover}"/>`;
  const rim = pen.paints.isColour ? '#6f6470' : pen.paints.line;
  const paint = `<defs><radialGradient id="${id}">${stop(0, pen.paints.paper, 0.42)}${stop(0.62, pen.paints.paper, 0.26)}${stop(0.84, rim, 0.07)}${stop(1, rim, 0)}</radialGradient></defs>`;
  return paint + Array.from({ length: 7 }, () => `<path d="${bloom(at, at.random.between(0, at.width), at.random.between(0, at.height), size * at.random.between(0.12, 0.28))}" fill="url(#${id})"/>`).join('');
}

/** The wash ends before the paper does: an uneven white border. */
function deckle(pen: Pen, at: At): string {
  const { width: w, height: h } = at;
  const depth = Math.min(w, h) * 0.035;
  const side = (count: number, at0: (t: number, k: number) => { x: number; y: number }): { x: number; y: number }[] => Array.from({ length: count }, (_, i) => at0((i + 0.5) / count, at.random.between(0.15, 1) * depth));
  const ring = [
    ...side(11, (t, k) => ({ x: t * w, y: k })), ...side(8, (t, k) => ({ x: w - k, y: t * h })), ...side(11, (t, k) => ({ x: (1 - t) * w, y: h - k })), ...side(8, (t, k) => ({ x: k, y: (1 - t) * h })),
  ];
  const edge = path().spline(ring, true, 0.8).d;
  return `<path d="M-40 -40L${num(w + 40)} -40L${num(w + 40)} ${num(h + 40)}L-40 ${num(h + 40)}Z${edge}" fill="${pen.paints.paper}" fill-rule="evenodd"/><path d="${edge}" fill="none" stroke="${pen.paints.isColour ? '#8b7f86' : pen.paints.line}" stroke-width="1.6" stroke-opacity="0.2"/>`;
}

/** Light of a screen from the upper left, shade to the lower right. */
function softLight(pen: Pen, at: At): string {
  const { width: w, height: h } = at;
  const id = `kadig${Math.round(w)}x${Math.round(h)}`;
  const [light, shade] = pen.paints.isColour ? ['#fff2c9', '#20184a'] : [pen.paints.paper, pen.paints.line];
  return `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="${num(w)}" y2="${num(h)}"><stop offset="0" stop-color="${light}" stop-opacity="0.42"/><stop offset="0.45" stop-color="${light}" stop-opacity="0"/><stop offset="0.6" stop-color="${shade}" stop-opacity="0"/><stop offset="1" stop-color="${shade}" stop-opacity="0.3"/></linearGradient></defs><path d="M-20 -20L${num(w + 20)} -20L${num(w + 20)} ${num(h + 20)}L-20 ${num(h + 20)}Z" fill="url(#${id})"/>`;
}

/** Lines of construction: axes and circles round the heads, as a draughtsman leaves them. */
function guides(pen: Pen, at: At): string {
  const p = path();
  for (const box of at.faces) {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const r = Math.max(box.width, box.height) * 0.6;
    p.ellipse(x + r * 0.05, y - r * 0.12, r, r * 1.05);
    p.move(x - r * 0.1, y - r * 2.1).line(x + r * 0.12, y + r * 4.2).move(x - r * 2.4, y + r * 1.55).line(x + r * 2.4, y + r * 1.4);
  }
  return `<path d="${p.d}" fill="none" stroke="${pen.paints.line}" stroke-width="1.1" stroke-opacity="0.32"/>`;
}

/** Dirt of an old press. */
function specks(pen: Pen, at: At): string {
  const p = path();
  for (let i = 0; i < 46; i++) {
    const [x, y, r] = [at.random.between(0, at.width), at.random.between(0, at.height), at.random.between(0.5, 1.5)];
    if (isFree(at, x, y, 6)) p.ellipse(x, y, r * at.random.between(0.6, 1.6), r);
  }
  return `<path d="${p.d}" fill="${pen.paints.line}" fill-opacity="0.5"/>`;
}

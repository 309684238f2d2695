/** The light of a book's mood: what lies behind the people and over the edges of a picture, never over faces, never weather. */
import type { Box, Point } from '../../model/geometry.ts';
import type { StyleMood } from '../../model/kinds.ts';
import type { Random } from '../../model/random.ts';
import { num, path } from '../pen/path.ts';
import type { Pen } from '../pen/pen.ts';

export type Glow = { behind: string; over: string };
type At = { width: number; height: number; focus: Point; faces: readonly Box[]; random: Random; /** The place is not shown: plain grounds stay plain. */ isPlain: boolean };

const NOTHING: Glow = { behind: '', over: '' };

export function moodLight(pen: Pen, mood: StyleMood, at: At): Glow {
  return (LIGHTS[mood] ?? (() => NOTHING))(pen, at);
}

const LIGHTS: Partial<Record<StyleMood, (pen: Pen, at: At) => Glow>> = {
  happy: (pen, at) => ({ behind: (at.isPlain ? '' : wholeOf(at, pen.paints.paper, 0.5) + sunburst(at, { count: 13, colour: pen.paints.isColour ? '#ffe58a' : pen.paints.tone(30), cover: pen.paints.isColour ? 0.5 : 0.75 })) + confetti(pen, at), over: '' }),
  sad: (pen, at) => ({ behind: '', over: fall(at, { id: 'sad', colour: dusk(pen, '#3d4a60'), from: 'top', reach: 0.62, cover: 0.46 }) + fall(at, { id: 'sadb', colour: dusk(pen, '#3d4a60'), from: 'bottom', reach: 0.3, cover: 0.28 }) }),
  mysterious: (pen, at) => ({ behind: mist(pen, at), over: vignette(at, { id: 'mys', colour: dusk(pen, '#121a3a'), inner: 0.5, cover: 0.78 }) }),
  adventurous: (pen, at) => ({ behind: at.isPlain ? '' : wholeOf(at, pen.paints.paper, 0.5) + sunburst(at, { count: 20, colour: pen.paints.isColour ? '#ffb347' : pen.paints.line, cover: pen.paints.isColour ? 0.6 : 1, from: 0.17, thin: pen.paints.isColour ? 0.9 : 0.42 }), over: '' }),
  romantic: (pen, at) => ({ behind: (at.isPlain ? '' : wholeOf(at, pen.paints.paper, 0.45)) + bokeh(pen, at), over: petals(pen, at) }),
  dark: (pen, at) => ({ behind: at.isPlain ? '' : wholeOf(at, dusk(pen, '#0b0a18'), 0.4), over: vignette(at, { id: 'drk', colour: dusk(pen, '#07060f'), inner: 0.4, cover: 0.92 }) }),
  peaceful: (pen, at) => ({ behind: at.isPlain ? '' : wholeOf(at, pen.paints.paper, 0.42) + fall(at, { id: 'pea', colour: pen.paints.paper, from: 'top', reach: 0.5, cover: 0.75 }), over: fall(at, { id: 'peb', colour: pen.paints.paper, from: 'bottom', reach: 0.16, cover: 0.7 }) }),
  energetic: (pen, at) => ({ behind: '', over: dashes(pen, at) }),
  nostalgic: (pen, at) => ({ behind: at.isPlain ? '' : wholeOf(at, pen.paints.paper, 0.25), over: vignette(at, { id: 'nos', colour: pen.paints.isColour ? '#f6e7c6' : pen.paints.paper, inner: 0.66, cover: 1 }) }),
  dramatic: (pen, at) => ({ behind: at.isPlain ? '' : beam(pen, at), over: fall(at, { id: 'dra', colour: dusk(pen, '#120a14'), from: 'bottom', reach: 0.3, cover: 0.85 }) }),
};

/** Night of the palette; plain ink in ink books. */
function dusk(pen: Pen, colour: string): string {
  return pen.paints.isColour ? colour : pen.paints.line;
}

function frame({ width, height }: At): string {
  return `M-4 -4L${num(width + 4)} -4L${num(width + 4)} ${num(height + 4)}L-4 ${num(height + 4)}Z`;
}

function wholeOf(at: At, colour: string, cover: number): string {
  return `<path d="${frame(at)}" fill="${colour}" fill-opacity="${cover}"/>`;
}

/** Names follow from the content, as pictures of one page share their definitions. */
function nameOf(id: string, at: At): string {
  return `km${id}${Math.round(at.width)}x${Math.round(at.height)}-${Math.round(at.focus.x)}-${Math.round(at.focus.y)}`;
}

function fall(at: At, o: { id: string; colour: string; from: 'top' | 'bottom'; reach: number; cover: number }): string {
  const id = nameOf(o.id, at);
  const [y0, y1] = o.from === 'top' ? [0, at.height * o.reach] : [at.height, at.height * (1 - o.reach)];
  return `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" y1="${num(y0)}" x2="0" y2="${num(y1)}"><stop offset="0" stop-color="${o.colour}" stop-opacity="${o.cover}"/><stop offset="1" stop-color="${o.colour}" stop-opacity="0"/></linearGradient></defs><path d="${frame(at)}" fill="url(#${id})"/>`;
}

/** Darkens or bleaches the edges; the circle of the faces stays clear. */
function vignette(at: At, o: { id: string; colour: string; inner: number; cover: number }): string {
  const id = nameOf(o.id, at);
  const { width: w, height: h, focus } = at;
  const [rx, ry] = [w * 0.74, Math.max(h, w * 0.5) * 0.8];
  const far = Math.max(...at.faces.flatMap((box) => [box.x, box.x + box.width].flatMap((x) => [box.y, box.y + box.height].map((y) => Math.hypot((x - focus.x) / rx, (y - focus.y) / ry)))), 0);
  const inner = Math.min(0.9, Math.max(o.inner, far * 1.02));
  const scale = `translate(${num(focus.x)} ${num(focus.y)}) scale(${num(rx)} ${num(ry)})`;
  return `<defs><radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="${scale}"><stop offset="${inner.toFixed(2)}" stop-color="${o.colour}" stop-opacity="0"/><stop offset="${(inner + (1 - inner) * 0.6).toFixed(2)}" stop-color="${o.colour}" stop-opacity="${(o.cover * 0.6).toFixed(2)}"/><stop offset="1" stop-color="${o.colour}" stop-opacity="${o.cover}"/></radialGradient></defs><path d="${frame(at)}" fill="url(#${id})"/>`;
}

function sunburst(at: At, o: { count: number; colour: string; cover: number; /** Share of the way out where rays begin, and factor on their breadth. */ from?: number; thin?: number }): string {
  const { focus } = at;
  const reach = Math.hypot(at.width, at.height);
  const p = path();
  for (let i = 0; i < o.count; i++) {
    const a = ((i + at.random.between(-0.2, 0.2)) / o.count) * Math.PI * 2;
    const half = (Math.PI / o.count) * at.random.between(0.3, 0.55) * (o.thin ?? 1);
    const start = (o.from ?? 0) * reach * at.random.between(0.8, 1.3);
    p.move(focus.x + Math.cos(a) * start, focus.y + Math.sin(a) * start).line(focus.x + Math.cos(a - half) * reach, focus.y + Math.sin(a - half) * reach).line(focus.x + Math.cos(a + half) * reach, focus.y + Math.sin(a + half) * reach).close();
  }
  return `<path d="${p.d}" fill="${o.colour}" fill-opacity="${o.cover}"/>`;
}

/** Spots along the edges that no face takes. */
function spots(at: At, count: number, size: readonly [number, number]): { x: number; y: number; r: number }[] {
  const found: { x: number; y: number; r: number }[] = [];
  for (let i = 0; i < count; i++) {
    const r = at.random.between(...size) * Math.min(at.width, at.height);
    const [x, y] = [at.random.between(0, at.width), at.random.between(0, at.height)];
    if (!at.faces.some((box) => x > box.x - r * 1.4 && x < box.x + box.width + r * 1.4 && y > box.y - r * 1.4 && y < box.y + box.height + r * 1.4)) found.push({ x, y, r });
  }
  return found;
}

function confetti(pen: Pen, at: At): string {
  const { paints } = pen;
  return spots(at, 16, [0.012, 0.026]).map(({ x, y, r }, i) => {
    const colour = paints.isColour ? ['#ffd24a', '#ff8fa3', '#7fd0c2', '#ffffff'][i % 4]! : paints.paper;
    const d = i % 3 === 0 ? path().move(x, y - r * 1.5).quad(x, y, x + r * 1.5, y).quad(x, y, x, y + r * 1.5).quad(x, y, x - r * 1.5, y).quad(x, y, x, y - r * 1.5).close().d : path().ellipse(x, y, r * 0.7, r * 0.7).d;
    return `<path d="${d}" fill="${colour}" stroke="${paints.line}" stroke-width="${num(pen.weight.fine)}"/>`;
  }).join('');
}

/** Discs of light out of focus. */
function bokeh(pen: Pen, at: At): string {
  const { paints } = pen;
  return spots(at, 22, [0.03, 0.085]).map(({ x, y, r }, i) => {
    const colour = paints.isColour ? ['#ffd9e2', '#fff4dc', '#ffffff'][i % 3]! : paints.paper;
    const rim = paints.isColour ? '#ffffff' : paints.line;
    return `<path d="${path().ellipse(x, y, r, r).d}" fill="${colour}" fill-opacity="0.62" stroke="${rim}" stroke-width="0.8" stroke-opacity="0.45"/>`;
  }).join('');
}

function mist(pen: Pen, at: At): string {
  if (at.isPlain) return '';
  return [0.3, 0.55, 0.78].map((level, i) => {
    const y = at.height * level;
    const p = path().move(-10, y);
    for (let x = 0; x <= 4; x++) p.quad(at.width * (x * 0.25 + 0.02), y + (x % 2 === 0 ? -1 : 1) * at.height * 0.05, at.width * (x * 0.25 + 0.15), y + at.random.between(-6, 6));
    p.line(at.width + 10, y + at.height * 0.13).quad(at.width * 0.5, y + at.height * (0.2 - i * 0.02), -10, y + at.height * 0.12).close();
    return `<path d="${p.d}" fill="${pen.paints.isColour ? '#c9d2e6' : pen.paints.paper}" fill-opacity="0.5"/>`;
  }).join('');
}

/** Short strokes that fly inwards from the frame. */
function dashes(pen: Pen, at: At): string {
  const reach = Math.hypot(at.width, at.height) / 2;
  const p = path();
  for (let i = 0; i < 46; i++) {
    const a = ((i + at.random.between(-0.4, 0.4)) / 46) * Math.PI * 2;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const edge = Math.min(Math.abs(at.width / 2 / (c || 1e-6)), Math.abs(at.height / 2 / (s || 1e-6)));
    const from = edge - reach * at.random.between(0.05, 0.2);
    const w = at.random.between(1, 3.6);
    const [x, y] = [at.width / 2, at.height / 2];
    p.move(x + c * from, y + s * from).line(x + c * (edge + 30) - s * w, y + s * (edge + 30) + c * w).line(x + c * (edge + 30) + s * w, y + s * (edge + 30) - c * w).close();
  }
  return `<path d="${p.d}" fill="${pen.paints.line}"/>`;
}

/** Petals that drift along the lower edge and the corners. */
function petals(pen: Pen, at: At): string {
  const { paints } = pen;
  const size = Math.min(at.width, at.height);
  return spots(at, 26, [0.014, 0.028]).filter(({ x, y }) => y > at.height * 0.72 || x < at.width * 0.14 || x > at.width * 0.86 || y < size * 0.12).map(({ x, y, r }, i) => {
    const [c, s] = [Math.cos(i * 2.4), Math.sin(i * 2.4)];
    const p = (u: number, v: number): [number, number] => [x + (u * c - v * s) * r, y + (u * s + v * c) * r];
    const d = path().move(...p(0, 1.7)).curve(...p(1.3, 0.9), ...p(1, -0.9), ...p(0.3, -1.5)).line(...p(0, -1.1)).line(...p(-0.3, -1.5)).curve(...p(-1, -0.9), ...p(-1.3, 0.9), ...p(0, 1.7)).close().d;
    return `<path d="${d}" fill="${paints.isColour ? '#ffc2d2' : paints.paper}" stroke="${paints.line}" stroke-width="${num(pen.weight.fine * 0.9)}"/>`;
  }).join('');
}

/** All dark but a shaft of light that falls on everybody's face. */
function beam(pen: Pen, at: At): string {
  const { width: w, height: h, faces } = at;
  const left = Math.min(at.focus.x - w * 0.16, ...faces.map((box) => box.x - box.width * 0.35));
  const right = Math.max(at.focus.x + w * 0.16, ...faces.map((box) => box.x + box.width * 1.35));
  const lean = h * 0.22;
  const shaft = `M${num(left + lean)} -8L${num(right + lean * 0.6)} -8L${num(right - lean * 0.3)} ${num(h + 8)}L${num(left - lean)} ${num(h + 8)}Z`;
  return `<path d="${frame(at)}${shaft}" fill-rule="evenodd" fill="${dusk(pen, '#120a14')}" fill-opacity="0.86"/>`;
}

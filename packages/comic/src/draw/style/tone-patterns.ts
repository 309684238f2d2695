/** The patterns of styled tones: each is one small tile, named by what it shows, so that pictures of one page share it. */
import { num } from '../pen/path.ts';

/** `ground` under the marks (`none` to shade what is there), `ink` of the marks, percent of ink. */
export type PatternSpec = { kind: 'dots' | 'fine-dots' | 'coarse-dots' | 'fine-hatch' | 'cross-hatch' | 'shadow-hatch' | 'pencil' | 'wash'; ground: string; ink: string; percent: number };

export function patternId({ kind, ground, ink, percent }: PatternSpec): string {
  return `kp-${kind}-${Math.round(percent)}-${ground.slice(1)}${ink.slice(1)}`;
}

export function patternDef(spec: PatternSpec): string {
  const id = patternId(spec);
  if (spec.kind === 'wash') return wash(id, spec);
  if (spec.kind === 'pencil') return tile(id, 48, spec.ground, pencilStrokes(spec));
  if (spec.kind === 'fine-dots' || spec.kind === 'coarse-dots' || spec.kind === 'dots') return dots(id, spec, { 'fine-dots': 4, dots: 6, 'coarse-dots': 9 }[spec.kind]);
  return hatch(id, spec);
}

function tile(id: string, size: number, ground: string, marks: string): string {
  return `<pattern id="${id}" width="${num(size)}" height="${num(size)}" patternUnits="userSpaceOnUse">${ground === 'none' ? '' : `<rect width="${num(size)}" height="${num(size)}" fill="${ground}"/>`}${marks}</pattern>`;
}

/** Two dots a tile on a 45 degree lattice; above half the paper becomes the dots. */
function dots(id: string, { ground, ink, percent }: PatternSpec, size: number): string {
  const isDense = percent > 50;
  const r = Math.sqrt((((isDense ? 100 - percent : percent) / 100) * size * size) / (2 * Math.PI));
  const h = size / 2;
  const marks = [[h, h], [0, 0], [size, 0], [0, size], [size, size]].map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${r.toFixed(2)}"/>`).join('');
  return tile(id, size, isDense ? ink : ground, `<g fill="${isDense ? ground : ink}">${marks}</g>`);
}

/** Strokes at 45 degrees; cross-hatching lays the second layer from a quarter of ink upwards, shadows lean the other way. */
function hatch(id: string, { kind, ground, ink, percent }: PatternSpec): string {
  const isCross = kind === 'cross-hatch' && percent >= 25;
  const share = Math.max(6, isCross ? percent / 1.75 : percent);
  // Whole units, so that strokes meet at the tile's edge on every raster; they lie a side / sqrt 2 apart.
  const size = Math.max(4, Math.min(kind === 'fine-hatch' ? 8 : 12, Math.round(((kind === 'fine-hatch' ? 0.9 : 1.2) * Math.SQRT2 * 100) / share)));
  const width = Math.min(size * 0.45, (size * share) / (Math.SQRT2 * 100));
  const rising = `M-1 ${size + 1}L${size + 1} -1M-1 1L1 -1M${size - 1} ${size + 1}L${size + 1} ${size - 1}`;
  const falling = `M-1 -1L${size + 1} ${size + 1}M-1 ${size - 1}L1 ${size + 1}M${size - 1} -1L${size + 1} 1`;
  const strokes = kind === 'shadow-hatch' ? falling : rising + (isCross ? falling : '');
  return tile(id, size, ground, `<path d="${strokes}" stroke="${ink}" stroke-width="${width.toFixed(2)}" fill="none"/>`);
}

/** Slanted strokes of a pencil, none like the other; they leave the tile on one side and come back on the other. */
function pencilStrokes({ ink, percent }: PatternSpec): string {
  const size = 48;
  const count = Math.max(4, Math.round(percent / 4.2));
  let d = '';
  for (let i = 0; i < count; i++) {
    const x = ((i + 0.31 * ((i * 7) % 5)) / count) * size;
    const lean = 30 + ((i * 11) % 9);
    const bow = ((i * 5) % 7) - 3;
    for (const dx of [-size, 0, size]) d += `M${num(x + dx)} ${size + 2}Q${num(x + dx + lean * 0.5 + bow)} ${size / 2} ${num(x + dx + lean)} -2`;
  }
  const cover = Math.min(0.9, 0.3 + percent / 130);
  return `<path d="${d}" stroke="${ink}" stroke-width="${num(1.1 + percent / 55)}" stroke-opacity="${cover.toFixed(2)}" fill="none"/>`;
}

/** Pigment flows over the whole sheet, so that the pieces of one garment share one wash. */
function wash(id: string, { ground, ink }: PatternSpec): string {
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" spreadMethod="reflect" x1="0" y1="0" x2="170" y2="390"><stop offset="0" stop-color="${ground}"/><stop offset="0.3" stop-color="${mixHex(ground, ink, 0.35)}"/><stop offset="0.75" stop-color="${mixHex(ground, ink, 0.9)}"/><stop offset="1" stop-color="${ink}"/></linearGradient>`;
}

/** `share` of `b` in `a`; both `#rgb` or `#rrggbb`. */
export function mixHex(a: string, b: string, share: number): string {
  const [p, q] = [channels(a), channels(b)];
  return `#${p.map((value, i) => Math.max(0, Math.min(255, Math.round(value + (q[i]! - value) * share))).toString(16).padStart(2, '0')).join('')}`;
}

function channels(hex: string): number[] {
  const long = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
}

/** Brightness 0..1, Rec. 601. */
export function brightness(hex: string): number {
  const [r, g, b] = channels(hex) as [number, number, number];
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

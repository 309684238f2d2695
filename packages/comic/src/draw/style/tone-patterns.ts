/** The patterns of styled tones: each is one small tile, named by what it shows, so that pictures of one page share it. */
import { num } from '../pen/path.ts';

/** `ground` under the marks, `ink` of the marks, percent of ink. */
export type PatternSpec = { kind: 'fine-dots' | 'coarse-dots' | 'fine-hatch' | 'cross-hatch' | 'pencil' | 'wash' | 'oil'; ground: string; ink: string; percent: number };

export function patternId({ kind, ground, ink, percent }: PatternSpec): string {
  return `kp-${kind}-${Math.round(percent)}-${ground.slice(1)}${ink.slice(1)}`;
}

export function patternDef(spec: PatternSpec): string {
  const id = patternId(spec);
  if (spec.kind === 'wash') return wash(id, spec);
  if (spec.kind === 'oil') return tile(id, 54, spec.ground, oilStrokes(spec));
  if (spec.kind === 'pencil') return tile(id, 48, spec.ground, pencilStrokes(spec));
  if (spec.kind === 'fine-dots' || spec.kind === 'coarse-dots') return dots(id, spec, spec.kind === 'fine-dots' ? 4.5 : 9);
  return hatch(id, spec);
}

function tile(id: string, size: number, ground: string, marks: string): string {
  return `<pattern id="${id}" width="${num(size)}" height="${num(size)}" patternUnits="userSpaceOnUse"><rect width="${num(size)}" height="${num(size)}" fill="${ground}"/>${marks}</pattern>`;
}

/** Two dots a tile on a 45 degree lattice; above half the paper becomes the dots. */
function dots(id: string, { ground, ink, percent }: PatternSpec, size: number): string {
  const isDense = percent > 50;
  const r = Math.sqrt((((isDense ? 100 - percent : percent) / 100) * size * size) / (2 * Math.PI));
  const h = size / 2;
  const marks = [[h, h], [0, 0], [size, 0], [0, size], [size, size]].map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${r.toFixed(2)}"/>`).join('');
  return tile(id, size, isDense ? ink : ground, `<g fill="${isDense ? ground : ink}">${marks}</g>`);
}

/** Strokes at 45 degrees; cross-hatching lays the second layer from a fifth of ink upwards. */
function hatch(id: string, { kind, ground, ink, percent }: PatternSpec): string {
  const isCross = kind === 'cross-hatch' && percent >= 25;
  const width = kind === 'cross-hatch' ? 1 + percent / 90 : 0.75 + percent / 140;
  const share = isCross ? percent / 1.75 : percent;
  // Strokes lie a tile's side / sqrt 2 apart.
  const size = Math.max(3.2, Math.min(15, (width * Math.SQRT2 * 100) / Math.max(6, share)));
  const s = num(size);
  const one = `M-1 ${num(size + 1)}L${num(size + 1)} -1M-1 1L1 -1M${num(size - 1)} ${num(size + 1)}L${num(size + 1)} ${num(size - 1)}`;
  const two = isCross ? `M-1 -1L${num(size + 1)} ${num(size + 1)}M-1 ${num(size - 1)}L1 ${num(size + 1)}M${num(size - 1)} -1L${num(size + 1)} 1` : '';
  return `<pattern id="${id}" width="${s}" height="${s}" patternUnits="userSpaceOnUse"><rect width="${s}" height="${s}" fill="${ground}"/><path d="${one}${two}" stroke="${ink}" stroke-width="${num(width)}" fill="none"/></pattern>`;
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

/** Broad strokes of a flat brush, lighter and darker than the ground. */
function oilStrokes({ ink, ground, percent }: PatternSpec): string {
  const light: string[] = [];
  const dark: string[] = [];
  for (let i = 0; i < 12; i++) {
    const [x, y] = [(i * 23) % 54, (i * 31 + 7) % 54];
    const long = 17 + ((i * 13) % 12);
    const d = [-54, 0, 54].flatMap((dx) => [-54, 0, 54].map((dy) => `M${x + dx} ${y + dy}q${num(long * 0.5)} ${num(-4 - (i % 3))} ${long} ${num(-long * 0.42)}`)).join('');
    (i % 2 === 0 ? light : dark).push(d);
  }
  const strokes = (d: string, colour: string, width: number, cover: number): string => `<path d="${d}" stroke="${colour}" stroke-width="${width}" stroke-opacity="${cover}" stroke-linecap="butt" fill="none"/>`;
  const isWhite = ground === '#ffffff' && percent < 5;
  return strokes(dark.join(''), ink, 6.5, isWhite ? 0.05 : 0.17) + strokes(light.join(''), '#ffffff', 4.5, 0.22);
}

/** Pigment runs to one edge of a shape: light where the brush began, dark where the water stood. */
function wash(id: string, { ground, ink }: PatternSpec): string {
  return `<linearGradient id="${id}" x1="0.1" y1="0" x2="0.75" y2="1"><stop offset="0" stop-color="${ground}"/><stop offset="0.55" stop-color="${mixHex(ground, ink, 0.55)}"/><stop offset="0.85" stop-color="${ink}"/><stop offset="1" stop-color="${mixHex(ground, ink, 0.8)}"/></linearGradient>`;
}

/** `share` of `b` in `a`; both `#rgb` or `#rrggbb`. */
export function mixHex(a: string, b: string, share: number): string {
  const [p, q] = [channels(a), channels(b)];
  return `#${p.map((value, i) => Math.max(0, Math.min(255, Math.round(value + (q[i]! - value) * share))).toString(16).padStart(2, '0')).join('')}`;
}

function channels(hex: string): number[] {
  const long = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
}

/** Brightness 0..1, Rec. 601. */
export function brightness(hex: string): number {
  const [r, g, b] = channels(hex) as [number, number, number];
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

/** The sky by time and weather: graded tone, clouds, sun, moon, stars, lightning. */
import type { Point } from '../../../model/geometry.ts';
import type { Random } from '../../../model/random.ts';
import type { Sketch } from '../base/sketch.ts';
import { vec } from '../base/vector.ts';
import { star } from './star.ts';

type Look = { dark: [number, number]; colours: [string, string] };

/** `dark` and colours at the top of the picture and at the horizon. */
function lookOf(s: Sketch): Look {
  const { time, weather } = s.spec;
  if (time === 'night') return { dark: weather === 'fog' ? [70, 40] : [100, weather === 'snow' || weather === 'rain' ? 82 : 62], colours: ['#0f1836', '#33457a'] };
  if (weather === 'storm') return { dark: [78, 30], colours: ['#3c4658', '#8a95a3'] };
  if (weather === 'fog') return { dark: [14, 0], colours: ['#d5dadd', '#eceef0'] };
  if (time === 'dusk') return weather === 'rain' || weather === 'cloudy' ? { dark: [62, 22], colours: ['#6d5f86', '#c99a8c'] } : { dark: [62, 3], colours: ['#7a5a94', '#ffb35c'] };
  if (time === 'dawn') return { dark: [34, 0], colours: ['#8fa6d8', '#ffe0cf'] };
  if (weather === 'rain') return { dark: [40, 4], colours: ['#7f8b98', '#bac4cc'] };
  if (weather === 'snow') return { dark: [34, 10], colours: ['#9fabb8', '#d3dae1'] };
  if (weather === 'cloudy') return { dark: [26, 6], colours: ['#a9b6c2', '#dfe5ea'] };
  return { dark: [26, -8], colours: ['#63b1ea', '#d9f0fb'] };
}

export function sky(s: Sketch, options: { clouds?: boolean; sun?: boolean } = {}): void {
  s.plate.plane = 'far';
  const { x0, y0, x1, y1 } = s.bounds;
  const bottom = Math.max(60, Math.min(y1 + 400, s.horizon));
  const look = lookOf(s);
  // A low camera sees more of the sky: the tone still ends at the horizon or a picture below the edge.
  const top = Math.min(0, bottom - s.camera.height * 0.75);
  const paint = s.graded({ from: top, to: bottom, dark: look.dark, colours: look.colours });
  s.plate.fill([{ x: x0, y: y0 }, { x: x1, y: y0 }, { x: x1, y: y1 }, { x: x0, y: y1 }], paint);
  if (s.horizon < -20) return;
  const r = s.part();
  const { time, weather } = s.spec;
  if (time === 'night') {
    if (weather !== 'rain' && weather !== 'snow' && weather !== 'storm' && weather !== 'fog') {
      if (weather !== 'cloudy') stars(s, r);
      if (options.sun !== false) moon(s, r);
    }
  } else if (time !== 'day' && options.sun !== false && (weather === 'clear' || weather === 'wind')) lowSun(s, r);
  if (options.clouds !== false && weather !== 'fog' && !s.isSoft) clouds(s, r);
  if (weather === 'storm') bolt(s, r);
}

/** A point of the sky by direction, radians: `side` to the right, `up` above the horizon. */
function skySpot(s: Sketch, side: number, up: number): Point & { scale: number } | undefined {
  const far = 40_000;
  return s.spot(vec(Math.tan(side) * far, s.camera.eye + Math.tan(up) * far, far));
}

function stars(s: Sketch, r: Random): void {
  let d = '';
  const count = s.isSoft ? 14 : 70;
  for (let i = 0; i < count; i++) {
    const p = skySpot(s, r.between(-0.9, 0.9), 0.04 + r.next() ** 0.7 * 0.9);
    const size = r.next() < 0.1 ? 2.6 : r.between(0.7, 1.5);
    if (p === undefined || p.y > s.horizon - 8 || p.x < -5 || p.x > s.camera.width + 5 || p.y < -5) continue;
    d += star(p.x, p.y, size, size > 2);
  }
  if (d !== '') s.plate.fillPath(d, s.pen.paints.isColour ? s.plain(0, '#fff7d8') : s.pen.paints.paper);
}

function circle(x: number, y: number, r: number, count = 36): Point[] {
  return Array.from({ length: count }, (_, i) => ({ x: x + Math.cos((i * 2 * Math.PI) / count) * r, y: y + Math.sin((i * 2 * Math.PI) / count) * r }));
}

function moon(s: Sketch, r: Random): void {
  const p = skySpot(s, r.between(0.14, 0.38) * (r.chance(0.5) ? 1 : -1), r.between(0.17, 0.26));
  if (p === undefined) return;
  const size = Math.max(14, Math.min(34, s.camera.height * 0.055));
  s.screenPatch(circle(p.x, p.y, size * 1.55), s.plain(6, '#3a4b80'));
  s.screenPatch(circle(p.x, p.y, size), s.plain(0, '#fdf6d0'));
  for (const [dx, dy, k] of [[-0.3, -0.25, 0.22], [0.25, 0.2, 0.16], [-0.1, 0.4, 0.12]] as const) s.screenPatch(circle(p.x + dx * size, p.y + dy * size, size * k, 14), s.plain(1, '#ece2b4'));
}

function lowSun(s: Sketch, r: Random): void {
  const p = skySpot(s, r.between(0.1, 0.3) * (r.chance(0.5) ? 1 : -1), 0.06);
  if (p === undefined) return;
  const size = Math.max(20, Math.min(60, s.camera.height * 0.09));
  s.screenPatch(circle(p.x, p.y, size * 1.7), s.plain(0, '#ffd08a'));
  s.screenPatch(circle(p.x, p.y, size), s.plain(0, '#fff3c9'), { weight: 0.8, depth: 3000 });
}

function bolt(s: Sketch, r: Random): void {
  const x = s.camera.width * r.between(0.2, 0.8);
  const bottom = Math.min(s.camera.height * 0.8, s.horizon);
  if (bottom < 60) return;
  const left: Point[] = [];
  const right: Point[] = [];
  let [px, py] = [x, -20];
  while (py < bottom) {
    const wide = 5.5 * (1 - py / bottom) + 0.6;
    left.push({ x: px - wide, y: py });
    right.unshift({ x: px + wide, y: py });
    py += r.between(0.08, 0.16) * bottom;
    px += r.between(-0.09, 0.09) * s.camera.width;
  }
  const shape = [...left, { x: px, y: py }, ...right];
  s.screenPatch(shape.map((p) => ({ x: p.x + (p.x < x ? -4 : 4), y: p.y })), s.plain(1, '#c9d4f2'));
  s.screenPatch(shape, s.plain(0, '#ffffff'), { weight: 0.6, depth: 3000 });
}

function clouds(s: Sketch, r: Random): void {
  const { time, weather } = s.spec;
  const isFair = weather === 'clear' || weather === 'wind';
  if (time === 'night' && isFair) return;
  if (isFair && time === 'day') {
    const count = s.spec.season === 'summer' ? 4 : 3;
    for (let i = 0; i < count; i++) cumulus(s, r, r.between(-0.75, 0.75), r.between(0.1, 0.42), s.spec.season === 'summer' && i === 0 ? 0.5 : r.between(0.14, 0.3));
    return;
  }
  const isBright = isFair;
  const level = time === 'night' ? 6 : weather === 'storm' ? 6 : isBright ? 5 : 3;
  const colour = time === 'night' ? '#2a3762' : weather === 'storm' ? '#4a5262' : isBright ? (time === 'dusk' ? '#a4577c' : '#b99ab8') : '#97a3ae';
  for (let i = 0; i < 7; i++) streak(s, r, r.between(-0.8, 0.8), r.between(0.06, 0.5), s.plain(level - (i % 2), colour));
}

/** A heaped cloud: white, its bulges outlined on the upper side, a little tone below. */
function cumulus(s: Sketch, r: Random, side: number, up: number, wide: number): void {
  const p = skySpot(s, side, up);
  const span = s.camera.width * wide * Math.min(1.2, Math.max(0.7, s.camera.focal / s.camera.width));
  const bumps = Array.from({ length: 8 }, (_, i) => ({ t: i / 7, k: Math.sin((Math.PI * (i + 0.7)) / 8.4) * r.between(0.55, 1.15), q: r.between(0.09, 0.15) }));
  const waves = Array.from({ length: 9 }, () => r.between(0.2, 1));
  if (p === undefined) return;
  const base = p.y + span * 0.03;
  // The upper envelope of the bulges: one scalloped contour without lines inside.
  const top: Point[] = Array.from({ length: 61 }, (_, i) => {
    const x = p.x + (i / 60 - 0.5) * span * 1.24;
    const ys = bumps.map(({ t, k, q }) => {
      const dx = x - (p.x + (t - 0.5) * span);
      const radius = q * span;
      return Math.abs(dx) < radius ? p.y - k * span * 0.2 - Math.sqrt(radius * radius - dx * dx) * 0.95 : base;
    });
    return { x, y: Math.min(base, ...ys) };
  });
  s.screenPatch([...top, { x: p.x + span * 0.66, y: base }, { x: p.x - span * 0.66, y: base }], s.plain(0, '#ffffff'));
  s.screenLine(top.filter((q) => q.y < base - 1), 1.1);
  const shade = waves.map((k, i) => ({ x: p.x + (i / 8 - 0.5) * span * 1.1, y: base - span * 0.07 * k }));
  s.screenPatch([...shade, { x: p.x + span * 0.66, y: base }, { x: p.x - span * 0.66, y: base }], s.plain(1, '#d3e4f0'));
  for (const { t, k, q } of bumps.filter((_, i) => i % 3 === 1)) {
    const [cx, cy, radius] = [p.x + (t - 0.47) * span, p.y - k * span * 0.14, q * span * 0.8];
    s.screenLine(Array.from({ length: 6 }, (_, i) => ({ x: cx + Math.cos(3.4 + i * 0.32) * radius, y: cy + Math.sin(3.4 + i * 0.32) * radius })), 0.9);
  }
}

/** A long flat cloud with pointed ends. */
function streak(s: Sketch, r: Random, side: number, up: number, paint: string): void {
  const p = skySpot(s, side, up);
  const [span, tall] = [s.camera.width * r.between(0.16, 0.4), s.camera.height * r.between(0.008, 0.025)];
  const wave = Array.from({ length: 9 }, () => r.between(0.3, 1));
  if (p === undefined || p.y > s.horizon) return;
  const upper = wave.map((k, i) => ({ x: p.x + (i / 8 - 0.5) * 2 * span, y: p.y - tall * k * Math.sin((Math.PI * i) / 8) }));
  const lower = wave.map((k, i) => ({ x: p.x + (0.5 - i / 8) * 2 * span + span * 0.1, y: p.y + tall * (1.3 - k) * Math.sin((Math.PI * i) / 8) }));
  s.screenPatch([...upper, ...lower], paint);
}

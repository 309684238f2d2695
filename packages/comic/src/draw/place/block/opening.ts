/** Windows with the weather behind them, curtains, doors, sliding screens. */
import { BLOSSOM, CLOTH, GREY, WHITE, WOOD, WOOD_DARK, type Material } from '../base/material.ts';
import type { Sketch } from '../base/sketch.ts';
import { quad, shifted, type Frame } from '../base/vector.ts';

type WindowShape = { u: number; v: number; w: number; h: number; panes?: number; rows?: number; curtain?: 'none' | 'sides' | 'blind' | 'drawn'; frame?: Material; view?: 'town' | 'trees' | 'sky' | 'none' };

/** What the sky looks like through glass. */
function paneSky(s: Sketch): string {
  const { time, weather } = s.spec;
  // From a dark room the night outside is the lighter of the two.
  if (time === 'night') return s.isIndoor && s.light.isDark ? s.plain(2, '#6f86bd') : s.plain(7, '#1d2747');
  if (time === 'dusk') return s.plain(2, '#f3b183');
  if (time === 'dawn') return s.plain(1, '#f8d9cf');
  if (weather === 'rain' || weather === 'storm') return s.plain(weather === 'storm' ? 4 : 3, '#8d9dab');
  if (weather === 'cloudy' || weather === 'snow') return s.plain(2, '#c3ccd4');
  return s.plain(0, '#cfe8f6');
}

export function windowOn(s: Sketch, wall: Frame, shape: WindowShape): void {
  const { u, v, w, h, panes = 2, rows = 1 } = shape;
  if (!s.faces(quad(wall, u, v, u + w, v + h))) return;
  const f = shifted(wall, u, v);
  s.patch(quad(f, 0, 0, w, h), paneSky(s), { weight: 0.8 });
  view(s, f, shape);
  weatherBehind(s, f, w, h);
  const material = shape.frame ?? WHITE;
  const bar = Math.min(7, w * 0.05);
  const bars = [quad(f, -bar, -bar, w + bar, 0, 2), quad(f, -bar, h, w + bar, h + bar, 2), quad(f, -bar, 0, 0, h, 2), quad(f, w, 0, w + bar, h, 2)];
  for (let i = 1; i < panes; i++) bars.push(quad(f, (w * i) / panes - bar / 2, 0, (w * i) / panes + bar / 2, h, 2));
  for (let i = 1; i < rows; i++) bars.push(quad(f, 0, (h * i) / rows - bar / 2.5, w, (h * i) / rows + bar / 2.5, 2));
  s.polys(bars, material, { weight: 0.65, isExact: true });
  s.poly(quad(f, -bar * 2, -bar * 1.8, w + bar * 2, -bar, 6), material, { weight: 0.8, shade: 1 });
  if (s.spec.time === 'day' && !s.isSoft) {
    for (const [a, b] of [[0.12, 0.3], [0.17, 0.4]] as const) s.line([f(w * a, h * 0.62), f(w * b, h * 0.92)], 0.4);
  }
  curtain(s, f, shape);
}

function view(s: Sketch, f: Frame, { w, h, view = 'town' }: WindowShape): void {
  if (view === 'none' || view === 'sky' || s.spec.weather === 'fog') return;
  const r = s.part();
  const isNight = s.spec.time === 'night';
  const points = [f(0, 0)];
  if (view === 'town') {
    for (let x = 0; x < w - 1;) {
      const step = Math.min(w - x, r.between(0.12, 0.26) * w);
      const top = h * r.between(0.18, 0.42);
      points.push(f(x, top), f(x + step, top));
      x += step;
    }
  } else for (let i = 0; i <= 12; i++) points.push(f((w * i) / 12, h * (0.3 + 0.1 * Math.sin(i * 2.3) + r.between(0, 0.08))));
  points.push(f(w, 0));
  const isDusk = s.spec.time === 'dusk';
  const paint = isNight ? s.plain(6, '#2c3552') : isDusk ? s.plain(6, '#7c5560') : view === 'town' ? s.plain(2, '#b9c6cf') : s.plain(3, s.spec.season === 'spring' ? BLOSSOM.colour : '#8fb27c');
  s.patch(points, paint, { weight: isNight ? 0 : 0.45, isExact: true });
  if (isNight && !s.isSoft) {
    for (let i = 0; i < 9; i++) {
      const [a, b] = [r.between(0.04, 0.92) * w, r.between(0.03, 0.2) * h];
      s.patch(quad(f, a, b, a + Math.max(3, w * 0.025), b + Math.max(4, h * 0.03)), s.plain(0, '#ffe9a8'));
    }
  }
}

function weatherBehind(s: Sketch, f: Frame, w: number, h: number): void {
  const { weather } = s.spec;
  if (weather !== 'rain' && weather !== 'storm' && weather !== 'snow') return;
  const r = s.part();
  const isOnDark = s.spec.time === 'night' || weather === 'storm';
  const ink = isOnDark ? s.pen.paints.paper : s.pen.paints.line;
  const count = Math.round(Math.min(40, (w * h) / 700));
  for (let i = 0; i < count; i++) {
    const [a, b] = [r.between(0.05, 0.95) * w, r.between(0.2, 0.95) * h];
    if (weather === 'snow') s.patch(quad(f, a, b, a + 2.4, b + 2.4), s.plain(0, '#ffffff'));
    else s.line([f(a, b), f(Math.max(0, a - 4), b - Math.min(b, r.between(12, 40)))], 0.8, { ink });
  }
}

function curtain(s: Sketch, f: Frame, { w, h, curtain: kind = 'none' }: WindowShape): void {
  if (kind === 'none') return;
  if (kind === 'blind') {
    const drop = h * 0.35;
    s.poly(quad(f, 0, h - drop, w, h, 3), WHITE, { weight: 0.6 });
    for (let t = 5; t < drop; t += 7) s.line([f(0, h - t, 3), f(w, h - t, 3)], 0.4);
    return;
  }
  const width = kind === 'drawn' ? w * 0.52 : w * 0.2;
  for (const side of [0, 1]) {
    const at = (t: number, v: number): ReturnType<Frame> => (side === 0 ? f(-10 + t * width, v, 8) : f(w + 10 - t * width, v, 8));
    const hem = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t, i) => at(t * (kind === 'drawn' ? 1 : 0.85), -14 + (i % 2) * 3));
    s.poly([at(0, h + 12), ...hem, at(kind === 'drawn' ? 1 : 0.62, h * 0.45), at(1, h + 12)], CLOTH, { weight: 0.8, isExact: true });
    for (const t of [0.22, 0.45, 0.66]) s.line([at(t, h + 12), at(t * 0.8, h * 0.4), at(t * 0.82, -8)], 0.5);
  }
  s.line([f(-16, h + 13, 9), f(w + 16, h + 13, 9)], 1.3);
}

type DoorShape = { u: number; w?: number; h?: number; material?: Material; kind?: 'panel' | 'glass' | 'sliding' | 'open' | 'arch' | 'shoji' };

export function doorOn(s: Sketch, wall: Frame, { u, w = 86, h = 205, material = WOOD, kind = 'panel' }: DoorShape): void {
  if (!s.faces(quad(wall, u, 0, u + w, h))) return;
  const f = shifted(wall, u, 0);
  if (kind === 'arch') return arch(s, f, w, h, material);
  s.poly(quad(f, -8, 0, w + 8, h + 8, 1), material, { shade: 1, weight: 0.9 });
  if (kind === 'open') {
    s.patch(quad(f, 0, 0, w, h, 1), s.plain(7, '#2a2630'));
    return;
  }
  if (kind === 'shoji') return shoji(s, f, w, h);
  s.poly(quad(f, 0, 0, w, h, 2), material, { weight: 0.8 });
  if (kind === 'panel') {
    for (const [v0, v1] of [[0.08, 0.42], [0.5, 0.92]] as const) s.poly(quad(f, w * 0.16, h * v0, w * 0.84, h * v1, 3), material, { shade: 1, weight: 0.5 });
  }
  if (kind === 'glass' || kind === 'sliding') {
    const leaves = kind === 'sliding' ? 2 : 1;
    for (let i = 0; i < leaves; i++) {
      const a = (w * i) / leaves + w * 0.07;
      s.patch(quad(f, a, h * 0.42, a + w / leaves - w * 0.14, h * 0.92, 3), s.light.isNight && !s.isIndoor ? s.plain(0, '#ffe9a8') : s.plain(1, '#c6dfe8'), { weight: 0.6 });
    }
    if (kind === 'sliding') s.line([f(w / 2, 0, 3), f(w / 2, h, 3)], 0.8);
  }
  s.poly(quad(f, w * 0.86, h * 0.46, w * 0.93, h * 0.48, 5), GREY, { weight: 0.8, shade: 2 });
}

function arch(s: Sketch, f: Frame, w: number, h: number, material: Material): void {
  const curve = (grow: number): ReturnType<Frame>[] => Array.from({ length: 13 }, (_, i) => {
    const a = Math.PI * (i / 12);
    return f(w / 2 + Math.cos(a) * (w / 2 + grow), h - w / 2 + Math.sin(a) * (w / 2 + grow));
  });
  s.poly([f(w + 14, 0), ...curve(14), f(-14, 0)], material, { weight: 0.9 });
  s.poly([f(w, 0), ...curve(0), f(0, 0)], WOOD_DARK, { weight: 0.9 });
  for (let i = 1; i < 5; i++) s.line([f((w * i) / 5, 2), f((w * i) / 5, h - w * 0.3)], 0.5);
  for (const v of [0.25, 0.6]) s.line([f(4, h * v), f(w * 0.45, h * v)], 1.4);
}

function shoji(s: Sketch, f: Frame, w: number, h: number): void {
  const leaves = Math.max(1, Math.round(w / 90));
  for (let i = 0; i < leaves; i++) {
    const [a, b] = [(w * i) / leaves, (w * (i + 1)) / leaves];
    s.poly(quad(f, a, 0, b, h, 2), WOOD, { weight: 0.7 });
    s.patch(quad(f, a + 5, h * 0.18, b - 5, h - 6, 3), s.plain(0, s.light.isNight ? '#ffeec2' : '#fbf7ea'), { weight: 0.6 });
    for (let k = 1; k < 4; k++) s.line([f(a + 5 + ((b - a - 10) * k) / 4, h * 0.18, 3), f(a + 5 + ((b - a - 10) * k) / 4, h - 6, 3)], 0.45);
    for (let k = 1; k < 7; k++) s.line([f(a + 5, h * (0.18 + 0.79 * (k / 7)), 3), f(b - 5, h * (0.18 + 0.79 * (k / 7)), 3)], 0.45);
  }
}

